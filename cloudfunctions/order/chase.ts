import { day } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Notice } from '../../src/domain/notice'
import { nobody, type Order, type OrderEvent } from '../../src/domain/order'
import { patience } from '../../src/domain/order-due'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf, step } from '../../src/domain/order-log'
import { type Addressee, orderOwed } from '../../src/domain/order-notice'
import { countVisit } from '../hours/visit'
import { derivedId } from '../runtime/caller'
import { _, type Database, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { seal, unseal } from '../runtime/secret'
import { removeFile } from '../runtime/storage'
import { inTurn } from '../runtime/turn'
import { push, standingOn } from './act'
import { freeHolds, freeStray, givenBack } from './calendar'
import { unnamed } from './row'

/** The most of each kind that one chase takes on; the next one goes on. */
const most = 100

/**
 * Nothing that was asked is left without an owner: what is overdue goes up a level, what was placed weekly is placed
 * again, what volunteers gave is counted, and everyone is told what their orders owe them. Each by an event or an id of its own, so that whatever is cut
 * short is finished by the next one and nothing happens twice.
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
      inTurn(await db.orders.aggregate<Order>({ repeatDue: true }, [{ $limit: most }]), (order) =>
        placeAgain(db, order, now),
      ),
    async () =>
      inTurn(await db.orders.aggregate<Order>({ countDue: true }, [{ $limit: most }]), (order) =>
        count(databaseOf(order.centre), order),
      ),
    async () => {
      const known = new Map<string, Promise<string[]>>()
      await inTurn(await db.orders.aggregate<Order>({ toTell: true }, [{ $limit: most }]), (order) =>
        tellOrder(databaseOf(order.centre), order, known),
      )
    },
    async () => freeStray(db, now),
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
    { words: _.remove(), room: _.remove(), photo: _.remove(), keeps: false },
  )
}

const week = 7 * day

/** The next of a weekly order, under the id that follows from the first one and its number. */
async function placeAgain(db: Database, order: Order, now: number): Promise<void> {
  const { repeat, events } = order
  const [first] = events
  if (repeat && first?.kind === 'placed') {
    const nth = repeat.nth + 1
    const _id = derivedId(16, order.centre, 'again', repeat.first, String(nth))
    const { wants: before } = first
    const by = before ? Math.max(1, Math.ceil((now - before.startsAt) / week)) * week : 0
    const wants = before && { startsAt: before.startsAt + by, endsAt: before.endsAt + by }
    const placed: OrderEvent = { ...first, id: `again.${nth}`, at: now, by: order.holder, wants }
    const { words, room, photo: _photo, ...facts } = order
    const standing = standingOf(order, [placed])
    if (!standing) throw new Error('a weekly order that does not begin')
    await db.orders.insert({
      ...facts,
      _id,
      ...(words !== undefined && { words: seal('order-words', _id, unseal('order-words', order._id, words)) }),
      ...(room !== undefined && { room: seal('order-room', _id, unseal('order-room', order._id, room)) }),
      repeat: { first: repeat.first, nth },
      placedAt: now,
      ...guardsOf(standing, 1),
      keeps: words !== undefined || room !== undefined,
      repeatDue: false,
      told: 0,
      toTell: true,
      events: [placed],
    })
  }
  await db.orders.change({ _id: order._id, repeatDue: true }, { repeatDue: false })
}

/** Counts the visit by the log as it is; where it grew meanwhile, the next one counts it again. */
async function count(db: Database, order: Order): Promise<void> {
  await countVisit(db, order)
  await db.orders.change({ _id: order._id, version: order.version }, { countDue: false })
}

/**
 * Tells what the log owes, each entry once by its id, and gives back what time it does not hold any more, where that was
 * cut short; then on the order how far was told.
 */
async function tellOrder(db: Database, order: Order, known: Map<string, Promise<string[]>>): Promise<void> {
  const owed = orderOwed(order, order.told)
  const kept = order.locked || order.route !== 'volunteers'
  // What is for the social workers only is not named where somebody else may look over a shoulder.
  const title = kept ? unnamed : order.title
  const notices = await Promise.all(
    owed.map(async ({ to, ...told }): Promise<Notice[]> => {
      const people = await peopleOf(db, order.centre, to, known)
      return people.map((each) => ({ ...told, to: each, noun: 'order', about: order._id, title }))
    }),
  )
  await notify(db, order.centre, notices.flat())
  await freeHolds(db, order, givenBack(order, order.told))
  await db.orders.change({ _id: order._id, version: order.version }, { told: order.events.length, toTell: false })
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
