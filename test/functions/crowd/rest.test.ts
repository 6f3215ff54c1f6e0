import { day, hour, startOfDay } from '../../../src/domain/day'
import type { Member } from '../../../src/domain/member'
import type { Order, OrderEvent, Slot } from '../../../src/domain/order'
import { standingOf } from '../../../src/domain/order-log'
import type { Shift } from '../../../src/domain/shift'
import { order } from '../order-world'
import { openStage, type Stage } from '../stage'
import { centre, cleared, member } from '../world'
import { shift, volunteer } from '../world-volunteer'
import { ask, newIntent } from './people'

const at = 'rested'
const midnight = startOfDay(Date.now()) + 5 * day
const time = (from: number, until: number): Slot => ({
  startsAt: midnight + from * hour,
  endsAt: midnight + until * hour,
})
const volunteers = Array.from({ length: 20 }, (_, n) => `volunteer${n}`)
const idOf = (who: string) => member(at, who, [])._id

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/**
 * For everyone the same two shifts, and for each two visits of their own: none at one hour with another, but five hours
 * of a shift and four of a visit on one day, and a visit early on the morning after a late shift.
 */
const times = { long: time(8, 13), visit: time(14, 18), late: time(68, 71), early: time(78, 79) }

async function laid(): Promise<void> {
  const up = (wants: Slot): OrderEvent[] => [
    { id: 'moved-it', at: Date.now(), by: 'staff', kind: 'moved', wants, reason: null },
    { id: 'opened-it', at: Date.now(), by: 'staff', kind: 'opened', words: false },
  ]
  const many = { count: 50, standby: 0 }
  await stage.reset({
    centres: [centre(at)],
    members: [
      member(at, 'huang', ['resident']),
      ...volunteers.map((who) => member(at, who, ['resident', 'volunteer'], cleared)),
    ],
    volunteers: volunteers.map((who) => volunteer(at, who)),
    shifts: [shift(at, 'long', { ...many, ...times.long }), shift(at, 'late', { ...many, ...times.late })],
    orders: volunteers.flatMap((who) => [
      order(at, `${who}-visit`, {}, up(times.visit)),
      order(at, `${who}-early`, { home: false }, up(times.early)),
    ]),
  })
  // What the door read is stale by the time it is used: the atomic steps alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}

const takesShift = (who: string, on: string) => {
  const input = { intent: newIntent(), shift: on, people: [idOf(who)] }
  return ask(stage.url, who, 'shift', { procedure: 'signUp', centre: at, input })
}
const takesVisit = (who: string, on: string) =>
  ask(stage.url, who, 'order', { procedure: 'take', centre: at, input: { intent: newIntent(), order: `${who}-${on}` } })

/** Each takes all four, in the same moment. */
const all = () =>
  Promise.all(
    volunteers.flatMap((who) => [
      takesShift(who, 'long'),
      takesVisit(who, 'visit'),
      takesShift(who, 'late'),
      takesVisit(who, 'early'),
    ]),
  )

/** Whoever has more than eight hours of a day or no night, or whose calendar says something else than shifts and orders. */
async function wrongs(): Promise<string[]> {
  const shifts = await Promise.all(['long', 'late'].map((id) => stage.one<Shift>('shifts', id)))
  const wrong: string[] = []
  for (const who of volunteers) {
    const orders = await Promise.all(['visit', 'early'].map((on) => stage.one<Order>('orders', `${who}-${on}`)))
    const on = [
      ...shifts.filter(({ people }) => people.includes(idOf(who))),
      ...orders.filter((each) => standingOf(each, each.events)?.slot),
    ].map(({ _id }) => _id.replace(`${who}-`, ''))
    if (on.includes('long') && on.includes('visit')) wrong.push(`${who} serves nine hours`)
    if (on.includes('late') && on.includes('early')) wrong.push(`${who} has no night`)
    const { calendar } = await stage.one<Member>('members', idOf(who))
    const kept = calendar.map(({ roster }) => roster.replace(`${who}-`, ''))
    if (kept.sort().join() !== on.sort().join()) wrong.push(`${who} keeps time for ${kept.join()}`)
    if (on.length !== 2) wrong.push(`${who} is on ${on.join()}`)
  }
  return wrong
}

test('shifts and visits that are too much together, taken by twenty people in one moment: of each two one stands, and the other is told why', async () => {
  await laid()
  const replies = await all()
  expect(await wrongs()).toEqual([])
  const no = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.reason])))
  expect([...no].sort()).toEqual(['rest-day', 'rest-night'])
}, 120_000)

test('the same with replies lost and everything asked again', async () => {
  await laid()
  stage.faults.seed(7)
  stage.faults.add({ when: { function: 'order', chance: 0.05 }, do: 'timeout-after' })
  stage.faults.add({ when: { action: 'invoke', chance: 0.1 }, do: 'lost-reply' })
  await all()
  stage.faults.clear()
  expect(await wrongs()).toEqual([])
}, 120_000)

test('control: with the conditions of the calendar’s step taken out, people serve nine hours and have no night', async () => {
  await laid()
  stage.faults.add({ when: { collection: 'members', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await all()
  stage.faults.clear()
  const found = (await wrongs()).join()
  expect([found.includes('nine hours'), found.includes('no night')]).toEqual([true, true])
}, 120_000)
