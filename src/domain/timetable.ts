import * as v from 'valibot'
import { day, hour, minute } from './day'
import { intentId, line, shortId } from './input'
import type { SeatRules } from './roster'

/**
 * What can be booked by the slot: a room of the centre, or a service of the menu that is given at set times. Its slots
 * are a fixed grid of each day that it is open, so that two bookings either are of the same slot or do not overlap.
 */
export interface Timetable {
  /** A room's is the room's own id, which activities held there name, too. */
  _id: string
  centre: string
  kind: 'room' | 'service'
  title: string
  /** The service of the menu; nothing for a room. */
  item: string | null
  /** Where, and what to know. */
  place: string
  note: string
  /** Who gives the service. */
  provider: string | null
  organisation: string | null
  team: string | null
  /** Who comes is nobody's business: the desk sees no names but who handles the case. */
  private: boolean
  /** Staff look at each booking before it counts; its seat is kept meanwhile. */
  approval: boolean

  /** The days of the week, 0 for Sunday. */
  weekdays: number[]
  /** Minutes of the day. */
  opensAt: number
  closesAt: number
  /** How long a slot is, in minutes. */
  minutes: number
  /** Bookings that a slot takes; of a room one. */
  capacity: number
  /** How many may wait for a slot. */
  waitCapacity: number
  /** How many people a booking may bring along; how many slots in a row it may take. */
  people: number
  most: number
  /** The first and the last day, as their first moments; without a last one until it is closed. */
  from: number
  until: number | null
  /** Days on which it is not open, as their first moments. */
  off: number[]
  state: 'open' | 'closed'
  /** How often it was changed, and by which intent last. */
  version: number
  saved: string
}

/** For so many days ahead one can book, today among them. */
export const daysAhead = 14

/** Until so long before its start a freed seat goes to whoever waits; then to whoever asks. */
const movedUpUntil = 2 * hour

/** The minutes of the day at which the slots of a timetable begin. */
export function gridOf({ opensAt, closesAt, minutes }: Pick<Timetable, 'opensAt' | 'closesAt' | 'minutes'>): number[] {
  const many = Math.max(0, Math.floor((closesAt - opensAt) / minutes))
  return Array.from({ length: many }, (_, slot) => opensAt + slot * minutes)
}

/** The weekday of a day at the centre, 0 for Sunday; `at` is the day's first moment. */
const weekdayOf = (at: number): number => new Date(at + 8 * hour).getUTCDay()

/** Whether it is open on a day, of which `at` is the first moment. */
export const isOpenOn = (timetable: Pick<Timetable, 'weekdays' | 'from' | 'until' | 'off' | 'state'>, at: number) =>
  timetable.state === 'open' &&
  at >= timetable.from &&
  (timetable.until === null || at <= timetable.until) &&
  timetable.weekdays.includes(weekdayOf(at)) &&
  !timetable.off.includes(at)

/** The slot's beginning, in epoch milliseconds. */
export const startOf = (dayStart: number, slot: number): number => dayStart + slot * minute

/** The seat rule as a slot plays it: a freed seat is given, not offered, as long as one still has time to come. */
export const slotRules = ({ capacity }: Pick<Timetable, 'capacity'>, dayStart: number, slot: number): SeatRules => ({
  capacity,
  mostOvertakes: 0,
  priority: null,
  offersFrom: startOf(dayStart, slot) - movedUpUntil,
  offerFor: 0,
  settledFrom: startOf(dayStart, slot) - movedUpUntil,
})

const number = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

/** A day by its first moment, at the centre. */
export const dayStart = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.maxValue(4.1e12),
  v.check((at) => (at + 8 * hour) % day === 0),
)

/** A timetable as staff write it down; `version` is the one they saw, 0 for a new one. */
export const saveTimetableInput = v.pipe(
  v.strictObject({
    intent: intentId,
    timetable: shortId,
    version: number(0, 1e6),
    kind: v.picklist(['room', 'service']),
    title: line(1, 20),
    item: v.nullable(shortId),
    place: line(1, 30),
    note: line(1, 80),
    provider: v.nullable(line(1, 20)),
    approval: v.boolean(),
    weekdays: v.pipe(v.array(number(0, 6)), v.minLength(1), v.maxLength(7)),
    opensAt: number(0, 1439),
    closesAt: number(1, 1440),
    minutes: number(5, 480),
    capacity: number(1, 200),
    waitCapacity: number(0, 50),
    people: number(1, 500),
    most: number(1, 8),
    from: dayStart,
    until: v.nullable(dayStart),
    open: v.boolean(),
  }),
  v.forward(
    v.check(({ opensAt, closesAt, minutes }) => opensAt + minutes <= closesAt),
    ['closesAt'],
  ),
  // A service is one of the menu's, and is given to one booking at a time; a room is booked by one at a time.
  v.forward(
    v.check(({ kind, item }) => (kind === 'service') === (item !== null)),
    ['item'],
  ),
  v.forward(
    v.check(({ kind, capacity, waitCapacity }) => kind === 'service' || (capacity === 1 && waitCapacity === 0)),
    ['capacity'],
  ),
  v.forward(
    v.check(({ kind, most }) => kind === 'room' || most === 1),
    ['most'],
  ),
)
