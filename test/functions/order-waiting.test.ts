import { memberId } from '../../cloudfunctions/runtime/caller'
import { day } from '../../src/domain/day'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { Waiting } from '../../src/domain/order-waiting'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { member } from './world'

/** What the first page of the staff says that waits. */
let here: Town
const id = (who: string) => memberId('one', `web:${who}`)
beforeAll(async () => {
  here = await town()
  await here.local.store.empty('orders')
  await here.put('members', [
    member('one', 'mei', ['resident']),
    member('one', 'shi', ['social-worker']),
    member('one', 'cap', ['volunteer-captain'], { team: 'team-repair' }),
  ])
})
afterAll(() => here.stop())

let turn = 0
async function lays(more: Partial<Order> = {}, later: readonly OrderEvent[] = []) {
  const whole: Order = stored('one', `waits-${(turn += 1)}`, { holder: id('mei'), person: id('mei') }, later)
  await here.put('orders', [{ ...whole, ...more } as Order])
}
const counts = (who: string) => here.value<Waiting>(who, 'order.waiting')
const event = (kind: string, more = {}) =>
  ({ id: `${kind}-it`, at: Date.now(), by: id('shi'), kind, ...more }) as OrderEvent

test('orders are counted by what they wait for, each once altogether; a captain sees their team’s', async () => {
  const before = await counts('shi')
  expect(before.orders).toEqual({ crisis: 0, overdue: 0, unassigned: 0, triage: 0 })
  await lays()
  await lays({ route: 'crisis' })
  await lays({}, [event('opened', { words: false })])
  await lays({ dueAt: Date.now() - day }, [event('opened', { words: false })])
  await lays({}, [event('assigned', { to: { kind: 'team', id: 'team-repair' } })])
  await lays({ dueAt: Date.now() - day }, [event('assigned', { to: { kind: 'team', id: 'team-repair' } })])
  await lays({ active: false })
  expect((await counts('shi')).orders).toEqual({ crisis: 1, overdue: 2, unassigned: 2, triage: 2 })
  expect((await counts('cap')).orders).toEqual({ crisis: 0, overdue: 1, unassigned: 0, triage: 0 })
})

test('another desk is counted for who is at it, for the whole centre only', async () => {
  const [whole, team] = [await counts('shi'), await counts('cap')]
  expect(Object.values(whole).every((each) => each !== null)).toBe(true)
  expect(team).toMatchObject({ needs: null, volunteers: null, hours: null, bookings: null })
})

test('who does not give orders out is not told', async () => {
  expect((await here.ask('mei', 'order.waiting')).reply).toEqual({ ok: false, reason: 'no-permission' })
})
