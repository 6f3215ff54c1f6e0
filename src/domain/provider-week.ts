import * as v from 'valibot'
import { day } from './day'
import { dayInput } from './day-input'
import { shortId } from './input'
import type { Order } from './order'
import type { Hours, Provider, ProviderKind } from './provider'
import { hoursOn } from './provider-calendar'

/** What a provider has on in a week: a visit of an order, an activity that it holds, a shift of its people. */
export interface WeekEntry {
  kind: 'visit' | 'activity' | 'shift'
  id: string
  title: string
  startsAt: number
  endsAt: number
  /** Of a visit: false while it is only wished. */
  agreed: boolean
  /** Who goes, by the names they chose. */
  who: string[]
}

/** A provider's week, from Monday: what is on each day, what was given to it without a time, how much it can do. */
export interface ProviderWeek {
  from: number
  days: { at: number; hours: Hours | null; entries: WeekEntry[] }[]
  /** Given to it, and no time is known yet; `asked`: it has not answered. */
  waiting: { id: string; title: string; asked: boolean }[]
  /** Visits of this week, agreed or wished, and how many a week it can do; nothing where nobody counts. */
  used: number
  weekly: number | null
}

/** How full a provider's week is. */
export interface WeekLoad {
  kind: 'team' | 'organisation'
  id: string
  used: number
  weekly: number
}

export const providerWeekInput = v.strictObject({ provider: shortId, from: v.nullable(dayInput) })
export const capacityInput = v.strictObject({ from: v.nullable(dayInput) })
export const loadsInput = v.strictObject({ order: shortId })

/** By what name an order is given to a provider; to the centre's own none is. */
export const givenName = ({ kind, key }: Pick<Provider, 'kind' | 'key'>): string =>
  `${kind === 'team' ? 'team' : 'organisation'}:${key}`

/** Whether one more would be more than they said they can do. */
export const isFull = ({ used, weekly }: { used: number; weekly: number | null }): boolean =>
  weekly !== null && used >= weekly

/** When a visit is or is wished: it counts to the week of that. */
export const timeOf = ({ startsAt, wants }: Pick<Order, 'startsAt' | 'wants'>): number | null =>
  startsAt ?? wants?.startsAt ?? null

/** The seven days, each with its hours and with what begins on it, the earliest first. */
export const daysOf = (
  calendar: Pick<Provider, 'hours' | 'closed'>,
  from: number,
  entries: readonly WeekEntry[],
): ProviderWeek['days'] =>
  weekDays(from).map((at) => ({
    at,
    hours: hoursOn(calendar, at),
    entries: entries
      .filter(({ startsAt }) => startsAt >= at && startsAt < at + day)
      .sort((one, other) => one.startsAt - other.startsAt || (one.id < other.id ? -1 : 1)),
  }))

/** The first moments of a week's days. */
export const weekDays = (from: number): number[] => Array.from({ length: 7 }, (_, n) => from + n * day)

/** So many of what there is, of so much. */
export interface Share {
  taken: number
  of: number
}

/** The centre's week: what is booked, and what could be, by the day, by provider, by room and slot. */
export interface CapacityWeek {
  from: number
  /** By day: visits agreed and only wished; seats of shifts; slots of rooms and services. */
  days: { at: number; visits: number; wished: number; seats: Share; slots: Share }[]
  /** Who serves, the fullest first. `days`: visits of each day; nothing on days when they do not work. */
  providers: {
    key: string
    name: string
    kind: ProviderKind
    used: number
    weekly: number | null
    days: (number | null)[]
  }[]
  /** What can be booked; of a day when it is not open, none of none. */
  rooms: { id: string; title: string; kind: 'room' | 'service'; days: Share[] }[]
}
