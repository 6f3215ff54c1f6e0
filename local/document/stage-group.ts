import { type Accumulate, accumulatorOf } from './accumulator'
import { refused } from './database-error'
import { encode } from './ejson'
import { compileExpression, type Evaluate, type Variables } from './expression'
import { compareValues } from './order'
import { type Fields, isFields, type Value } from './value'

type Summarise = (rows: readonly Fields[], variables: Variables) => Fields

/** The fields of a group besides its `_id`: `{ total: { $sum: '$hours' } }`. */
export function compileSummary(spec: Fields): Summarise {
  const outputs = Object.entries(spec).map(([name, value]): [string, Accumulate, Evaluate] => {
    const [operator, argument, ...rest] = isFields(value) ? Object.entries(value).flat() : []
    if (typeof operator !== 'string' || argument === undefined || rest.length > 0)
      throw refused(`The field '${name}' must be an accumulator object`)
    if (name.includes('.') || name.startsWith('$'))
      throw refused(`The field name '${name}' cannot contain '.' nor start with $`)
    return [
      name,
      accumulatorOf(operator),
      compileExpression(Array.isArray(argument) ? only(operator, argument) : argument),
    ]
  })
  return (rows, variables) =>
    Object.fromEntries(
      outputs.map(([name, accumulate, evaluate]) => [name, accumulate(rows.map((row) => evaluate(row, variables)))]),
    )
}

/** An accumulator of a group has one argument. */
function only(operator: string, list: Value[]): Value {
  if (list.length !== 1) throw refused(`The ${operator} accumulator is a unary operator`)
  return list[0] ?? null
}

/** `$group`: the groups come in the order of their first rows. */
export function compileGroup(spec: Value): (rows: Iterable<Fields>, variables: Variables) => Fields[] {
  if (!isFields(spec) || spec._id === undefined) throw refused('a group specification must include an _id')
  const { _id, ...outputs } = spec
  const key = compileExpression(_id)
  const summarise = compileSummary(outputs)
  return (rows, variables) => {
    const groups = new Map<string, { _id: Value; rows: Fields[] }>()
    for (const row of rows) {
      const id = key(row, variables) ?? null
      const text = encode(id)
      const group = groups.get(text) ?? { _id: id, rows: [] }
      if (group.rows.push(row) === 1) groups.set(text, group)
    }
    return Array.from(groups.values(), (group) => ({ _id: group._id, ...summarise(group.rows, variables) }))
  }
}

/** `$sortByCount`: how many rows have each value, most first. */
export function compileSortByCount(spec: Value): (rows: Iterable<Fields>, variables: Variables) => Fields[] {
  const first = isFields(spec) ? Object.keys(spec)[0] : spec
  if (typeof first !== 'string' || !first.startsWith('$'))
    throw refused('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  const group = compileGroup({ _id: spec, count: { $sum: 1 } })
  return (rows, variables) => group(rows, variables).sort((a, b) => compareValues(b.count, a.count))
}
