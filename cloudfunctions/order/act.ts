import { isClosed, type Order, type OrderEvent } from '../../src/domain/order'
import { type Deed, whyNotDo } from '../../src/domain/order-deed'
import { type Guards, guardsOf, type Standing, standingOf, step } from '../../src/domain/order-log'
import { Refused } from '../../src/domain/refusal'
import { _, type Database } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'

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

/**
 * The one atomic step: the event and every guard field that follows from it, if the log is as it was when it was looked
 * at; nothing where it grew meanwhile. A lost reply is asked again and matches no more.
 */
export const push = (db: Database, order: Order, before: Standing, event: OrderEvent, after: Standing) => {
  const done = after.state === 'confirmed' || after.state === 'rated'
  const again = order.repeat !== null && done && !isClosed(before.state)
  const served = after.route === 'volunteers' && (event.kind === 'ended' || event.kind === 'confirmed')
  return db.orders.findAndChange(
    { _id: order._id, version: order.version },
    {
      ...changeOf(guardsOf(after, order.version + 1)),
      events: _.push([event]),
      toTell: true,
      ...(again && { repeatDue: true }),
      ...(served && { countDue: true }),
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

/**
 * Does something to an order, where `admit` lets the caller near it: refused by the same rules that grey the buttons, then one atomic step on its log. The same
 * intent again is what it was; of many at once, each next one is decided by the log as it is by then.
 */
export async function act(
  call: MemberCall,
  deed: Deed,
  { intent, order: id }: { intent: string; order: string },
  eventFor: EventFor,
  admit?: (order: Order) => void,
): Promise<Done> {
  const { db, member, now } = call
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const order = await db.orders.get(id)
    if (!order) throw new Refused({ reason: 'not-found' })
    admit?.(order)
    const standing = standingOn(order)
    const known = order.events.find((event) => event.id === intent)
    if (known) {
      if (known.by !== member._id) throw new Refused({ reason: 'order-not-yours' })
      return { order, event: known, standing, replay: true }
    }
    const whyNot = whyNotDo(deed, member, order, standing, now)
    if (whyNot) throw new Refused(whyNot)
    const event = await eventFor(order, standing)
    const after = step(order, standing, event)
    if (!after) throw new Refused({ reason: 'order-not-now', state: standing.state })
    const changed = await push(db, order, standing, event, after)
    if (changed) return { order: changed, event, standing: after, replay: false }
  }
  throw new Refused({ reason: 'server-busy' })
}
