import { hour, minute } from '../../src/domain/day'
import type { Engagement, Member } from '../../src/domain/member'
import type { Order } from '../../src/domain/order'
import { standingOf, step } from '../../src/domain/order-log'
import { clashIn } from '../../src/domain/order-clash'
import { type Hold, holdsBeyond } from '../../src/domain/order-time'
import { _, type Database, databaseOf } from '../runtime/database'
import type { Role } from '../../src/domain/role'
import { inTurn } from '../runtime/turn'
import { engagementOf, partyOf } from './hold'

/** How often it is decided anew where the calendar changed in between. */
const attempts = 6

/** Whom time is kept for only while they may serve: of one who takes it at this moment, by which roles. */
export interface Taking {
  member: string
  roles: readonly Role[]
}

/** Their role went while they took it. */
export const gone = 'gone'

/**
 * Keeps one hold in its member's calendar; answers what else is on then where it cannot, or that who takes it may serve
 * no more: the role stands in the condition of the step.
 */
async function keepHold(
  db: Database,
  order: Order,
  hold: Hold,
  heldAt: number,
  taking: Taking | null,
): Promise<Engagement | typeof gone | undefined> {
  const { member, slot } = hold
  const entry = engagementOf(order, hold, heldAt)
  const { party } = entry
  const as = taking?.member === member ? taking.roles : null
  const overlapping = _.elemMatch({
    roster: _.neq(order._id),
    people: _.in([member]),
    startsAt: _.lt(slot.endsAt),
    endsAt: _.gt(slot.startsAt),
  })
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await db.members.findAndChange(
      {
        _id: member,
        erasing: _.exists(false),
        'calendar.party': _.nin([party]),
        calendar: _.not(overlapping),
        ...(as && { roles: _.in([...as]) }),
      },
      { calendar: _.push([entry]) },
    )
    if (kept) return undefined
    const known = await db.members.get(member)
    if (as && (!known || known.erasing !== undefined || !known.roles.some((role) => as.includes(role)))) return gone
    // Whoever is being deleted gives back what they had taken; there is no calendar to keep.
    if (!known || known.erasing !== undefined || known.calendar.some((each) => each.party === party)) return undefined
    const clash = clashIn(known.calendar, order, member, slot)
    if (clash) return clash
  }
  throw new Error('a calendar that changed at every look')
}

/**
 * Keeps time for an order before the step that agrees it, each in one atomic step on the member, as activities and
 * shifts do: of two that are agreed at once for one hour one is refused. Answers each clash with whose it is.
 */
export async function keepHolds(
  db: Database,
  order: Order,
  holds: readonly Hold[],
  now: number,
  taking: Taking | null = null,
): Promise<{ hold: Hold; clash: Engagement | typeof gone }[]> {
  const found = await Promise.all(
    holds.map(async (hold) => ({ hold, clash: await keepHold(db, order, hold, now, taking) })),
  )
  return found.flatMap(({ hold, clash }) => (clash ? [{ hold, clash }] : []))
}

/** Gives time back; once, however often it is asked. */
export async function freeHolds(db: Database, order: Pick<Order, '_id'>, holds: readonly Hold[]): Promise<void> {
  for (const hold of holds) {
    const party = partyOf(order, hold)
    await db.members.change({ _id: hold.member, 'calendar.party': party }, { calendar: _.pull({ party }) })
  }
}

/** Everything that the log held since its event number `from` and does not hold any more. */
export function givenBack(order: Order, from: number): Hold[] {
  const ever: Hold[] = []
  let standing = standingOf(order, order.events.slice(0, 1))
  for (const [index, event] of order.events.entries()) {
    if (index > 0 && standing) standing = step(order, standing, event) ?? standing
    if (index >= from - 1 && standing) ever.push(...holdsBeyond(standing.holds, ever))
  }
  return holdsBeyond(ever, standing?.holds ?? [])
}

/** A step that is under way has made its order say so by then; and so long after it nobody looks for it any more. */
const settled = { after: 10 * minute, within: 2 * hour }
/** As many at a time. */
const most = 1000

/**
 * Gives back time that was kept for a step that never came, because the function was cut short between the two: what no
 * order holds.
 */
export async function freeStray(db: Database, now: number): Promise<void> {
  const lately = { $gte: now - settled.within, $lt: now - settled.after }
  const members = await db.members.aggregate<Pick<Member, '_id' | 'centre' | 'calendar'>>(
    { 'calendar.heldAt': lately },
    [{ $project: { centre: 1, calendar: 1 } }, { $limit: most }],
  )
  const kept = members.flatMap(({ calendar }) => calendar.filter(({ of }) => of === 'order'))
  const orders = await db.orders.some<Order>([...new Set(kept.map(({ roster }) => roster))])
  const holding = new Set(
    orders.flatMap((order) =>
      (standingOf(order, order.events)?.holds ?? []).map((hold) => `${hold.member} ${partyOf(order, hold)}`),
    ),
  )
  await inTurn(members, async ({ _id, centre, calendar }) => {
    const stray = calendar.filter(
      ({ of, heldAt, party }) =>
        of === 'order' && heldAt !== undefined && heldAt < now - settled.after && !holding.has(`${_id} ${party}`),
    )
    for (const { party } of stray)
      await databaseOf(centre).members.change({ _id, 'calendar.party': party }, { calendar: _.pull({ party }) })
  })
}
