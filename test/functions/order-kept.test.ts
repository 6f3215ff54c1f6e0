import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { Message, NoticeMessage } from '../../src/domain/message'
import type { Placed } from '../../cloudfunctions/order/place'
import { type Town, town } from './town'
import { member } from './world'

/** Of an order that staff wrote down for someone without a phone: a person tells them what they must know. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
const intent = () => `intent-kept-${String((turn += 1)).padStart(5, '0')}`

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'shi', ['social-worker'], { name: '社工' }),
    member('one', 'shop', ['enterprise'], { name: '店主', organisation: 'ent-wujin' }),
  ])
}, 120_000)
afterAll(() => here.stop())

const entries = (about: string): NoticeMessage[] =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((each): each is NoticeMessage => 'about' in each && each.about === about && each.to === id('shi'))

test('the time, who will knock, that it is looked for anew: the desk is asked to tell them, each once, by no name', async () => {
  const { order } = await here.value<Placed>('shi', 'order.placeFor', {
    intent: intent(),
    item: 'tap-and-pipe',
    words: '厨房龙头滴水',
    wants: null,
    building: 'b-1',
    room: '302',
    weekly: false,
    urgent: 'none',
    holder: null,
    name: '陈婆婆',
    band: '80+',
    reach: 'knock',
    consent: true,
  })
  const to = { kind: 'organisation', id: 'ent-wujin' }
  await here.value('shi', 'order.assign', { intent: intent(), order, to, unlisted: true })
  await here.value('shop', 'order.take', { intent: intent(), order })
  const startsAt = startOfDay(here.local.clock.now()) + day + 15 * hour
  const slot = { startsAt, endsAt: startsAt + hour }
  await here.value('shop', 'order.schedule', { intent: intent(), order, slot, reason: null })
  await here.value('shop', 'order.send', { intent: intent(), order, names: ['王师傅', '李师傅'] })
  await here.value('shop', 'order.handOn', { intent: intent(), order, reason: '材料没到' })
  for (const _ of [1, 2]) await here.local.fire('chase')
  const asked = entries(order).filter(({ kind }) => kind.startsWith('order-tell-'))
  expect(asked.map(({ kind, startsAt: when }) => [kind, when]).sort()).toEqual([
    ['order-tell-again', undefined],
    ['order-tell-sent', startsAt],
    ['order-tell-time', startsAt],
  ])
  expect(asked.filter((each) => JSON.stringify(each).includes('陈婆婆'))).toEqual([])
})
