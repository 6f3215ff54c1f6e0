import { day, minute, startOfDay } from './day'
import type { Hours, Provider } from './provider'

type Calendar = Pick<Provider, 'hours' | 'closed'>

/** The centre's hours are eight ahead of UTC all year round. */
const weekdayOf = (startsAt: number): number => new Date(startsAt + 8 * 60 * minute).getUTCDay()

/** A provider's hours on the day that `at` is in; nothing where they do not work. */
export function hoursOn({ hours, closed }: Calendar, at: number): Hours | null {
  const start = startOfDay(at)
  return closed.includes(start) ? null : (hours[weekdayOf(start)] ?? null)
}

/** Whether they work all through this time; a time over midnight is nobody's. */
export function worksAt(calendar: Calendar, startsAt: number, endsAt: number): boolean {
  const open = hoursOn(calendar, startsAt)
  const midnight = startOfDay(startsAt)
  return open !== null && startsAt >= midnight + open.from * minute && endsAt <= midnight + open.to * minute
}

/** The first moments of the days on which they work, so many days from `now` on, today included. */
export const workingDays = (calendar: Calendar, now: number, days: number): number[] =>
  Array.from({ length: days }, (_, index) => startOfDay(now) + index * day).filter(
    (start) => hoursOn(calendar, start) !== null,
  )

/** Days of the week that have the same hours, as they are said together: 0 is Sunday. */
export function spells(hours: Calendar['hours']): { days: number[]; hours: Hours }[] {
  const found: { days: number[]; hours: Hours }[] = []
  // The week as people say it begins on Monday.
  for (const weekday of [1, 2, 3, 4, 5, 6, 0]) {
    const own = hours[weekday]
    if (!own) continue
    const same = found.find((spell) => spell.hours.from === own.from && spell.hours.to === own.to)
    if (same) same.days.push(weekday)
    else found.push({ days: [weekday], hours: own })
  }
  return found
}
