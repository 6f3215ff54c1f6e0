import { calendarOf, type Calendar, dayOfWeekDate } from './calendar'
import { refused } from './database-error'
import { momentOf, utcOf, type Zone, zoneOf } from './time-zone'

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

const offset = (ahead: number): string => {
  const minutes = Math.round(Math.abs(ahead) / 60_000)
  return `${ahead < 0 ? '-' : '+'}${padded(Math.floor(minutes / 60), 2)}${padded(minutes % 60, 2)}`
}

/** What each letter of a format writes. */
const writers: Record<string, (calendar: Calendar, ahead: number) => string> = {
  d: ({ day }) => padded(day, 2),
  G: ({ isoWeekYear }) => padded(isoWeekYear, 4),
  H: ({ hour }) => padded(hour, 2),
  j: ({ dayOfYear }) => padded(dayOfYear, 3),
  L: ({ millisecond }) => padded(millisecond, 3),
  m: ({ month }) => padded(month, 2),
  M: ({ minute }) => padded(minute, 2),
  S: ({ second }) => padded(second, 2),
  w: ({ dayOfWeek }) => String(dayOfWeek),
  u: ({ isoDayOfWeek }) => String(isoDayOfWeek),
  U: ({ week }) => padded(week, 2),
  V: ({ isoWeek }) => padded(isoWeek, 2),
  Y: ({ year }) => padded(year, 4),
  z: (_, ahead) => offset(ahead),
  Z: (_, ahead) => String(Math.round(ahead / 60_000)),
  '%': () => '%',
}

/** A moment as text: "%Y-%m-%d". */
export function writeDate(moment: number, format: string, zone: Zone): string {
  const ahead = zone(moment)
  const calendar = calendarOf(moment + ahead)
  return format.replace(/%(.?)/gs, (_, letter: string) => {
    const write = Object.hasOwn(writers, letter) ? writers[letter] : undefined
    if (!write) throw refused(`Invalid format character '%${letter}' in format string`)
    return write(calendar, ahead)
  })
}

/** What each letter of a format reads. */
const readers: Record<string, string> = {
  d: '(?<d>\\d\\d?)',
  G: '(?<G>\\d{4})',
  H: '(?<H>\\d\\d?)',
  L: '(?<L>\\d{1,3})',
  m: '(?<m>\\d\\d?)',
  M: '(?<M>\\d\\d?)',
  S: '(?<S>\\d\\d?)',
  u: '(?<u>[1-7])',
  V: '(?<V>\\d\\d?)',
  Y: '(?<Y>\\d{4})',
  z: '(?<z>Z|[+-]\\d\\d(?::?\\d\\d)?)',
  Z: '(?<Z>[+-]?\\d+)',
  '%': '%',
}

function patternOf(format: string): RegExp {
  const source = format.replace(/%(.?)|[.*+?^${}()|[\]\\]/gs, (all, letter: string | undefined) => {
    if (letter === undefined) return `\\${all}`
    const read = Object.hasOwn(readers, letter) ? readers[letter] : undefined
    if (read === undefined) throw refused(`Invalid format character '%${letter}' in format string`)
    return read
  })
  try {
    return new RegExp(`^${source}$`)
  } catch {
    throw refused(`$dateFromString: a part of the date is twice in the format '${format}'`)
  }
}

/** ISO 8601, of which only the date must be there. */
const iso =
  /^(?<Y>\d{4})-(?<m>\d\d)-(?<d>\d\d)(?:[T ](?<H>\d\d):(?<M>\d\d)(?::(?<S>\d\d)(?:\.(?<L>\d{1,3})\d*)?)?\s?(?<z>Z|[+-]\d\d(?::?\d\d)?)?)?$/

/** The moment that a text names, nothing where it names none. It may say its own zone, unless one is given. */
export function readDate(
  text: string,
  format: string | undefined,
  zone: Zone,
  isZoneGiven: boolean,
): number | undefined {
  const groups = (format === undefined ? iso : patternOf(format)).exec(text)?.groups
  if (!groups) return undefined
  const number = (name: string, missing: number): number =>
    groups[name] === undefined ? missing : Number(groups[name])
  const byWeek = groups.G !== undefined
  const ms = groups.L === undefined ? 0 : Number(groups.L.padEnd(3, '0'))
  const days = byWeek
    ? dayOfWeekDate(number('G', 1970), number('V', 1), number('u', 1))
    : utcOf(number('Y', 1970), number('m', 1), number('d', 1))
  const { day, month } = calendarOf(days)
  if (!byWeek && (day !== number('d', 1) || month !== number('m', 1))) return undefined
  if (number('H', 0) > 23 || number('M', 0) > 59 || number('S', 0) > 59) return undefined
  const shown = days + utcOf(1970, 1, 1, number('H', 0), number('M', 0), number('S', 0), ms)
  const own =
    groups.z === 'Z'
      ? () => 0
      : groups.z !== undefined
        ? zoneOf(groups.z)
        : groups.Z === undefined
          ? undefined
          : () => number('Z', 0) * 60_000
  if (own && isZoneGiven)
    throw refused(
      `you cannot pass in a date/time string with time zone information together with a timezone: '${text}'`,
    )
  return momentOf(shown, own ?? zone)
}
