import type { Transaction as Snapshot } from 'lmdb'
import { DatabaseError, refused } from '../document/database-error'
import type { Doc, Filter, Id } from '../document/value'
import { compileFilter } from '../document/filter'
import { distanceFrom, takeNear } from '../document/geo'
import { type Order, sortDocs } from '../document/order'
import { nameOf } from './id'
import type { Records } from './records'

/** Documents that are kept before they are sorted, beside those that are asked for. */
const mostUnsorted = 5000

export interface Search {
  filter: Filter
  order?: Order | undefined
  skip?: number
  limit?: number
}

/** What a transaction has written and not committed: by its name, nothing for a removed document. */
export type Staged = Map<string, { collection: string; id: Id; doc: Doc | undefined }>

/** Reads a collection as it is, or as a transaction sees it: a snapshot with its own writes on top. */
export class View {
  private readonly records: Records
  private readonly snapshot: Snapshot | undefined
  private readonly staged: Staged | undefined

  constructor(records: Records, snapshot?: Snapshot, staged?: Staged) {
    this.records = records
    this.snapshot = snapshot
    this.staged = staged
  }

  get(collection: string, id: Id): Doc | undefined {
    const own = this.staged?.get(nameOf(collection, id))
    return own ? own.doc : this.records.get(collection, id, this.snapshot)?.doc
  }

  /**
   * All that match, sorted (by distance, where it is asked what is near) and cut. Refuses a collection that is not
   * there, and a query that no index serves.
   */
  find(collection: string, { filter, order, skip = 0, limit = Number.POSITIVE_INFINITY }: Search): Doc[] {
    if (skip < 0 || limit < 0) throw refused(`skip and limit must not be negative: ${skip}, ${limit}`)
    const wanted = order && Object.keys(order).length > 0 ? order : undefined
    const { near, distances, docs, ordered } = this.matching(collection, filter, wanted)
    const own = this.ownIn(collection)
    const last = skip + limit
    let found: Doc[] = []
    for (const doc of docs(own)) {
      found.push(doc)
      if (ordered && own.length === 0 && found.length >= last) break
      // Of many that are still to be sorted only those are kept that can be among the first.
      if (wanted && !ordered && found.length >= 2 * last + mostUnsorted) found = sortDocs(found, wanted).slice(0, last)
    }
    if (wanted && !(ordered && own.length === 0)) found = sortDocs(found, wanted)
    if (near && !wanted) found.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
    return found.slice(skip, last)
  }

  /** How many match. */
  count(collection: string, filter: Filter): number {
    let count = 0
    for (const _ of this.matching(collection, filter, undefined).docs(this.ownIn(collection))) count += 1
    return count
  }

  private ownIn(collection: string): Doc[] {
    const own = [...(this.staged?.values() ?? [])].filter((each) => each.collection === collection)
    return own.flatMap(({ doc }) => doc ?? [])
  }

  /** What matches, and whether it comes in the order that is wanted: where none is, in any. */
  private matching(collection: string, filter: Filter, order: Order | undefined) {
    this.demand(collection)
    const { near, rest } = takeNear(filter)
    const test = compileFilter(rest)
    const distances = new Map<Doc, number>()
    const matches = (doc: Doc): boolean => {
      if (!test(doc)) return false
      const distance = near && distanceFrom(near, doc)
      if (distance) distances.set(doc, distance.metres)
      return !near || distance !== undefined
    }
    const plan = this.records.plan(collection, filter, order)
    const { records, snapshot, staged } = this
    function* docs(own: readonly Doc[]): Generator<Doc> {
      for (const { doc } of records.follow(collection, plan, snapshot))
        if (!staged?.has(nameOf(collection, doc._id)) && matches(doc)) yield doc
      yield* own.filter(matches)
    }
    return { near, distances, docs, ordered: order ? 'ordered' in plan && plan.ordered : !near }
  }

  demand(collection: string): void {
    if (!this.records.has(collection))
      throw new DatabaseError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${collection}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
  }
}
