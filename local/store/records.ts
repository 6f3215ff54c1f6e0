import { type Database as Lmdb, open, type RootDatabase, type Transaction } from 'lmdb'
import type { Collection, Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError } from '../document/database-error'
import type { Doc, Filter, Id } from '../document/value'
import { DataOfOtherVersion } from './data-file'
import { fits, type IdKey, idOfKey, isId, keyOfId, nameOf } from './id'
import { entriesOf, type Part } from './index-keys'
import { checkKeys } from './index-rules'
import { type Plan, planOf } from './plan'
import { checked, type Stored, storedOf, textOf } from './stored'
import { Uses } from './uses'

type Key = (string | number)[]

/** A plan, or the whole collection where that is allowed. */
type Way = Plan | { by: 'all' }

/** Behind every key that begins with the same parts. */
const behind = '￿￿'

/** The layout of the data on disk. Data of those before is brought up to it, data of any other is left alone. */
export const layout = 4
const layoutWithoutSums = 2
const layoutOfOldEntries = 3

/**
 * Documents and indexes on disk, in one LMDB environment. Reading is synchronous and sees what is committed, or a
 * snapshot; changing happens inside `write`, one after another, and is on the disk before `write` answers.
 */
export class Records {
  private readonly env: RootDatabase
  private readonly documents: Lmdb<string, Key>
  private readonly entries: Lmdb<true, Key>
  private readonly facts: Lmdb<unknown, Key>
  private readonly declared: Record<string, Collection>
  private readonly severals = new Set<string>()
  /** How many writes that are not on the disk yet have changed each document: nobody can read those changes. */
  private readonly underWay = new Map<string, number>()
  private touched: string[] = []
  private nextVersion: number
  /** How often each index served, and which queries none did. */
  readonly uses = new Uses()

  /** `permissive`: a query that no index serves reads everything, as it does in the cloud. */
  constructor(
    path: string,
    declared: Record<string, Collection>,
    readonly permissive = false,
  ) {
    // Without `overlappingSync` a commit answers once it is flushed, not before.
    this.env = open({ path, overlappingSync: false, maxDbs: 4, noSubdir: false })
    this.documents = this.env.openDB({ name: 'documents', encoding: 'string' })
    this.entries = this.env.openDB({ name: 'entries', encoding: 'msgpack' })
    this.facts = this.env.openDB({ name: 'facts', encoding: 'msgpack' })
    this.declared = declared
    this.nextVersion = Date.now() * 1000
    const found = this.facts.get(['layout'])
    if (found !== undefined && ![layout, layoutWithoutSums, layoutOfOldEntries].includes(found as number))
      throw new DataOfOtherVersion(found, layout)
    for (const { key } of this.facts.getRange({ start: ['several'], end: ['several', behind] }))
      this.severals.add(key.slice(1).join(' '))
  }

  /** Makes what is declared: collections, and indexes over documents that were there before them. */
  async prepare(): Promise<void> {
    await this.write(() => {
      const found = this.facts.get(['layout'])
      if (found === layoutWithoutSums) this.addSums()
      this.facts.put(['layout'], layout)
      for (const key of Array.from(this.facts.getKeys({ start: ['index'], end: ['index', behind] })))
        this.dropStale(key as [string, string, string], found === layout)
      for (const [name, { indexes }] of Object.entries(this.declared)) {
        this.facts.put(['collection', name], true)
        for (const index of indexes)
          if (this.facts.get(['index', name, index.name]) === undefined) this.make(name, index)
      }
    })
  }

  /** Drops an index that is not declared (any more), or as another: from now on nobody would keep it. */
  private dropStale(fact: [string, string, string], isOfThisLayout: boolean): void {
    const [, collection, name] = fact
    const index = this.indexes(collection).indexes.find((each) => each.name === name)
    if (isOfThisLayout && index && this.facts.get(fact) === madeOf(index)) return
    this.clear(collection, name)
    this.facts.remove(fact)
  }

