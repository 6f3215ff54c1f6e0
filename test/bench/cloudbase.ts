import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { openStore, type Store } from '../../local/store/store'
import { oneFile, startServer } from '../local/server-process'
import { answered, benchCollections, docOf, idOf } from './documents'
import { flood, type Latency, round } from './measure'

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

const small = 1000
const seconds = 2
const turns = 5

const middle = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

type Database = ReturnType<ReturnType<typeof init>['database']>

const databaseAt = (url: string): Database =>
  init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin`, keepalive: true }).database()

/** Each caller has documents of its own, so that none waits for another's. */
const own = (caller: number, turn: number) => idOf((caller * 20 + (turn % 20)) % small)

type Operation = (database: Database, caller: number, turn: number) => Promise<unknown>

const operations: Record<string, Operation> = {
  get: (database, caller, turn) => database.collection('small').doc(own(caller, turn)).get(),
  'indexed query': (database, caller, turn) =>
    database
      .collection('small')
      .where({ kind: (caller * 7 + turn) % (small / answered) })
      .orderBy('n', 'asc')
      .get(),
  'conditional update': (database, caller, turn) =>
    database
      .collection('small')
      .where({ _id: own(caller, turn), turn: database.command.gte(0) })
      .update({ turn: database.command.inc(1) }),
  updateAndReturn: (database, caller, turn) =>
    database
      .collection('small')
      .where({ _id: own(caller, turn), turn: database.command.gte(0) })
      .updateAndReturn({ turn: database.command.inc(1) }),
  'transaction of two documents': async (database, caller, turn) => {
    const transaction = await database.startTransaction()
    for (const id of [own(caller, turn), own(caller, turn + 1)])
      await transaction
        .collection('small')
        .doc(id)
        .update({ turn: database.command.inc(1) })
    await transaction.commit()
  },
  aggregation: (database, caller, turn) =>
    database
      .collection('small')
      .aggregate()
      .match({ kind: (caller + turn) % (small / answered) })
      .group({ _id: '$kind', sum: database.command.aggregate.sum('$n') })
      .end(),
}

export interface Speed {
  callers: number
  perSecond: number
  ceiling: number
  /** Of the ceiling. */
  percent: number
  latencyMs: Latency
}

/** Each operation beside the SDK's own ceiling: the same call to a server that answers a constant. */
async function speeds(url: string, ceilingUrl: string): Promise<Record<string, Speed>> {
  const all: Record<string, Speed> = {}
  // A file that was just filled has no room in it: a database that has been used for a while writes where it wrote before.
  const used = databaseAt(url)
  await flood(50, 2, (caller, turn) => (operations.updateAndReturn as Operation)(used, caller, turn))
  for (const [name, ask] of Object.entries(operations))
    for (const callers of [1, 50]) {
      const [here, there] = [databaseAt(url), databaseAt(ceilingUrl)]
      const measured: { here: number[]; there: number[] } = { here: [], there: [] }
      let latencyMs: Latency = { median: 0, p95: 0, worst: 0 }
      // By turns, so that a noisy moment of the machine falls on both; the middle turn counts.
      for (let turn = 0; turn < turns; turn += 1) {
        await flood(callers, 0.1, (caller, n) => ask(there, caller, n))
        measured.there.push((await flood(callers, seconds / turns, (caller, n) => ask(there, caller, n))).perSecond)
        await flood(callers, 0.1, (caller, n) => ask(here, caller, n))
        const { perSecond, latency } = await flood(callers, seconds / turns, (caller, n) => ask(here, caller, n))
        measured.here.push(perSecond)
        latencyMs = latency
      }
      const [perSecond, ceiling] = [middle(measured.here), middle(measured.there)]
      const percent = Math.round((100 * perSecond) / ceiling)
      all[`${name}, ${callers}`] = { callers, perSecond, ceiling, percent, latencyMs }
    }
  return all
}

async function fill(store: Store, collection: string, many: number): Promise<void> {
  const batch = 5000
  for (let from = 0; from < many; from += batch) {
    const docs = Array.from({ length: Math.min(batch, many - from) }, (_, n) => docOf(from + n, many))
    await store.insert(collection, docs)
  }
}

/** Resident memory of a process in MB: its own, and with the pages of the data file that the system keeps at hand. */
function memoryOf(pid: number): { own: number; withFile: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const field = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  return { own: field('RssAnon'), withFile: field('VmRSS') }
}

export interface Large {
  documents: number
  fillSeconds: number
  startSeconds: number
  memoryMb: { own: number; withFile: number }
  /** Milliseconds of an indexed query, one caller, over 1,000 documents and over all. */
  small: Latency
  large: Latency
  /** Of the medians. */
  ratio: number
}

async function large(url: string, many: number): Promise<Pick<Large, 'small' | 'large' | 'ratio'>> {
  const database = databaseAt(url)
  const took: Record<'small' | 'large', Latency[]> = { small: [], large: [] }
  const query = (collection: 'small' | 'large', count: number) => (_: number, turn: number) =>
    database
      .collection(collection)
      .where({ kind: (turn * 7919) % (count / answered) })
      .orderBy('n', 'asc')
      .get()
  for (let round_ = 0; round_ < 7; round_ += 1)
    for (const [name, count] of [['small', small] as const, ['large', many] as const])
      took[name].push((await flood(1, 0.7, query(name, count))).latency)
  const middleOf = (all: Latency[]) => all.sort((a, b) => a.median - b.median)[3] as Latency
  const [few, lots] = [middleOf(took.small), middleOf(took.large)]
  return { small: few, large: lots, ratio: round(lots.median / few.median) }
}

/** The local CloudBase by itself: speeds beside the SDK's ceiling, and a collection of so many documents. */
export async function cloudbase(many: number): Promise<{ speeds: Record<string, Speed>; large: Large }> {
  const data = mkdtempSync(join(tmpdir(), 'linli-bench-'))
  const files = [oneFile('test/local/host.ts'), oneFile('test/bench/constant.ts')] as const
  const ceiling = startServer(files[1], [])
  try {
    const began = performance.now()
    const store = await openStore({ path: join(data, 'database'), collections: benchCollections })
    await fill(store, 'small', small)
    await fill(store, 'large', many)
    await store.close()
    const fillSeconds = round((performance.now() - began) / 1000)
    const starting = performance.now()
    const host = startServer(files[0], [data, 'none', JSON.stringify(benchCollections)])
    try {
      const url = await host.ready
      const startSeconds = round((performance.now() - starting) / 1000)
      const found = await large(url, many)
      const memoryMb = memoryOf(host.pid)
      return {
        speeds: await speeds(url, await ceiling.ready),
        large: { documents: many, fillSeconds, startSeconds, memoryMb, ...found },
      }
    } finally {
      host.kill()
      await host.ended
    }
  } finally {
    ceiling.kill()
    await ceiling.ended
    await rm(data, { recursive: true, force: true })
    for (const file of files) await rm(dirname(file), { recursive: true, force: true })
  }
}
