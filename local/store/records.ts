import type { Transaction } from 'lmdb'
import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError } from '../document/database-error'
import type { Doc, Filter, Id } from '../document/value'
import { DataOfOtherVersion } from './data-file'
import { type IdKey, idOfKey, keyOfId, nameOf } from './id'
import { entriesOf, keyOf, keysOf, madeOf, type Part } from './index-keys'
import { checkKeys } from './index-rules'
import { type Plan, planOf } from './plan'
import { checked, type Stored, storedOf, textOf } from './stored'
import { behind, type Key, Tables } from './tables'
import { Uses } from './uses'
import { idsOf, isOnceEach } from './walk'

/** A plan, or the whole collection where that is allowed. */
type Way = Plan | { by: 'all' }

/** The layout of the data on disk. Data of those before is brought up to it, data of any other is left alone. */
export const layout = 5
const layoutWithoutSums = 2
export const layoutsBefore: readonly unknown[] = [layoutWithoutSums, 3, 4]

/** Documents and indexes on disk: which there are, the way to those that match, and how one is put. */
export class Records {
  private readonly tables: Tables
  private readonly declared: Record<string, Collection>
  private readonly severals = new Set<string>()
  private nextVersion: number
  /** How often each index served, and which queries none did. */
  readonly uses = new Uses()

  /** `permissive`: a query that no index serves reads everything, as it does in the cloud. */
  constructor(
    path: string,
    declared: Record<string, Collection>,
    readonly permissive = false,
  ) {
    this.tables = new Tables(path)
    this.declared = declared
    this.nextVersion = Date.now() * 1000
    const found = this.tables.facts.get(['layout'])
    if (found !== undefined && found !== layout && !layoutsBefore.includes(found))
      throw new DataOfOtherVersion(found, layout)
    for (const { key } of this.tables.facts.getRange({ start: ['several'], end: ['several', behind] }))
      this.severals.add(key.slice(1).join(' '))
  }

  /** Makes what is declared: collections, and indexes over documents that were there before them. */
  async prepare(): Promise<void> {
    await this.write(() => {
      const found = this.tables.facts.get(['layout'])
      if (found === layoutWithoutSums) this.addSums()
      this.tables.facts.put(['layout'], layout)
      for (const key of Array.from(this.tables.keys('facts', ['index'])))
        this.dropStale(key as [string, string, string], found === layout)
      for (const [name, { indexes }] of Object.entries(this.declared)) {
        this.tables.facts.put(['collection', name], true)
        for (const index of indexes)
          if (this.tables.facts.get(['index', name, index.name]) === undefined) this.make(name, index)
      }
    })
  }

  /** Drops an index that is not declared (any more), or as another: from now on nobody would keep it. */
  private dropStale(fact: [string, string, string], isOfThisLayout: boolean): void {
    const [, collection, name] = fact
    const index = this.indexes(collection).indexes.find((each) => each.name === name)
    if (isOfThisLayout && index && this.tables.facts.get(fact) === madeOf(index)) return
    this.clear(collection, name)
    this.tables.facts.remove(fact)
  }

  private clear(collection: string, index: string): void {
    for (const key of this.tables.keys('entries', [collection, index])) this.tables.entries.remove(key)
  }

  /** Makes an index over the documents that there are; refused where it cannot take them. */
  private make(collection: string, index: Index): void {
    this.clear(collection, index.name)
    for (const { doc } of this.all(collection)) {
      checkKeys(this, collection, [index], [doc])
      this.enter(collection, index, doc)
    }
    this.tables.facts.put(['index', collection, index.name], madeOf(index))
  }

  private addSums(): void {
    for (const { key, value } of Array.from(this.tables.documents.getRange())) {
      const [collection, id] = key as [string, IdKey]
      const space = value.indexOf(' ')
      this.tables.documents.put(key, checked(collection, id, Number(value.slice(0, space)), value.slice(space + 1)))
    }
  }

  has(collection: string): boolean {
    return this.tables.facts.get(['collection', collection]) === true
  }

  /** For use inside `write`. */
  addCollection(collection: string): void {
    this.tables.facts.put(['collection', collection], true)
  }

  names(): string[] {
    return [...this.tables.keys('facts', ['collection'])].map((key) => String(key[1]))
  }

  indexes(collection: string): Collection {
    return this.declared[collection] ?? { indexes: [] }
  }

  isSeveral(collection: string, index: Index): boolean {
    return this.severals.has(`${collection} ${index.name}`)
  }

