import type { Transaction as Snapshot } from 'lmdb'
import { DatabaseError } from '../document/database-error'
import type { Doc, Filter, Id } from '../document/value'
import { compileFilter } from '../document/filter'
import { distanceFrom, takeNear } from '../document/geo'
import { sortDocs } from '../document/order'
import { nameOf } from './id'
import type { Records } from './records'

export interface Search {
  filter: Filter
  order?: Record<string, 1 | -1> | undefined
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
    const isOrderless = !order || Object.keys(order).length === 0
    const sorted = isOrderless ? !near : 'ordered' in plan && plan.ordered
    const own = [...(this.staged?.values() ?? [])].filter((each) => each.collection === collection)
    const enough = sorted && own.length === 0 ? skip + limit : Number.POSITIVE_INFINITY
    const found: Doc[] = []
    for (const { doc } of this.records.follow(collection, plan, this.snapshot)) {
      if (this.staged?.has(nameOf(collection, doc._id)) || !matches(doc)) continue
      found.push(doc)
      if (found.length >= enough) break
    }
    for (const { doc } of own) if (doc && matches(doc)) found.push(doc)
    if (near && isOrderless) found.sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0))
    const ordered = isOrderless || (sorted && own.length === 0) ? found : sortDocs(found, order)
    return ordered.slice(skip, skip + limit)
  }

  demand(collection: string): void {
    if (!this.records.has(collection))
      throw new DatabaseError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `[ResourceNotFound] Db or Table not exist: ${collection}. Please check your request, but if the problem cannot be solved, contact us.`,
      )
  }
}
