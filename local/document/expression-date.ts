import { refused } from './database-error'
import { readDate, writeDate } from './date-format'
import { type Evaluate, isNothing, type Maybe, named, type Operator, type Operators } from './expression-argument'
import { calendarOf, type Calendar, dayOfWeekDate } from './calendar'
import { momentOf, utcOf, zoneOf } from './time-zone'
import { isFields, ObjectId, typeName } from './value'

/** The moment of a date; an object id has one in it. */
function momentIn(name: string, value: Maybe): number {
  if (value instanceof Date) return value.getTime()
  if (value instanceof ObjectId) return value.time
  throw refused(`${name}: can't convert from BSON type ${typeName(value)} to Date`)
}

/** UTC where no zone is given; nothing where it is null. */
function zoneGiven(given: Evaluate | undefined, root: Parameters<Evaluate>[0], variables: Parameters<Evaluate>[1]) {
  const name = given ? given(root, variables) : 'UTC'
  if (isNothing(name)) return undefined
  if (typeof name !== 'string') throw refused(`timezone must evaluate to a string, found ${typeName(name)}`)
  return zoneOf(name)
}

/** A part of a date as calendars of a time zone show it: of a date, or of `{ date, timezone }`. */
const part =
  (name: string, of: (calendar: Calendar) => number): Operator =>
  (argument, compile) => {
    const [only = argument, ...more] = Array.isArray(argument) ? argument : []
    if (more.length > 0 || (Array.isArray(argument) && argument.length === 0))
      throw refused(`${name} accepts exactly one argument if given an array`)
    const isNamed =
      isFields(only) && Object.keys(only).every((key) => !key.startsWith('$')) && Object.keys(only).length > 0
    const given = isNamed ? named(name, only, compile, ['date'], ['timezone']) : { date: compile(only) }
    return (root, variables) => {
      const [date, zone] = [given.date?.(root, variables), zoneGiven(given.timezone, root, variables)]
      if (isNothing(date) || !zone) return null
      const moment = momentIn(name, date)
      return of(calendarOf(moment + zone(moment)))
    }
  }

const plainParts = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const
const isoParts = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek', 'hour', 'minute', 'second', 'millisecond'] as const

const dateFromParts: Operator = (argument, compile) => {
  const byWeek = isFields(argument) && Object.hasOwn(argument, 'isoWeekYear')
  const [first, ...others] = byWeek ? isoParts : plainParts
  const given = named('$dateFromParts', argument, compile, [first], [...others, 'timezone'])
  return (root, variables) => {
    const zone = zoneGiven(given.timezone, root, variables)
    const values = [first, ...others].map((name, at): number | null => {
      const value = given[name] ? given[name](root, variables) : at < 3 ? 1 : 0
      if (isNothing(value)) return null
      if (typeof value !== 'number' || !Number.isInteger(value))
        throw refused(`$dateFromParts: '${name}' must evaluate to an integer, found ${typeName(value)}`)
      if (at === 0 ? value < 1 || value > 9999 : Math.abs(value) > 32_767)
        throw refused(
          `$dateFromParts: '${name}' must evaluate to an integer in the range ${at === 0 ? '1 to 9999' : '-32768 to 32767'}`,
        )
      return value
    })
    if (!zone || values.includes(null)) return null
    const [year = 0, month = 0, day = 0, hour, minute, second, millisecond] = values as number[]
    const days = byWeek ? dayOfWeekDate(year, month, day) : utcOf(year, month, day)
    return new Date(momentOf(days + utcOf(1970, 1, 1, hour, minute, second, millisecond), zone))
  }
}

const dateFromString: Operator = (argument, compile) => {
  const given = named('$dateFromString', argument, compile, ['dateString'], ['format', 'timezone', 'onError', 'onNull'])
  return (root, variables) => {
    const text = given.dateString?.(root, variables)
    const format = given.format?.(root, variables)
    const zone = zoneGiven(given.timezone, root, variables)
    if (isNothing(text)) return given.onNull ? given.onNull(root, variables) : null
    if (!zone || (given.format && isNothing(format))) return null
    if (format !== undefined && typeof format !== 'string')
      throw refused(`$dateFromString requires that 'format' be a string, found: ${typeName(format)}`)
    const moment =
      typeof text === 'string' ? readDate(text, format ?? undefined, zone, given.timezone !== undefined) : undefined
    if (moment !== undefined) return new Date(moment)
    if (given.onError) return given.onError(root, variables)
    throw refused(
      typeof text === 'string'
        ? `$dateFromString: Error parsing date string '${text}'`
        : `$dateFromString requires that 'dateString' be a string, found: ${typeName(text)}`,
    )
  }
}

const dateToString: Operator = (argument, compile) => {
  const given = named('$dateToString', argument, compile, ['date'], ['format', 'timezone', 'onNull'])
  const fixed = isFields(argument) ? argument.format : undefined
  // A format that says what nobody knows is refused before any document is read.
  if (typeof fixed === 'string' && !fixed.startsWith('$')) writeDate(0, fixed, () => 0)
  return (root, variables) => {
    const date = given.date?.(root, variables)
    const format = given.format?.(root, variables)
    const zone = zoneGiven(given.timezone, root, variables)
    if (isNothing(date)) return given.onNull ? given.onNull(root, variables) : null
    if (!zone || (given.format && isNothing(format))) return null
    if (format !== undefined && typeof format !== 'string')
      throw refused(`$dateToString requires that 'format' be a string, found: ${typeName(format)}`)
    return writeDate(momentIn('$dateToString', date), format ?? '%Y-%m-%dT%H:%M:%S.%LZ', zone)
  }
}

const parts: Record<string, (calendar: Calendar) => number> = {
  $year: ({ year }) => year,
  $month: ({ month }) => month,
  $dayOfMonth: ({ day }) => day,
  $dayOfYear: ({ dayOfYear }) => dayOfYear,
  $dayOfWeek: ({ dayOfWeek }) => dayOfWeek,
  $week: ({ week }) => week,
  $isoWeekYear: ({ isoWeekYear }) => isoWeekYear,
  $isoWeek: ({ isoWeek }) => isoWeek,
  $isoDayOfWeek: ({ isoDayOfWeek }) => isoDayOfWeek,
  $hour: ({ hour }) => hour,
  $minute: ({ minute }) => minute,
  $second: ({ second }) => second,
  $millisecond: ({ millisecond }) => millisecond,
}

export const dates: Operators = {
  ...Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, part(name, of)])),
  $dateFromParts: dateFromParts,
  $dateFromString: dateFromString,
  $dateToString: dateToString,
}
