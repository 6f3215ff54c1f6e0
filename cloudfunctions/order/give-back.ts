import type { Member } from '../../src/domain/member'
import { nobody, type Order, type OrderEvent } from '../../src/domain/order'
import { namesOf } from '../../src/domain/order-guards'
import { stillServes } from '../../src/domain/order-serving'
import { step } from '../../src/domain/order-log'
import type { Standing } from '../../src/domain/order-standing'
import { holdsBeyond } from '../../src/domain/order-time'
import { Refused } from '../../src/domain/refusal'
import type { Role } from '../../src/domain/role'
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

/** More than anyone has on their hands. */
const most = 500

type Serving = Pick<Member, '_id' | 'roles' | 'organisation'>

/** Those of these people who are still there, with what says whom they serve. */
const servingOf = (db: Database, ids: readonly string[]): Promise<Serving[]> =>
  db.members.some<Serving>(ids, ['roles', 'organisation'])

/**
 * Gives one order back: it is looked for anew; or, where they are in somebody's home at that moment, staff have it at
 * once and ring; where they were asked and have not answered, they are asked no more. Both sides are told. Done again there is nothing left to do.
 */
const giveBack = (db: Database, id: string, member: Serving, now: number): Promise<Order | null> =>
  follow(db, id, ({ version }, standing): OrderEvent | null => {
    const { _id: by } = member
    if (stillServes(member, standing)) return null
    const gone = { id: `gone.${version}`, at: now, by, gone: true } as const
    if (isAskedByName(standing, by)) return { id: gone.id, at: now, by, kind: 'declined', reason: '' }
    if (!standing.takers.includes(by)) return null
    return standing.state === 'started' ? { ...gone, kind: 'left' } : { ...gone, kind: 'handed-on', reason: '' }
  })

/** Whether somebody was asked by name, and has not answered. */
export const isAskedByName = ({ state, to, takers }: Standing, id: string): boolean =>
  state === 'offered' && to?.kind === 'people' && to.ids.includes(id) && !takers.includes(id)

/**
 * Gives back what someone took, or was asked to do, and may not serve any more, since a role or an organisation of theirs is gone. Call it
 * once the role is gone, so that nothing is taken after the look.
 */
export async function giveBackOrders(db: Database, self: string, now: number): Promise<void> {
  const [member] = await servingOf(db, [self])
  if (!member) return
  await stopTaking(db, self)
  const taken = await db.orders.aggregate<Pick<Order, '_id'>>(
    { $or: [{ takers: self }, { givenTo: `member:${self}` }], active: true },
    [{ $limit: most }, { $project: { _id: 1 } }],
  )
  for (const { _id } of taken) await giveBack(db, _id, member, now)
  await unaskEmpty(db, now)
}

/** Who of a team or an organisation may answer for it. */
const answersFor: Record<string, readonly Role[]> = {
  team: ['volunteer', 'volunteer-captain'],
  organisation: ['operator', 'enterprise'],
}

async function isEmpty(db: Database, body: string): Promise<boolean> {
  const [kind = '', key = ''] = body.split(':')
  const of = { [kind]: key, roles: { $in: answersFor[kind] ?? [] }, erasing: { $exists: false } }
  return (await db.members.aggregate(of, [{ $limit: 1 }, { $project: { _id: 1 } }])).length === 0
}

/** What a team or an organisation was asked in which nobody is left waits for nobody: staff have it at once. */
export async function unaskEmpty(db: Database, now: number): Promise<void> {
  const offers = await db.orders.aggregate<Pick<Order, '_id' | 'givenTo'>>({ active: true, state: 'offered' }, [
    { $limit: most },
    { $project: { givenTo: 1 } },
  ])
  const bodies = new Set(offers.flatMap(({ givenTo }) => givenTo.filter((name) => !name.startsWith('member:'))))
  for (const body of bodies) {
    if (!(await isEmpty(db, body))) continue
    for (const { _id } of offers.filter(({ givenTo }) => givenTo.includes(body)))
      await follow(db, _id, ({ version }, { state, to }) =>
        state === 'offered' && to !== null && namesOf(to).includes(body)
          ? { id: `gone.${version}`, at: now, by: nobody, kind: 'declined', reason: '' }
          : null,
      )
  }
}

/**
 * Someone may be taking an order at this moment, and have kept time for it already: that step matches no more, and is
 * decided anew, by the role as it is by then. Where it came before, the order is theirs and is found as that.
 */
export async function stopTaking(db: Database, self: string): Promise<void> {
  const [member] = await db.members.some<Pick<Member, '_id' | 'calendar'>>([self], ['calendar'])
  const kept = (member?.calendar ?? []).flatMap(({ of, roster }) => (of === 'order' ? [roster] : []))
  for (const id of new Set(kept))
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const order = await db.orders.get(id)
      if (!order?.active || order.takers.includes(self)) break
      const { _id, version } = order
      if (await db.orders.findAndChange({ _id, version }, { version: version + 1 })) break
    }
}

/**
 * What somebody took whose role went in that moment: a look after the step finds it, or the chase does, where that was
 * cut short. Answers whose it is no more.
 */
export async function checkTaken(db: Database, order: Order, ids: readonly string[], now: number): Promise<string[]> {
  const standing = standingOn(order)
  const known = await servingOf(db, ids)
  const found = (id: string): Serving =>
    known.find(({ _id }) => _id === id) ?? { _id: id, roles: [], organisation: null }
  const gone = ids
    .filter((id) => standing.takers.includes(id))
    .map(found)
    .filter((member) => !stillServes(member, standing))
  for (const member of gone) await giveBack(db, order._id, member, now)
  return gone.map(({ _id }) => _id)
}
