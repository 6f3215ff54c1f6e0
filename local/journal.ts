import { appendFile, mkdir, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { LogLine } from './runner-instance'

/** One request to the database, as it was asked and answered. */
export interface RequestRecord {
  at: number
  action: string
  collection: string
  query: string
  ms: number
  /** The database's code, where it refused. */
  code: string | undefined
  function: string | undefined
}

/** One call of a function: who asked, and how it ended. */
export interface CallRecord {
  at: number
  requestId: string
  function: string
  procedure: string | undefined
  source: string
  cold: boolean
  ms: number
  /** CloudBase's code, or "ok". */
  outcome: string
  dbRequests: number
  requests: RequestRecord[]
}

/** A line of the log on disk. */
export type Entry =
  | { at: number; function: string; requestId: string; text: string; stream: 'stdout' | 'stderr' }
  | ({ at: number; end: true } & Omit<CallRecord, 'requests'>)

const mostCalls = 500
const mostSlow = 100
/** Milliseconds from which on a request to the database is slow, as in the cloud's own list. */
export const slowFrom = 100
const mostQuery = 600
/** Bytes of the log on disk; the one before is kept beside it. */
const mostBytes = 8 * 1024 * 1024

/**
 * What happened lately, for whoever develops: calls with their database requests, slow requests, and the log, which is
 * also kept on disk. Nothing waits for it to be written.
 */
export class Journal {
  readonly calls: CallRecord[] = []
  readonly slow: RequestRecord[] = []
  private readonly open = new Map<string, RequestRecord[]>()
  private waiting: string[] = []
  private writing: Promise<void> | undefined

  constructor(
    private readonly file: string,
    private readonly now: () => number,
  ) {}

  line({ function: name, requestId, stream, text }: LogLine): void {
    this.keep({ at: this.now(), function: name, requestId, stream, text })
  }

  request(record: RequestRecord, requestId: string | undefined): void {
    record.query = record.query.slice(0, mostQuery)
    if (record.ms >= slowFrom) push(this.slow, record, mostSlow)
    if (requestId === undefined) return
    const known = this.open.get(requestId)
    if (known) known.push(record)
    else this.open.set(requestId, [record])
  }

  call(call: Omit<CallRecord, 'requests'>): void {
    push(this.calls, { ...call, requests: this.open.get(call.requestId) ?? [] }, mostCalls)
    this.open.delete(call.requestId)
    this.keep({ end: true, ...call })
  }

  private keep(entry: Entry): void {
    this.waiting.push(`${JSON.stringify(entry)}\n`)
    this.writing ??= this.write()
  }

  private async write(): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true }).catch(() => undefined)
    while (this.waiting.length > 0) {
      const text = this.waiting.join('')
      this.waiting = []
      const size = (await stat(this.file).catch(() => undefined))?.size ?? 0
      if (size > mostBytes) await rename(this.file, `${this.file}.1`).catch(() => undefined)
      // A full disk costs the log, not the call.
      await appendFile(this.file, text).catch(() => undefined)
    }
    this.writing = undefined
  }

  /** Done when all that was told is on the disk. */
  async close(): Promise<void> {
    await this.writing
  }
}

function push<Item>(list: Item[], item: Item, most: number): void {
  list.push(item)
  if (list.length > most) list.shift()
}