  snapshot(): Transaction {
    return this.tables.snapshot()
  }

  get(collection: string, id: Id, snapshot?: Transaction): Stored | undefined {
    return this.at(collection, keyOfId(id), snapshot)
  }

  private at(collection: string, key: IdKey, snapshot?: Transaction): Stored | undefined {
    const text = this.tables.documents.get([collection, key], snapshot ? { transaction: snapshot } : undefined)
    return text === undefined ? undefined : storedOf(collection, key, text)
  }

  *all(collection: string, snapshot?: Transaction): Generator<Stored> {
    const range = { start: [collection], end: [collection, behind], ...(snapshot && { transaction: snapshot }) }
    for (const { key, value } of this.tables.documents.getRange(range))
      yield storedOf(collection, key[1] as IdKey, value)
  }

  count(collection: string): number {
    return this.tables.documents.getKeysCount({ start: [collection], end: [collection, behind] })
  }

  /** So many documents behind an id. */
  page(collection: string, after: Id | undefined, limit: number): Doc[] {
    const start: Key = after === undefined ? [collection] : [collection, keyOfId(after), behind]
    const range = this.tables.documents.getRange({ start, end: [collection, behind], limit })
    return [...range].map(({ key, value }) => storedOf(collection, key[1] as IdKey, value).doc)
  }

  /** The way to the documents that may match; refused where no index serves, unless that is allowed here. */
  plan(collection: string, filter: Filter, order?: Record<string, 1 | -1>): Way {
    try {
      const several = (index: Index) => this.isSeveral(collection, index)
      const plan = planOf(collection, this.indexes(collection), filter, several, order)
      this.uses.served(collection, plan)
      return plan
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== 'DATABASE_QUERY_WITHOUT_INDEX') throw error
      this.uses.unserved(collection, filter, this.permissive)
      if (!this.permissive) throw error
      return { by: 'all' }
    }
  }

  /** The documents that a way leads to, each once. */
  *follow(collection: string, plan: Way, snapshot?: Transaction): Generator<Stored> {
    if (plan.by === 'all') return yield* this.all(collection, snapshot)
    const seen = isOnceEach(plan, (index) => this.isSeveral(collection, index)) ? undefined : new Set<IdKey>()
    for (const id of idsOf(this.tables, collection, plan, snapshot)) {
      if (seen?.has(id)) continue
      seen?.add(id)
      const stored = this.at(collection, id, snapshot)
      if (stored) yield stored
    }
  }

  /** Runs changes as one; what `checkKeys` let pass can be put. */
  write<Value>(change: () => Value): Promise<Value> {
    return this.tables.write(change)
  }

  /** Whether a write that is not committed yet has changed a document. */
  isUnderWay(collection: string, id: Id): boolean {
    return this.tables.isUnderWay(nameOf(collection, id))
  }

  /** The ids of the documents under a key of an index. */
  *idsUnder(collection: string, index: Index, entry: readonly Part[]): Generator<Id> {
    const head = [collection, index.name, ...entry.flat()]
    for (const key of this.tables.keys('entries', head)) yield idOfKey(key.at(-1) as IdKey)
  }

  /** For use inside `write`: puts, replaces or (with nothing) removes a document, and its index entries. */
  put(collection: string, id: Id, doc: Doc | undefined): void {
    this.tables.touch(nameOf(collection, id))
    const before = this.get(collection, id)?.doc
    for (const index of this.indexes(collection).indexes) {
      const old = new Map((before ? keysOf(collection, index, before) : []).map((key) => [JSON.stringify(key), key]))
      if (doc) this.enter(collection, index, doc, old)
      for (const key of old.values()) this.tables.entries.remove(key)
    }
    const key = keyOfId(id)
    if (doc) this.tables.documents.put([collection, key], textOf(collection, key, (this.nextVersion += 1), doc))
    else this.tables.documents.remove([collection, key])
  }

  /** Puts a document's entries; those that it had before stay as they are, and are taken out of `old`. */
  private enter(collection: string, index: Index, doc: Doc, old?: Map<string, Key>): void {
    const { entries, several } = entriesOf(index, doc)
    if (several && !this.isSeveral(collection, index)) {
      this.severals.add(`${collection} ${index.name}`)
      this.tables.facts.put(['several', collection, index.name], true)
    }
    for (const entry of entries) {
      const key = keyOf(collection, index, entry, doc)
      if (!old?.delete(JSON.stringify(key))) this.tables.entries.put(key, true)
    }
  }

  close(): Promise<void> {
    return this.tables.close()
  }
}
