import type { Order, OrderEvent } from '../../src/domain/order'
import { type Deed, whyNotDo } from '../../src/domain/order-deed'
import { type Guards, guardsOf } from '../../src/domain/order-guards'
import { standingOf, step } from '../../src/domain/order-log'
import type { Standing } from '../../src/domain/order-standing'
import { type Refusal, Refused } from '../../src/domain/refusal'
import { following } from '../../src/domain/order-weekly'
import { notFreeOfAnother } from '../../src/domain/order-clash'
import { servingAs } from '../../src/domain/order-serving'
import { type Hold, holdsBeyond, timeOf } from '../../src/domain/order-time'
import { restOf } from '../../src/domain/shift-rest'
import { _, type Database } from '../runtime/database'
import type { Beside } from '../runtime/door'
import type { MemberCall } from '../runtime/procedure'
import { freeHolds, keepHolds, keepServed } from './calendar'
import { readFirst } from './quiet'

/** How often a step is tried where the log grew between the look and the step. */
const attempts = 6

/** How an order stands. A log without its beginning is a fault, never an order. */
export function standingOn(order: Order): Standing {
  const standing = standingOf(order, order.events)
  if (!standing) throw new Error('an order without its placing')
  return standing
}

/** A stretch of time is put in place of the other, not merged with it. */
export const changeOf = ({ wants, ...guards }: Guards) => ({ ...guards, wants: _.set(wants) })

/** What is written on the order itself in the same step. */
export type Also = (order: Order) => Parameters<Database['orders']['findAndChange']>[1]

/**
 * The one atomic step: the event and every guard field that follows from it, if the log is as it was when it was looked
 * at; nothing where it grew meanwhile. A lost reply is asked again and matches no more.
 */
export const push = (
  db: Database,
  order: Order,
  before: Standing,
  event: OrderEvent,
  after: Standing,
  also: ReturnType<Also> = {},
) => {
  const served = after.route === 'volunteers' && (event.kind === 'ended' || event.kind === 'confirmed')
  return db.orders.findAndChange(
    { _id: order._id, version: order.version },
    {
      ...changeOf(guardsOf(after, order.version + 1)),
      events: _.push([event]),
      toTell: true,
      ...following(order, before, event, after),
      ...(served && { countDue: true }),
      ...also,
    },
  )
}

/** What was done, the first time or before. */
export interface Done {
  order: Order
  event: OrderEvent
  standing: Standing
  replay: boolean
}

export type EventFor = (order: Order, standing: Standing) => OrderEvent | Promise<OrderEvent>

/** For what must cost few requests: the door brings the order along, before anything else. */
export const bringOrder = ({ order }: { order: string }): Beside[] => [
  { from: 'orders', match: { _id: order }, limit: 1 },
]

/**
 * Does something to an order, where `admit` lets the caller near it: refused by the same rules that grey the buttons,
 * then the time of those who serve, where one is agreed, then one atomic step on its log. The same intent again is what
 * it was; of many at once, each next one is decided by the log as it is by then.
 */
export async function act(
  call: MemberCall,
  deed: Deed,
  { intent, order: id }: { intent: string; order: string },
  eventFor: EventFor,
  admit?: (order: Order) => void,
  also?: Also,
): Promise<Done> {
  const { db, member, now } = call
  const doer = { ...member, rest: restOf(call.centre) }
  const kept: Hold[] = []
  /** Time that was kept for a step that was not made is free again; what broke in between the chase finds. */
  const freeUnused = (order: Order, standing: Standing) => freeHolds(db, order, holdsBeyond(kept, timeOf(standing)))
  let [brought] = (call.beside[0] ?? []) as Order[]
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const order = brought ?? (await db.orders.get(id))
    brought = undefined
    if (!order) throw new Refused({ reason: 'not-found' })
    const standing = standingOn(order)
    const known = order.events.find((event) => event.id === intent)
    // What was done already may have put it out of one's own hands: its answer is theirs all the same.
    if (known?.by !== member._id) admit?.(order)
    const whyNot = known
      ? known.by === member._id
        ? undefined
        : ({ reason: 'order-not-yours' } as const)
      : whyNotDo(deed, doer, order, standing, now)
    if (known || whyNot) await freeUnused(order, standing)
    if (whyNot) throw new Refused(whyNot)
    if (known) return { order, event: known, standing, replay: true }
    const decided = await decide(call, order, standing, readFirst(await eventFor(order, standing)), kept)
    if ('reason' in decided) {
      await freeUnused(order, standing)
      throw new Refused(decided)
    }
    const { event, after } = decided
    const changed = await push(db, order, standing, event, after, also?.(order))
    if (!changed) continue
    await freeHolds(db, order, holdsBeyond([...standing.holds, ...kept], timeOf(after)))
    return { order: changed, event, standing: after, replay: false }
  }
  throw new Refused({ reason: 'server-busy' })
}

/**
 * The event and what it leads to, once the time it agrees is kept for everyone who goes. Where somebody has promised it
 * to something else, or would have no rest: a time that is agreed now is refused; one that was wished, or stood before,
 * is agreed anew, unless it is the caller's own.
 */
async function decide(
  call: MemberCall,
  order: Order,
  standing: Standing,
  event: OrderEvent,
  kept: Hold[],
): Promise<{ event: OrderEvent; after: Standing } | Refusal> {
  const after = step(order, standing, event)
  if (!after) return { reason: 'order-not-now', state: standing.state }
  const { db, member, self, now, centre } = call
  const wanted = holdsBeyond(after.holds, standing.holds)
  const served = holdsBeyond(after.served, standing.served)
  kept.push(...wanted, ...served)
  await keepServed(db, order, served, now)
  // Who takes it keeps the time only while they may serve.
  const taking = event.kind === 'taken' ? { member: self, roles: servingAs(after) } : null
  const agreed = { order, standing: after, rest: restOf(centre), taking, now }
  const refused = await keepHolds(db, agreed, wanted, member)
  const [first] = refused
  if (!first) return { event, after }
  const { hold, whyNot } = refused.find((each) => each.hold.member === self) ?? first
  const own = hold.member === self
  if (own || whyNot.reason === 'no-permission') return whyNot
  if (event.kind !== 'taken' && event.kind !== 'restored') return notFreeOfAnother(whyNot, hold.slot)
  const unagreed: OrderEvent = { ...event, unagreed: true }
  const without = step(order, standing, unagreed)
  return without ? { event: unagreed, after: without } : { reason: 'order-not-now', state: standing.state }
}
