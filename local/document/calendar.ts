import { utcOf } from './time-zone'

/** A moment as a calendar shows it. Weeks begin on Sunday (1), those of ISO 8601 on Monday (1). */
export interface Calendar {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
  millisecond: number
  dayOfYear: number
  dayOfWeek: number
  /** 0 before the year's first Sunday. */
  week: number
  isoWeekYear: number
  isoWeek: number
  isoDayOfWeek: number
}

const day = 86_400_000

/** The calendar's page for what clocks show, given as if it were UTC. */
export function calendarOf(shown: number): Calendar {
  const date = new Date(shown)
  const [year, weekday] = [date.getUTCFullYear(), date.getUTCDay()]
  const dayOfYear = Math.floor((shown - utcOf(year, 1, 1)) / day) + 1
  const isoDayOfWeek = weekday === 0 ? 7 : weekday
  // The Thursday of a week is in the year that the week belongs to.
  const thursday = new Date(shown + (4 - isoDayOfWeek) * day)
  const isoWeekYear = thursday.getUTCFullYear()
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfYear,
    dayOfWeek: weekday + 1,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoWeekYear,
    isoWeek: Math.floor((thursday.getTime() - utcOf(isoWeekYear, 1, 1)) / (7 * day)) + 1,
    isoDayOfWeek,
  }
}

/** The first moment of a day named by its ISO week; numbers beyond their range carry over. */
export function dayOfWeekDate(isoWeekYear: number, isoWeek: number, isoDayOfWeek: number): number {
  const { isoDayOfWeek: fourth } = calendarOf(utcOf(isoWeekYear, 1, 4))
  return utcOf(isoWeekYear, 1, 4 - fourth + (isoWeek - 1) * 7 + isoDayOfWeek)
}
