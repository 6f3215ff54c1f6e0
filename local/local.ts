import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Collection, collections } from '../cloudfunctions/runtime/collections'
import { templates } from '../src/domain/message'
import { Clock } from './clock'
import type { Doc } from './document/value'
import { type DuplicateForm, Faults } from './faults'
import { Journal } from './journal'
import { logFile } from './keep/logs'
import { finishSwap } from './keep/swap'
import { keyIn } from './key'
import { lockFolder } from './lock'
import { OpenApiRecorder } from './openapi'
import { DeveloperPages } from './pages/pages'
import { Runner } from './runner'
import type { LogLine } from './runner-instance'
import { demoPeople } from './seed/content'
import { withDoors } from './seed/doors'
import { type Seed, seedAt } from './seed/seed'
import { LocalServer } from './server'
import { StaticFiles } from './static'
import { Storage } from './storage'
import { openStore, type Store } from './store/store'
import { Timers } from './timers'
import { createWire } from './wire'

export interface LocalOptions {
  /** The folder where everything is kept. */
  data: string
  /** 0, or nothing: any free one. */
  port?: number
  /** The folder of bundled functions; none where nothing is said. */
  functions?: string | undefined
  /** The collections and their indexes, in place of the product's own. */
  collections?: Record<string, Collection>
  /** Whether a query that no index serves reads everything, as in a new cloud environment, or is refused. */
  permissive?: boolean
  /** How a key that is taken is told; as documented where nothing is said. */
  duplicates?: DuplicateForm
  /** The folder of a built web version. */
  web?: string
  /** Puts the demo centre into an empty database, and lets one act as its people. */
  demo?: boolean
  /** The most instances of one function; 4 where nothing is said. */
  instances?: number
  /** Seconds until a call of a function is given up, in place of what each function says. */
  timeout?: number
  /** Whether the functions' triggers go off by themselves; they do not where nothing is said. */
  timers?: boolean
  /** Hears every line that a function writes, beside the log. */
  tell?: (line: LogLine) => void
  /** Whether there is the developers' page at /_local/; there is none where nothing is said. */
  pages?: boolean
  /** Where the clock stands at the start, in epoch milliseconds. */
  at?: number
}

/** CloudBase on this machine: its address, and what tests may do to it. */
export interface Local {
  /** "http://127.0.0.1:PORT" */
  url: string
  /** The SDK's endpoint, for scripts and tests that ask the database themselves. */
  wire: string
  faults: Faults
  clock: Clock
  /** The data itself, past the wire and its faults. */
  store: Store
  /** What functions sent through WeChat's open APIs. */
  sent: OpenApiRecorder
  /** What functions wrote, oldest first; the last 10,000 lines. */
  log: LogLine[]
  /** Sets off a trigger and waits for its function, however it ends. */
  fire(trigger: string): Promise<unknown>
  /** Ends all instances of all functions: the next calls are cold ones. */
  cool(): Promise<void>
  /** Ends everything, with all that was answered on the disk. */
  stop(): Promise<void>
}

const mostLines = 10_000

/** Starts CloudBase on this machine; done when it can be asked. Refuses a data folder that another one is using. */
export async function startLocal(options: LocalOptions): Promise<Local> {
  const begun: Closing[] = []
  try {
    return await begin(options, begun)
  } catch (error) {
    await end(begun)
    throw error
  }
}

/** The subscribe messages, known to this CloudBase by our own names for them. */
const ownTemplates = Object.fromEntries(templates.map((name) => [name, name]))

type Closing = () => unknown

/** Ends what was begun, the last one first. */
async function end(begun: Closing[]): Promise<void> {
  for (let close = begun.pop(); close; close = begun.pop()) await close()
}

async function begin(options: LocalOptions, begun: Closing[]): Promise<Local> {
  const clock = new Clock()
  if (options.at !== undefined) clock.set(options.at)
  const faults = new Faults()
  faults.duplicates = options.duplicates ?? 'documented'
  const sent = new OpenApiRecorder(clock.now)
  const log: LogLine[] = []
  const server = new LocalServer()
  const url = await server.listen(options.port ?? 0)
  begun.push(() => server.close())
  const wire = `${url}/admin`
  await mkdir(options.data, { recursive: true })
  begun.push(await lockFolder(options.data, Number(new URL(url).port)))
  await finishSwap(options.data)
  const store = await openStore({
    path: join(options.data, 'database'),
    collections: options.collections ?? collections,
    permissive: options.permissive ?? false,
  })
  begun.push(() => store.close())
  const key = await keyIn(options.data)
  if (options.demo) await plant(store, clock.now(), key)
  const journal = new Journal(logFile(options.data), clock.now)
  begun.push(() => journal.close())
  const runner = await Runner.open({
    functions: options.functions,
    wire,
    clock: clock.shared,
    variables: { LINLI_KEY: key, LINLI_TEMPLATES: JSON.stringify(ownTemplates) },
    instances: options.instances ?? 4,
    timeout: options.timeout,
    log: (line) => {
      log.push(line)
      if (log.length > mostLines) log.shift()
      journal.line(line)
      options.tell?.(line)
    },
    ended: (call) => journal.call(call),
    now: clock.now,
  })
  begun.push(() => runner.stop())
  const timers = new Timers(runner, clock, options.timers ?? false)
  begun.push(() => timers.stop())
  server.open({
    database: createWire(store, clock.now),
    storage: new Storage(join(options.data, 'files'), () => `${url}/files`, clock.now),
    sent,
    runner,
    faults,
    journal,
    now: clock.now,
    pages: options.pages ? new DeveloperPages({ store, journal, sent, timers, runner }) : undefined,
    web: options.web === undefined ? undefined : new StaticFiles(options.web),
    people: options.demo ? demoPeople : undefined,
  })
  begun.push(() => server.close())
  const controls = { fire: (trigger: string) => timers.fire(trigger), cool: () => runner.cool() }
  return { url, wire, store, faults, clock, sent, log, ...controls, stop: () => end(begun) }
}

/** Puts the demo centre into a database without one. The centre comes last: a start cut short is taken up again. */
async function plant(store: Store, now: number, key: string): Promise<void> {
  if (!store.isEmpty('centres')) return
  const seed = withDoors(seedAt(now), key)
  const order = [...(Object.keys(seed) as (keyof Seed)[]).filter((name) => name !== 'centres'), 'centres'] as const
  for (const name of order) {
    await store.empty(name)
    await store.insert(name, JSON.parse(JSON.stringify(seed[name])) as Doc[])
  }
}
