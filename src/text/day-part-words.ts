import { day, hour, startOfDay } from '../domain/day'
import { dayWords } from './time'

/** Parts of a day in local hours, and how each is called. */
const parts = {
  morning: [9, 12, '上午'],
  noon: [12, 14, '中午'],
  afternoon: [14, 18, '下午'],
  evening: [18, 20, '傍晚'],
} as const
type Part = keyof typeof parts
const allParts = Object.keys(parts) as Part[]

/** How many days ahead can be chosen by a tap. */
const days = 7

export const whenever = '都行'

/** A stretch of time that can be chosen, and how it is called. */
export interface Stretch {
  startsAt: number
  endsAt: number
  label: string
}

const stretchOn = (at: number, part: Part): Stretch => {
  const [from, to, name] = parts[part]
  return {
    startsAt: startOfDay(at) + from * hour,
    endsAt: startOfDay(at) + to * hour,
    label: `${name} ${from}–${to} 点`,
  }
}

/** What of a day is still to come. */
export const stretchesOf = (at: number, now: number): Stretch[] =>
  allParts.map((part) => stretchOn(at, part)).filter(({ endsAt }) => endsAt > now)

/** The days ahead on which anything is still to come, each by its first moment and by its name. */
export const daysAhead = (now: number): { at: number; label: string }[] =>
  Array.from({ length: days }, (_, n) => startOfDay(now) + n * day)
    .filter((at) => stretchesOf(at, now).length > 0)
    .map((at) => ({ at, label: dayWords(at, now) }))

/** The first moment of the day on which something is. */
export const dayOf = startOfDay
