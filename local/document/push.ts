import { refused } from './database-error'
import { compareValues, type Order, sortDocs } from './order'
import { checkStorable } from './storable'
import { type Fields, isFields, type Value } from './value'

const modifiers = new Set(['$each', '$position', '$slice', '$sort'])

/** What `$push` makes of a list: one value at its end, or `$each` of several with a place, an order and a length. */
export function inserting(argument: Value, path: string): (list: readonly Value[]) => Value[] {
  if (!isFields(argument) || !Object.hasOwn(argument, '$each')) {
    checkStorable(argument, path)
    return (list) => [...list, argument]
  }
  const { $each, $position, $slice, $sort } = argument
  const unknown = Object.keys(argument).find((key) => !modifiers.has(key))
  if (unknown !== undefined) throw refused(`Unrecognized clause in $push: ${unknown}`)
  if (!Array.isArray($each)) throw refused('The argument to $each in $push must be an array')
  checkStorable($each, path)
  const [position, size] = [whole('$position', $position), whole('$slice', $slice)]
  const sorted = $sort === undefined ? (list: Value[]) => list : sorting($sort)
  return (list) => {
    const result = [...list]
    result.splice(position ?? list.length, 0, ...$each)
    const all = sorted(result)
    if (size === undefined) return all
    return size === 0 ? [] : size > 0 ? all.slice(0, size) : all.slice(size)
  }
}

function whole(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw refused(`The value for ${name} must be an integer value but was ${JSON.stringify(value)}`)
  return value
}

function sorting(order: Value): (list: Value[]) => Value[] {
  if (order === 1 || order === -1) return (list) => list.sort((a, b) => compareValues(a, b) * order)
  if (!isFields(order) || Object.keys(order).length === 0 || !isOrder(order))
    throw refused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields')
  const byElement = Object.fromEntries(
    Object.entries(order).map(([path, direction]) => [`element.${path}`, direction]),
  ) as Order
  return (list) => {
    const rows = list.map((element): Fields => ({ element }))
    return sortDocs(rows, byElement).map((row) => row.element ?? null)
  }
}

const isOrder = (order: Fields): order is Order =>
  Object.values(order).every((direction) => direction === 1 || direction === -1)
