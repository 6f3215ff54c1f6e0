import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError, refused } from '../document/database-error'
import type { Order } from '../document/order'
import { type Fields, type Filter, isFields, type Value } from '../document/value'
import { fits, type IdKey, isId, keyOfId } from './id'
import { type Part, partOf, partsOf, rank } from './index-keys'

/** How the documents that may match are found: by their ids, through an index, or (for the owner alone) one by one. */
export type Plan =
  | { by: 'ids'; ids: Value[] }
  | { by: 'id-range'; from?: IdKey; to?: IdKey; ordered: boolean; backwards: boolean }
  | {
      by: 'index'
      index: Index
      prefixes: Part[][]
      range: Range | null
      ordered: boolean
      backwards: boolean
      /** From this field of the index on, the order goes the other way. */
      turn?: number
    }
  | { by: 'several'; plans: Plan[] }

/** Bounds of the field after the prefix; its values have one rank. */
export interface Range {
  rank: number
  from?: Part[1]
  to?: Part[1]
}

interface Constraint {
  equals?: Value[]
  from?: Value
  to?: Value
  /** Whether a place on the map is asked for, and whether in order of its distance. */
  place?: true
  near?: true
}

const isOperators = (value: Value): value is Fields =>
  isFields(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => key.startsWith('$'))

const isExact = (value: Value): boolean => !(value instanceof RegExp)

/** What a filter asks of each field at its top level and inside `$and`; the rest is asked of each document. */
function constraintsOf(filter: Filter, head = '', into = new Map<string, Constraint>()): Map<string, Constraint> {
  for (const [name, condition] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const each of condition) if (isFields(each)) constraintsOf(each, head, into)
      continue
    }
    if (name.startsWith('$')) continue
    const path = `${head}${name}`
    const known = into.get(path) ?? {}
    into.set(path, known)
    if (isOperators(condition)) constrain(known, condition, path, into)
    else if (isExact(condition)) known.equals ??= [condition]
  }
  return into
}

function constrain(known: Constraint, condition: Fields, path: string, into: Map<string, Constraint>): void {
  const { $eq, $in, $all, $gt, $gte, $lt, $lte, $elemMatch } = condition
  if ($eq !== undefined) known.equals ??= [$eq]
  if (Array.isArray($in) && $in.every(isExact)) known.equals ??= $in
  if (Array.isArray($all) && $all[0] !== undefined && isExact($all[0]) && !isOperators($all[0]))
    known.equals ??= [$all[0]]
  known.from ??= $gte ?? $gt
  known.to ??= $lte ?? $lt
  if ('$geoWithin' in condition || '$geoIntersects' in condition || '$nearSphere' in condition) known.place = true
  if ('$nearSphere' in condition) known.near = true
  if (isFields($elemMatch)) {
    if (isOperators($elemMatch)) constrain(known, $elemMatch, path, into)
    else constraintsOf($elemMatch, `${path}.`, into)
  }
}

function rangeOf({ from, to }: Constraint, several: boolean): Range | null {
  const of = from ?? to
  if (of === undefined || from === null || to === null) return null
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

/** The way to ids between bounds. Nothing lies beyond one that no id is like; one that is too long bounds nothing. */
function idRangeOf(bounds: readonly Value[], { from, to }: Constraint, order: Order | undefined): Plan {
  if (!bounds.every(isId)) return { by: 'ids', ids: [] }
  const keyOf = (bound: Value | undefined): IdKey | undefined =>
    isId(bound) && fits(bound) ? keyOfId(bound) : undefined
  const [first, last] = [keyOf(from), keyOf(to)]
  const [path, direction] = Object.entries(order ?? {})[0] ?? []
  return {
    by: 'id-range',
    ...(first !== undefined && { from: first }),
    ...(last !== undefined && { to: last }),
    ordered: path === '_id',
    backwards: path === '_id' && direction === -1,
  }
}

/** Too many keys to look up one by one are no better than a scan. */
const mostPrefixes = 2000

interface Use {
  plan: Plan & { by: 'index' }
  fields: number
}

function useOf(
  index: Index,
  constraints: Map<string, Constraint>,
  several: boolean,
  order: Order | undefined,
): Use | undefined {
  const paths = Object.keys(index.keys)
  // What has no place on the map is not in such an index.
  if (paths.some((path) => index.keys[path] === '2dsphere' && !constraints.get(path)?.place)) return undefined
  let prefixes: Part[][] = [[]]
  let range: Range | null = null
  let fields = 0
  for (const path of paths) {
    const constraint = constraints.get(path)
    if (!constraint) break
    if (constraint.equals && index.keys[path] !== '2dsphere') {
      const parts = constraint.equals.flatMap(partsOf)
      const more = prefixes.flatMap((prefix) => parts.map((part) => [...prefix, part]))
      if (more.length > mostPrefixes) break
      prefixes = more
      fields += 1
      continue
    }
    range = index.keys[path] === '2dsphere' ? null : rangeOf(constraint, several)
    if (range || constraint.place) fields += 0.5
    break
  }
  if (fields === 0) return undefined
  const rest = paths.slice(prefixes[0]?.length ?? 0)
  const wanted = Object.entries(order ?? {})
  const follows = wanted.length > 0 && wanted.every(([path], n) => rest[n] === path)
  // On the disk every field of a key goes upwards: an order is an index's own where its fields turn once at most.
  const ways = wanted.map(([, way]) => way)
  const turn = ways.findIndex((way) => way !== ways[0])
  const ordered = prefixes.length === 1 && follows && !several && (turn < 0 || !ways.includes(ways[0] ?? 1, turn))
  const backwards = ordered && ways[0] === -1
  const plan: Use['plan'] = { by: 'index', index, prefixes, range, ordered, backwards }
  if (ordered && turn > 0) plan.turn = paths.length - rest.length + turn
  return { plan, fields }
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
  order?: Order,
): Plan {
  const constraints = constraintsOf(filter)
  const missing = () =>
    new DatabaseError(
      'DATABASE_QUERY_WITHOUT_INDEX',
      `No declared index of "${name}" serves the query ${JSON.stringify(filter)}. Declare one in collections.ts, or ask by _id.`,
    )
  const near = [...constraints].find(([, constraint]) => constraint.near)?.[0]
  if (near !== undefined && !declared.indexes.some(({ keys }) => keys[near] === '2dsphere'))
    throw refused(`unable to find index for $geoNear query: "${name}" has no 2dsphere index of ${near}`)
  const id = constraints.get('_id')
  if (id?.equals) return { by: 'ids', ids: id.equals }
  const uses = declared.indexes
    .map((index) => useOf(index, constraints, severalIn(index), order))
    .filter((use) => use !== undefined)
    .sort((a, b) => b.fields - a.fields || Number(b.plan.ordered) - Number(a.plan.ordered))
  const best = uses[0]
  if (best) return best.plan
  const bounds = [id?.from, id?.to].filter((bound) => bound !== undefined)
  if (id && bounds.length > 0) return idRangeOf(bounds, id, order)
  const either = alternativesOf(filter)
  if (either) return { by: 'several', plans: either.map((branch) => planOf(name, declared, branch, severalIn)) }
  throw missing()
}

/** The branches of the first `$or` at the top or inside `$and`, one of which must hold. */
function alternativesOf({ $or, $and }: Filter): Filter[] | undefined {
  if (Array.isArray($or) && $or.length > 0) return $or.filter(isFields)
  return Array.isArray($and)
    ? $and
        .filter(isFields)
        .map(alternativesOf)
        .find((each) => each)
    : undefined
}
