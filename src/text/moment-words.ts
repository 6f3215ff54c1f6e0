import { clockWords, dateKey } from './time'

const eightHours = 8 * 60 * 60 * 1000

/** A moment as it is written into two fields: "2026-12-03" and "9:30". */
export const dateText = (at: number | null): string => (at === null ? '' : dateKey(at))
export const clockText = (at: number | null): string => (at === null ? '' : clockWords(at))

/**
 * The moment that a date and an hour say, at the centre; nothing where they say none. Written as people write it:
 * "2026-12-3", "2026/12/03", "9:30", "9：30", "930".
 */
export function momentOf(date: string, clock: string): number | null {
  const day = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?\s*$/.exec(date)
  const hour = /^\s*(\d{1,2})(?:[:：.点]?(\d{2}))?\s*$/.exec(clock)
  if (!day || !hour) return null
  const [year, month, dayOfMonth] = [Number(day[1]), Number(day[2]), Number(day[3])]
  const [hours, minutes] = [Number(hour[1]), Number(hour[2] ?? 0)]
  if (month < 1 || month > 12 || hours > 23 || minutes > 59) return null
  const at = Date.UTC(year, month - 1, dayOfMonth, hours, minutes) - eightHours
  // The 31st of a month of 30 days would be the first of the next.
  return new Date(at + eightHours).getUTCDate() === dayOfMonth ? at : null
}
