import type { Transaction as Snapshot } from 'lmdb'
import { DatabaseError, refused } from '../document/database-error'
import type { Doc, Filter, Id } from '../document/value'
import { compileFilter } from '../document/filter'
import { distanceFrom, type Near, takeNear } from '../document/geo'
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
    const { near, matches, distances, plan } = this.search(collection, filter, wanted)
    const own = this.ownIn(collection).filter(matches)
    const last = skip + limit
    const isOrdered = own.length === 0 && (wanted ? 'ordered' in plan && plan.ordered : !near)
    let found: Doc[] = []
    for (const { doc } of this.records.follow(collection, plan, this.snapshot)) {
      if (this.isOwn(collection, doc) || !matches(doc)) continue
      found.push(doc)
      if (isOrdered && found.length >= last) break
      // Of many that are still to be sorted only those are kept that can be among the first.
      if (wanted && !isOrdered && found.length >= 2 * last + mostUnsorted)
        found = sortDocs(found, wanted).slice(0, last)
    }
    found.push(...own)
    if (wanted && !isOrdered) found = sortDocs(found, wanted)
    if (near && !wanted) found.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
    return found.slice(skip, last)
  }

  /** How many match, of what is committed or the snapshot has. */
  count(collection: string, filter: Filter): number {
    const { matches, plan } = this.search(collection, filter, undefined)
    let count = 0
    for (const { doc } of this.records.follow(collection, plan, this.snapshot)) if (matches(doc)) count += 1
    return count
  }

  private isOwn(collection: string, doc: Doc): boolean {
    return this.staged?.has(nameOf(collection, doc._id)) === true
  }

  private ownIn(collection: string): Doc[] {
    if (!this.staged) return []
    return [...this.staged.values()].flatMap((each) => (each.collection === collection ? (each.doc ?? []) : []))
  }

  /** The way to what may match, and the test of it; how far away what it let pass was, where that is asked. */
  private search(collection: string, filter: Filter, order: Order | undefined) {
    this.demand(collection)
    const { near, rest } = takeNear(filter)
    const test = compileFilter(rest)
    const distances = new Map<Doc, number>()
    const isNear = (doc: Doc, from: Near): boolean => {
      const distance = distanceFrom(from, doc)
      if (distance) distances.set(doc, distance.metres)
      return distance !== undefined
    }
    const matches = near ? (doc: Doc) => test(doc) && isNear(doc, near) : test
    return { near, matches, distances, plan: this.records.plan(collection, filter, order) }
  }

  demand(collection: string): void {
    if (!this.records.has(collection))
      throw new DatabaseError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${collection}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
  }
}
