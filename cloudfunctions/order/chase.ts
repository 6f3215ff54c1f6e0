import { day } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Notice } from '../../src/domain/notice'
import { isClosed, nobody, type Order, type OrderEvent } from '../../src/domain/order'
import { patience } from '../../src/domain/order-due'
import { step } from '../../src/domain/order-log'
import { orderOwed } from '../../src/domain/order-notice'
import type { Addressee } from '../../src/domain/order-told'
import { countVisit } from '../hours/visit'
import { _, type Database, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { removeFile } from '../runtime/storage'
import { inTurn } from '../runtime/turn'
import { push, standingOn } from './act'
import { freeHolds, freeStray, givenBack } from './calendar'
import { forgetOrders } from './forget'
import { follow } from './follow'
import { checkAsked, checkTaken } from './give-back'
import { photoOwed } from './photo'
import { knownAs } from './row'
import { followOn } from './weekly'

/** The most of each kind that one chase takes on; the next one goes on. */
const most = 100
const unanswered = 2 * day

/**
 * Nothing that was asked is left without an owner: what is overdue goes up a level, what was placed weekly is placed
 * again, what volunteers gave is counted, and everyone is told what their orders owe them. Each by an event or an id of
 * its own, so that whatever is cut short is finished by the next one and nothing happens twice.
 */
export async function chase({ now, db }: Tick): Promise<void> {
  const due = { active: true, dueAt: { $lte: now } }
  // What the next one of a weekly order is still to be copied from is kept until it is.
  const old = { keeps: true, active: false, placedAt: { $lt: now - patience.kept }, repeatDue: { $ne: true } }
  const steps = [
    async () => inTurn(await db.orders.aggregate<Order>(old, [{ $limit: most }]), (order) => letGo(db, order)),
    async () =>
      inTurn(await db.orders.aggregate<Order>(due, [{ $sort: { dueAt: 1 } }, { $limit: most }]), (order) =>
        goUp(db, order, now),
      ),
    async () =>
      inTurn(
        await db.orders.aggregate<Order>({ repeatDue: true, repeatFrom: { $lte: now } }, [{ $limit: most }]),
        (order) => followOn(databaseOf(order.centre), order, now),
      ),
    async () =>
      inTurn(await db.orders.aggregate<Order>({ countDue: true }, [{ $limit: most }]), (order) =>
        count(databaseOf(order.centre), order),
      ),
    async () => {
      const known = new Map<string, Promise<string[]>>()
      await inTurn(await db.orders.aggregate<Order>({ toTell: true }, [{ $limit: most }]), (order) =>
        tellOrder(databaseOf(order.centre), order, known, now),
      )
    },
    async () => freeStray(db, now),
    // What WeChat never answered a person has looked at long since.
    async () => db.pictureChecks.remove({ at: _.lt(now - unanswered) }),
  ]
  await inTurn(steps, (each) => each())
}

/** Writes down that the time ran out, once for each time that is due: its id follows from it, no client can make it. */
async function goUp(db: Database, order: Order, now: number): Promise<void> {
  const standing = standingOn(order)
  if (standing.dueAt === null) return
  const event: OrderEvent = {
    id: `due.${standing.dueAt}`,
    at: now,
    by: nobody,
    kind: 'overdue',
    due: standing.dueAt,
  }
  const after = step(order, standing, event)
  if (after) await push(db, order, standing, event, after)
}

/** Takes out what only who served had to know; that it was ordered and served stays. */
async function letGo(db: Database, { _id, photo }: Order): Promise<void> {
  if (photo !== undefined) await removeFile(photo)
  await db.orders.change(
    { _id, active: false },
    { words: _.remove(), room: _.remove(), phone: _.remove(), photo: _.remove(), photoWaits: false, keeps: false },
  )
}

/** Counts the visit by the log as it is; where it grew meanwhile, the next one counts it again. */
async function count(db: Database, order: Order): Promise<void> {
  await countVisit(db, order)
  await db.orders.change({ _id: order._id, version: order.version }, { countDue: false })
}

/**
 * Tells what the log owes, each entry once by its id, and gives back what time it does not hold any more, and what was
 * taken by whose role went in that moment, or offered to them, where that was cut short; then on the order how far was
 * told.
 */
async function tellOrder(
  db: Database,
  found: Order,
  known: Map<string, Promise<string[]>>,
  now: number,
): Promise<void> {
  const order = await stillAsked(db, found, now)
  const took = order.events.slice(order.told).flatMap(({ kind, by }) => (kind === 'taken' ? [by] : []))
  const assigned = order.events.slice(order.told).some(({ kind }) => kind === 'assigned')
  const back = [
    ...(took.length > 0 ? await checkTaken(db, order, took, now) : []),
    ...(assigned ? await checkAsked(db, order, now) : []),
  ]
  await forgetGone(db, back, now)
  const owed = [...orderOwed(order, order.told), ...photoOwed(order, now)]
  const title = knownAs(order)
  const notices = await Promise.all(
    owed.map(async ({ to, ...told }): Promise<Notice[]> => {
      const people = await peopleOf(db, order.centre, to, known)
      return people.map((each) => ({ ...told, to: each, noun: 'order', about: order._id, title }))
    }),
  )
  await notify(db, order.centre, notices.flat())
  await freeHolds(db, order, givenBack(order, order.told))
  // A picture that came in meanwhile is no event: it is told by the next one.
  const asTold = { _id: order._id, version: order.version, photo: order.photo ?? _.exists(false) }
  await db.orders.change(asTold, { told: order.events.length, toTell: false })
}

/**
 * A new order, before anybody hears of it: where whoever holds it deleted their account while it was on its way, and
 * that deletion looked before it was there, everything of theirs is taken out of it now; and where it is for one of the
 * family who was removed meanwhile, nobody comes. Who deletes or removes later finds it.
 */
async function stillAsked(db: Database, order: Order, now: number): Promise<Order> {
  const { _id, holder: by, person, told } = order
  if (told > 0) return order
  const [holder] = await db.members.some<Pick<Member, '_id' | 'erasing' | 'family'>>([by], ['erasing', 'family'])
  if (!holder || holder.erasing !== undefined) {
    await forgetOrders(db, by, now)
    return (await db.orders.get(_id)) ?? order
  }
  if (person === by || holder.family.some(({ id }) => id === person)) return order
  const cancelled = { at: now, by, kind: 'cancelled', reason: null, series: 'ends' } as const
  const after = await follow(db, _id, ({ version }, { state }) =>
    isClosed(state) ? null : { id: `removed.${version}`, ...cancelled },
  )
  return after ?? order
}

/** Who is nobody here any more: what they did while their account went leaves no trace of them either. */
async function forgetGone(db: Database, ids: readonly string[], now: number): Promise<void> {
  if (ids.length === 0) return
  const there = await db.members.some<Pick<Member, '_id'>>(ids, ['_id'])
  for (const id of ids) if (!there.some(({ _id }) => _id === id)) await forgetOrders(db, id, now)
}

/** Who is meant, by id; asked once in a chase, however many orders there are. */
function peopleOf(
  db: Database,
  centre: string,
  to: Addressee,
  known: Map<string, Promise<string[]>>,
): Promise<string[]> {
  if (typeof to === 'object' && 'member' in to) return Promise.resolve([to.member])
  const name = typeof to === 'string' ? to : to.asked
  const key = `${centre} ${name}`
  const found = known.get(key) ?? lookFor(db, name)
  known.set(key, found)
  return found
}

async function lookFor(db: Database, name: string): Promise<string[]> {
  const [kind, id = ''] = name.split(':')
  if (kind === 'member') return [id]
  const fits: Record<string, Record<string, unknown>> = {
    desk: { roles: 'social-worker' },
    committee: { roles: 'committee-member' },
    team: { roles: { $in: ['volunteer-captain', 'volunteer'] }, team: id },
    organisation: { roles: { $in: ['operator', 'enterprise'] }, organisation: id },
  }
  const people = await db.members.aggregate<Pick<Member, '_id'>>(fits[kind ?? ''] ?? { roles: 'nobody' }, [
    { $project: { _id: 1 } },
    { $limit: 500 },
  ])
  return people.map(({ _id }) => _id)
}
