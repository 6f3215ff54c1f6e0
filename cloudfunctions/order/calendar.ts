import { hour, minute } from '../../src/domain/day'
import type { Engagement, Member } from '../../src/domain/member'
import type { Order } from '../../src/domain/order'
import { standingOf, step } from '../../src/domain/order-log'
import type { Standing } from '../../src/domain/order-standing'
import { type NotFree, whyNotFree } from '../../src/domain/order-clash'
import { type Hold, holdsBeyond, timeOf } from '../../src/domain/order-time'
import { Refused } from '../../src/domain/refusal'
import type { Rest } from '../../src/domain/shift-rest'
import { grown } from '../runtime/birth'
import { _, type Database, databaseOf } from '../runtime/database'
import type { Role } from '../../src/domain/role'
import { inTurn } from '../runtime/turn'
import { engagementOf, partyOf } from './hold'

/** How often it is decided anew where the calendar changed in between. */
const attempts = 6

/** Whom time is kept for only while they may serve: of one who takes it at this moment, by which roles. */
interface Taking {
  member: string
  roles: readonly Role[]
}

/** What is agreed with whoever serves, and by which rules. */
interface Agreed {
  order: Order
  /** How the order stands with it. */
  standing: Pick<Standing, 'route' | 'to'>
  rest: Rest
  taking: Taking | null
  now: number
}

/** Why somebody's time is not kept; of who takes it also that their role went in that moment. */
type NotKept = NotFree | { reason: 'no-permission' }

/** How a hold is put into a calendar; whatever is put in there that someone serves is the turn of the next. */
const entered = (entry: Engagement) => ({ calendar: _.push([entry]), dutyTurn: _.inc(1) })

/**
 * Keeps one hold in its member's calendar, or answers why it cannot: by the same two rules as shifts, of which the clash
 * is in the step itself and the rest is decided on the calendar of this turn (`dutyTurn`), so that of a shift and a visit
 * that are too much together, taken at once, one is refused. The role of who takes it stands in the step as well.
 */
async function keepHold(
  db: Database,
  { order, standing, rest, taking, now }: Agreed,
  hold: Hold,
  member: Member | null,
): Promise<NotKept | undefined> {
  const { slot } = hold
  const entry = engagementOf(order, hold, now)
  const { party } = entry
  const as = taking?.member === hold.member ? taking.roles : null
  const overlapping = _.elemMatch({
    roster: _.neq(order._id),
    people: _.in([hold.member]),
    startsAt: _.lt(slot.endsAt),
    endsAt: _.gt(slot.startsAt),
  })
  let known = member
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (as && (!known || known.erasing !== undefined || !known.roles.some((role) => as.includes(role))))
      return { reason: 'no-permission' }
    // Whoever is being deleted gives back what they had taken; there is no calendar to keep.
    if (!known || known.erasing !== undefined || known.calendar.some((each) => each.party === party)) return undefined
    const whyNot = whyNotFree(known, { order, ...standing }, slot, rest)
    if (whyNot) return whyNot
    const kept = await db.members.findAndChange(
      {
        _id: hold.member,
        erasing: _.exists(false),
        'calendar.party': _.nin([party]),
        calendar: _.not(overlapping),
        dutyTurn: known.dutyTurn ?? _.exists(false),
        ...(as && { roles: _.in([...as]) }),
      },
      entered(entry),
    )
    if (kept) return undefined
    const found = await db.members.get(hold.member)
    known = found && grown(found, now)
  }
  throw new Refused({ reason: 'server-busy' })
}

/**
 * Keeps time for an order before the step that agrees it, each in one atomic step on the member, as activities and
 * shifts do: of two that are agreed at once for one hour one is refused. Answers each that cannot be with whose it is.
 * `caller` is known already.
 */
export async function keepHolds(
  db: Database,
  agreed: Agreed,
  holds: readonly Hold[],
  caller: Member,
): Promise<{ hold: Hold; whyNot: NotKept }[]> {
  const others = [...new Set(holds.map(({ member }) => member))].filter((id) => id !== caller._id)
  const found = others.length === 0 ? [] : await db.members.some<Member>(others)
  const known = new Map([caller, ...found.map((each) => grown(each, agreed.now))].map((each) => [each._id, each]))
  const whys = await Promise.all(
    holds.map(async (hold) => ({ hold, whyNot: await keepHold(db, agreed, hold, known.get(hold.member) ?? null) })),
  )
  return whys.flatMap(({ hold, whyNot }) => (whyNot ? [{ hold, whyNot }] : []))
}

/** Writes down the time that a visit took, before the step that ends it. It is over, so nothing speaks against it. */
export async function keepServed(db: Database, order: Order, served: readonly Hold[], now: number): Promise<void> {
  const entries = served.map((hold) => ({ member: hold.member, entry: engagementOf(order, hold, now) }))
  await Promise.all(
    entries.map(({ member, entry }) =>
      db.members.change(
        { _id: member, erasing: _.exists(false), 'calendar.party': _.nin([entry.party]) },
        entered(entry),
      ),
    ),
  )
}

/** Gives time back; once, however often it is asked. */
export async function freeHolds(db: Database, order: Pick<Order, '_id'>, holds: readonly Hold[]): Promise<void> {
  for (const hold of holds) {
    const party = partyOf(order, hold)
    await db.members.change(
      { _id: hold.member, 'calendar.party': party },
      { calendar: _.pull({ party }), dutyTurn: _.inc(1) },
    )
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
    orders.flatMap((order) => {
      const standing = standingOf(order, order.events)
      return (standing ? timeOf(standing) : []).map((hold) => `${hold.member} ${partyOf(order, hold)}`)
    }),
  )
  await inTurn(members, async ({ _id, centre, calendar }) => {
    const stray = calendar.filter(
      ({ of, heldAt, party }) =>
        of === 'order' && heldAt !== undefined && heldAt < now - settled.after && !holding.has(`${_id} ${party}`),
    )
    for (const { party } of stray)
      await databaseOf(centre).members.change(
        { _id, 'calendar.party': party },
        { calendar: _.pull({ party }), dutyTurn: _.inc(1) },
      )
  })
}
