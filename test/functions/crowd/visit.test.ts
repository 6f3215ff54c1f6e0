import { day, hour, startOfDay } from '../../../src/domain/day'
import type { Member } from '../../../src/domain/member'
import type { Order, OrderEvent, Slot } from '../../../src/domain/order'
import { standingOf } from '../../../src/domain/order-log'
import { order } from '../order-world'
import { openStage, type Stage } from '../stage'
import { centre, cleared, member } from '../world'
import { ask, newIntent } from './people'

const at = 'visits'
const morning = startOfDay(Date.now()) + day + 9 * hour
const slot = (from: number): Slot => ({ startsAt: morning + from * hour, endsAt: morning + (from + 2) * hour })
const volunteers = Array.from({ length: 20 }, (_, n) => `volunteer${n}`)
const idOf = (who: string) => member(at, who, [])._id

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

const opened = (wants: Slot | null): OrderEvent[] => [
  ...(wants ? [{ id: 'moved-it', at: Date.now(), by: 'staff', kind: 'moved', wants, reason: null } as const] : []),
  { id: 'opened-it', at: Date.now(), by: 'staff', kind: 'opened', words: false },
]

/** For each volunteer two visits that are theirs without a time, and two that are up with one, all within three hours. */
async function laid(): Promise<void> {
  const orders = volunteers.flatMap((who) => {
    const taken: OrderEvent = { id: 'taken-it', at: Date.now(), by: idOf(who), kind: 'taken' }
    return [
      order(at, `${who}-a`, {}, [...opened(null), taken]),
      order(at, `${who}-b`, {}, [...opened(null), taken]),
      order(at, `${who}-c`, {}, opened(slot(0))),
      order(at, `${who}-d`, {}, opened(slot(1))),
    ]
  })
  await stage.reset({
    centres: [centre(at)],
    members: [member(at, 'huang', ['resident']), ...volunteers.map((who) => member(at, who, ['volunteer'], cleared))],
    orders,
  })
  // What the door read is stale by the time it is used: the atomic steps alone can be right.
  stage.faults.add({ when: { collection: 'centres' }, do: 'delay' })
}

const asks = (who: string, procedure: string, on: string, more: object = {}) =>
  ask(stage.url, who, 'order', {
    procedure,
    centre: at,
    input: { intent: newIntent(), order: `${who}-${on}`, ...more },
  })

/** Each agrees two and takes two, in the same moment. */
const all = () =>
  Promise.all(
    volunteers.flatMap((who) => [
      asks(who, 'schedule', 'a', { slot: slot(0), reason: null }),
      asks(who, 'schedule', 'b', { slot: slot(1), reason: null }),
      asks(who, 'take', 'c'),
      asks(who, 'take', 'd'),
    ]),
  )

/** What of the agreed visits cannot be: two at one hour, or a calendar that says something else than the orders. */
async function wrongs(): Promise<string[]> {
  const wrong: string[] = []
  for (const who of volunteers) {
    const orders = await Promise.all(['a', 'b', 'c', 'd'].map((on) => stage.one<Order>('orders', `${who}-${on}`)))
    const agreed = orders.filter((each) => standingOf(each, each.events)?.slot).map(({ _id }) => _id)
    if (agreed.length !== 1) wrong.push(`${who} is at ${agreed.join()}`)
    const { calendar } = await stage.one<Member>('members', idOf(who))
    const kept = calendar.map(({ roster }) => roster)
    if (kept.sort().join() !== agreed.sort().join()) wrong.push(`${who} keeps time for ${kept.join()}`)
  }
  return wrong
}

test('twenty volunteers agree and take four visits at one hour each, in one moment: each has one, and is told of the others', async () => {
  await laid()
  const replies = await all()
  expect(await wrongs()).toEqual([])
  expect(replies.filter(({ ok }) => ok)).toHaveLength(volunteers.length)
  const no = new Set(replies.flatMap((reply) => (reply.ok ? [] : [reply.reason])))
  expect([...no]).toEqual(['order-clash'])
}, 120_000)

test('the same with replies lost and everything asked again', async () => {
  await laid()
  stage.faults.seed(5)
  stage.faults.add({ when: { function: 'order', chance: 0.05 }, do: 'timeout-after' })
  stage.faults.add({ when: { action: 'invoke', function: 'order', chance: 0.1 }, do: 'lost-reply' })
  await all()
  stage.faults.clear()
  expect(await wrongs()).toEqual([])
}, 120_000)

test('control: with the conditions of the calendar’s step taken out, volunteers end up at two doors at once', async () => {
  await laid()
  stage.faults.add({ when: { collection: 'members', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  await all()
  stage.faults.clear()
  expect((await wrongs()).some((what) => what.includes('is at'))).toBe(true)
}, 120_000)
