import * as v from 'valibot'
import { type AgeBand, ageBands, isMinor } from './age'
import type { BookingState } from './booking'
import { intentId, line, personId, shortId } from './input'
import { dayStart } from './timetable'

/** Something that can be booked, in a list. */
export interface Bookable {
  id: string
  kind: 'room' | 'service'
  title: string
  item: string | null
  place: string
  provider: string | null
}

/** One slot as anyone sees it: how many seats are left, and in whose way. */
export interface SlotView {
  slot: number
  startsAt: number
  endsAt: number
  free: number
  waiting: number
  waitRoom: number
  /** Some of the caller's people have booked it. */
  mine: boolean
  /** An activity is held there then. */
  activity: boolean
  /** What it was booked for, where neighbours may read it. */
  purpose: string | null
}

export interface DayView {
  day: number
  open: boolean
  slots: SlotView[]
}

/** The page of what is booked: what it is, and its days ahead. */
export interface BookingPage extends Bookable {
  note: string
  approval: boolean
  private: boolean
  capacity: number
  /** Minutes a slot. */
  minutes: number
  people: number
  most: number
  /** Others who give the same service. */
  others: Bookable[]
  days: DayView[]
}

/** One of one's own bookings. */
export interface OwnBooking {
  id: string
  timetable: string
  day: number
  title: string
  place: string
  person: { id: string; name: string }
  startsAt: number
  endsAt: number
  state: BookingState
  position?: number
  purpose: string | null
  reason?: string
}

export interface OwnBookings {
  ahead: OwnBooking[]
  past: OwnBooking[]
}

/** A booking at the desk. Of what is private there is a name only for who handles the case. */
export interface DeskBooking extends Omit<OwnBooking, 'person'> {
  name: string | null
  building: string | null
  people: number
  /** Someone without a phone, for whom staff booked it: whatever becomes of it has to be told them. */
  kept: boolean
}

export interface BookingDesk {
  /** Waiting for a yes or a no, the soonest first. */
  asked: DeskBooking[]
  /** Everything on one day, by time. */
  today: DeskBooking[]
  timetables: DeskTimetable[]
}

/** A timetable as the desk lists and edits it. */
export interface DeskTimetable extends Bookable {
  note: string
  approval: boolean
  weekdays: number[]
  opensAt: number
  closesAt: number
  minutes: number
  capacity: number
  waitCapacity: number
  people: number
  most: number
  from: number
  until: number | null
  open: boolean
  version: number
  /** The days on which it is closed, as their first moments. */
  off: number[]
}

const number = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** By its own id, or by the service of the menu. */
export const bookingPageInput = v.strictObject({ timetable: v.nullable(shortId), item: v.nullable(shortId) })

const on = { timetable: shortId, day: dayStart } as const

/** Slots in a row, by their minutes of the day; for oneself or one of one's family. */
export const bookInput = v.strictObject({
  intent: intentId,
  ...on,
  slots: v.pipe(v.array(number(0, 1439)), v.minLength(1), v.maxLength(8)),
  person: personId,
  people: number(1, 500),
  purpose: v.nullable(line(2, 40)),
})

/**
 * Staff book for someone without a phone: for a record that there is (`holder`), or for a name that is new. Of the new
 * only grown-ups: a child is booked for by whoever looks after it. `consent`: they agreed aloud to their name being kept.
 */
export const bookForInput = v.strictObject({
  ...bookInput.entries,
  person: v.nullable(shortId),
  name: line(1, 12),
  band: v.pipe(
    v.picklist(ageBands),
    v.check((band: AgeBand) => !isMinor(band)),
  ),
  building: v.nullable(shortId),
  consent: v.literal(true),
})

export const cancelBookingInput = v.strictObject({ intent: intentId, ...on, booking: intentId })

export const deskInput = v.strictObject({ day: dayStart })

export const decideInput = v.strictObject({
  intent: intentId,
  ...on,
  booking: intentId,
  approve: v.boolean(),
  reason: v.nullable(line(2, 40)),
})

export const markInput = v.strictObject({ intent: intentId, ...on, booking: intentId, came: v.boolean() })

export const openDayInput = v.strictObject({ intent: intentId, ...on })

export const closeDayInput = v.strictObject({ intent: intentId, ...on, reason: line(2, 40) })
