import { company } from './company'
import { Neighbour } from './neighbour'

const { arrive, local } = company()

test('a social worker writes an activity from the menu, publishes it, moves it, writes to who comes, and cancels it', async () => {
  const worker = await arrive({ as: 'st-sw-2' })
  await worker.opens('/staff/activity/index')
  await worker.taps('从菜单挑')
  await worker.taps('长者学堂')
  await worker.page.getByRole('link', { name: /^手机课堂/ }).click()
  await worker.sees('已存好')
  await worker.writes('名称', '手机课：学会视频通话')
  await worker.taps('发布')
  await worker.sees('地点还没填；位子还没填')
  await worker.taps('二楼长者活动室')
  await worker.writes('位子，位子还没填', '2')
  await worker.taps('发布')
  await worker.answers('发布“手机课：学会视频通话”？', '发布')
  await worker.sees('还没有人报名')

  const elder = await arrive({ as: 'r-01', size: 'large' })
  await elder.opens('/pages/activity/list')
  await elder.page.getByRole('textbox').first().fill('视频通话')
  await elder.taps(/^手机课：学会视频通话/)
  await elder.taps('我去')
  await elder.sees('报上了！')

  await worker.taps('加人')
  await worker.writes('找名字', '江一')
  await worker.taps(/^江一帆/)
  await worker.taps('本人来电报名')
  await worker.taps('加进名单')
  await worker.sees('江一帆（')

  await worker.taps('改时间地点')
  await worker.taps('开始时间晚一天')
  await worker.taps('老师有事')
  await worker.sees(/2\s?位已报上的邻居会收到通知/)
  await worker.taps('改好')
  await worker.page.getByRole('dialog').waitFor({ state: 'detached' })

  await worker.taps('发通知')
  await worker.writes('写给名单上的人', '请早到十分钟')
  await worker.taps('发出去')
  await worker.page.getByRole('dialog').waitFor({ state: 'detached' })

  await worker.taps('取消这一场')
  await worker.taps('老师来不了')
  await worker.page.getByRole('dialog').getByRole('button', { name: '取消这一场' }).click()
  await worker.sees('已取消')
  const id = new URL(worker.page.url().replace('#', '')).searchParams.get('id') ?? ''
  expect(await new Neighbour(local(), 'r-01').looksAt(id)).toMatchObject({ state: 'cancelled' })
})

test('two who write at once lose nothing: the second is told, and has both', async () => {
  const [one, other] = await Promise.all([arrive({ as: 'st-sw-2' }), arrive({ as: 'st-sw-1' })])
  await one.opens('/staff/activity/edit?copy=f-05')
  await one.sees('已存好')
  await other.opens('/staff/activity/index')
  await other.taps('草稿')
  await other.taps(/^租客夜聊/)
  await other.sees('已存好')
  await one.writes('名称', '租客夜聊：第二份工资')
  await one.sees('还没存上')
  await one.sees('已存好')
  await other.writes('带什么', '一只杯子')
  await other.sees('别人刚改过')
  await other.taps('看看最新的')
  await other.sees('已存好')
  const title = other.page.getByRole('textbox', { name: '名称' })
  expect([await title.inputValue(), await other.page.getByRole('textbox', { name: '带什么' }).inputValue()]).toEqual([
    '租客夜聊：第二份工资',
    '一只杯子',
  ])
})

test('an organiser’s photo is seen by residents once a person has passed it in the queue', async () => {
  const organiser = await arrive({ as: 'st-nb-1' })
  await organiser.opens('/staff/activity/edit?id=f-10')
  await organiser.sees('换成照片')
  const photo = await organiser.page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 240 } })
  const [chooser] = await Promise.all([organiser.page.waitForEvent('filechooser'), organiser.taps('换成照片')])
  await chooser.setFiles({ name: 'photo.png', mimeType: 'image/png', buffer: photo })
  await organiser.sees('照片要社工或居委会看过，居民才看得到。')
  const neighbour = new Neighbour(local(), 'r-01')
  expect((await neighbour.looksAt('f-10')).cover).toBeNull()

  const committee = await arrive({ as: 'st-cm-1' })
  await committee.opens('/staff/review/index')
  const card = committee.page.locator('.review-card').filter({ hasText: '长者防骗课：冒充孙子' })
  await card.getByRole('img').first().waitFor()
  if (process.env.LINLI_LOOK) {
    await card.scrollIntoViewIfNeeded()
    await committee.page.screenshot({ path: '.cache/cover-queue.png' })
  }
  await card.getByRole('button', { name: '可以显示' }).click()
  await card.waitFor({ state: 'detached' })
  expect((await neighbour.looksAt('f-10')).cover).toContain('http')
})
