import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { OrderEvent, Slot } from '../../src/domain/order'
import type { OrderPage } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'

let here: Town
let intents = 0
const id = (who: string) => memberId('one', `web:${who}`)
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
  ])
})
afterAll(() => here.stop())

const startsAt = startOfDay(Date.now()) + 2 * day + 10 * hour
const slot: Slot = { startsAt, endsAt: startsAt + 2 * hour }
/** An order that 阿娜 took, with a time agreed. */
async function agreed(): Promise<string> {
  const _id = `door-${(intents += 1)}`
  const by = id('ana')
  const later: OrderEvent[] = [
    { id: `opened-${_id}`, at: Date.now(), by: id('shi'), kind: 'opened', words: true },
    { id: `taken-${_id}`, at: Date.now(), by, kind: 'taken' },
    { id: `agreed-${_id}`, at: Date.now(), by, kind: 'scheduled', slot, reason: null },
  ]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei') }, later)])
  return _id
}
const told = async (deed: string, order: string, more: Record<string, unknown> = {}) =>
  (await here.ask('ana', `order.${deed}`, { intent: `intent-door-${(intents += 1)}`, order, ...more })).reply
const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
const look = { reason: '上门服务' }
const late = { ok: false, reason: 'order-too-late', endsAt: slot.endsAt }

test('a visit that never began: door and name go two hours after its time, and a new time brings them back', async () => {
  const order = await agreed()
  here.local.clock.set(slot.endsAt + 2 * hour - minute)
  expect(await told('address', order, look)).toMatchObject({ ok: true })
  expect(await page('ana', order)).toMatchObject({ who: { name: '梅姨' } })
  here.local.clock.set(slot.endsAt + 2 * hour)
  const seen = await page('ana', order)
  expect(seen.may).not.toContain('address')
  expect(seen.may).not.toContain('start')
  expect(seen.who.name).toBe('梅*')
  expect(await told('address', order, look)).toMatchObject(late)
  // Beginning it days later is no way in either.
  expect(await told('start', order)).toMatchObject(late)
  const again = { startsAt: startsAt + day, endsAt: slot.endsAt + day }
  expect(await told('schedule', order, { slot: again, reason: null })).toMatchObject({ ok: true })
  expect(await page('ana', order)).toMatchObject({ who: { name: '梅姨' } })
})

test('once others see to it the door is shown no more; whoever stands before it begins, and has it until the end', async () => {
  const order = await agreed()
  here.local.clock.set(slot.endsAt + minute)
  await here.local.fire('chase')
  expect(await page('shi', order)).toMatchObject({ state: 'scheduled', owner: 'desk' })
  expect(await told('address', order, look)).toMatchObject(late)
  expect(await page('ana', order)).toMatchObject({ who: { name: '梅*' } })
  expect(await told('start', order)).toMatchObject({ ok: true })
  here.local.clock.set(slot.endsAt + 5 * hour)
  await here.local.fire('chase')
  expect(await told('address', order, look)).toMatchObject({ ok: true })
  expect(await told('end', order)).toMatchObject({ ok: true })
  expect(await told('address', order, look)).toMatchObject({ reason: 'order-not-now' })
})
