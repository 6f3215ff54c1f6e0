import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Database, open, type RootDatabase, type Transaction } from 'lmdb'
import type { Index } from '../../cloudfunctions/runtime/collections'
import { Advice } from '../advice'
import { checkDataFile, DataOfOtherVersion } from '../store/data-file'
import { layout, layoutsBefore } from '../store/records'
import type { IdKey } from '../store/id'
import { jsonOf } from '../store/stored'

type Key = IdKey[]

/** One document as it lies on the disk: its checksum agrees. */
export interface Kept {
  collection: string
  id: IdKey
  json: string
}

const behind = '￿￿'

/**
 * A database as it stood at one moment, to be read beside whoever is using and changing it. Nothing of it changes
 * while it is open, and nobody waits for it.
 */
export class Snapshot {
  private readonly texts: Database<string, Key>
  private readonly keys: Database<true, Key>
  private readonly told: Database<unknown, Key>
  private readonly transaction: Transaction

  private constructor(private readonly env: RootDatabase) {
    this.texts = env.openDB({ name: 'documents', encoding: 'string' })
    this.keys = env.openDB({ name: 'entries', encoding: 'msgpack' })
    this.told = env.openDB({ name: 'facts', encoding: 'msgpack' })
    this.transaction = this.texts.useReadTransaction()
  }

  /** Opens the database of a data folder; throws `DataDamaged`, `DataOfOtherVersion`, or what to do where there is none. */
  static async open(data: string): Promise<Snapshot> {
    const path = join(data, 'database')
    if (!existsSync(path))
      throw new Advice(`There is no database in ${data}; set LINLI_DATA to the folder of the data.`)
    await checkDataFile(path)
    const snapshot = new Snapshot(open({ path, maxDbs: 4, readOnly: true }))
    const found = snapshot.facts(['layout']).next().value?.value
    if (layoutsBefore.includes(found))
      throw new Advice(`The data in ${data} is of an earlier version: start it once, which brings it up to this one.`)
    if (found !== layout) throw new DataOfOtherVersion(found, layout)
    return snapshot
  }

  collections(): string[] {
    return [...this.facts(['collection'])].map(({ key }) => String(key[1])).sort()
  }

  /** The indexes that were made, by collection. */
  *indexes(): Generator<{ collection: string; index: Index }> {
    for (const { key, value } of this.facts(['index'])) {
      const [, collection, name] = key as [string, string, string]
      const made = JSON.parse(String(value)) as Index['keys'] | [Index['keys'], 'unique']
      yield { collection, index: { name, keys: Array.isArray(made) ? made[0] : made, serves: '' } }
    }
  }

  /** All documents, in one order; what does not agree with its checksum is told to `damaged`, or thrown. */
  *documents(damaged?: (error: unknown) => void): Generator<Kept> {
    for (const { key, value } of this.texts.getRange({ transaction: this.transaction })) {
      const [collection, id] = key as [string, IdKey]
      try {
        yield { collection, id, json: jsonOf(collection, id, value) }
      } catch (error) {
        if (!damaged) throw error
        damaged(error)
      }
    }
  }

  hasEntry(key: Key): boolean {
    return this.keys.get(key, { transaction: this.transaction }) === true
  }

  *entries(): Generator<Key> {
    yield* this.keys.getKeys({ transaction: this.transaction })
  }

  private *facts(head: Key): Generator<{ key: Key; value: unknown }> {
    const range = { start: head, end: [...head, behind], transaction: this.transaction }
    yield* this.told.getRange(range)
  }

  async close(): Promise<void> {
    this.transaction.done()
    await this.env.close()
  }
}
