import { parentPort, workerData } from 'node:worker_threads'
import { followClock } from './runner-clock'
import type { FromInstance, InstanceData, ToInstance } from './runner-messages'

/**
 * Runs inside a function's own thread: loads the bundle at the first call, then carries out one call after another.
 * Events and results pass as JSON text, as they do in the cloud, so that nothing is shared.
 */
const { entry, clock, megabytes } = workerData as InstanceData

followClock(clock)

type Answer = (error: unknown, result?: unknown) => void
type Main = (event: unknown, context: unknown, callback: Answer) => unknown

let loaded: Main | undefined
let current = ''

const tell = (message: FromInstance) => parentPort?.postMessage(message)

function load(): Main {
  if (loaded) return loaded
  const module = require(entry) as { main?: Main }
  if (typeof module.main !== 'function') throw new Error('handler not found: the bundle exports no main')
  loaded = module.main
  tell({ kind: 'loaded' })
  return loaded
}

function capture(stream: 'stdout' | 'stderr'): void {
  process[stream].write = (chunk: string | Uint8Array): boolean => {
    tell({ kind: 'log', requestId: current, stream, text: String(chunk) })
    return true
  }
}

capture('stdout')
capture('stderr')

/**
 * Whether this instance holds more than it may. The engine itself ends one whose objects are too many; buffers lie
 * beside them and are counted here: while a call waits for something, and before it is answered.
 */
function isTooFull(): boolean {
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external > megabytes * 1024 * 1024
}

const look = 50
setInterval(() => {
  if (current !== '' && isTooFull()) tell({ kind: 'full', requestId: current })
}, look).unref()

/** What a function returns or, where it takes a callback and returns nothing, what it answers by that. */
function resultOf(main: Main, event: unknown, context: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = main(event, context, (error, result) => (isNone(error) ? resolve(result) : reject(error)))
    if (main.length < 3 || returned !== undefined) resolve(returned)
  })
}

const isNone = (error: unknown): boolean => error === null || error === undefined

async function carryOut({ requestId, event, context }: ToInstance): Promise<FromInstance> {
  try {
    const main = load()
    const result = await resultOf(main, JSON.parse(event), context)
    if (isTooFull()) return { kind: 'full', requestId }
    return { kind: 'result', requestId, result: JSON.stringify(result) ?? 'null' }
  } catch (error) {
    const told =
      error instanceof Error ? { name: error.name, message: error.message, stack: error.stack ?? '' } : undefined
    return {
      kind: 'error',
      requestId,
      ...(told ?? { name: 'Error', message: String(error), stack: '' }),
    }
  }
}

let told: string[] = []

/**
 * The cloud tells a call's caller in the environment too, since an instance has one call at a time; `wx-server-sdk` and
 * the SDK's `getUserInfo` read it there. What the last call was told is taken away first.
 */
function tellCaller({ environment }: ToInstance['context']): void {
  for (const key of told) delete process.env[key]
  const variables = JSON.parse(String(environment)) as Record<string, string>
  told = Object.keys(variables)
  Object.assign(process.env, variables)
}

parentPort?.on('message', (call: ToInstance) => {
  current = call.requestId
  tellCaller(call.context)
  void carryOut(call).then(tell)
})
