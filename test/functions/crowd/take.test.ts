import type { Order, OrderEvent } from '../../../src/domain/order'
import { order } from '../order-world'
import { openStage, type Stage } from '../stage'
import { centre, cleared, member } from '../world'
import { ask, askOnce, newIntent } from './people'

const at = 'rush'
const volunteers = Array.from({ length: 50 }, (_, n) => `volunteer${n}`)

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 60_000)
afterAll(() => stage.close())

interface Taken {
  as: 'lead' | 'second'
  complete: boolean
}

/** One order that is up for volunteers, and fifty of them. */
async function laid(need: 1 | 2): Promise<string> {
  const opened: OrderEvent = { id: 'opened-it', at: Date.now(), by: 'staff', kind: 'opened', words: false }
  await stage.reset({
    centres: [centre(at)],
    members: [member(at, 'huang', ['resident']), ...volunteers.map((who) => member(at, who, ['volunteer'], cleared))],
    orders: [order(at, 'lamp', { need }, [opened])],
  })
  return 'lamp'
}

const taking = (on: string) => ({ intent: newIntent(), order: on })
const takes = (who: string, input: object) =>
  ask<Taken>(stage.url, who, 'order', { procedure: 'take', centre: at, input })
const stored = () => stage.one<Order>('orders', 'lamp')

test('fifty take one order at once: exactly one has it, and forty-nine are told at once', async () => {
  const on = await laid(1)
  const started = performance.now()
  const replies = await Promise.all(volunteers.map((who) => takes(who, taking(on))))
  const took = performance.now() - started
  expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
  const no = replies.flatMap((reply) => (reply.ok ? [] : [reply.reason]))
  expect(no).toEqual(Array.from({ length: 49 }, () => 'order-taken'))
  const { takers, events } = await stored()
  expect(takers).toHaveLength(1)
  expect(events.filter(({ kind }) => kind === 'taken')).toHaveLength(1)
  // At once: a client asks again after twenty seconds; the first calls start their instances.
  expect(took).toBeLessThan(20_000)
}, 60_000)

test('fifty take a visit of two at once: exactly two have it, one of them the lead', async () => {
  const on = await laid(2)
  const replies = await Promise.all(volunteers.map((who) => takes(who, taking(on))))
  const had = replies.flatMap((reply) => (reply.ok ? [reply.value.as] : []))
  expect(had.sort()).toEqual(['lead', 'second'])
  expect((await stored()).takers).toHaveLength(2)
}, 60_000)

test('with replies lost, the database busy and everyone asking twice it is still one, and nobody is told two things', async () => {
  const on = await laid(1)
  stage.faults.seed(7)
  stage.faults.add({ when: { function: 'order', chance: 0.03 }, do: 'timeout-after' })
  stage.faults.add({ when: { function: 'order', chance: 0.03 }, do: 'lost-reply' })
  stage.faults.add({ when: { action: 'invoke', function: 'order', chance: 0.1 }, do: 'lost-reply' })
  const replies = await Promise.all(
    volunteers.map(async (who) => {
      const input = taking(on)
      return [await takes(who, input), await takes(who, input)] as const
    }),
  )
  stage.faults.clear()
  for (const [first, again] of replies) expect(again).toEqual(first)
  expect(replies.filter(([{ ok }]) => ok)).toHaveLength(1)
  expect((await stored()).takers).toHaveLength(1)
}, 120_000)

test('control: without the guard in the step more than one is told that it is theirs', async () => {
  const on = await laid(1)
  stage.faults.add({ when: { collection: 'orders', action: 'database.modifyAndReturnDoc' }, do: 'strip' })
  const replies = await Promise.all(
    volunteers.map((who) =>
      askOnce<Taken>(stage.url, who, 'order', { procedure: 'take', centre: at, input: taking(on) }),
    ),
  )
  stage.faults.clear()
  expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(1)
}, 60_000)
