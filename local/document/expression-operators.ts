import { evalExpr } from 'mingo/core'
import { $dateFromParts, $dateFromString, $dateToString } from 'mingo/operators/expression/date'
import type { Options } from 'mingo/types'
import { accumulatorOf } from './accumulator'
import { refused } from './database-error'
import { type Fields, isFields, typeName, type Value } from './value'

type Maybe = Value | undefined
type Operator = (from: unknown, expression: unknown, options: Options) => unknown

const isNothing = (value: Maybe): value is null | undefined => value === null || value === undefined

/** The values of an operator's arguments; one may stand by itself or as a list of one. */
const valuesOf = (from: unknown, expression: unknown, options: Options): Maybe[] =>
  (Array.isArray(expression) ? expression : [expression]).map((each) => evalExpr(from, each, options) as Maybe)

function strict(name: string, least: number, most: number, compute: (...values: Maybe[]) => unknown): Operator {
  return (from, expression, options) => {
    const values = valuesOf(from, expression, options)
    if (values.length < least || values.length > most)
      throw refused(`Expression ${name} takes ${least} to ${most} arguments. ${values.length} were passed in.`)
    return compute(...values)
  }
}

const number = (name: string, value: Maybe): number => {
  if (typeof value === 'number') return value
  throw refused(`${name} only supports numeric types, not ${typeName(value)}`)
}

const list = (name: string, value: Maybe): Value[] => {
  if (Array.isArray(value)) return value
  throw refused(`The argument to ${name} must be an array, but was of type: ${typeName(value)}`)
}

const text = (name: string, value: Maybe): string => {
  if (typeof value === 'string') return value
  throw refused(`${name} requires a string argument, found: ${typeName(value)}`)
}

/** `$sum` and its like outside of a group: over several arguments, or over the list that a single one comes to. */
const accumulated = (name: string): Operator => {
  const accumulate = accumulatorOf(name)
  return (from, expression, options) => {
    const values = valuesOf(from, expression, options)
    const [only] = values
    return accumulate(values.length === 1 && Array.isArray(only) ? only : values)
  }
}

const cased = (name: string, change: (value: string) => string): Operator =>
  strict(name, 1, 1, (value) => (isNothing(value) ? '' : change(text(name, value))))

/** Texts as the bytes of their UTF-8, never cut within a character. */
function bytesOf(name: string, value: Maybe, start: number, length: number): string {
  if (isNothing(value)) return ''
  const bytes = Buffer.from(text(name, value))
  if (start < 0) throw refused(`${name}: starting index must be non-negative`)
  const part = bytes.subarray(start, length < 0 ? undefined : start + length)
  const isInside = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80
  if (isInside(start) || isInside(start + part.length))
    throw refused(`${name}: Invalid range, a character would be cut`)
  return part.toString()
}

const within = (name: string): Operator =>
  strict(name, 3, 3, (value, start, length) => bytesOf(name, value, number(name, start), number(name, length)))

