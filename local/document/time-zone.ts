import { refused } from './database-error'

const minute = 60_000

/** How far a time zone is ahead of UTC at a moment, in milliseconds; by name ("Asia/Shanghai") or as an offset. */
export type Zone = (moment: number) => number

const zones = new Map<string, Zone>()

export function zoneOf(name: string): Zone {
  const known = zones.get(name) ?? fixedZone(name) ?? namedZone(name)
  zones.set(name, known)
  return known
}

/** "+08", "+0800" and "+08:00". */
function fixedZone(name: string): Zone | undefined {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(name) ?? []
  if (hours === undefined) return undefined
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute
  return () => ahead
}

function namedZone(name: string): Zone {
  let format: Intl.DateTimeFormat
  try {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      era: 'short',
      hourCycle: 'h23',
      second: 'numeric',
      ...parts,
    })
  } catch {
    throw refused(`unrecognized time zone identifier: "${name}"`)
  }
  return (moment) => {
    const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type))
    const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year')
    const shown = utcOf(year, part('month'), part('day'), part('hour'), part('minute'), part('second'))
    return shown - Math.floor(moment / 1000) * 1000
  }
}

/** The moment of a date of UTC, the month from 1; parts beyond their range carry over. */
export function utcOf(year: number, month: number, day: number, hour = 0, minutes = 0, second = 0, ms = 0): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.setUTCHours(hour, minutes, second, ms)
}

/** The moment at which clocks of a zone show what they would show in UTC at `shown`. */
export function momentOf(shown: number, zone: Zone): number {
  const guess = shown - zone(shown)
  return shown - zone(guess)
}
