import { nobody, type Order, type OrderEvent } from '../../src/domain/order'
import { guardsOf } from '../../src/domain/order-guards'
import { standingOf, step } from '../../src/domain/order-log'
import { holdsBeyond } from '../../src/domain/order-time'
import { againId, closingOf, doubtOf, seriesOf, weekLater } from '../../src/domain/order-weekly'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { seal, unseal } from '../runtime/secret'
import { push, standingOn } from './act'
import { freeHolds } from './calendar'
import { follow } from './follow'
import { itemAt } from './item'

/** How often the next one is taken up anew where its log grew meanwhile. */
const attempts = 6

type Weekly = Order & { repeat: NonNullable<Order['repeat']> }
const isWeekly = (order: Order): order is Weekly => order.repeat !== null

const idAt = ({ centre, repeat }: Weekly, nth: number): string =>
  derivedId(16, centre, 'again', repeat.first, String(nth))
const nextId = (order: Weekly): string => idAt(order, order.repeat.nth + 1)

/**
 * Sees to what follows of a weekly order: the next one is placed, or, where the series was ended, is no more. Once for
 * the order as it stands: where its log grew meanwhile, the next chase sees to it.
 */
export async function followOn(db: Database, order: Order, now: number): Promise<void> {
  // An earlier one of the series may have been ended since this one was looked up.
  if (isWeekly(order) && !(await isLast(db, order))) {
    if (seriesOf(order, standingOn(order)) === 'ends') await endNext(db, order, now)
    else {
      await placeNext(db, order, now)
      await holdNext(db, order, now)
      if (await isLast(db, order)) await endNext(db, order, now)
    }
  }
  await db.orders.change({ _id: order._id, version: order.version, repeatDue: true }, { repeatDue: false })
}

/** The next one, under the id that follows from the first one and its number. */
async function placeNext(db: Database, order: Weekly, now: number): Promise<void> {
  const { repeat, events } = order
  const [first] = events
  // Nobody is in distress each week by the calendar.
  if (first?.kind !== 'placed' || first.route === 'crisis') return
  const nth = repeat.nth + 1
  const _id = nextId(order)
  const wants = first.wants && weekLater(first.wants, now)
  // What it was settled as it is each week; what was kept for the social workers then is kept from the first.
  const { rules: unsettled, route, ...began } = first
  const open = standingOn(order).settled === 'open'
  // What is paused or gone, and what went badly, staff look at before anybody goes.
  const served = order.item === null || (await itemAt({ db, centre: { _id: order.centre }, now }, order.item))?.served
  const placed: OrderEvent = {
    ...began,
    ...((!served || doubtOf(order)) && { start: 'triage' }),
    route: order.locked && route === 'volunteers' ? 'staff' : route,
    id: againId(nth),
    at: now,
    by: order.holder,
    wants,
    ...(open && unsettled && { rules: unsettled }),
  }
  const {
    words,
    room,
    phone,
    photo: _photo,
    photoWaits: _waits,
    photoIntents: _set,
    repeatFrom: _from,
    ...facts
  } = order
  const standing = standingOf(order, [placed])
  if (!standing) throw new Error('a weekly order that does not begin')
  await db.orders.insert({
    ...facts,
    _id,
    ...(words !== undefined && { words: seal('order-words', _id, unseal('order-words', order._id, words)) }),
    ...(room !== undefined && { room: seal('order-room', _id, unseal('order-room', order._id, room)) }),
    ...(phone !== undefined && { phone: seal('order-phone', _id, unseal('order-phone', order._id, phone)) }),
    repeat: { first: repeat.first, nth },
    placedAt: now,
    ...guardsOf(standing, 1),
    keeps: words !== undefined || room !== undefined || phone !== undefined,
    repeatDue: false,
    countDue: false,
    told: 0,
    toTell: true,
    events: [placed],
  })
}

/** Where something was said of this one after the next was placed, that one goes back to staff; once for each such word. */
async function holdNext(db: Database, order: Weekly, now: number): Promise<void> {
  const doubt = doubtOf(order)
  if (!doubt) return
  await follow(db, nextId(order), ({ events, placedAt }) =>
    placedAt > doubt.at || events.some(({ id }) => id === `held.${doubt.id}`)
      ? null
      : { id: `held.${doubt.id}`, at: now, by: nobody, kind: 'held' },
  )
}

/** Whether the series was ended with it, so that none follows. */
const isLast = async (db: Database, { _id }: Order): Promise<boolean> => (await db.orders.get(_id))?.repeat === null

/**
 * Where next ones were placed already each is cancelled by the same word; what is under way by then is served, and is
 * the last.
 */
async function endNext(db: Database, order: Weekly, now: number): Promise<void> {
  const by = closingOf(order, standingOn(order))?.by
  let nth = order.repeat.nth + 1
  while (await endOne(db, order, nth, by, now)) nth += 1
}

/** Answers whether there is such a one. Ended before it is passed over, so that what was cut short is finished. */
async function endOne(db: Database, order: Weekly, nth: number, by: string | undefined, now: number): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const next = await db.orders.get(idAt(order, nth))
    if (!next) return false
    const standing = standingOn(next)
    if (next.repeat === null || seriesOf(next, standing) === 'ends') return true
    const event: OrderEvent = {
      id: `series.${order.repeat.nth}`,
      at: now,
      by: by ?? next.holder,
      kind: 'cancelled',
      reason: null,
      series: 'ends',
    }
    const after = next.events.some(({ id }) => id === event.id) ? null : step(next, standing, event)
    if (!after) {
      const last = await db.orders.findAndChange({ _id: next._id, version: next.version }, { repeat: _.set(null) })
      if (last) return true
    } else if (await push(db, next, standing, event, after)) {
      await freeHolds(db, next, holdsBeyond(standing.holds, after.holds))
      return true
    }
  }
  throw new Error('a next order that changed at every look')
}
