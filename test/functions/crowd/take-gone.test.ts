import { day, hour, startOfDay } from '../../../src/domain/day'
import type { Member } from '../../../src/domain/member'
import type { Order, OrderEvent } from '../../../src/domain/order'
import { memberId } from '../../../cloudfunctions/runtime/caller'
import { order } from '../order-world'
import { openStage, type Stage } from '../stage'
import { centre, cleared, member } from '../world'
import { volunteer } from '../world-volunteer'
import { ask, newIntent } from './people'

/** Volunteers take orders in the moment in which they are suspended. */
const at = 'rush'
const staff = 'worker'
const helpers = Array.from({ length: 24 }, (_, n) => `helper${n}`)
const id = (who: string) => memberId(at, `web:${who}`)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

/** For each volunteer an order that is up for all, with a wished time or without one. */
async function laid(timed: boolean): Promise<void> {
  const startsAt = startOfDay(Date.now()) + 3 * day + 10 * hour
  const wants = { startsAt, endsAt: startsAt + hour }
  const moved: OrderEvent = { id: 'moved-it', at: Date.now(), by: 'huang', kind: 'moved', wants, reason: null }
  const opened: OrderEvent = { id: 'opened-it', at: Date.now(), by: staff, kind: 'opened', words: false }
  const later = timed ? [moved, opened] : [opened]
  await stage.reset({
    centres: [centre(at)],
    members: [
      member(at, 'huang', ['resident']),
      member(at, staff, ['social-worker']),
      ...helpers.map((who) => member(at, who, ['resident', 'volunteer'], cleared)),
    ],
    volunteers: helpers.map((who) => volunteer(at, who)),
    orders: helpers.map((who) => order(at, `of-${who}`, {}, later)),
  })
}

const takes = (who: string) =>
  ask(stage.url, who, 'order', {
    procedure: 'take',
    centre: at,
    input: { intent: newIntent(), order: `of-${who}` },
  })
const suspends = (who: string) =>
  ask(stage.url, staff, 'volunteer', {
    procedure: 'decide',
    centre: at,
    input: { intent: newIntent(), volunteer: id(who), step: { kind: 'suspend', reason: '有投诉' } },
  })
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** Each is suspended so long after they began to take. */
const both = (who: string, after: number) => Promise.all([takes(who), wait(after).then(() => suspends(who))])

/** What somebody has who may serve no more. */
const strays = () => stage.all<Order>('orders').filter(({ takers, active }) => active && takers.length > 0).length
const times = () => stage.all<Member>('members').flatMap(({ calendar }) => calendar).length
/** The first calls start their instances; the race is among those that are there. */
const warm = async () => {
  await laid(false)
  await both('helper0', 0)
}

test.each([
  ['with a wished time', true],
  ['without one', false],
])(
  'an order %s is not left with who was suspended while they took it, however the two fall together',
  async (_, timed) => {
    await warm()
    await laid(timed)
    stage.faults.seed(5)
    stage.faults.add({ when: { function: 'order', chance: 0.7 }, do: 'delay' })
    stage.faults.add({ when: { function: 'volunteer', chance: 0.5 }, do: 'delay' })
    const replies = await Promise.all(helpers.map((who, n) => both(who, n * 6)))
    for (const [, suspended] of replies) expect(suspended).toMatchObject({ ok: true })
    expect([strays(), times()]).toEqual([0, 0])
  },
  60_000,
)

test('one whose last step comes long after the role went: with a time it matches no more, without one it goes back', async () => {
  for (const timed of [true, false]) {
    await warm()
    await laid(timed)
    const late = stage.faults.add({
      when: {
        function: 'order',
        procedure: 'take',
        collection: 'orders',
        action: 'database.modifyAndReturnDoc',
        nth: 1,
      },
      do: 'late',
    })
    const [taken] = await both('helper1', 60)
    expect(late()).toBe(1)
    expect(taken).toEqual({ ok: false, reason: 'no-permission' })
    expect([strays(), times()]).toEqual([0, 0])
    const { events } = await stage.one<Order>('orders', 'of-helper1')
    // With a time it never was theirs; without one it was for a moment, and both sides can read that.
    expect(events.map(({ kind }) => kind)).toEqual(
      timed ? ['placed', 'moved', 'opened'] : ['placed', 'opened', 'taken', 'handed-on'],
    )
  }
}, 60_000)

test.each([
  ['the role in the step on the calendar', 'members'],
  ['the order’s version in the step that takes it', 'orders'],
] as const)(
  'control: without %s they have it',
  async (_, collection) => {
    await warm()
    await laid(true)
    const when = { function: 'order', procedure: 'take', collection, action: 'database.modifyAndReturnDoc', nth: 1 }
    const stripped = stage.faults.add({ when, do: 'strip' })
    await both('helper2', 60)
    expect(stripped()).toBe(1)
    expect(strays()).toBe(1)
  },
  60_000,
)
