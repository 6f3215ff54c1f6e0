import { randomUUID } from 'node:crypto'
import type { Transaction as Snapshot } from 'lmdb'
import { DatabaseError } from '../document/database-error'
import type { Doc, Id } from '../document/value'
import { nameOf } from './id'
import { checkKeys, duplicate } from './index-rules'
import type { Records } from './records'
import { type Staged, View } from './view'

const conflict = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  )

const gone = () =>
  new DatabaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  )

/** One transaction: a snapshot from its first operation on, and what it has written so far. */
interface Open {
  id: string
  snapshot: Snapshot | undefined
  staged: Staged
  timer: NodeJS.Timeout
}

/** Who holds a document until they commit or abort; others' plain writes wait for that. */
interface Hold {
  by: Open
  released: Promise<void>
  release: () => void
}

/** Transactions with snapshot isolation. A conflict shows at the write; two that read what the other writes both pass. */
export class Transactions {
  private readonly records: Records
  private readonly lifetime: number
  private readonly open = new Map<string, Open>()
  private readonly held = new Map<string, Hold>()

  constructor(records: Records, lifetime = 30_000) {
    this.records = records
    this.lifetime = lifetime
  }

  start(): string {
    const id = randomUUID().replaceAll('-', '')
    const timer = setTimeout(() => this.abort(id), this.lifetime)
    timer.unref()
    this.open.set(id, { id, snapshot: undefined, staged: new Map(), timer })
    return id
  }

  /** What this transaction sees. */
  view(id: string): View {
    const open = this.find(id)
    open.snapshot ??= this.records.snapshot()
    return new View(this.records, open.snapshot, open.staged)
  }

  /** Writes a document (or removes it, with nothing) for this transaction alone, or finds that someone was faster. */
  stage(id: string, collection: string, _id: Id, doc: Doc | undefined, inserting = false): void {
    const open = this.find(id)
    open.snapshot ??= this.records.snapshot()
    const key = nameOf(collection, _id)
    const hold = this.held.get(key)
    const seen = this.records.get(collection, _id, open.snapshot)?.version
    // A plain write that was let through before, and cannot be read yet, was faster as well.
    const isOthers = (hold && hold.by !== open) || this.records.isUnderWay(collection, _id)
    if (isOthers || seen !== this.records.get(collection, _id)?.version) {
      this.abort(id)
      throw conflict()
    }
    if (inserting && this.view(id).get(collection, _id)) {
      this.abort(id)
      throw duplicate(collection, '_id_', _id)
    }
    if (!hold) this.hold(key, open)
    open.staged.set(key, { collection, id: _id, doc })
    this.checkKeys(open, [collection])
  }

  /** Refuses unique keys that are taken, by what is committed or by this transaction, which ends with that. */
  private checkKeys(open: Open, collections: Iterable<string>): void {
    const staged = [...open.staged.values()]
    try {
      for (const name of collections) {
        const docs = staged.flatMap(({ collection, doc }) => (collection === name && doc ? [doc] : []))
        checkKeys(this.records, name, this.records.indexes(name).indexes, docs, new Set(open.staged.keys()))
      }
    } catch (error) {
      this.end(open)
      throw error
    }
  }

  private hold(key: string, by: Open): void {
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    this.held.set(key, { by, released, release })
  }

  /** Nothing, or when to try again, for a plain write to a document that a transaction holds. */
  heldUntil(collection: string, id: Id): Promise<void> | undefined {
    return this.held.get(nameOf(collection, id))?.released
  }

  async commit(id: string): Promise<void> {
    const open = this.find(id)
    clearTimeout(open.timer)
    try {
      await this.records.write(() => {
        this.checkKeys(open, new Set([...open.staged.values()].map(({ collection }) => collection)))
        for (const { collection, id: _id, doc } of open.staged.values()) this.records.put(collection, _id, doc)
      })
    } finally {
      this.end(open)
    }
  }

  abort(id: string): void {
    const open = this.open.get(id)
    if (open) this.end(open)
  }

  /** Whether the database knows this transaction (still). */
  find(id: string): Open {
    const open = this.open.get(id)
    if (!open) throw gone()
    return open
  }

  close(): void {
    for (const open of this.open.values()) this.end(open)
  }

  private end(open: Open): void {
    if (!this.open.delete(open.id)) return
    clearTimeout(open.timer)
    open.snapshot?.done()
    for (const [key, hold] of this.held)
      if (hold.by === open) {
        this.held.delete(key)
        hold.release()
      }
  }
}
