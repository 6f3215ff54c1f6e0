import { refused } from './database-error'
import {
  fixed,
  isNothing,
  type Maybe,
  numberOf,
  type Operator,
  type Operators,
  unary,
  untilNothing,
  wholeOf,
} from './expression-argument'
import { typeName } from './value'

/** A function of one number; `whyNot` says what is wrong with one that has no value. */
const ofNumber = (name: string, compute: (value: number) => number, whyNot?: (value: number) => string | undefined) =>
  unary(name, (given) => {
    const value = numberOf(name, given)
    const reason = whyNot?.(value)
    if (reason !== undefined) throw refused(`${name}'s argument must be ${reason}, but is ${value}`)
    return compute(value)
  })

const positive = (value: number) => (value <= 0 ? 'a positive number' : undefined)

const multiply = untilNothing(
  (value) => numberOf('$multiply', value),
  (values) => values.reduce((product, value) => product * value, 1),
)

/** Numbers, and a date at most, to which they are milliseconds. */
const add = untilNothing(
  (value) => (value instanceof Date ? value : numberOf('$add', value)),
  (values) => {
    if (values.filter((value) => value instanceof Date).length > 1)
      throw refused('only one date allowed in an $add expression')
    const total = values.reduce<number>((sum, value) => sum + Number(value), 0)
    return values.some((value) => value instanceof Date) ? new Date(Math.round(total)) : total
  },
)

const ofTwo = (name: string, compute: (left: number, right: number) => number): Operator =>
  fixed(name, 2, 2, (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return compute(left, right)
    if (isNothing(left) || isNothing(right)) return null
    throw refused(`${name} only supports numeric types, not ${typeName(left)} and ${typeName(right)}`)
  })

function subtract(left: Maybe, right: Maybe): Maybe {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (isNothing(left) || isNothing(right)) return null
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (left instanceof Date && typeof right === 'number') return new Date(left.getTime() - Math.round(right))
  throw refused(`cant $subtract a ${typeName(right)} from a ${typeName(left)}`)
}

/** Cut off behind so many digits, in decimals: 8.2 to two digits stays 8.2. */
function truncated(value: number, digits: number): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && digits >= 0)) return value
  const shifted = (by: number, from: number): number => {
    const [mantissa, exponent = '0'] = String(from).split('e')
    return Number(`${mantissa}e${Number(exponent) + by}`)
  }
  return shifted(-digits, Math.trunc(shifted(digits, value)))
}

export const arithmetic: Operators = {
  $abs: ofNumber('$abs', Math.abs),
  $ceil: ofNumber('$ceil', Math.ceil),
  $floor: ofNumber('$floor', Math.floor),
  $exp: ofNumber('$exp', Math.exp),
  $ln: ofNumber('$ln', Math.log, positive),
  $log10: ofNumber('$log10', Math.log10, positive),
  $sqrt: ofNumber('$sqrt', Math.sqrt, (value) => (value < 0 ? 'greater than or equal to 0' : undefined)),
  $add: add,
  $multiply: multiply,
  $subtract: fixed('$subtract', 2, 2, subtract),
  $divide: ofTwo('$divide', (left, right) => {
    if (right === 0) throw refused("can't $divide by zero")
    return left / right
  }),
  $mod: ofTwo('$mod', (left, right) => {
    if (right === 0) throw refused("can't $mod by zero")
    return left % right
  }),
  $pow: ofTwo('$pow', (base, exponent) => {
    if (base === 0 && exponent < 0) throw refused('$pow cannot take a base of 0 and a negative exponent')
    return base ** exponent
  }),
  $log: ofTwo('$log', (value, base) => {
    if (value <= 0) throw refused(`$log's argument must be a positive number, but is ${value}`)
    if (base <= 0 || base === 1) throw refused(`$log's base must be a positive number not equal to 1, but is ${base}`)
    return Math.log(value) / Math.log(base)
  }),
  $trunc: fixed('$trunc', 1, 2, (value, digits = 0) => {
    if (isNothing(value) || isNothing(digits)) return null
    const place = wholeOf('$trunc', digits)
    if (place < -20 || place > 100) throw refused(`cannot apply $trunc with precision value ${place}: -20 to 100`)
    return truncated(numberOf('$trunc', value), place)
  }),
}
