import type { Order, OrderEvent } from '../../src/domain/order'
import { step } from '../../src/domain/order-log'
import type { Standing } from '../../src/domain/order-standing'
import { holdsBeyond } from '../../src/domain/order-time'
import { Refused } from '../../src/domain/refusal'
import type { Database } from '../runtime/database'
import { push, standingOn } from './act'
import { freeHolds } from './calendar'

/** How often an order is taken up anew where its log grew meanwhile. */
const attempts = 8

/**
 * Adds what follows for one order from something that happened elsewhere, and answers the order as it is then; decided
 * anew where its log grew meanwhile, so `eventFor` answers nothing once it is done.
 */
export async function follow(
  db: Database,
  id: string,
  eventFor: (order: Order, standing: Standing) => OrderEvent | null,
): Promise<Order | null> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const order = await db.orders.get(id)
    if (!order) return null
    const standing = standingOn(order)
    const event = eventFor(order, standing)
    const after = event && step(order, standing, event)
    if (!event || !after) return order
    const changed = await push(db, order, standing, event, after)
    if (!changed) continue
    // Whoever else was to go has their time back.
    await freeHolds(db, order, holdsBeyond(standing.holds, after.holds))
    return changed
  }
  throw new Refused({ reason: 'server-busy' })
}
