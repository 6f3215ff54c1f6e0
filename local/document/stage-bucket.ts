import { refused } from './database-error'
import { compileExpression, type Evaluate, type Variables } from './expression'
import { compareValues, equalValues, sameType } from './order'
import { compileSummary } from './stage-group'
import { type Fields, isFields, type Value } from './value'

type Bucket = (rows: Iterable<Fields>, variables: Variables) => Fields[]

const count: Fields = { count: { $sum: 1 } }

function outputOf(spec: Fields): Fields {
  const output = spec.output ?? count
  if (!isFields(output)) throw refused('The $bucket output field must be an object')
  return output
}

function checkNames(stage: string, spec: Fields, names: readonly string[]): void {
  const unknown = Object.keys(spec).find((name) => !names.includes(name))
  if (unknown !== undefined) throw refused(`Unrecognized option to ${stage}: ${unknown}.`)
}

/** What rows are put in order by is computed: a constant would put all of them into one range. */
function groupingOf(stage: string, groupBy: Value): Evaluate {
  if (!isFields(groupBy) && !(typeof groupBy === 'string' && groupBy.startsWith('$')))
    throw refused(`The ${stage} 'groupBy' field must be defined as a $-prefixed path or an expression`)
  return compileExpression(groupBy)
}

/**
 * `$bucket`: rows by the range that their value lies in, the lower bound included. Empty ranges are left out; what is in
 * none is in the default one, which has its place by its name.
 */
export function compileBucket(spec: Value): Bucket {
  if (!isFields(spec) || spec.groupBy === undefined || !Array.isArray(spec.boundaries))
    throw refused("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  checkNames('$bucket', spec, ['groupBy', 'boundaries', 'default', 'output'])
  const { boundaries, default: other } = spec
  if (boundaries.length < 2) throw refused("The $bucket 'boundaries' field must have at least 2 values")
  for (const [at, bound] of boundaries.slice(1).entries())
    if (!sameType(bound, boundaries[at]) || compareValues(bound, boundaries[at]) <= 0)
      throw refused("The 'boundaries' option to $bucket must be sorted values of one type")
  const [lowest, highest] = [boundaries[0] ?? null, boundaries.at(-1) ?? null]
  if (other !== undefined && compareValues(other, lowest) >= 0 && compareValues(other, highest) < 0)
    throw refused("The $bucket 'default' field must be less than the lowest boundary or not less than the highest one")
  const groupBy = groupingOf('$bucket', spec.groupBy)
  const summarise = compileSummary(outputOf(spec))
  return (rows, variables) => {
    const ranges: { _id: Value; rows: Fields[] }[] = boundaries.slice(0, -1).map((_id) => ({ _id, rows: [] }))
    const rest: { _id: Value; rows: Fields[] } = { _id: other ?? null, rows: [] }
    for (const row of rows) {
      const value = groupBy(row, variables)
      const above = boundaries.findIndex((bound) => compareValues(value, bound) < 0)
      const range = above > 0 ? ranges[above - 1] : undefined
      if (!range && other === undefined)
        throw refused('$bucket could not find a matching branch for an input, and no default was specified.')
      const group = range ?? rest
      group.rows.push(row)
    }
    const filled = [...ranges, rest].filter((group) => group.rows.length > 0)
    filled.sort((a, b) => compareValues(a._id, b._id))
    return filled.map((group) => ({ _id: group._id, ...summarise(group.rows, variables) }))
  }
}

/** `$bucketAuto`: rows in so many ranges of about equal size; equal values share one. */
export function compileBucketAuto(spec: Value): Bucket {
  if (!isFields(spec) || spec.groupBy === undefined || typeof spec.buckets !== 'number')
    throw refused("$bucketAuto requires 'groupBy' and 'buckets' to be specified")
  if (spec.granularity !== undefined) throw refused('$bucketAuto: granularity is not supported')
  checkNames('$bucketAuto', spec, ['groupBy', 'buckets', 'output'])
  const { buckets } = spec
  if (!Number.isInteger(buckets) || buckets < 1) throw refused("The $bucketAuto 'buckets' field must be greater than 0")
  const groupBy = groupingOf('$bucketAuto', spec.groupBy)
  const summarise = compileSummary(outputOf(spec))
  return (rows, variables) => {
    const sorted = Array.from(rows, (row) => ({ row, value: groupBy(row, variables) ?? null }))
    sorted.sort((a, b) => compareValues(a.value, b.value))
    const size = Math.max(1, Math.round(sorted.length / buckets))
    const ranges: { min: Value; max: Value; rows: Fields[] }[] = []
    for (const { row, value } of sorted) {
      const range = ranges.at(-1)
      const full = range !== undefined && range.rows.length >= size && ranges.length < buckets
      if (range && (!full || equalValues(range.max, value))) {
        range.rows.push(row)
        range.max = value
      } else {
        if (range) range.max = value
        ranges.push({ min: value, max: value, rows: [row] })
      }
    }
    return ranges.map(({ min, max, rows: inside }) => ({ _id: { min, max }, ...summarise(inside, variables) }))
  }
}
