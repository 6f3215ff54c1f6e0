import { company } from './company'

const { arrive } = company()

test('覃秋月 leaves her phone; the social worker reads it for a reason, and she reads who looked and why', async () => {
  const mother = await arrive({ as: 'r-43' })
  await mother.opens('/pages/account/contact')
  await mother.writes('电话', '13912345678')
  await mother.taps('同意，存好')
  await mother.sees('全部活动')
  await mother.opens('/pages/account/index')
  await mother.sees('139****5678')
  await mother.sees(/还没有人看过/)

  const { value } = (await mother.meanwhile('r-43', 'activity', 'mine', {})) as {
    value: { upcoming: { activity: { id: string } }[] }
  }
  const worker = await arrive({ as: 'st-sw-2' })
  await worker.opens(`/staff/activity/roster?id=${value.upcoming[0]?.activity.id}`)
  await worker.taps(/^覃/)
  await worker.taps('看电话')
  await worker.sees('139****5678')
  await worker.taps('写好了，看一眼')
  await worker.sees('写一句原因，至少两个字')
  await worker.taps('现场有急事')
  await worker.taps('写好了，看一眼')
  await worker.sees('13912345678')

  await mother.reloads()
  await mother.sees('值班社工（社工）看了您的电话或房号')
  await mother.sees(/现场有急事/)
})

test('a boy of fifteen needs a grown-up’s yes: they meet in one household by six digits, and then he signs up', async () => {
  const boy = await arrive()
  await boy.opens('/pages/member/join')
  await boy.writes('怎么称呼您？', '小林')
  await boy.taps(/^13⁠?–⁠?17 岁/)
  await boy.taps('同意，继续')
  await boy.sees('写上哪年几月')
  await boy.writes('哪一年生？', String(new Date().getFullYear() - 16))
  await boy.writes('几月？', '12')
  await boy.taps('同意，继续')
  await boy.sees('全部活动')
  await boy.opens('/pages/activity/index?c=lilan&id=f-22&d=card')
  await boy.taps(/^报名$/)
  await boy.sees('要家长点头')

  const mother = await arrive({ as: 'r-47' })
  await mother.opens('/pages/household/index')
  await mother.taps('从我开始建一户')
  await mother.taps('请家人进来')
  const digits = (await mother.page.locator('.household-digits').innerText()).replace(/\D/g, '')

  await boy.taps('去“我家”')
  await boy.writes('六位数', digits)
  await boy.taps('进这一户')
  await boy.sees('王春梅')
  await mother.reloads()
  await mother.taps(/^同意他自己报名/)
  await mother.sees('大人已同意他自己报名')

  await boy.opens('/pages/activity/index?c=lilan&id=f-22&d=card')
  await boy.taps(/^报名$/)
  await boy.sees('报上了，位子留好了')
})

test('罗玉珍 deletes her account by writing the word, and is a stranger again', async () => {
  const luo = await arrive({ as: 'r-06' })
  await luo.opens('/pages/account/erase')
  await luo.taps(/^注销$/)
  await luo.sees('要注销，就写“注销”')
  await luo.writes('写上“注销”两个字', '注销')
  await luo.taps(/^注销$/)
  await luo.sees('全部活动')
  await luo.opens('/pages/table/index')
  await luo.sees('先认识一下')
})
