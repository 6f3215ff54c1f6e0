import { readFile } from 'node:fs/promises'
import { company } from './company'
import { Neighbour } from './neighbour'

const { arrive, local } = company()

const card = (id: string) => `/pages/activity/index?c=lilan&id=${id}&d=card`

test('黄秀莲, in large type, signs up in two taps from the lobby’s code, is told what comes next, and leaves again', async () => {
  const huang = await arrive({ as: 'r-01', size: 'large' })
  await huang.scansLobby()
  await huang.taps(/^量血压测血糖，明天/)
  await huang.taps('我去')
  await huang.sees('报上了！')
  await huang.sees(/在这里或“我的”里点一下就行/)

  await huang.taps('不去了')
  await huang.answers('真的不去了？', '不去了')
  await huang.control('我去').waitFor()
  expect((await new Neighbour(local(), 'r-01').looksAt('f-04')).parties).toEqual([])
})

test('a newcomer is asked for a name only when she signs up, and then has her seat without asking again', async () => {
  const newcomer = await arrive()
  await newcomer.scansLobby()
  await newcomer.taps(/^灯下读书会：吃的记忆/)
  await newcomer.taps(/^报名$/)
  await newcomer.writes('怎么称呼您？', '郑阿姨')
  await newcomer.taps(/60⁠?–⁠?79 岁/)
  await newcomer.taps('同意，继续')
  await newcomer.sees('报上了，位子留好了')

  const [file] = await Promise.all([newcomer.page.waitForEvent('download'), newcomer.taps('加到日历')])
  expect(file.suggestedFilename()).toMatch(/^linli-.*\.ics$/)
  expect(await readFile(await file.path(), 'utf8')).toContain('SUMMARY:灯下读书会')
  await newcomer.sees('日历文件下好了')
})

test('覃秋月 signs up both her children as one party, and not herself', async () => {
  const mother = await arrive({ as: 'r-43' })
  await mother.opens(card('f-22'))
  await mother.taps('覃浩然')
  await mother.taps('覃朵朵')
  await mother.taps('我自己')
  await mother.taps(/^报名$/)
  await mother.sees('报上了，位子留好了')

  await mother.opens('/pages/table/index')
  await mother.sees('露天电影夜')
  await mother.sees('覃浩然、覃朵朵')
  const { parties } = await new Neighbour(local(), 'r-43').looksAt('f-22')
  expect(parties.map(({ people }) => people.map(({ name }) => name))).toEqual([['覃浩然', '覃朵朵']])
})

test('江一帆 waits for a full class, and has the seat once 黄秀莲 leaves hers', async () => {
  const huang = await arrive({ as: 'r-01' })
  for (const who of ['r-35', 'r-36']) await new Neighbour(local(), who).signsUp('f-11')
  await huang.opens(card('f-11'))
  await huang.taps(/^报名$/)
  await huang.sees('报上了，位子留好了')

  const jiang = await arrive({ as: 'r-34' })
  await jiang.opens(card('f-11'))
  await jiang.sees('位子满了')
  await jiang.taps('排队候补')
  await jiang.sees(/排上队了，第\s?1\s?位/)

  await huang.taps('退掉')
  await huang.answers('要退掉吗？', '退掉')
  await huang.control('排队候补').or(huang.control('报名')).waitFor()

  await jiang.reloads()
  await jiang.sees('已报上')
})

test('the social worker gives a full evening two more seats, and the first two in the line have them', async () => {
  const second = new Neighbour(local(), 'r-34')
  expect((await second.looksAt('f-05')).parties[0]?.state).toBe('waiting')
  const worker = await arrive({ as: 'st-sw-2' })
  await worker.opens('/staff/activity/roster?id=f-05')
  await worker.taps('改位子数')
  await worker.taps('位子多一个')
  await worker.taps('位子多一个')
  await worker.taps('加了椅子')
  await worker.taps('改好')
  await worker.sees(/共\s?22\s?个/)
  expect((await second.looksAt('f-05')).parties[0]?.state).toBe('seated')
})

test('whoever taps twice has signed up once', async () => {
  const feng = await arrive({ as: 'r-07' })
  await feng.opens(card('f-33'))
  await feng.control('报名').dblclick()
  await feng.sees('报上了，位子留好了')
  expect((await new Neighbour(local(), 'r-07').looksAt('f-33')).parties).toHaveLength(1)
})

test('a sign-up whose answer is lost on the way is tried again, and is one sign-up', async () => {
  const pan = await arrive({ as: 'r-28' })
  await pan.opens(card('f-32'))
  await pan.control('报名').waitFor()
  const struck = local().faults.add({ when: { action: 'invoke', procedure: 'signUp', times: 1 }, do: 'lost-reply' })
  await pan.taps(/^报名$/)
  await pan.sees('报上了，位子留好了')
  expect(struck()).toBe(1)
  expect((await new Neighbour(local(), 'r-28').looksAt('f-32')).parties).toHaveLength(1)
})

test('without a network 何晓岚 is told so, and what she decided is done once there is one again', async () => {
  const he = await arrive({ as: 'r-10' })
  await he.opens(card('f-30'))
  await he.control('报名').waitFor()
  await he.network(false)
  await he.taps(/^报名$/)
  await he.sees('现在没有网')
  await he.network(true)
  await he.taps('再试一次')
  await he.sees('报上了，位子留好了')
  expect((await new Neighbour(local(), 'r-10').looksAt('f-30')).parties).toHaveLength(1)
})
