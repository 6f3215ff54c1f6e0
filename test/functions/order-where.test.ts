import { derivedId, memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { Message } from '../../src/domain/message'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { OrderAddress, OrderPage, OrderPhone } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'

/** Where an order is, and how its people are reached, said later or otherwise. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    member('one', 'old', ['volunteer'], { ...cleared, name: '老黄' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'boss', ['committee-member'], { name: '主任' }),
  ])
})
afterAll(() => here.stop())

/** An order of 梅姨's that is today and that these took, one after the other: only the last one has it. */
async function agreed(more: Partial<Order> = {}, by: string[] = ['ana']): Promise<string> {
  const _id = `where-${(turn += 1)}`
  const at = Date.now()
  const startsAt = startOfDay(at) + (turn + 1) * day + 10 * hour
  const slot = { startsAt, endsAt: startsAt + 2 * hour }
  const later = [
    { id: `opened-${_id}`, at, by: id('shi'), kind: 'opened', words: true },
    ...by.flatMap((who, n) => [
      { id: `taken-${_id}-${n}`, at, by: id(who), kind: 'taken' },
      { id: `agreed-${_id}-${n}`, at, by: id(who), kind: 'scheduled', slot, reason: null },
      ...(who === by.at(-1) ? [] : [{ id: `handed-${_id}-${n}`, at, by: id(who), kind: 'handed-on', reason: '有事' }]),
    ]),
  ] as OrderEvent[]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), ...more }, later)])
  return _id
}
const asks = async (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: `intent-where-${(turn += 1)}`, order, ...more })).reply
const says = (more: Record<string, unknown>) => ({ building: null, room: null, phone: null, reason: null, ...more })
const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
const looks = async (who: string, deed: 'address' | 'phone', order: string) => {
  const reply = await asks(who, deed, order, { reason: '上门前核对' })
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value as OrderAddress & OrderPhone
}
const order = async (_id: string) => (await here.read<Order>('orders', _id)) as Order
const told = (to: string, about: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .flatMap((each) => (each.to === id(to) && 'about' in each && each.about === about ? [each.kind] : []))

test('whose it is adds a door and a phone later: who goes sees the door on the day, the desk the phone with a reason', async () => {
  const it = await agreed()
  expect((await page('ana', it)).hasRoom).toBe(false)
  expect(await asks('mei', 'correct', it, says({ room: '2单元301', phone: '13800000001' }))).toEqual({
    ok: true,
    value: null,
  })
  const { slot } = await page('ana', it)
  here.local.clock.set(startOfDay(slot?.startsAt ?? 0) + hour)
  expect(await looks('ana', 'address', it)).toMatchObject({ room: '2单元301' })
  expect(await looks('shi', 'phone', it)).toEqual({ phone: '13800000001' })
  expect(await asks('ana', 'phone', it, { reason: '上门前核对' })).toMatchObject({ ok: false })
  // Both looks are written down for whose it is, in the order and where one reads who looked.
  const steps = (await page('mei', it)).steps.filter(({ kind }) => kind === 'looked')
  expect(steps.map(({ by, name, what }) => [by, name, what])).toEqual([
    ['provider', '阿娜', ['room']],
    ['staff', '社工施', ['phone']],
  ])
  expect((await page('ana', it)).steps.filter(({ kind }) => kind === 'looked')).toHaveLength(1)
  const sealed = JSON.stringify(await order(it))
  expect(sealed).not.toContain('2单元301')
  expect(sealed).not.toContain('13800000001')
  here.local.clock.set(Date.now())
})

test('who looked at a door that is old now is told, once each change; who gave it back and who never looked is not', async () => {
  const it = await agreed({}, ['old', 'ana'])
  await asks('mei', 'correct', it, says({ room: '301' }))
  await here.local.fire('chase')
  expect(told('ana', it)).toEqual(['order-corrected'])
  await looks('shi', 'address', it)
  await looks('shi', 'address', it)
  await asks('mei', 'correct', it, says({ room: '302' }))
  await here.local.fire('chase')
  expect([told('shi', it), told('ana', it).length, told('old', it), told('boss', it)]).toEqual([
    ['order-corrected'],
    2,
    [],
    [],
  ])
  // Only the phone is new: whoever looked at the door has nothing old in hand.
  await asks('mei', 'correct', it, says({ phone: '13800000002' }))
  await here.local.fire('chase')
  expect(told('shi', it)).toEqual(['order-corrected'])
  expect(await looks('shi', 'address', it)).toMatchObject({ room: '302' })
})

test('staff do so for them with a reason that is written down, and they are told; nothing in the log says where it is', async () => {
  const it = await agreed()
  expect(await asks('shi', 'correct', it, says({ room: '404' }))).toMatchObject({
    reason: 'bad-input',
    field: 'reason',
  })
  const reason = '她打电话来说的'
  expect(await asks('shi', 'correct', it, says({ room: '404', reason }))).toMatchObject({ ok: true })
  await here.local.fire('chase')
  expect(told('mei', it)).toEqual(['order-corrected-for'])
  const last = (await page('mei', it)).steps.at(-1)
  expect(last).toMatchObject({ kind: 'corrected', by: 'staff', text: reason, what: ['room'] })
  expect(JSON.stringify((await page('mei', it)).steps)).not.toContain('404')
})

test('another building takes the door of the old one away, unless a new one is said', async () => {
  const it = await agreed()
  await asks('mei', 'correct', it, says({ building: 'b-1', room: '301' }))
  await asks('mei', 'correct', it, says({ building: 'b-1' }))
  expect(await page('mei', it)).toMatchObject({ hasRoom: true })
  await asks('mei', 'correct', it, says({ building: 'b-2' }))
  expect((await order(it)).room).toBeUndefined()
  expect((await order(it)).building).toBe('b-2')
  expect((await page('mei', it)).steps.at(-1)).toMatchObject({ what: ['building', 'room'] })
})

test('somebody in danger leaves the phone of their account by one tap: the desk is told, and nobody else sees it', async () => {
  const it = `crisis-${(turn += 1)}`
  const whole: Order = stored('one', it, { holder: id('mei'), person: id('mei') })
  const [placed] = whole.events as [OrderEvent]
  const events = [{ ...placed, route: 'crisis' } as OrderEvent]
  await here.put('orders', [{ ...whole, route: 'crisis', events } as Order])
  const kept = says({ phone: 'kept', building: 'b-1', room: '501' })
  // Nothing is kept in the account yet.
  expect(await asks('mei', 'correct', it, says({ phone: 'kept' }))).toMatchObject({
    reason: 'bad-input',
    field: 'phone',
  })
  await here.value('mei', 'member.setContact', { phone: '13800000009', room: null, consent: true })
  await here.local.cool()
  const { reply, requests } = await here.ask('mei', 'order.correct', {
    intent: 'intent-by-one-tap',
    order: it,
    ...kept,
  })
  expect(reply).toEqual({ ok: true, value: null })
  expect(requests).toBeLessThanOrEqual(3)
  await here.local.fire('chase')
  expect(told('shi', it)).toContain('order-corrected')
  expect(await page('shi', it)).toMatchObject({ crisis: true, hasPhone: true, hasRoom: true })
  expect(await looks('shi', 'phone', it)).toEqual({ phone: '13800000009' })
  expect(await looks('shi', 'address', it)).toMatchObject({ room: '501' })
  expect(await asks('boss', 'phone', it, { reason: '上门前核对' })).toMatchObject({ ok: false })
  // A social worker does not leave their own in somebody else's name.
  expect(await asks('shi', 'correct', it, says({ phone: 'kept', reason: '她说的' }))).toMatchObject({ ok: false })
})

test('nobody else says it, nothing is said of nothing, and of what is over neither', async () => {
  const it = await agreed()
  for (const who of ['ana', 'old', 'boss', 'huang'])
    expect(await asks(who, 'correct', it, says({ room: '1', reason: '路过' }))).toMatchObject({
      reason: 'order-not-yours',
    })
  expect(await asks('mei', 'correct', it, says({}))).toMatchObject({ reason: 'bad-input' })
  expect(await asks('mei', 'correct', it, says({ building: 'nowhere' }))).toMatchObject({ field: 'building' })
  await asks('mei', 'cancel', it, { reason: null, series: null })
  expect(await asks('mei', 'correct', it, says({ room: '302' }))).toMatchObject({ reason: 'order-closed' })
})

test('a phone that was left goes with the order’s words: to the next week sealed anew, out of an old order, out of a deleted account', async () => {
  const it = await agreed({ repeat: { first: 'weekly', nth: 0 } })
  await asks('mei', 'correct', it, says({ phone: '13800000003' }))
  await asks('mei', 'cancel', it, { reason: null, series: 'goes-on' })
  const now = Date.now()
  here.local.clock.set(now + 8 * day)
  await here.local.fire('chase')
  const next = derivedId(16, 'one', 'again', 'weekly', '1')
  expect(await looks('shi', 'phone', next)).toEqual({ phone: '13800000003' })
  here.local.clock.set(now + 91 * day)
  await here.local.fire('chase')
  expect((await order(it)).phone).toBeUndefined()
  here.local.clock.set(now)
  await here.value('mei', 'member.erase', { confirm: '注销' })
  expect((await order(next)).phone).toBeUndefined()
})
