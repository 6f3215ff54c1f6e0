import { company } from './company'

const { arrive } = company()

test('a card shared in a chat opens cold at the activity, for someone whom nobody knows, and leads home', async () => {
  const stranger = await arrive()
  await stranger.opens('/pages/activity/index?c=lilan&id=f-10&d=card')
  await stranger.sees('长者防骗课：冒充孙子')
  await stranger.control('报名').waitFor()
  await stranger.taps(/^返回/)
  await stranger.sees('全部活动')
})

test('large type is chosen with one tap, goes along to every screen, and is there again after a reload', async () => {
  const visitor = await arrive()
  await visitor.scansLobby()
  await visitor.taps('换成大字')
  await visitor.sees('今天想要点什么？')
  await visitor.reloads()
  await visitor.sees('今天想要点什么？')
  await visitor.taps(/^活动$/)
  await visitor.control('换回标准字').waitFor()
  const size = await visitor.page.evaluate(
    () => getComputedStyle(document.querySelector('.screen') as Element).fontSize,
  )
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(18)
})

test('in a local build one may act as any demo person, who each see their own table', async () => {
  const someone = await arrive()
  await someone.scansLobby()
  await someone.taps('演示：换成谁？')
  await someone.taps(/^黄秀莲/)
  await someone.sees(/黄秀莲，(早上|上午|中午)好/)
  await someone.taps('我的')
  await someone.sees('在排队')

  await someone.taps('演示：换成谁？')
  await someone.taps(/^值班社工/)
  // Staff begin at their desk.
  await someone.sees(/^等派/)
})

test('what was seen stays on the screen when the network goes, and says from when it is', async () => {
  const visitor = await arrive({ as: 'r-01' })
  await visitor.scansLobby()
  await visitor.taps('我的')
  await visitor.sees('在排队')
  await visitor.taps('圆桌')
  await visitor.sees('全部活动')
  await visitor.network(false)
  await visitor.taps('我的')
  await visitor.sees(/没有网，这是 .+ 看到的/)
  await visitor.sees('手机课堂：打视频')
})
