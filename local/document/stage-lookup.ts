import { refused } from './database-error'
import { compileExpression, type Variables } from './expression'
import { compileFilter } from './filter'
import { lookupFilter } from './lookup-filter'
import type { Order } from './order'
import type { Pipeline, Run, Stage } from './stage'
import { assign, treeOf } from './tree'
import { fieldOf, type Fields, type Filter, isFields, type Value } from './value'

type CompilePipeline = (stages: readonly Fields[]) => Pipeline
type Beside = (row: Fields, run: Run) => Value[]

const options = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']

/** `$lookup`: what another collection has beside each row, by equal fields or by a pipeline with the row's values. */
export function compileLookup(spec: Value, compilePipeline: CompilePipeline): Stage {
  if (!isFields(spec) || typeof spec.from !== 'string' || typeof spec.as !== 'string')
    throw refused("$lookup requires 'from' and 'as' to be strings")
  const unknown = Object.keys(spec).find((name) => !options.includes(name))
  if (unknown !== undefined) throw refused(`unknown argument to $lookup: ${unknown}`)
  const beside = spec.pipeline === undefined ? byFields(spec, spec.from) : byPipeline(spec, spec.from, compilePipeline)
  const as = treeOf([[spec.as, true]])
  return (rows, run) => Array.from(rows, (row) => assign(row, as, () => beside(row, run)))
}

function byFields({ localField, foreignField, let: variables }: Fields, from: string): Beside {
  if (typeof localField !== 'string' || typeof foreignField !== 'string' || variables !== undefined)
    throw refused('$lookup requires either localField and foreignField, or a pipeline')
  const names = localField.split('.')
  return (row, { lookup }) => {
    const value = valueAt(row, names) ?? null
    // A pattern is looked for as the value that it is, not as what it fits.
    if (Array.isArray(value) && value.some((each) => each instanceof RegExp))
      return lookup(from, { $or: value.map((each) => ({ [foreignField]: { $eq: each } })) })
    return lookup(from, { [foreignField]: Array.isArray(value) ? { $in: value } : { $eq: value } })
  }
}

/** What a path leads to; a list on the way gives all that its documents have there. */
function valueAt(value: Value | undefined, [name, ...rest]: readonly string[]): Value | undefined {
  if (name === undefined) return value
  if (Array.isArray(value))
    return value.flatMap((each) => (isFields(each) ? (valueAt(each, [name, ...rest]) ?? []) : []))
  return isFields(value) ? valueAt(fieldOf(value, name), rest) : undefined
}

function byPipeline(spec: Fields, from: string, compilePipeline: CompilePipeline): Beside {
  const { let: given = {}, pipeline, localField, foreignField } = spec
  if (localField !== undefined || foreignField !== undefined)
    throw refused('$lookup with both a pipeline and localField/foreignField is not supported')
  if (!Array.isArray(pipeline) || !pipeline.every(isFields)) throw refused("'pipeline' must be an array of stages")
  if (!isFields(given)) throw refused("$lookup argument 'let' must be an object")
  const variables = Object.entries(given).map(([name, value]) => [name, compileExpression(value)] as const)
  const { match, sort, limit, rest } = leading(pipeline)
  const then = compilePipeline(rest)
  return (row, run) => {
    const values = variables.map(([name, evaluate]) => [name, evaluate(row, run.variables)] as const)
    const inner: Variables = { ...run.variables, ...Object.fromEntries(values) }
    return then(run.lookup(from, lookupFilter(match, inner), sort, limit), { ...run, variables: inner })
  }
}

/** The stages that the store can do for us, by an index: a filter, then an order, then a length. */
function leading(pipeline: Fields[]): { match: Filter; sort?: Order; limit?: number; rest: Fields[] } {
  const [first, ...others] = pipeline
  const match = first?.$match
  if (match === undefined) return { match: {}, rest: pipeline }
  if (!isFields(match)) throw refused('the match filter must be an object')
  compileFilter(match)
  const order = others[0]?.$sort
  const sorted = isFields(order) ? (order as Order) : undefined
  const limit = others[sorted ? 1 : 0]?.$limit
  // Sorting and cutting again what the store has sorted and cut changes nothing, and checks both stages.
  return { match, sort: sorted, limit: typeof limit === 'number' ? limit : undefined, rest: others }
}
