import type { Member } from '../../src/domain/member'
import type { Order, OrderEvent } from '../../src/domain/order'
import { stillServes } from '../../src/domain/order-serving'
import type { Standing } from '../../src/domain/order-standing'
import type { Database } from '../runtime/database'
import { standingOn } from './act'
import { follow } from './follow'
import { unaskEmpty } from './unask'

/** More than anyone has on their hands. */
const most = 500

type Serving = Pick<Member, '_id' | 'roles' | 'organisation'>

/** Those of these people who are still there, with what says whom they serve. */
const servingOf = (db: Database, ids: readonly string[]): Promise<Serving[]> =>
  db.members.some<Serving>(ids, ['roles', 'organisation'])

/** The same of all of them; who is not there any more serves nobody. */
async function foundOf(db: Database, ids: readonly string[]): Promise<Serving[]> {
  const known = await servingOf(db, ids)
  return ids.map((id) => known.find(({ _id }) => _id === id) ?? { _id: id, roles: [], organisation: null })
}

/**
 * Gives one order back: it is looked for anew; or, where they are in somebody's home at that moment, staff have it at
 * once and ring; where they were asked and have not answered, they are asked no more. Both sides are told. Done again
 * there is nothing left to do.
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
 * Gives back what someone took, or was asked to do, and may not serve any more, since a role or an organisation of theirs
 * is gone. Call it once the role is gone, so that nothing is taken after the look.
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

/** How often an order is taken up anew where its log grew meanwhile. */
const attempts = 8

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
  const taking = ids.filter((id) => standing.takers.includes(id))
  const gone = (await foundOf(db, taking)).filter((member) => !stillServes(member, standing))
  for (const member of gone) await giveBack(db, order._id, member, now)
  if (gone.length > 0) await unaskEmpty(db, now)
  return gone.map(({ _id }) => _id)
}

/**
 * What was offered to somebody whose role went in that moment, or to a team or an organisation that nobody is in, is
 * offered no more; found by the chase that tells whom it asks. Answers who of them is asked no more.
 */
export async function checkAsked(db: Database, order: Order, now: number): Promise<string[]> {
  const standing = standingOn(order)
  const { state, to, takers } = standing
  if (state !== 'offered' || !to) return []
  if (to.kind !== 'people') {
    await unaskEmpty(db, now, [order])
    return []
  }
  const asked = await foundOf(
    db,
    to.ids.filter((id) => !takers.includes(id)),
  )
  const gone = asked.filter((member) => !stillServes(member, standing))
  for (const member of gone) await giveBack(db, order._id, member, now)
  return gone.map(({ _id }) => _id)
}
