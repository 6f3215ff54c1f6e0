import { refused } from './database-error'
import { encode } from './ejson'
import { compareValues } from './order'
import { isFields, type Value } from './value'

type Maybe = Value | undefined

/** One value from those of a group's rows, in their order; undefined stands for a row that lacks it. */
export type Accumulate = (values: Maybe[]) => Value

const isNumber = (value: Maybe): value is number => typeof value === 'number'
const isPresent = (value: Maybe): value is Value => value !== undefined
const isSomething = (value: Maybe): value is Value => value !== undefined && value !== null

const sum = (values: Maybe[]): number => values.filter(isNumber).reduce((total, value) => total + value, 0)

const extreme =
  (direction: 1 | -1): Accumulate =>
  (values) =>
    values
      .filter(isSomething)
      .reduce<Value>(
        (best, value) => (best === null || compareValues(value, best) * direction > 0 ? value : best),
        null,
      )

/** The standard deviation of a whole population, or of a sample, for which there must be two. */
const deviation =
  (sample: 0 | 1): Accumulate =>
  (values) => {
    const numbers = values.filter(isNumber)
    if (numbers.length <= sample) return null
    const mean = sum(numbers) / numbers.length
    return Math.sqrt(sum(numbers.map((value) => (value - mean) ** 2)) / (numbers.length - sample))
  }

const accumulators: Record<string, Accumulate> = {
  $sum: sum,
  $avg: (values) => {
    const numbers = values.filter(isNumber)
    return numbers.length === 0 ? null : sum(numbers) / numbers.length
  },
  $min: extreme(-1),
  $max: extreme(1),
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: (values) => values.filter(isPresent),
  $addToSet: (values) => {
    const set = new Map(values.filter(isPresent).map((value) => [encode(value), value]))
    return [...set.values()]
  },
  $stdDevPop: deviation(0),
  $stdDevSamp: deviation(1),
  $mergeObjects: (values) =>
    Object.assign(
      {},
      ...values.filter(isSomething).map((value) => {
        if (!isFields(value)) throw refused('$mergeObjects requires object inputs')
        return value
      }),
    ),
}

export function accumulatorOf(operator: string): Accumulate {
  const accumulate = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined
  if (!accumulate) throw refused(`unknown group operator '${operator}'`)
  return accumulate
}
