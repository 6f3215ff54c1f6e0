import { refused } from './database-error'
import { compareValues, type Order, sortDocs } from './order'
import { checkStorable } from './storable'
import { type Fields, isFields, type Value } from './value'

const modifiers = new Set(['$each', '$position', '$slice', '$sort'])

/** A list as `$push` leaves it: one value at its end, or `$each` of several with a place, an order and a length. */
export function insertAll(list: readonly Value[], argument: Value, path: string): Value[] {
  if (!isFields(argument) || !Object.hasOwn(argument, '$each')) {
    checkStorable(argument, path)
    return [...list, argument]
  }
  const { $each, $position, $slice, $sort } = argument
  const unknown = Object.keys(argument).find((key) => !modifiers.has(key))
  if (unknown !== undefined) throw refused(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray($each)) throw refused('The argument to $each in $push must be an array')
  checkStorable($each, path)
  const at = whole('$position', $position) ?? list.length
  const size = whole('$slice', $slice)
  const result = [...list]
  result.splice(at, 0, ...$each)
  const sorted = $sort === undefined ? result : sortElements(result, $sort)
  if (size === undefined) return sorted
  return size === 0 ? [] : size > 0 ? sorted.slice(0, size) : sorted.slice(size)
}

function whole(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw refused(`The value for ${name} must be an integer value but was ${JSON.stringify(value)}`)
  return value
}

function sortElements(list: Value[], order: Value): Value[] {
  if (order === 1 || order === -1) return list.sort((a, b) => compareValues(a, b) * order)
  if (!isFields(order) || Object.keys(order).length === 0 || !isOrder(order))
    throw refused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  const rows = list.map((element): Fields => ({ element }))
  const byElement = Object.entries(order).map(([path, direction]) => [`element.${path}`, direction])
  return sortDocs(rows, Object.fromEntries(byElement) as Order).map((row) => row.element ?? null)
}

const isOrder = (order: Fields): order is Order =>
  Object.values(order).every((direction) => direction === 1 || direction === -1)
