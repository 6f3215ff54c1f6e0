import {
  type Booking,
  bookingsOf,
  gridFor,
  roomOf,
  seatingOf,
  type SlotDay,
  standingStates,
  takerOf,
} from '../../src/domain/booking'
import {
  type Bookable,
  type BookingPage,
  bookingPageInput,
  type DayView,
  type OwnBooking,
  type OwnBookings,
  type SlotView,
} from '../../src/domain/booking-page'
import { day, minute, startOfDay } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import { type Engagement, type Member, ownPeople } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { daysAhead, isOpenOn, startOf, type Timetable } from '../../src/domain/timetable'
import { freeTime, hasTime, keepTime } from '../activity/calendar'
import type { Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { engagementOf } from './slot-day'

/** Timetables of a centre, at most. */
const mostTimetables = 300

export const bookableOf = ({ _id, kind, title, item, place, provider }: Timetable): Bookable => ({
  id: _id,
  kind,
  title,
  item,
  place,
  provider,
})

/** Everything that can be booked: rooms, and services by the slot. */
export const list = procedure({
  needs: 'anyone',
  input: noInput,
  run: async ({ db }): Promise<Bookable[]> =>
    (
      await db.timetables.aggregate<Timetable>({ title: { $exists: true }, state: 'open' }, [
        { $sort: { title: 1 } },
        { $limit: mostTimetables },
      ])
    ).map(bookableOf),
})

type Held = Pick<Engagement, 'startsAt' | 'endsAt'> & { place: { id: string } }
type Row = Timetable & { days: SlotDay[]; held: Held[] }

/** The page of what can be booked, with its days ahead: by its own id, or whoever gives a service of the menu. */
export const open = procedure({
  needs: 'anyone',
  input: bookingPageInput,
  run: async ({ db, member, now, centre }, { timetable: id, item }): Promise<BookingPage> => {
    if (id === null && item === null) throw new Refused({ reason: 'bad-input', field: 'timetable' })
    const today = startOfDay(now)
    const rows = await db.timetables.aggregate<Row>({ ...(id === null ? { item } : { _id: id }), state: 'open' }, [
      { $sort: { title: 1 } },
      { $limit: 10 },
      {
        $lookup: {
          from: 'slotDays',
          let: { of: '$_id' },
          pipeline: [
            {
              $match: {
                centre: centre._id,
                day: { $gte: today, $lt: today + daysAhead * day },
                $expr: { $eq: ['$timetable', '$$of'] },
              },
            },
          ],
          as: 'days',
        },
      },
      {
        $lookup: {
          from: 'activities',
          let: { of: '$_id' },
          pipeline: [
            {
              $match: {
                centre: centre._id,
                startsAt: { $gt: today - day, $lt: today + daysAhead * day },
                state: 'open',
                $expr: { $eq: ['$place.id', '$$of'] },
              },
            },
            { $project: { startsAt: 1, endsAt: 1 } },
          ],
          as: 'held',
        },
      },
    ])
    const [row, ...others] = rows
    if (!row) throw new Refused({ reason: 'not-found' })
    const people = member ? ownPeople(member) : []
    return {
      ...bookableOf(row),
      note: row.note,
      approval: row.approval,
      private: row.private,
      capacity: row.capacity,
      minutes: row.minutes,
      people: row.people,
      most: row.most,
      others: others.map(bookableOf),
      days: Array.from({ length: daysAhead }, (_, n) => dayView(row, today + n * day, people, now)),
    }
  },
})

function dayView(row: Row, at: number, people: readonly string[], now: number): DayView {
  const found = row.days.find((each) => each.day === at) ?? null
  const open = isOpenOn(row, at) && found?.state !== 'cancelled'
  const { grid } = gridFor(row, found)
  return { day: at, open, slots: open ? grid.map((slot) => slotView(row, found, { at, slot }, people, now)) : [] }
}

function slotView(
  row: Row,
  found: SlotDay | null,
  { at, slot }: { at: number; slot: number },
  people: readonly string[],
  now: number,
): SlotView {
  const { minutes, capacity, waitCapacity } = gridFor(row, found)
  const startsAt = startOf(at, slot)
  const endsAt = startsAt + minutes * minute
  const seating = found && seatingOf(found, slot, now)
  const words = found
    ? bookingsOf(found, now).find(
        (each) => each.slots.includes(slot) && each.shown && standingStates.includes(each.state),
      )
    : undefined
  return {
    slot,
    startsAt,
    endsAt,
    free: seating?.free ?? capacity,
    waiting: seating?.waiting ?? 0,
    waitRoom: found ? Math.max(0, Math.min(waitCapacity, found.room[roomOf(slot)] ?? 0)) : waitCapacity,
    mine: people.some((person) => found?.takers.includes(takerOf(slot, person))),
    activity: row.held.some((each) => each.startsAt < endsAt && each.endsAt > startsAt),
    purpose: words?.purpose ?? null,
  }
}

/** Days on which one person booked something, at most. */
const mostDays = 100

/** How long what is over is still listed. */
const past = 90 * day

/** My bookings: those ahead, soonest first, and those of late. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, member, now }): Promise<OwnBookings> => {
    const days = await db.slotDays.aggregate<SlotDay>({ 'events.member': member._id, endsAt: { $gt: now - past } }, [
      { $sort: { endsAt: -1 } },
      { $limit: mostDays },
    ])
    const all = days.flatMap((found) =>
      bookingsOf(found, now)
        .filter((booking) => booking.member === member._id)
        .map((booking) => ownView(found, booking, member)),
    )
    const isAhead = ({ state, endsAt }: OwnBooking) => standingStates.includes(state) && endsAt > now
    await settleTimes(db, member, days, all.filter(isAhead), now)
    return {
      ahead: all.filter(isAhead).sort((a, b) => a.startsAt - b.startsAt),
      past: all
        .filter((each) => !isAhead(each))
        .sort((a, b) => b.startsAt - a.startsAt)
        .slice(0, 30),
    }
  },
})

/**
 * What was cut short between a day and the calendar: time that was not kept yet is kept, where it is still free, and time
 * of what is off the day is free again. Nothing is asked where all is in order.
 */
async function settleTimes(
  db: Database,
  member: Member,
  days: readonly SlotDay[],
  ahead: readonly OwnBooking[],
  now: number,
): Promise<void> {
  for (const booking of ahead) {
    const found = days.find(({ timetable, day: at }) => timetable === booking.timetable && at === booking.day)
    if (found && !hasTime(member, booking.id)) await keepTime(db, member, engagementOf(found, booking))
  }
  const standing = new Set(ahead.map(({ id }) => id))
  const stale = member.calendar.filter(
    ({ of, endsAt, party }) => of === 'booking' && endsAt > now && !standing.has(party),
  )
  if (stale.length > 0 && days.length < mostDays)
    await freeTime(
      db,
      member._id,
      stale.map(({ party }) => party),
    )
}

/** One's own booking with the name of whom it is for; of someone who is in the family no more there is none. */
export function ownView(found: SlotDay, booking: Booking, member: Member): OwnBooking {
  if (booking.member !== member._id) throw new Refused({ reason: 'not-found' })
  const names = new Map([[member._id, member.name], ...member.family.map(({ id, name }) => [id, name] as const)])
  const { id, startsAt, endsAt, state, purpose } = booking
  return {
    id,
    timetable: found.timetable,
    day: found.day,
    title: found.title,
    place: found.place,
    person: { id: booking.person, name: names.get(booking.person) ?? '' },
    startsAt,
    endsAt,
    state,
    purpose,
    ...(booking.position !== undefined && { position: booking.position }),
    ...(booking.reason !== undefined && { reason: booking.reason }),
  }
}
