import type { Hours } from '../../domain/provider'
import { minutesText } from '../../text/open-hours'
import { minutesOf } from '../../text/provider-words'

/** A day's hours as they are written. */
export interface WrittenHours {
  on: boolean
  from: string
  to: string
}

export const usualHours: Hours = { from: 9 * 60, to: 18 * 60 }

export const writtenHours = (hours: readonly (Hours | null)[]): WrittenHours[] =>
  hours.map((own) => ({
    on: own !== null,
    from: minutesText((own ?? usualHours).from),
    to: minutesText((own ?? usualHours).to),
  }))

/** What was written as hours; nothing where some day's are none. */
export function readHours(written: readonly WrittenHours[]): (Hours | null)[] | undefined {
  const read = written.map(({ on, from, to }) => (on ? { from: minutesOf(from), to: minutesOf(to) } : null))
  const whole = read.flatMap((own): (Hours | null)[] => {
    if (own === null) return [null]
    return own.from !== null && own.to !== null && own.from < own.to ? [{ from: own.from, to: own.to }] : []
  })
  return whole.length === written.length ? whole : undefined
}
