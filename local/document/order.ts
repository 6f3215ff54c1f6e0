import { fieldOf, type Fields, isFields, ObjectId, type Value } from './value'

type Maybe = Value | undefined

/** BSON's order of types; what is missing counts as null. */
function rank(value: Maybe): number {
  if (value === undefined || value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (value instanceof ObjectId) return 7
  if (typeof value === 'boolean') return 8
  if (value instanceof Date) return 9
  if (value instanceof RegExp) return 11
  return 4
}

export const sameType = (a: Maybe, b: Maybe): boolean => rank(a) === rank(b)

/** Negative, zero or positive, as BSON orders two values: by type first. Texts go by their UTF-8 bytes. */
export function compareValues(a: Maybe, b: Maybe): number {
  if (a === b) return 0
  const byType = rank(a) - rank(b)
  if (byType !== 0) return byType
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Date && b instanceof Date) return compareNumbers(a.getTime(), b.getTime())
  if (a instanceof ObjectId && b instanceof ObjectId) return compareTexts(a.hex, b.hex)
  if (a instanceof RegExp && b instanceof RegExp) return compareTexts(`${a}`, `${b}`)
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isFields(a) && isFields(b)) return compareFields(a, b)
  return 0
}

export const equalValues = (a: Maybe, b: Maybe): boolean => compareValues(a, b) === 0

/** Not-a-number comes before all others and equals itself. */
function compareNumbers(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  if (Number.isNaN(b)) return 1
  return a < b ? -1 : a > b ? 1 : 0
}

/** By code point, which is UTF-8's order; JavaScript's own comparison goes by UTF-16 unit and differs beyond the BMP. */
function compareTexts(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  for (let at = 0; at < shorter; at += 1) {
    const [left, right] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (left !== right) return isSurrogate(left) === isSurrogate(right) ? left - right : isSurrogate(left) ? 1 : -1
  }
  return a.length - b.length
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

function compareLists(a: Value[], b: Value[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const order = compareValues(a[at], b[at])
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Field by field in their order: type of the value, then name, then value. */
function compareFields(a: Fields, b: Fields): number {
  const [left, right] = [Object.entries(a), Object.entries(b)]
  for (const [at, [name, value]] of left.entries()) {
    const other = right[at]
    if (!other) return 1
    const order = rank(value) - rank(other[1]) || compareTexts(name, other[0]) || compareValues(value, other[1])
    if (order !== 0) return order
  }
  return left.length - right.length
}

export type Order = Record<string, 1 | -1>

/** A sorted copy; equal ones keep their order. A list sorts by its least element, or by its greatest when descending. */
export function sortDocs<Row extends Fields>(docs: Iterable<Row>, order: Order): Row[] {
  const keys = Object.entries(order).map(([path, direction]) => ({ path: path.split('.'), direction }))
  const rows = Array.from(docs, (row) => ({ row, values: keys.map((key) => sortValue(row, key.path, key.direction)) }))
  rows.sort((a, b) => {
    for (const [at, { direction }] of keys.entries()) {
      const difference = compareSorted(a.values[at], b.values[at])
      if (difference !== 0) return difference * direction
    }
    return 0
  })
  return rows.map(({ row }) => row)
}

/** An empty list sorts before everything. */
const nothing = Symbol('empty list')
type Sorted = Maybe | typeof nothing

function compareSorted(a: Sorted, b: Sorted): number {
  if (a === nothing || b === nothing) return a === b ? 0 : a === nothing ? -1 : 1
  return compareValues(a, b)
}

function sortValue(row: Fields, path: readonly string[], direction: 1 | -1): Sorted {
  const found: Sorted[] = []
  collect(row, path, 0, found)
  return found.reduce((best, each) => (compareSorted(each, best) * direction < 0 ? each : best))
}

function collect(value: Maybe, path: readonly string[], at: number, found: Sorted[]): void {
  const name = path[at]
  if (Array.isArray(value)) {
    const element = name !== undefined && /^\d+$/.test(name) ? value[Number(name)] : undefined
    if (element !== undefined) collect(element, path, at + 1, found)
    else if (value.length === 0) found.push(name === undefined ? nothing : undefined)
    else if (name === undefined) found.push(...value)
    else for (const each of value) collect(isFields(each) ? each : undefined, path, at, found)
  } else if (name === undefined) found.push(value)
  else if (isFields(value)) collect(fieldOf(value, name), path, at + 1, found)
  else found.push(undefined)
}
