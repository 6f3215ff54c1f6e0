import { type Booking, bookingsOf, type SlotDay, type SlotEvent } from './booking'
import { day, hour, startOfDay } from './day'
import type { BookingNotice } from './booking-notice'
import type { Notice } from './notice'

/** The hour of the day before at which people are reminded. */
const evening = 18 * hour

type Told = Pick<SlotDay, '_id' | 'timetable' | 'title' | 'day' | 'grid' | 'minutes' | 'capacity' | 'events'>

const remindsAt = ({ startsAt }: Pick<Booking, 'startsAt'>): number => startOfDay(startsAt) - day + evening

/**
 * What is owed to whom: of every event of the log from number `told` on what it changed, and to whoever comes the
 * reminder of the evening before, once it is time and as long as it lies ahead. The same day owes the same.
 */
export function bookingNotices(found: Told, told: number, now: number): Notice[] {
  const owed: Notice[] = []
  let before = standing(found, told, 0)
  for (const [index, event] of found.events.entries()) {
    if (index < told) continue
    const after = standing(found, index + 1, event.at)
    for (const booking of after) {
      const was = before.find(({ id }) => id === booking.id)
      const kind = changeOf(event, was, booking)
      if (kind) owed.push(notice(found, booking, kind, event.id, event.at))
    }
    before = after
  }
  for (const booking of bookingsOf(found, now)) {
    const at = remindsAt(booking)
    // Who booked after that needs no reminder.
    if (booking.state === 'booked' && at > booking.askedAt && at <= now && now < booking.startsAt)
      owed.push(notice(found, booking, 'booking-tomorrow', `${booking.id}-eve`, at))
  }
  return owed
}

const standing = (found: Told, length: number, at: number): Booking[] =>
  bookingsOf({ ...found, events: found.events.slice(0, length) }, at)

function changeOf(event: SlotEvent, was: Booking | undefined, booking: Booking): BookingNotice | undefined {
  if (was?.state === booking.state) return undefined
  switch (booking.state) {
    case 'booked':
      if (was?.state === 'waiting') return 'booking-promoted'
      return was === undefined ? 'booking-booked' : event.kind === 'approve' ? 'booking-approved' : undefined
    case 'asked':
      return was === undefined ? 'booking-asked' : undefined
    case 'declined':
      return 'booking-declined'
    case 'off':
      return 'booking-off'
    case 'missed':
      return 'booking-missed'
    default:
      return undefined
  }
}

const notice = (found: Told, booking: Booking, kind: BookingNotice, cause: string, at: number): Notice => ({
  to: booking.member,
  kind,
  noun: 'booking',
  about: booking.id,
  title: found.title,
  cause,
  at,
  startsAt: booking.startsAt,
  ...(booking.reason !== undefined && { reason: booking.reason }),
})

/** What whoever has no phone must know, and as what the desk hears that it is to be told them. */
const tells: Partial<Record<Notice['kind'], BookingNotice>> = {
  'booking-promoted': 'booking-tell-promoted',
  'booking-declined': 'booking-tell-declined',
  'booking-off': 'booking-tell-off',
}

/** No inbox reaches whoever has no phone (`kept`): the people of the desk are asked to tell them, each once. */
export const toldByDesk = (owed: readonly Notice[], kept: ReadonlySet<string>, desk: readonly string[]): Notice[] =>
  owed.flatMap((each): Notice[] => {
    if (!kept.has(each.to)) return [each]
    const kind = tells[each.kind]
    // One event may concern several bookings; the entry's id follows from the one that it is about.
    return kind ? desk.map((to) => ({ ...each, to, kind })) : []
  })

/** When a day has to be looked at again though nothing happens to it. */
export function slotsWakeAt(found: Told, now: number): number {
  const moments = bookingsOf(found, now).flatMap((booking) => {
    if (booking.state === 'asked') return [booking.startsAt]
    return booking.state === 'booked' ? [remindsAt(booking)] : []
  })
  return Math.min(Number.MAX_SAFE_INTEGER, ...moments.filter((at) => at > now))
}
