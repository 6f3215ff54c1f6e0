import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError } from '../document/database-error'
import { encode } from '../document/ejson'
import type { Doc, Filter, Id } from '../document/value'
import { compileFilter } from '../document/filter'
import { takeNear } from '../document/geo'
import { checkDataFile, DataDamaged, markMade } from './data-file'
import { check, checkName, newId } from './document-rules'
import { nameOf } from './id'
import { checkKeys, duplicate } from './index-rules'
import { Records } from './records'
import { Transactions } from './transaction'
import type { Uses } from './uses'
import { type Search, View } from './view'

/** What a change makes of a document: another, nothing (it goes), or no change at all. */
export type Change = (doc: Doc) => { doc: Doc | undefined } | undefined

export interface StoreOptions {
  /** The folder of the data; made where it is not there. */
  path: string
  /** Collections and their indexes, made where they are not there. */
  collections: Record<string, Collection>
  /** How long a transaction may stay open, in milliseconds. */
  transactionLifetime?: number
  /** Whether a query that no index serves reads the whole collection, as in the cloud, or is refused. */
  permissive?: boolean
}

/** Opens the data, makes what is declared; throws `DataDamaged` or `DataOfOtherVersion` if the data is not as it was left. */
export async function openStore(options: StoreOptions): Promise<Store> {
  await checkDataFile(options.path)
  try {
    const records = new Records(options.path, options.collections, options.permissive)
    await records.prepare()
    await markMade(options.path)
    return new Store(records, options.transactionLifetime)
  } catch (error) {
    // LMDB's own words for a page that is not what it must be.
    if (error instanceof Error && /MDB_(CORRUPTED|PAGE_NOTFOUND|INVALID|PANIC|BAD_)/.test(error.message))
      throw new DataDamaged(error.message)
    throw error
  }
}

export class Store {
  private readonly records: Records
  readonly transactions: Transactions
  private readonly plain: View

  constructor(records: Records, transactionLifetime?: number) {
    this.records = records
    this.transactions = new Transactions(records, transactionLifetime)
    this.plain = new View(records)
  }

  private view(transaction: string | undefined): View {
    return transaction === undefined ? this.plain : this.transactions.view(transaction)
  }

  find(collection: string, search: Search, transaction?: string): Doc[] {
    return this.view(transaction).find(collection, search)
  }

  /** How many match, of what is committed. */
  count(collection: string, filter: Filter): number {
    return this.plain.count(collection, filter)
  }

