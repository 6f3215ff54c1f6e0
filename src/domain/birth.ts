import * as v from 'valibot'
import type { AgeBand } from './age'

/** A birth as far as it is asked for; months count from 1. Private: what others see is the band. */
export interface Birth {
  year: number
  month: number
}

export const birthInput = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  month: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12)),
})

/** The centre's hours are eight ahead of UTC all year round. */
const ahead = 8 * 60 * 60 * 1000

const monthsAt = (now: number): number => {
  const date = new Date(now + ahead)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

/** Whether a birth lies in the past, or in this very month. */
export const isBorn = ({ year, month }: Birth, now: number): boolean => year * 12 + month - 1 <= monthsAt(now)

/**
 * Full years at `now` (epoch milliseconds). The day of birth is not asked for, so a year counts once the month of birth
 * is over: nobody is taken for older than they are.
 */
export const ageAt = ({ year, month }: Birth, now: number): number =>
  Math.max(0, Math.floor((monthsAt(now) - (year * 12 + month - 1) - 1) / 12))

/** The last age of each band but the last. */
const lastAges: readonly (readonly [AgeBand, number])[] = [
  ['0-3', 3],
  ['4-6', 6],
  ['7-12', 12],
  ['13-17', 17],
  ['18-34', 34],
  ['35-59', 59],
  ['60-79', 79],
]

/** The band that follows from a birth at `now`: a child moves on to the next one by the calendar. */
export const bandAt = (birth: Birth, now: number): AgeBand =>
  lastAges.find(([, last]) => ageAt(birth, now) <= last)?.[0] ?? '80+'

/** Who is younger has no account of their own: a parent or another guardian signs them up. */
export const ownAccountFrom = 14
