import type { Refusal } from './refusal'
import type { RosterEvent } from './roster'
import { seats } from './seats'
import type { Seating } from './seating'
import { gridOf, slotRules, startOf, type Timetable } from './timetable'
import { minute } from './day'

/**
 * One day of a timetable on which somebody booked: its slots, a log of what happened to them, and guard fields that
 * change in the same atomic update as the log. It is made by the first booking, under an id that follows from timetable
 * and day; as one document, so that a booking of several slots in a row takes all of them or none.
 *
 * Who has a seat in a slot is `seatingOf(day, slot, now)`: the seat rule over the slot's part of the log.
 */
export interface SlotDay {
  _id: string
  centre: string
  timetable: string
  /** The day's first moment, and when its last slot ends. */
  day: number
  endsAt: number
  /** As the timetable was when the day was first booked: what was promised for a day stays. */
  kind: Timetable['kind']
  title: string
  place: string
  private: boolean
  organisation: string | null
  team: string | null
  grid: number[]
  minutes: number
  capacity: number
  waitCapacity: number

  // Guard fields.
  state: 'open' | 'cancelled'
  /** By slot: seats and places to wait, less every booking of it. */
  room: Record<string, number>
  /** "slot:person": nobody is in a slot twice. */
  takers: string[]
  /** Bookings that staff have not looked at yet. */
  asked: string[]
  wake: number
  told: number
  events: SlotEvent[]
}

/** What happened to a day's slots. */
export type SlotEvent = { id: string; at: number } & (
  | ({ kind: 'join'; member: string; person: string; slots: number[]; approval: boolean; by?: string } & Wish)
  /**
   * By its holder, or by staff (`by`) with a reason. "clash": it had never come; "time": it began, and nobody had said
   * yes.
   */
  | { kind: 'leave'; undoes: string; by?: string; reason?: string }
  | { kind: 'approve'; booking: string; by: string }
  /** Whether who booked was there. */
  | { kind: 'mark'; booking: string; came: boolean; by: string }
  /** The day is off: everyone is told why. */
  | { kind: 'cancel'; by: string; reason: string }
  /** It is open again; whoever was told that it is off stays off. */
  | { kind: 'reopen'; by: string }
)

/** What one comes for, and with how many. `shown`: neighbours may read it. */
export interface Wish {
  purpose: string | null
  shown: boolean
  people: number
}

export type Join = SlotEvent & { kind: 'join' }

/** The guard's name of a slot. */
export const roomOf = (slot: number): string => `s${slot}`

export const takerOf = (slot: number, person: string): string => `${slot}:${person}`

/** asked: its seat is kept until staff say yes or no. */
export type BookingState = 'asked' | 'booked' | 'waiting' | 'declined' | 'cancelled' | 'off' | 'came' | 'missed'

export const standingStates: readonly BookingState[] = ['asked', 'booked', 'waiting']

/** One booking as the log tells it. */
export interface Booking extends Wish {
  id: string
  member: string
  person: string
  slots: number[]
  startsAt: number
  endsAt: number
  state: BookingState
  askedAt: number
  position?: number
  /** Why staff took it back. */
  reason?: string
}

type Log = Pick<SlotDay, 'day' | 'grid' | 'minutes' | 'capacity' | 'events'>

/** The slot's part of the log, as the seat rule reads it: a booking is a party of one. */
function slotLog(events: readonly SlotEvent[], slot: number): RosterEvent[] {
  const here = new Set(
    events.flatMap((event) => (event.kind === 'join' && event.slots.includes(slot) ? [event.id] : [])),
  )
  const come: string[] = []
  return events.flatMap((event): RosterEvent[] => {
    const { id, at } = event
    // Nobody who had come by then has a seat any more, however the day goes on.
    if (event.kind === 'cancel')
      return come.splice(0).map((undoes) => ({ id: `${id}.${undoes}`, at, kind: 'leave', undoes }))
    if (event.kind === 'join' && here.has(id)) {
      come.push(id)
      return [{ id, at, kind: 'join', member: event.member, people: [event.person], first: true }]
    }
    if (event.kind === 'leave' && here.has(event.undoes)) return [{ id, at, kind: 'leave', undoes: event.undoes }]
    return []
  })
}

/** Who has a seat in a slot and who waits for one, at `now`. */
export const seatingOf = (log: Log, slot: number, now: number): Seating =>
  seats({ rules: slotRules(log, log.day, slot), events: slotLog(log.events, slot) }, now)

