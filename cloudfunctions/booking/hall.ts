import { type Booking, bookingsOf, type SlotDay, standingStates } from '../../src/domain/booking'
import { startOfDay } from '../../src/domain/day'
import { nobody } from '../../src/domain/order'
import { freeTime } from '../activity/calendar'
import type { Database } from '../runtime/database'
import { takeOff } from './slot-day'

/** A room and the time that an activity is held in it. */
export interface Hall {
  placeId: string | null
  startsAt: number | null
  endsAt: number | null
}

interface InTheWay {
  found: SlotDay
  booking: Booking
}

/** An activity lasts a day at most, so it touches two of them. */
const mostDays = 3

/** What neighbours have booked of the room then, and still stands. */
export async function inTheWay(db: Database, { placeId, startsAt, endsAt }: Hall, now: number): Promise<InTheWay[]> {
  if (placeId === null || startsAt === null || endsAt === null) return []
  const days = await db.slotDays.aggregate<SlotDay>(
    { timetable: placeId, day: { $gte: startOfDay(startsAt), $lt: endsAt }, state: 'open', kind: 'room' },
    [{ $limit: mostDays }],
  )
  return days.flatMap((found) =>
    bookingsOf(found, now)
      .filter((each) => standingStates.includes(each.state) && each.startsAt < endsAt && each.endsAt > startsAt)
      .map((booking) => ({ found, booking })),
  )
}

/** What the activity is called, and who holds it. */
interface Holder {
  id: string
  title: string
  by: string | null
}

/**
 * After an activity stands in its room: whatever was booked between the look and that gives way, and is told for what.
 * Whoever books later sees the activity, since a booking looks again once it stands; so never do both stay.
 */
export async function giveWay(db: Database, hall: Hall, { id, title, by }: Holder, now: number): Promise<void> {
  for (const { found, booking } of await inTheWay(db, hall, now)) {
    await takeOff(db, found, booking, {
      id: `${id}.${booking.id}`,
      at: now,
      kind: 'leave',
      undoes: booking.id,
      by: by ?? nobody,
      reason: title,
    })
    await freeTime(db, booking.member, [booking.id])
  }
}
