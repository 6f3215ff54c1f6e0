import { accumulatorOf } from './accumulator'
import { refused } from './database-error'
import { encode } from './ejson'
import {
  argumentsOf,
  fixed,
  isNothing,
  isTrue,
  listOf,
  type Maybe,
  named,
  type Operator,
  type Operators,
  unary,
  untilNothing,
  wholeOf,
} from './expression-argument'
import { equalValues } from './order'
import { typeName, type Value } from './value'

/** The name that an element has inside `$map` and `$filter`: `this` where none is given. */
function nameGiven(operator: string, given: Maybe): string {
  if (given === undefined) return 'this'
  if (typeof given !== 'string' || !/^[a-z\u0080-\uffff]\w*/.test(given))
    throw refused(`${operator}: '${String(given)}' is not a valid name of a variable`)
  return given
}

const asOf = (argument: Value): Maybe => (argument as { as?: Value })?.as

/** `$map` and `$filter`: what becomes of each element. */
const eachElement =
  (operator: string, part: string, become: (element: Value, result: Maybe) => Value[]): Operator =>
  (argument, compile) => {
    const { input, [part]: body } = named(operator, argument, compile, ['input', part], ['as'])
    const name = nameGiven(operator, asOf(argument))
    return (root, variables) => {
      const list = input?.(root, variables)
      if (isNothing(list)) return null
      if (!Array.isArray(list)) throw refused(`input to ${operator} must be an array not ${typeName(list)}`)
      return list.flatMap((element) => become(element, body?.(root, { ...variables, [name]: element })))
    }
  }

const reduce: Operator = (argument, compile) => {
  const { input, initialValue, in: body } = named('$reduce', argument, compile, ['input', 'initialValue', 'in'])
  return (root, variables) => {
    const list = input?.(root, variables)
    if (isNothing(list)) return null
    if (!Array.isArray(list)) throw refused(`$reduce requires that 'input' be an array, found: ${typeName(list)}`)
    return list.reduce<Maybe>(
      (value, element) => body?.(root, { ...variables, value, this: element }),
      initialValue?.(root, variables),
    )
  }
}

const zip: Operator = (argument, compile) => {
  named('$zip', argument, compile, ['inputs'], ['useLongestLength', 'defaults'])
  const { inputs, useLongestLength = false, defaults = [] } = argument as Record<string, Value>
  if (!Array.isArray(inputs) || inputs.length === 0) throw refused('$zip: inputs must be an array of expressions')
  if (typeof useLongestLength !== 'boolean') throw refused('$zip: useLongestLength must be a bool')
  if (!Array.isArray(defaults) || (defaults.length > 0 && (!useLongestLength || defaults.length !== inputs.length)))
    throw refused('$zip: defaults must be as many as inputs, and need useLongestLength')
  const [lists, fillers] = [inputs.map(compile), defaults.map(compile)]
  return (root, variables) => {
    const found = lists.map((list) => list(root, variables))
    if (found.some(isNothing)) return null
    const rows = found.map((list) => {
      if (!Array.isArray(list)) throw refused(`$zip found a non-array expression in input: ${typeName(list)}`)
      return list
    })
    const lengths = rows.map((row) => row.length)
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths)
    return Array.from({ length }, (_, at) =>
      rows.map((row, which) => (at < row.length ? row[at] : fillers[which]?.(root, variables)) ?? null),
    )
  }
}

/** As many numbers as a document of 16 MB could hold. */
const longestRange = 1_500_000

function range(start: Maybe, end: Maybe, step: Maybe = 1): Value[] {
  const [from, to, by] = [wholeOf('$range', start), wholeOf('$range', end), wholeOf('$range', step)]
  if (by === 0) throw refused('$range requires a non-zero step value')
  const length = Math.max(0, Math.ceil((to - from) / by))
  if (length > longestRange) throw refused(`$range would use too much memory: ${length} numbers`)
  return Array.from({ length }, (_, at) => from + at * by)
}

function slice(list: Maybe, first: Maybe, count: Maybe, given: number): Maybe {
  if (isNothing(list) || isNothing(first) || (given === 3 && isNothing(count))) return null
  const [all, from] = [listOf('$slice', list), wholeOf('$slice', first)]
  if (given === 2) return from < 0 ? all.slice(from) : all.slice(0, from)
  const length = wholeOf('$slice', count)
  if (length <= 0) throw refused(`Third argument to $slice must be positive: ${length}`)
  const start = from < 0 ? Math.max(0, all.length + from) : from
  return all.slice(start, start + length)
}