/** Folds a day's log into its bookings, in the order in which they were asked for. */
export function bookingsOf(log: Log, now: number): Booking[] {
  const bookings = new Map<string, Booking>()
  const seen = new Set<string>()
  for (const event of log.events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    if (event.kind === 'join') bookings.set(event.id, made(log, event))
    else if (event.kind === 'cancel') callOff(bookings.values(), event.reason)
    else if (event.kind !== 'reopen') happen(bookings.get(event.kind === 'leave' ? event.undoes : event.booking), event)
  }
  for (const booking of bookings.values()) {
    if (booking.state === 'booked' || booking.state === 'asked') stand(log, booking, now)
  }
  return [...bookings.values()]
}

/** Everyone who would have come. */
function callOff(bookings: Iterable<Booking>, reason: string): void {
  for (const booking of bookings)
    if (standingStates.includes(booking.state)) Object.assign(booking, { state: 'off', reason })
}

const made = ({ day, minutes }: Log, event: Join): Booking => ({
  id: event.id,
  member: event.member,
  person: event.person,
  slots: event.slots,
  startsAt: startOf(day, event.slots[0] as number),
  endsAt: startOf(day, event.slots.at(-1) as number) + minutes * minute,
  state: event.approval ? 'asked' : 'booked',
  askedAt: event.at,
  purpose: event.purpose,
  shown: event.shown,
  people: event.people,
})

function happen(booking: Booking | undefined, event: Exclude<SlotEvent, { kind: 'join' | 'cancel' | 'reopen' }>): void {
  if (!booking || ['cancelled', 'declined', 'off'].includes(booking.state)) return
  if (event.kind === 'approve') {
    booking.state = 'booked'
    booking.shown = true
  } else if (event.kind === 'mark') booking.state = event.came ? 'came' : 'missed'
  else {
    booking.state = event.by === undefined || event.by === 'clash' ? 'cancelled' : 'declined'
    if (event.reason) booking.reason = event.reason
  }
}

/** Whoever found no seat in a slot waits, and is moved up by the seat rule. */
function stand(log: Log, booking: Booking, now: number): void {
  for (const slot of booking.slots) {
    const seating = seatingOf(log, slot, now)
    const line = seating.parties.filter(({ state }) => state === 'waiting')
    const place = line.findIndex(({ id }) => id === booking.id)
    if (place < 0) continue
    booking.state = 'waiting'
    booking.position = place + 1
  }
}

/** The most bookings that one member may have ahead at one timetable on one day. */
export const mostADay = 2

/** What is asked for: slots of one day, in order, for one of one's own people. */
export interface Asked {
  member: string
  person: string
  slots: readonly number[]
  people: number
}

/** What is known of the day: the timetable's own grid until somebody booked it, then the day's. */
export type DayGrid = Pick<SlotDay, 'grid' | 'minutes' | 'capacity' | 'waitCapacity'>

export const gridFor = (timetable: Timetable, found: SlotDay | null): DayGrid =>
  found ?? {
    grid: gridOf(timetable),
    minutes: timetable.minutes,
    capacity: timetable.capacity,
    waitCapacity: timetable.waitCapacity,
  }

/**
 * Why these slots cannot be booked now, or nothing. `held` are activities in that room that day. The atomic step checks
 * the guard fields; this says which of them refused, and what no guard knows.
 */
export function whyNotBook(
  timetable: Timetable,
  day: { at: number; found: SlotDay | null; held: readonly { startsAt: number; endsAt: number }[] },
  asked: Asked,
  now: number,
): Refusal | undefined {
  const { grid, minutes } = gridFor(timetable, day.found)
  const { slots, person, member, people } = asked
  const inARow = slots.every(
    (slot, n) => grid.includes(slot) && (n === 0 || slot === (slots[n - 1] as number) + minutes),
  )
  if (!inARow || day.found?.state === 'cancelled') return { reason: 'slot-closed' }
  if (slots.length > timetable.most) return { reason: 'slots-too-many', most: timetable.most }
  if (people > timetable.people) return { reason: 'booking-people', most: timetable.people }
  const startsAt = startOf(day.at, slots[0] as number)
  const endsAt = startOf(day.at, slots.at(-1) as number) + minutes * minute
  if (now >= startsAt) return { reason: 'slot-past' }
  const there = day.held.find((each) => each.startsAt < endsAt && each.endsAt > startsAt)
  if (there) return { reason: 'slot-activity', startsAt: there.startsAt }
  if (!day.found) return undefined
  if (slots.some((slot) => day.found?.takers.includes(takerOf(slot, person)))) return { reason: 'slot-already' }
  const ahead = bookingsOf(day.found, now).filter(
    (each) => each.member === member && standingStates.includes(each.state) && each.endsAt > now,
  )
  if (ahead.length >= mostADay) return { reason: 'booking-limit', most: mostADay }
  const full = slots.find((slot) => (day.found?.room[roomOf(slot)] ?? 0) < 1)
  return full === undefined ? undefined : { reason: 'slot-full', startsAt: startOf(day.at, full) }
}
