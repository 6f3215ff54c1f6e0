import { day } from '../../src/domain/day'

/** "HH:MM" of a day that is so many days after `today` (its first moment), in epoch milliseconds. */
export function momentOf(today: number, days: number, time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return today + days * day + (hours * 60 + minutes) * 60_000
}
