import { refused } from './database-error'
import { compileExpression, type Variables } from './expression'
import { compileFilter } from './filter'
import { type Order, sortDocs } from './order'
import type { Lookup, Pipeline, Stage } from './stage'
import { compileBucket, compileBucketAuto } from './stage-bucket'
import { compileGroup, compileSortByCount } from './stage-group'
import { compileLookup } from './stage-lookup'
import { compileAddFields, compileProject } from './stage-project'
import { compileUnwind } from './stage-unwind'
import { type Fields, isFields, type Value } from './value'

/**
 * The rows that a pipeline makes of documents, which stay as they are; rows may share parts with them. Every stage is
 * checked before the first document is read: a stage or operator that is not known is refused by name.
 */
export const runPipeline = (docs: Iterable<Fields>, stages: readonly Fields[], lookup: Lookup): Fields[] =>
  compilePipeline(stages)(docs, { variables: {}, lookup })

export function compilePipeline(stages: readonly Fields[]): Pipeline {
  const compiled = stages.map(compileStage)
  return (rows, run) => [...compiled.reduce((current, stage) => stage(current, run), rows)]
}

function compileStage(spec: Fields): Stage {
  const [entry, ...rest] = Object.entries(spec)
  if (!entry || rest.length > 0) throw refused('A pipeline stage specification object must contain exactly one field.')
  const [name, value] = entry
  const compile = Object.hasOwn(stageCompilers, name) ? stageCompilers[name] : undefined
  if (!compile) throw refused(`Unrecognized pipeline stage name: '${name}'`)
  return compile(value)
}

const eachRow =
  (compile: (spec: Value) => (row: Fields, variables: Variables) => Fields) =>
  (spec: Value): Stage => {
    const reshape = compile(spec)
    return (rows, { variables }) => Array.from(rows, (row) => reshape(row, variables))
  }

const allRows =
  (compile: (spec: Value) => (rows: Iterable<Fields>, variables: Variables) => Fields[]) =>
  (spec: Value): Stage => {
    const run = compile(spec)
    return (rows, { variables }) => run(rows, variables)
  }

const stageCompilers: Record<string, (spec: Value) => Stage> = {
  $match: (spec) => {
    if (!isFields(spec)) throw refused('the match filter must be an object')
    compileFilter(spec)
    return (rows, { variables }) => {
      const matches = compileFilter(spec, variables)
      return Array.from(rows).filter(matches)
    }
  },
  $project: eachRow(compileProject),
  $addFields: eachRow(compileAddFields),
  $replaceRoot: eachRow((spec) => {
    if (!isFields(spec) || spec.newRoot === undefined) throw refused("'newRoot' must be specified in $replaceRoot")
    const newRoot = compileExpression(spec.newRoot)
    return (row, variables) => {
      const root = newRoot(row, variables)
      if (isFields(root)) return root
      throw refused("'newRoot' expression must evaluate to an object")
    }
  }),
  $geoNear: () => {
    throw refused('$geoNear is only valid as the first stage in a pipeline.')
  },
  $group: allRows(compileGroup),
  $sortByCount: allRows(compileSortByCount),
  $bucket: allRows(compileBucket),
  $bucketAuto: allRows(compileBucketAuto),
  $unwind: allRows(compileUnwind),
  $lookup: (spec) => compileLookup(spec, compilePipeline),
  $sort: (spec) => {
    const order = orderIn(spec)
    return (rows) => sortDocs(rows, order)
  },
  $limit: (spec) => {
    const limit = wholeNumber('$limit', spec, 1)
    return (rows) => take(rows, limit)
  },
  $skip: (spec) => {
    const skip = wholeNumber('$skip', spec, 0)
    return (rows) => Array.from(rows).slice(skip)
  },
  $sample: (spec) => {
    if (!isFields(spec) || Object.keys(spec).join() !== 'size') throw refused('$sample needs a size, and nothing else')
    const size = wholeNumber('$sample', spec.size ?? null, 1)
    return (rows) => sample(Array.from(rows), size)
  },
  $count: (spec) => {
    if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.'))
      throw refused('the count field must be a name without $ and .')
    return (rows) => {
      const count = Array.from(rows).length
      return count === 0 ? [] : [{ [spec]: count }]
    }
  },
}

export function orderIn(spec: Value): Order {
  const order = isFields(spec) ? spec : {}
  const directions = Object.values(order)
  if (directions.length === 0 || directions.some((direction) => direction !== 1 && direction !== -1))
    throw refused('$sort key ordering must be 1 (for ascending) or -1 (for descending)')
  return order as Order
}

export function wholeNumber(stage: string, value: Value, least: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least) return value
  throw refused(`the ${stage} must be a whole number of at least ${least}: ${JSON.stringify(value)}`)
}

/** Stops reading as soon as there are enough. */
function take(rows: Iterable<Fields>, limit: number): Fields[] {
  const taken: Fields[] = []
  for (const row of rows) {
    taken.push(row)
    if (taken.length === limit) break
  }
  return taken
}

/** So many rows by chance, each at most once. */
function sample(rows: Fields[], size: number): Fields[] {
  for (let at = 0; at < Math.min(size, rows.length); at += 1) {
    const other = at + Math.floor(Math.random() * (rows.length - at))
    const [left, right] = [rows[at], rows[other]]
    if (left && right) [rows[at], rows[other]] = [right, left]
  }
  return rows.slice(0, size)
}
