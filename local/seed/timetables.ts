import { emptyDay } from '../../cloudfunctions/booking/slot-day'
import { bookingsOf, type Join, roomOf, type SlotDay, takerOf } from '../../src/domain/booking'
import { slotsWakeAt } from '../../src/domain/booking-telling'
import { day, hour, minute } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Timetable } from '../../src/domain/timetable'
import content from './content/timetables.json'

interface TimetableContent {
  id: string
  kind: string
  item?: string
  title: string
  place: string
  note: string
  weekdays: number[]
  open: string
  close: string
  minutes: number
  people?: number
  most?: number
  approval?: boolean
  capacity?: number
  wait?: number
  provider?: string | null
  private?: boolean
}

interface BookingContent {
  timetable: string
  day: number
  slots: string[]
  who: string
  purpose?: string
  people?: number
  shown?: boolean
}

/** "HH:MM" in minutes of the day. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

/** What the demo centre has by the slot. */
export const timetablesOf = (centre: string, today: number): Timetable[] =>
  (content.timetables as TimetableContent[]).map((each) => ({
    _id: each.id,
    centre,
    kind: each.kind === 'room' ? 'room' : 'service',
    title: each.title,
    item: each.item ?? null,
    place: each.place,
    note: each.note,
    provider: each.provider ?? null,
    organisation: null,
    team: null,
    private: each.private ?? false,
    approval: each.approval ?? false,
    weekdays: each.weekdays,
    opensAt: minutesOf(each.open),
    closesAt: minutesOf(each.close),
    minutes: each.minutes,
    capacity: each.capacity ?? 1,
    waitCapacity: each.wait ?? 0,
    people: each.people ?? 1,
    most: each.most ?? 1,
    from: today - 30 * day,
    until: null,
    off: [],
    state: 'open',
    version: 1,
    saved: 'seed',
  }))

/**
 * The days of them that somebody booked; each member's calendar keeps the time. What is booked for a day on which it is
 * not open is left out: which weekday today is changes.
 */
export function slotDaysOf(
  timetables: readonly Timetable[],
  today: number,
  now: number,
  memberOf: (content: string) => Member,
): SlotDay[] {
  const days = new Map<string, SlotDay>()
  for (const [n, booking] of (content.bookings as BookingContent[]).entries()) {
    const timetable = timetables.find(({ _id }) => _id === booking.timetable)
    if (!timetable) throw new Error(`no timetable ${booking.timetable}`)
    const at = today + booking.day * day
    if (!timetable.weekdays.includes(new Date(at + 8 * hour).getUTCDay())) continue
    const found = days.get(`${timetable._id} ${at}`) ?? emptyDay(timetable, at)
    days.set(`${timetable._id} ${at}`, found)
    const member = memberOf(booking.who)
    write(found, { timetable, booking, member, id: `seed-booking-${n}`, at: today - day + 9 * hour + n * minute })
  }
  for (const found of days.values()) {
    found.told = found.events.length
    found.wake = slotsWakeAt(found, now)
  }
  return [...days.values()]
}

function write(
  found: SlotDay,
  of: { timetable: Timetable; booking: BookingContent; member: Member; id: string; at: number },
): void {
  const { timetable, booking, member, id, at } = of
  const slots = booking.slots.map(minutesOf)
  if (slots.some((slot) => !found.grid.includes(slot)))
    throw new Error(`${booking.slots} is no slot of ${timetable._id}`)
  const join: Join = {
    id,
    at,
    kind: 'join',
    member: member._id,
    person: member._id,
    slots,
    approval: timetable.approval,
    purpose: booking.purpose ?? null,
    shown: booking.shown ?? false,
    people: booking.people ?? 1,
  }
  found.events.push(join)
  if (timetable.approval) found.asked.push(id)
  for (const slot of slots) {
    found.room[roomOf(slot)] = (found.room[roomOf(slot)] ?? 0) - 1
    found.takers.push(takerOf(slot, member._id))
  }
  const made = bookingsOf(found, at).find((each) => each.id === id)
  if (!made) throw new Error(`no booking ${id}`)
  const { startsAt, endsAt } = made
  const { _id: roster, title } = found
  member.calendar.push({ party: id, roster, of: 'booking', title, people: [member._id], startsAt, endsAt })
}
