import { randomBytes } from 'node:crypto'
import { isClosed, type Order, type OrderEvent, writtenIn } from '../../src/domain/order'
import { guardsOf } from '../../src/domain/order-guards'
import { Refused } from '../../src/domain/refusal'
import { _, type Database } from '../runtime/database'
import { renamed } from '../runtime/renamed'
import { removeFile } from '../runtime/storage'
import { changeOf, standingOn } from './act'
import { follow } from './follow'
import { isAskedByName, stopTaking } from './give-back'
import { unaskEmpty } from './unask'

const page = 40
/** How often an order is taken up anew where its log grew meanwhile. */
const attempts = 8

/**
 * Takes a person out of the orders: theirs are cancelled where somebody still waits for them, and what they had taken
 * goes back to be looked for anew; then words, room, picture and everything written go, and an id that is nobody's
 * stands where theirs stood. That something was ordered and served stays, and is nobody's.
 */
export async function forgetOrders(db: Database, self: string, now: number): Promise<void> {
  await stopTaking(db, self)
  for (let orders = await ordersOf(db, self); orders.length > 0; orders = await ordersOf(db, self))
    for (const { _id } of orders) {
      await withdraw(db, _id, self, now)
      await unname(db, _id, self)
    }
  await unaskEmpty(db, now)
}

async function ordersOf(db: Database, self: string): Promise<Pick<Order, '_id'>[]> {
  const shape = [{ $project: { _id: 1 } }, { $limit: page }]
  const [own, done, given, waits] = await Promise.all([
    db.orders.aggregate<Pick<Order, '_id'>>({ holder: self }, shape),
    db.orders.aggregate<Pick<Order, '_id'>>({ 'events.by': self }, shape),
    db.orders.aggregate<Pick<Order, '_id'>>({ 'events.to.ids': self }, shape),
    db.orders.aggregate<Pick<Order, '_id'>>({ 'events.contact': self }, shape),
  ])
  return [...own, ...done, ...given, ...waits]
}

/** Gives back what they had taken or were asked, and cancels what they had asked for. */
const withdraw = (db: Database, id: string, self: string, now: number): Promise<Order | null> =>
  follow(db, id, (order, standing): OrderEvent | null => {
    const event = { id: `erased.${order.version}`, at: now, by: self }
    if (order.holder === self && !isClosed(standing.state))
      return { ...event, kind: 'cancelled', reason: null, series: 'ends' }
    if (isAskedByName(standing, self)) return { ...event, kind: 'declined', reason: '' }
    if (!standing.takers.includes(self)) return null
    // Of who is deleted while they are in somebody's home staff hear at once; what is served stays served.
    return standing.state === 'started' ? { ...event, kind: 'left' } : { ...event, kind: 'handed-on', reason: '' }
  })

/** The texts of an event blanked, where they were theirs or about them. */
const blanked = (event: OrderEvent): OrderEvent => ({
  ...event,
  ...Object.fromEntries(writtenIn.flatMap((field) => (field in event ? [[field, '']] : []))),
})

async function unname(db: Database, id: string, self: string): Promise<void> {
  const gone = `gone-${randomBytes(9).toString('base64url')}`
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const order = await db.orders.get(id)
    if (!order) return
    const own = order.holder === self
    // In their own order anything that anyone wrote may say who they were; in others', what they wrote themselves.
    const events = order.events.map((event) => (own || event.by === self ? blanked(event) : event))
    const after = renamed({ ...order, events }, self, gone)
    const guards = guardsOf(standingOn(after), order.version + 1)
    const changed = await db.orders.findAndChange(
      // A picture that was set meanwhile must not be left behind.
      { _id: id, version: order.version, ...(own && { photo: order.photo ?? _.exists(false) }) },
      {
        ...changeOf(guards),
        holder: after.holder,
        person: after.person,
        events: after.events,
        ...(own && {
          words: _.remove(),
          room: _.remove(),
          phone: _.remove(),
          photo: _.remove(),
          photoWaits: false,
          repeat: null,
          repeatDue: false,
          keeps: false,
        }),
      },
    )
    if (!changed) continue
    if (own && order.photo !== undefined) await removeFile(order.photo)
    return
  }
  throw new Refused({ reason: 'server-busy' })
}
