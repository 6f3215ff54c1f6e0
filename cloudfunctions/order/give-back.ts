import type { Member } from '../../src/domain/member'
import type { Order, OrderEvent } from '../../src/domain/order'
import { stillServes } from '../../src/domain/order-serving'
import { type Standing, step } from '../../src/domain/order-log'
import { holdsBeyond } from '../../src/domain/order-time'
import { Refused } from '../../src/domain/refusal'
import type { Database } from '../runtime/database'
import { push, standingOn } from './act'
import { freeHolds } from './calendar'

/** How often an order is taken up anew where its log grew meanwhile. */
const attempts = 8

/**
 * Adds what follows for one order from something that happened elsewhere; decided anew where its log grew meanwhile, so
 * `eventFor` answers nothing once it is done.
 */
export async function follow(
  db: Database,
  id: string,
  eventFor: (order: Order, standing: Standing) => OrderEvent | null,
): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const order = await db.orders.get(id)
    if (!order) return
    const standing = standingOn(order)
    const event = eventFor(order, standing)
    const after = event && step(order, standing, event)
    if (!event || !after) return
    if (!(await push(db, order, standing, event, after))) continue
    // Whoever else was to go has their time back.
    await freeHolds(db, order, holdsBeyond(standing.holds, after.holds))
    return
  }
  throw new Refused({ reason: 'server-busy' })
}

/** More than anyone has on their hands. */
const most = 500

type Serving = Pick<Member, '_id' | 'roles' | 'organisation'>

/**
 * Gives back what someone took and may not serve any more, since a role or an organisation of theirs is gone: it is
 * looked for anew, and both sides are told. Call it once the role is gone, so that nothing is taken after the look; done
 * again there is nothing left to do. What is under way its own time brings to staff.
 */
export async function giveBackOrders(db: Database, self: string, now: number): Promise<void> {
  const [member] = await db.members.some<Serving>([self], ['roles', 'organisation'])
  if (!member) return
  const taken = await db.orders.aggregate<Pick<Order, '_id'>>({ takers: self, active: true }, [
    { $limit: most },
    { $project: { _id: 1 } },
  ])
  for (const { _id } of taken)
    await follow(db, _id, ({ version }, standing) =>
      standing.takers.includes(self) && !stillServes(member, standing)
        ? { id: `gone.${version}`, at: now, by: self, kind: 'handed-on', reason: '', gone: true }
        : null,
    )
}
