import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError } from '../document/database-error'
import type { Filter } from '../document/value'
import { type Part, partOf, rank } from './index-keys'

/** How the documents that may match are found: by their ids, through an index, or (for the owner alone) one by one. */
export type Plan =
  | { by: 'ids'; ids: unknown[] }
  | { by: 'id-range'; range: Range; ordered: boolean; backwards: boolean }
  | { by: 'index'; index: Index; prefixes: Part[][]; range: Range | null; ordered: boolean; backwards: boolean }
  | { by: 'several'; plans: Plan[] }

/** Bounds of the field after the prefix; its values have one rank. */
export interface Range {
  rank: number
  from?: Part[1]
  to?: Part[1]
}

interface Constraint {
  equals?: unknown[]
  from?: unknown
  to?: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype

const isOperators = (value: unknown): value is Record<string, unknown> =>
  isObject(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith('$'))

/** What a filter asks of each field at its top level and inside `$and`; the rest is asked of each document. */
function constraintsOf(filter: Filter, into = new Map<string, Constraint>()): Map<string, Constraint> {
  for (const [path, condition] of Object.entries(filter)) {
    if (path === '$and' && Array.isArray(condition)) {
      for (const each of condition) if (isObject(each)) constraintsOf(each as Filter, into)
      continue
    }
    if (path.startsWith('$')) continue
    const known = into.get(path) ?? {}
    if (!isOperators(condition)) {
      if (!(condition instanceof RegExp)) known.equals = [condition]
    } else {
      if ('$eq' in condition) known.equals = [condition.$eq]
      if (Array.isArray(condition.$in) && !condition.$in.some((each) => each instanceof RegExp))
        known.equals ??= condition.$in
      if (Array.isArray(condition.$all) && condition.$all.length > 0) known.equals ??= condition.$all.slice(0, 1)
      known.from ??= condition.$gte ?? condition.$gt
      known.to ??= condition.$lte ?? condition.$lt
    }
    into.set(path, known)
  }
  return into
}

function rangeOf({ from, to }: Constraint, several: boolean): Range | null {
  const of = from ?? to
  if (of === undefined || of === null) return null
  const [kind, first] = partOf(of)
  if (kind === rank.object || kind === rank.list) return null
  // In a list one element may be above and another below: only one bound holds for a single key.
  const upper = from !== undefined && several ? undefined : to
  const last = upper === undefined || partOf(upper)[0] !== kind ? undefined : partOf(upper)[1]
  return {
    rank: kind,
    ...(from !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
  }
}

/** Two many keys to look up one by one are no better than a scan. */
const mostPrefixes = 2000

interface Use {
  plan: Plan & { by: 'index' }
  fields: number
}

function useOf(
  index: Index,
  constraints: Map<string, Constraint>,
  several: boolean,
  order: Record<string, 1 | -1> | undefined,
): Use | undefined {
  const paths = Object.keys(index.keys)
  let prefixes: Part[][] = [[]]
  let range: Range | null = null
  let fields = 0
  for (const path of paths) {
    const constraint = constraints.get(path)
    if (!constraint) break
    if (constraint.equals) {
      const parts = constraint.equals.map(partOf)
      const more = prefixes.flatMap((prefix) => parts.map((part) => [...prefix, part]))
      if (more.length > mostPrefixes) break
      prefixes = more
      fields += 1
      continue
    }
    range = rangeOf(constraint, several)
    if (range) fields += 0.5
    break
  }
  if (fields === 0) return undefined
  const rest = paths.slice(prefixes[0]?.length ?? 0)
  const wanted = Object.entries(order ?? {})
  const follows = wanted.length > 0 && wanted.every(([path], n) => rest[n] === path)
  const turns = new Set(wanted.map(([path, direction]) => direction * (index.keys[path] ?? 1)))
  const ordered = prefixes.length === 1 && follows && turns.size === 1 && !several
  const backwards = ordered && wanted[0]?.[1] === -1
  return { plan: { by: 'index', index, prefixes, range, ordered, backwards }, fields }
}

/**
 * Finds the way to the documents that may match. A query that neither names ids nor is served by a declared index is
 * refused: in the cloud it would read the whole collection.
 */
export function planOf(
  name: string,
  declared: Collection,
  filter: Filter,
  severalIn: (index: Index) => boolean,
  order?: Record<string, 1 | -1>,
): Plan {
  const constraints = constraintsOf(filter)
  const ids = constraints.get('_id')?.equals
  if (ids) return { by: 'ids', ids }
  const ranged = rangeOf(constraints.get('_id') ?? {}, false)
  const uses = declared.indexes
    .map((index) => useOf(index, constraints, severalIn(index), order))
    .filter((use) => use !== undefined)
    .sort((a, b) => b.fields - a.fields || Number(b.plan.ordered) - Number(a.plan.ordered))
  const best = uses[0]
  if (best) return best.plan
  if (ranged) {
    const [path, direction] = Object.entries(order ?? {})[0] ?? []
    const ordered = path === '_id'
    return { by: 'id-range', range: ranged, ordered, backwards: ordered && direction === -1 }
  }
  const { $or } = filter as { $or?: unknown }
  if (Array.isArray($or) && $or.length > 0)
    return {
      by: 'several',
      plans: $or.map((branch) => planOf(name, declared, branch as Filter, severalIn)),
    }
  throw new DatabaseError(
    'DATABASE_QUERY_WITHOUT_INDEX',
    `No declared index of "${name}" serves the query ${JSON.stringify(filter)}. Declare one in collections.ts, or ask by _id.`,
  )
}