  private clear(collection: string, index: string): void {
    for (const key of this.entries.getKeys({ start: [collection, index], end: [collection, index, behind] }))
      this.entries.remove(key)
  }

  /** Makes an index over the documents that there are; refused where it cannot take them. */
  private make(collection: string, index: Index): void {
    this.clear(collection, index.name)
    for (const { doc } of this.all(collection)) {
      checkKeys(this, collection, [index], [doc])
      this.enter(collection, index, doc)
    }
    this.facts.put(['index', collection, index.name], madeOf(index))
  }

  private addSums(): void {
    for (const { key, value } of Array.from(this.documents.getRange())) {
      const [collection, id] = key as [string, IdKey]
      const space = value.indexOf(' ')
      this.documents.put(key, checked(collection, id, Number(value.slice(0, space)), value.slice(space + 1)))
    }
  }

  has(collection: string): boolean {
    return this.facts.get(['collection', collection]) === true
  }

  /** For use inside `write`. */
  addCollection(collection: string): void {
    this.facts.put(['collection', collection], true)
  }

  names(): string[] {
    return [...this.facts.getKeys({ start: ['collection'], end: ['collection', behind] })].map((key) => String(key[1]))
  }

  indexes(collection: string): Collection {
    return this.declared[collection] ?? { indexes: [] }
  }

  isSeveral(collection: string, index: Index): boolean {
    return this.severals.has(`${collection} ${index.name}`)
  }

  snapshot(): Transaction {
    return this.documents.useReadTransaction()
  }

  get(collection: string, id: Id, snapshot?: Transaction): Stored | undefined {
    return this.at(collection, keyOfId(id), snapshot)
  }

  private at(collection: string, key: IdKey, snapshot?: Transaction): Stored | undefined {
    const text = this.documents.get([collection, key], snapshot ? { transaction: snapshot } : undefined)
    return text === undefined ? undefined : storedOf(collection, key, text)
  }

  *all(collection: string, snapshot?: Transaction): Generator<Stored> {
    const range = { start: [collection], end: [collection, behind], ...(snapshot && { transaction: snapshot }) }
    for (const { key, value } of this.documents.getRange(range)) yield storedOf(collection, key[1] as IdKey, value)
  }

  count(collection: string): number {
    return this.documents.getKeysCount({ start: [collection], end: [collection, behind] })
  }

  /** So many documents behind an id. */
  page(collection: string, after: Id | undefined, limit: number): Doc[] {
    const start: Key = after === undefined ? [collection] : [collection, keyOfId(after), behind]
    const range = this.documents.getRange({ start, end: [collection, behind], limit })
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
    const seen = this.isOnceEach(collection, plan) ? undefined : new Set<IdKey>()
    for (const id of this.idsOf(collection, plan, snapshot)) {
      if (seen?.has(id)) continue
      seen?.add(id)
      const stored = this.at(collection, id, snapshot)
      if (stored) yield stored
    }
  }

  /** Whether a plan leads to no document twice. */
  private isOnceEach(collection: string, plan: Plan): boolean {
    if (plan.by === 'index') return plan.prefixes.length === 1 && !this.isSeveral(collection, plan.index)
    return plan.by === 'id-range'
  }

  private *idsOf(collection: string, plan: Plan, snapshot?: Transaction): Generator<IdKey> {
    if (plan.by === 'ids') return yield* plan.ids.filter(isId).filter(fits).map(keyOfId)
    if (plan.by === 'several') {
      for (const each of plan.plans) yield* this.idsOf(collection, each, snapshot)
      return
    }
    if (plan.by === 'id-range') {
      const { from, to } = plan
      const first: Key = from === undefined ? [collection] : [collection, from]
      const last: Key = to === undefined ? [collection, behind] : [collection, to, behind]
      const ends = plan.backwards ? { start: last, end: first, reverse: true } : { start: first, end: last }
      for (const key of this.documents.getKeys({ ...ends, ...(snapshot && { transaction: snapshot }) }))
        yield key[1] as IdKey
      return
    }
    for (const prefix of plan.prefixes) {
      const head: Key = [collection, plan.index.name, ...prefix.flat()]
      const { range } = plan
      const from: Key = range ? [...head, range.rank, ...(range.from === undefined ? [] : [range.from])] : head
      const to: Key = range
        ? [...head, range.rank, ...(range.to === undefined ? [] : [range.to]), behind]
        : [...head, behind]
      const ends = plan.backwards ? { start: to, end: from, reverse: true } : { start: from, end: to }
      for (const key of this.entries.getKeys({ ...ends, ...(snapshot && { transaction: snapshot }) }))
        yield key.at(-1) as IdKey
    }
  }