/** Takes the place of mingo's operators that answer something else than MongoDB, or where it refuses and they do not. */
export const operators: Record<string, Operator> = {
  $sum: accumulated('$sum'),
  $avg: accumulated('$avg'),
  $mergeObjects: accumulated('$mergeObjects'),
  $min: accumulated('$min'),
  $max: accumulated('$max'),
  $stdDevPop: accumulated('$stdDevPop'),
  $stdDevSamp: accumulated('$stdDevSamp'),
  $toLower: cased('$toLower', (value) => value.toLowerCase()),
  $toUpper: cased('$toUpper', (value) => value.toUpperCase()),
  $substr: within('$substr'),
  $substrBytes: within('$substrBytes'),
  $indexOfBytes: strict('$indexOfBytes', 2, 4, (value, part, start = 0, end = undefined) => {
    if (isNothing(value)) return null
    const bytes = Buffer.from(text('$indexOfBytes', value))
    const inside = bytes.subarray(0, end === undefined ? undefined : number('$indexOfBytes', end))
    return inside.indexOf(text('$indexOfBytes', part), number('$indexOfBytes', start))
  }),
  $size: strict('$size', 1, 1, (value) => list('$size', value).length),
  $slice: strict('$slice', 2, 3, (value, first, count) => {
    if (isNothing(value) || isNothing(first)) return null
    const [all, from] = [list('$slice', value), number('$slice', first)]
    if (count === undefined) return from < 0 ? all.slice(from) : all.slice(0, from)
    if (number('$slice', count) <= 0) throw refused('Third argument to $slice must be positive')
    const start = from < 0 ? Math.max(0, all.length + from) : from
    return all.slice(start, start + number('$slice', count))
  }),
  $mod: strict('$mod', 2, 2, (value, divisor) => {
    if (isNothing(value) || isNothing(divisor)) return null
    if (number('$mod', divisor) === 0) throw refused("can't $mod by zero")
    return number('$mod', value) % number('$mod', divisor)
  }),
  $log: strict('$log', 2, 2, (value, base) => {
    if (isNothing(value) || isNothing(base)) return null
    const [of, by] = [number('$log', value), number('$log', base)]
    if (of <= 0 || by <= 0 || by === 1) throw refused("$log's argument must be positive, and its base not 1")
    return Math.log(of) / Math.log(by)
  }),
  $trunc: strict('$trunc', 1, 2, (value, place = 0) => {
    if (isNothing(value) || isNothing(place)) return null
    const scale = 10 ** number('$trunc', place)
    return Math.trunc(number('$trunc', value) * scale) / scale
  }),
  $setUnion: strict('$setUnion', 0, Number.POSITIVE_INFINITY, (...values) =>
    values.some(isNothing) ? null : accumulatorOf('$addToSet')(values.flatMap((value) => list('$setUnion', value))),
  ),
  $switch: (from, expression, options) => {
    const { branches, default: other } = isFields(expression) ? expression : {}
    for (const branch of list('$switch', branches)) {
      if (!isFields(branch)) throw refused('$switch requires each branch to be an object')
      if (evalExpr(from, { $and: [branch.case] }, options)) return evalExpr(from, branch.then, options)
    }
    if (other === undefined) throw refused('$switch could not find a matching branch for an input, and no default')
    return evalExpr(from, other, options)
  },
  $isoWeekYear: (from, expression, options) => {
    const part = (operator: string): Maybe => evalExpr(from, { [operator]: expression }, options) as Maybe
    const [year, month, week] = [part('$year'), part('$month'), part('$isoWeek')]
    if (typeof year !== 'number' || typeof week !== 'number') return null
    if (month === 1 && week >= 52) return year - 1
    return month === 12 && week === 1 ? year + 1 : year
  },
  $dateFromParts: (from, expression, options) => {
    if (isFields(expression) && Object.hasOwn(expression, 'isoWeekYear'))
      throw refused('$dateFromParts by ISO week is not supported')
    return $dateFromParts(from as Fields, expression as Fields, options)
  },
  $dateFromString: (from, expression, options) => {
    const given = isFields(expression) ? expression : {}
    if (isNothing(evalExpr(from, given.dateString, options) as Maybe))
      return given.onNull === undefined ? null : evalExpr(from, given.onNull, options)
    const date = $dateFromString(from as Fields, expression as Parameters<typeof $dateFromString>[1], options)
    if (date instanceof Date && !Number.isNaN(date.getTime())) return date
    if (given.onError === undefined) throw refused('Error parsing date string')
    return evalExpr(from, given.onError, options)
  },
  $dateToString: (from, expression, options) => {
    const format = isFields(expression) ? expression.format : undefined
    if (typeof format === 'string' && /%[GUw]/.test(format))
      throw refused(`$dateToString: %G, %U and %w are not supported: ${format}`)
    return $dateToString(from as Fields, expression as Fields, options)
  },
}
