import { type Database as Lmdb, open, type RootDatabase, type Transaction } from 'lmdb'

export type Key = (string | number)[]

/** Behind every key that begins with the same parts. */
export const behind = '￿￿'

/**
 * One LMDB environment: documents, the entries of their indexes, and facts about both. Reading is synchronous and sees
 * what is committed, or a snapshot; changing happens inside `write`, one after another.
 */
export class Tables {
  private readonly env: RootDatabase
  readonly documents: Lmdb<string, Key>
  readonly entries: Lmdb<true, Key>
  readonly facts: Lmdb<unknown, Key>
  /** How many writes that are not on the disk yet have touched each name: nobody can read those changes. */
  private readonly underWay = new Map<string, number>()
  private touched: string[] = []

  constructor(path: string) {
    // Without `overlappingSync` a commit answers once it is flushed, not before.
    this.env = open({ path, overlappingSync: false, maxDbs: 4, noSubdir: false })
    this.documents = this.env.openDB({ name: 'documents', encoding: 'string' })
    this.entries = this.env.openDB({ name: 'entries', encoding: 'msgpack' })
    this.facts = this.env.openDB({ name: 'facts', encoding: 'msgpack' })
  }

  snapshot(): Transaction {
    return this.documents.useReadTransaction()
  }

  /**
   * Runs changes as one: all or, if the process dies, nothing; they are on the disk when it answers. Must not throw once
   * it has begun to change.
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
      for (const name of touched) this.settle(name)
    }
  }

  /** For use inside `write`: says what is changed, until that can be read. */
  touch(name: string): void {
    this.touched.push(name)
    this.underWay.set(name, (this.underWay.get(name) ?? 0) + 1)
  }

  private settle(name: string): void {
    const left = (this.underWay.get(name) ?? 1) - 1
    if (left > 0) this.underWay.set(name, left)
    else this.underWay.delete(name)
  }

  /** Whether a write that is not committed yet has touched a name. */
  isUnderWay(name: string): boolean {
    return this.underWay.has(name)
  }

  /** The keys that begin with these parts. */
  keys(table: 'entries' | 'facts', head: Key): Iterable<Key> {
    return this[table].getKeys({ start: head, end: [...head, behind] })
  }

  close(): Promise<void> {
    return this.env.close()
  }
}