const indexOf = fixed('$indexOfArray', 2, 4, (list, value, first = 0, end) => {
  if (isNothing(list)) return null
  const all = listOf('$indexOfArray', list)
  const [from, to] = [wholeOf('$indexOfArray', first), end === undefined ? all.length : wholeOf('$indexOfArray', end)]
  if (from < 0 || to < 0) throw refused('$indexOfArray requires indexes that are not negative')
  return all.findIndex((each, at) => at >= from && at < to && value !== undefined && equalValues(each, value))
})

/** The elements of a set, each once, by their texts. */
const setOf = (list: readonly Value[]): Map<string, Value> => new Map(list.map((each) => [encode(each), each]))

/** Several sets; null where one is nothing. */
const ofSets = (name: string, compute: (first: Map<string, Value>, others: Map<string, Value>[]) => Value): Operator =>
  untilNothing(
    (value) => setOf(listOf(name, value)),
    ([first = new Map<string, Value>(), ...others]) => compute(first, others),
  )

const accumulated =
  (name: string): Operator =>
  (argument, compile) => {
    const accumulate = accumulatorOf(name)
    const values = argumentsOf(argument).map(compile)
    return (root, variables) => {
      const found = values.map((value) => value(root, variables))
      const [only] = found
      return accumulate(found.length === 1 && Array.isArray(only) ? only : found)
    }
  }

export const lists: Operators = {
  $arrayElemAt: fixed('$arrayElemAt', 2, 2, (list, at) => {
    if (isNothing(list) || isNothing(at)) return null
    return listOf('$arrayElemAt', list).at(wholeOf('$arrayElemAt', at))
  }),
  $first: unary('$first', (list) => listOf('$first', list)[0]),
  $last: unary('$last', (list) => listOf('$last', list).at(-1)),
  $concatArrays: untilNothing(
    (value) => listOf('$concatArrays', value),
    (all) => all.flat(1),
  ),
  $filter: eachElement('$filter', 'cond', (element, result) => (isTrue(result) ? [element] : [])),
  $map: eachElement('$map', 'in', (_, result) => [result ?? null]),
  $reduce: reduce,
  $zip: zip,
  $in: fixed('$in', 2, 2, (value, list) => {
    if (!Array.isArray(list)) throw refused(`$in requires an array as a second argument, found: ${typeName(list)}`)
    return value !== undefined && list.some((each) => equalValues(each, value))
  }),
  $indexOfArray: indexOf,
  $isArray: fixed('$isArray', 1, 1, (value) => Array.isArray(value)),
  $range: fixed('$range', 2, 3, range),
  $reverseArray: unary('$reverseArray', (list) => {
    const all = listOf('$reverseArray', list)
    return all.map((_, at) => all[all.length - 1 - at] ?? null)
  }),
  $size: fixed('$size', 1, 1, (list) => listOf('$size', list).length),
  $slice: fixed('$slice', 2, 3, (...values) => slice(values[0], values[1], values[2], values.length)),
  $allElementsTrue: fixed('$allElementsTrue', 1, 1, (list) => listOf('$allElementsTrue', list).every(isTrue)),
  $anyElementTrue: fixed('$anyElementTrue', 1, 1, (list) => listOf('$anyElementTrue', list).some(isTrue)),
  $setDifference: fixed('$setDifference', 2, 2, (left, right) => {
    if (isNothing(left) || isNothing(right)) return null
    const [from, without] = [setOf(listOf('$setDifference', left)), setOf(listOf('$setDifference', right))]
    return [...from].flatMap(([text, each]) => (without.has(text) ? [] : [each]))
  }),
  $setEquals: fixed('$setEquals', 2, Number.POSITIVE_INFINITY, (...values) => {
    const [first, ...others] = values.map((value) => setOf(listOf('$setEquals', value)))
    return others.every((set) => set.size === first?.size && [...set.keys()].every((text) => first.has(text)))
  }),
  $setIntersection: ofSets('$setIntersection', (first, others) =>
    [...first].flatMap(([text, each]) => (others.every((set) => set.has(text)) ? [each] : [])),
  ),
  $setUnion: ofSets('$setUnion', (first, others) => [
    ...new Map([first, ...others].flatMap((set) => [...set])).values(),
  ]),
  $setIsSubset: fixed('$setIsSubset', 2, 2, (left, right) => {
    const whole = setOf(listOf('$setIsSubset', right))
    return [...setOf(listOf('$setIsSubset', left)).keys()].every((text) => whole.has(text))
  }),
  $sum: accumulated('$sum'),
  $avg: accumulated('$avg'),
  $min: accumulated('$min'),
  $max: accumulated('$max'),
  $stdDevPop: accumulated('$stdDevPop'),
  $stdDevSamp: accumulated('$stdDevSamp'),
}