  async addCollection(collection: string): Promise<void> {
    checkName(collection)
    await this.records.write(() => {
      if (this.records.has(collection))
        throw new DatabaseError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${collection}`)
      this.records.addCollection(collection)
    })
  }

  /** Adds documents, all or none; answers their ids. */
  async insert(collection: string, docs: Partial<Doc>[], transaction?: string): Promise<Id[]> {
    this.plain.demand(collection)
    const whole = docs.map((doc): Doc => ({ _id: newId(), ...doc }))
    for (const doc of whole) check(doc)
    if (transaction !== undefined) {
      for (const doc of whole) this.transactions.stage(transaction, collection, doc._id, doc, true)
      return whole.map((doc) => doc._id)
    }
    await this.whenFree(
      collection,
      whole.map((doc) => doc._id),
      () => {
        const names = new Set<string>()
        for (const doc of whole) {
          const name = nameOf(collection, doc._id)
          if (names.has(name) || this.records.get(collection, doc._id)) throw duplicate(collection, '_id_', doc._id)
          names.add(name)
        }
        this.check(collection, whole)
        for (const doc of whole) this.records.put(collection, doc._id, doc)
      },
    )
    return whole.map((doc) => doc._id)
  }

  /**
   * Finds and changes, in one atomic step: one document, or all that match. Answers how many matched and the last one
   * as it is afterwards.
   */
  async change(
    collection: string,
    filter: Filter,
    change: Change,
    options: { all: boolean; transaction?: string | undefined },
  ): Promise<{ matched: number; doc: Doc | undefined }> {
    const limit = options.all ? Number.POSITIVE_INFINITY : 1
    const { transaction } = options
    let last: Doc | undefined
    if (transaction !== undefined) {
      const found = this.transactions.view(transaction).find(collection, { filter, limit })
      for (const doc of found) {
        const changed = change(doc)
        if (changed?.doc) check(changed.doc)
        if (changed) this.transactions.stage(transaction, collection, doc._id, changed.doc)
        last = changed ? changed.doc : doc
      }
      return { matched: found.length, doc: last }
    }
    compileFilter(takeNear(filter).rest)
    for (;;) {
      const wait = await this.records.write(() => {
        const found = this.plain.find(collection, { filter, limit })
        const held = found.map((doc) => this.transactions.heldUntil(collection, doc._id)).find((each) => each)
        if (held) return { held }
        const changes = found.map((doc) => ({ before: doc, after: change(doc) }))
        const docs = changes.flatMap(({ after }) => after?.doc ?? [])
        for (const doc of docs) check(doc)
        this.check(collection, docs)
        for (const { before, after } of changes) if (after) this.records.put(collection, before._id, after.doc)
        const end = changes.at(-1)
        return { matched: found.length, doc: end && (end.after ? end.after.doc : end.before) }
      })
      if (!('held' in wait)) return wait
      await wait.held
    }
  }

  /** Puts a document under an id, whether or not one is there; answers whether there was one. */
  async set(collection: string, doc: Doc, transaction?: string): Promise<boolean> {
    this.plain.demand(collection)
    check(doc)
    if (transaction !== undefined) {
      const before = this.transactions.view(transaction).get(collection, doc._id)
      this.transactions.stage(transaction, collection, doc._id, doc)
      return before !== undefined
    }
    let before = false
    await this.whenFree(collection, [doc._id], () => {
      before = this.records.get(collection, doc._id) !== undefined
      this.check(collection, [doc])
      this.records.put(collection, doc._id, doc)
    })
    return before
  }

  /** Refuses documents that the indexes cannot take. */
  private check(collection: string, docs: readonly Doc[]): void {
    checkKeys(this.records, collection, this.records.indexes(collection).indexes, docs)
  }

  /** Runs a plain write once no transaction holds any of these documents. */
  private async whenFree(collection: string, ids: Id[], write: () => void): Promise<void> {
    for (;;) {
      const held = await this.records.write(() => {
        const wait = ids.map((id) => this.transactions.heldUntil(collection, id)).find((each) => each)
        if (!wait) write()
        return wait ? { wait } : undefined
      })
      if (!held) return
      await held.wait
    }
  }

  /** For the owner of the data, not for functions: everything there is, in one order, as text. */
  *dump(): Generator<{ collection: string; document: string }> {
    for (const collection of this.records.names().sort())
      for (const { doc } of this.records.all(collection)) yield { collection, document: encode(doc) }
  }

  /** For the owner of the data: a whole collection, without an index. */
  all(collection: string): Doc[] {
    return [...this.records.all(collection)].map(({ doc }) => doc)
  }

  /** For the owner of the data: whether a collection has nothing in it. */
  isEmpty(collection: string): boolean {
    return this.records.all(collection).next().done === true
  }

  /** For the owner of the data: the collections there are, with the indexes that are declared of each. */
  collections(): { name: string; indexes: readonly Index[] }[] {
    return this.records.names().map((name) => ({ name, indexes: this.records.indexes(name).indexes }))
  }

  /** For the owner of the data: some documents in the order of their ids, from one on. */
  page(collection: string, after: Id | undefined, most: number): Doc[] {
    return this.records.page(collection, after, most)
  }

  /** For the owner of the data: how many documents a collection has. */
  size(collection: string): number {
    return this.records.count(collection)
  }

  /** Whether a query that no index serves reads everything. */
  get permissive(): boolean {
    return this.records.permissive
  }

  /** The fields of a collection that have an index of places on the map. */
  places(collection: string): string[] {
    const { indexes } = this.records.indexes(collection)
    return indexes.flatMap(({ keys }) => Object.keys(keys).filter((path) => keys[path] === '2dsphere'))
  }

  /** How often each index served, and which queries none did. */
  get uses(): Uses {
    return this.records.uses
  }

  /** For the owner of the data: removes everything of a collection. */
  async empty(collection: string): Promise<void> {
    await this.records.write(() => {
      for (const { doc } of Array.from(this.records.all(collection))) this.records.put(collection, doc._id, undefined)
    })
  }

  async close(): Promise<void> {
    this.transactions.close()
    await this.records.close()
  }
}
