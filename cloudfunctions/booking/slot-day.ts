import {
  type Booking,
  bookingsOf,
  gridFor,
  type Join,
  roomOf,
  type SlotDay,
  type SlotEvent,
  takerOf,
} from '../../src/domain/booking'
import { day } from '../../src/domain/day'
import type { Engagement } from '../../src/domain/member'
import { startOf, type Timetable } from '../../src/domain/timetable'
import { derivedId } from '../runtime/caller'
import { _, type Change, type Database, type Filter } from '../runtime/database'

/** A day of a timetable has one id, so whoever books it first makes the one that everyone books. */
export const slotDayId = (centre: string, timetable: string, at: number): string =>
  derivedId(20, 'slots', centre, timetable, String(at))

/** The day as it is before anybody booked it. */
export function emptyDay(timetable: Timetable, at: number): SlotDay {
  const { _id, centre, kind, title, place, organisation, team } = timetable
  const { grid, minutes, capacity, waitCapacity } = gridFor(timetable, null)
  return {
    _id: slotDayId(centre, _id, at),
    centre,
    timetable: _id,
    day: at,
    endsAt: startOf(at, (grid.at(-1) ?? 0) + minutes),
    kind,
    title,
    place,
    private: timetable.private,
    organisation,
    team,
    grid,
    minutes,
    capacity,
    waitCapacity,
    state: 'open',
    room: emptyRoom({ grid, capacity, waitCapacity }),
    takers: [],
    asked: [],
    wake: at + day,
    told: 0,
    events: [],
  }
}

/** Every seat and place to wait of a day that nobody has booked. */
export const emptyRoom = ({ grid, capacity, waitCapacity }: Pick<SlotDay, 'grid' | 'capacity' | 'waitCapacity'>) =>
  Object.fromEntries(grid.map((slot) => [roomOf(slot), capacity + waitCapacity]))

/** The same day with its first booking in it. */
export function firstBooked(empty: SlotDay, join: Join): SlotDay {
  const taken = new Set(join.slots.map(roomOf))
  return {
    ...empty,
    room: Object.fromEntries(
      Object.entries(empty.room).map(([slot, left]) => [slot, taken.has(slot) ? left - 1 : left]),
    ),
    takers: takersOf(join),
    asked: join.approval ? [join.id] : [],
    wake: join.at,
    events: [join],
  }
}

const takersOf = ({ slots, person }: Pick<Join, 'slots' | 'person'>): string[] =>
  slots.map((slot) => takerOf(slot, person))

const rooms = (slots: readonly number[], value: unknown) =>
  Object.fromEntries(slots.map((slot) => [`room.${roomOf(slot)}`, value])) as Record<`room.${string}`, unknown>

/** Adds to a day's log in one atomic step, once by the event's id, and has the sweep look at it. */
export const log = (
  db: Database,
  id: string,
  event: SlotEvent,
  guards: Filter<SlotDay>,
  change: Change<SlotDay>,
): Promise<SlotDay | null> =>
  db.slotDays.findAndChange(
    { _id: id, 'events.id': _.nin([event.id]), ...guards },
    { ...change, wake: event.at, events: _.push([event]) },
  )

/**
 * A booking of the same member that is not in the day as it was read (`seen`): how many they may have was counted without
 * it. The log's length would guard that, too, but everyone who books the day at once would stand in each other's way.
 */
function bookedSince(seen: SlotDay | null, { member }: Join): Record<string, unknown> {
  const known = (seen?.events ?? []).flatMap((event) =>
    event.kind === 'join' && event.member === member ? [event.id] : [],
  )
  return { kind: 'join', member, id: _.nin(known) }
}

/** The one atomic step: every slot has room and its member booked nothing meanwhile, or none is taken. */
export const push = (db: Database, id: string, join: Join, seen: SlotDay | null): Promise<SlotDay | null> =>
  log(
    db,
    id,
    join,
    {
      state: 'open',
      ...rooms(join.slots, _.gte(1)),
      takers: _.nin(takersOf(join)),
      events: _.not(_.elemMatch(bookedSince(seen, join))),
      'events.undoes': _.nin([join.id]),
    },
    {
      ...rooms(join.slots, _.inc(-1)),
      takers: _.push(takersOf(join)),
      ...(join.approval && { asked: _.push([join.id]) }),
    },
  )

/** That a day was opened again since it was read: nobody of before has a seat in it any more. */
function reopenedSince({ events }: SlotDay): Record<string, unknown> {
  const known = events.flatMap(({ kind, id }) => (kind === 'reopen' ? [id] : []))
  return { kind: 'reopen', id: _.nin(known) }
}

/** Takes a booking off the day as it was read: its seats are the next ones' in the same step, once. */
export const takeOff = (
  db: Database,
  found: SlotDay,
  booking: Pick<Join, 'id' | 'slots' | 'person'>,
  event: SlotEvent & { kind: 'leave' },
  guards: Filter<SlotDay> = {},
): Promise<SlotDay | null> =>
  log(
    db,
    found._id,
    event,
    { 'events.undoes': _.nin([booking.id]), events: _.not(_.elemMatch(reopenedSince(found))), ...guards },
    { ...rooms(booking.slots, _.inc(1)), takers: _.pullAll(takersOf(booking)), asked: _.pull(booking.id) },
  )

export const wasDone = ({ events }: Pick<SlotDay, 'events'>, intent: string): boolean =>
  events.some(({ id }) => id === intent)

export const bookingIn = (found: SlotDay, id: string, now: number): Booking | undefined =>
  bookingsOf(found, now).find((booking) => booking.id === id)

/** What a booking takes of its person's time. The same booking always makes the same entry, so keeping it twice is once. */
export const engagementOf = (
  found: Pick<SlotDay, '_id' | 'title'>,
  booking: { id: string; person: { id: string }; startsAt: number; endsAt: number },
): Engagement => ({
  party: booking.id,
  roster: found._id,
  of: 'booking',
  title: found.title,
  people: [booking.person.id],
  startsAt: booking.startsAt,
  endsAt: booking.endsAt,
})