  /**
   * Runs changes as one: all or, if the process dies, nothing. Must not throw once it has begun to change: what
   * `checkKeys` let pass can be put.
   */
  async write<Value>(change: () => Value): Promise<Value> {
    let failure: { error: unknown } | undefined
    let touched: string[] = []
    try {
      const value = await this.env.transaction(() => {
        try {
          return change()
        } catch (error) {
          failure = { error }
          return undefined
        } finally {
          touched = this.touched
          this.touched = []
        }
      })
      if (failure) throw failure.error
      return value as Value
    } finally {
      for (const name of touched) this.underWay.set(name, (this.underWay.get(name) ?? 1) - 1)
      for (const name of touched) if (this.underWay.get(name) === 0) this.underWay.delete(name)
    }
  }

  /** Whether a write that is not committed yet has changed a document. */
  isUnderWay(collection: string, id: Id): boolean {
    return this.underWay.has(nameOf(collection, id))
  }

  /** The ids of the documents under a key of an index. */
  *idsUnder(collection: string, index: Index, entry: readonly Part[]): Generator<Id> {
    const head: Key = [collection, index.name, ...entry.flat()]
    for (const key of this.entries.getKeys({ start: head, end: [...head, behind] })) yield idOfKey(key.at(-1) as IdKey)
  }

  /** For use inside `write`: puts, replaces or (with nothing) removes a document, and its index entries. */
  put(collection: string, id: Id, doc: Doc | undefined): void {
    const name = nameOf(collection, id)
    this.touched.push(name)
    this.underWay.set(name, (this.underWay.get(name) ?? 0) + 1)
    const before = this.get(collection, id)?.doc
    for (const index of this.indexes(collection).indexes) {
      const old = new Map((before ? keysOf(collection, index, before) : []).map((key) => [JSON.stringify(key), key]))
      if (doc) this.enter(collection, index, doc, old)
      for (const key of old.values()) this.entries.remove(key)
    }
    const key = keyOfId(id)
    if (doc) this.documents.put([collection, key], textOf(collection, key, (this.nextVersion += 1), doc))
    else this.documents.remove([collection, key])
  }

  /** Puts a document's entries; those that it had before stay as they are, and are taken out of `old`. */
  private enter(collection: string, index: Index, doc: Doc, old?: Map<string, Key>): void {
    const { entries, several } = entriesOf(index, doc)
    if (several && !this.isSeveral(collection, index)) {
      this.severals.add(`${collection} ${index.name}`)
      this.facts.put(['several', collection, index.name], true)
    }
    for (const entry of entries) {
      const key = keyOf(collection, index, entry, doc)
      if (!old?.delete(JSON.stringify(key))) this.entries.put(key, true)
    }
  }

  close(): Promise<void> {
    return this.env.close()
  }
}

/** By what an index is known to be the one that was made. */
const madeOf = ({ keys, unique }: Index): string => JSON.stringify(unique ? [keys, 'unique'] : keys)

const keyOf = (collection: string, index: Index, entry: readonly Part[], doc: Doc): Key => [
  collection,
  index.name,
  ...entry.flat(),
  keyOfId(doc._id),
]

const keysOf = (collection: string, index: Index, doc: Doc): Key[] =>
  entriesOf(index, doc).entries.map((entry) => keyOf(collection, index, entry, doc))
