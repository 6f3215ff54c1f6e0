import { outputOf } from '../../local/build'
import type { Local } from '../../local/local'
import { openDemo } from './demo'
import { Phone } from './mini-program/phone'

let local: Local
let phone: Phone

beforeAll(async () => {
  local = await openDemo()
})
afterAll(() => local.stop())

beforeEach(async () => {
  phone = await Phone.start({
    built: outputOf('weapp'),
    cloud: local.url,
    openid: `o-${Math.random()}`.replace('.', ''),
    now: local.clock.now,
  })
})
afterEach(() => {
  phone.close()
  expect(phone.complaints).toEqual([])
})

/** The calls of the cloud that were made, by noun and procedure. */
const called = () =>
  phone.asked
    .filter(([api]) => api === 'cloud.callFunction')
    .map(([, what]) => what as { name: string; data: { procedure: string; input: object } })
    .map(({ name, data }) => `${name}.${data.procedure}`)

test('郑阿姨 opens the lobby’s code cold, is asked who she is only when she signs up, has her seat, and leaves it', async () => {
  phone.open(`pages/home/index?scene=${encodeURIComponent('c=lilan&d=lobby')}`)
  await phone.sees('灯下读书会：吃的记忆')
  expect(called().sort()).toEqual(['centre.enter', 'centre.open', 'need.kept'])

  await phone.tap('灯下读书会：吃的记忆')
  await phone.sees('第一次来')
  await phone.tap('报名')
  await phone.sees('怎么称呼您？')

  await phone.write('怎么称呼您？', '郑阿姨')
  await phone.tap('60–79 岁')
  await phone.tap('同意，继续')
  await phone.sees('报上了，位子留好了')
  expect(phone.screen.path).toBe('pages/activity/index')
  expect(called().filter((name) => name === 'activity.signUp')).toHaveLength(1)

  await phone.tap('退掉')
  await phone.sees('要退掉吗？')
  await phone.tap('退掉')
  await phone.sees('4空位')
  expect(called()).toContain('activity.leave')
})

test('a card shared in a chat opens cold at the activity, and leads on to the same activity', async () => {
  phone.open('pages/activity/index?c=lilan&id=f-10&d=card')
  await phone.sees('长者防骗课：冒充孙子')
  expect(phone.share()).toEqual({ title: '长者防骗课：冒充孙子', path: '/pages/activity/index?c=lilan&id=f-10&d=card' })
})

test('the code on a poster opens cold at its activity, and the poster’s door is counted', async () => {
  phone.open(`pages/activity/index?scene=${encodeURIComponent('lilan,f-10,poster')}`)
  await phone.sees('长者防骗课：冒充孙子')
  expect(called()).toEqual(['activity.open', 'member.me', 'centre.enter'])
})

test('without a network a screen says so, and asks again when told to', async () => {
  phone.online = false
  phone.open('pages/home/index')
  await phone.sees('现在没有网')
  phone.online = true
  await phone.tap('再试一次')
  await phone.sees('全部活动')
})

test('large type is chosen with one tap, and is there again on every screen', async () => {
  phone.open('pages/home/index')
  await phone.sees('全部活动')
  await phone.tap('大字')
  await phone.sees('今天想要点什么？')
  await phone.tap('全部活动')
  await phone.sees('可以排队')
})

test('a newer version is used at once by whoever says so', async () => {
  phone.open('pages/home/index')
  await phone.sees('全部活动')
  expect(phone.asked.map(([api]) => api)).not.toContain('applyUpdate')
  for (const ready of phone.updates) ready()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(phone.asked.slice(-2)).toEqual([
    ['showModal', '有新版本'],
    ['applyUpdate', undefined],
  ])
})

test('who signed up is asked once whether WeChat may remind them, and their inbox counts it', async () => {
  phone.open('pages/activity/index?c=lilan&id=f-10&d=card')
  await phone.sees('第一次来')
  await phone.tap('报名')
  await phone.write('怎么称呼您？', '郑阿姨')
  await phone.tap('60–79 岁')
  await phone.tap('同意，继续')
  await phone.sees('报上了，位子留好了')
  await phone.tap('到时候提醒我')
  await phone.sees('有变动、快开始时会发消息给您')
  const ids = ['activity-change', 'activity-reminder', 'signup-success']
  expect(phone.asked).toContainEqual(['requestSubscribeMessage', ids])
  expect(phone.screen.has('到时候提醒我')).toBe(false)

  phone.open('pages/message/index?c=lilan')
  await phone.sees('有变动 1 次，前一天 1 次')
  await phone.tap('多提醒我几次')
  await phone.sees('轮到您 1 次，有变动 2 次，前一天 2 次')
})

test('who does not want to be reminded has their seat all the same', async () => {
  phone.subscribes = 'reject'
  phone.open('pages/activity/index?c=lilan&id=f-10&d=card')
  await phone.sees('第一次来')
  await phone.tap('报名')
  await phone.write('怎么称呼您？', '钱伯')
  await phone.tap('60–79 岁')
  await phone.tap('同意，继续')
  await phone.tap('到时候提醒我')
  await phone.sees('没开提醒也不要紧')
  expect(called()).not.toContain('message.granted')
  await phone.tap('加到日历')
  expect(phone.asked.at(-1)).toEqual([
    'addPhoneCalendar',
    expect.objectContaining({ title: '长者防骗课：冒充孙子', alarm: true, alarmOffset: 3600 }),
  ])
})
