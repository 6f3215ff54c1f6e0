import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { configOf, type FunctionConfig } from './bundle'
import type { CallRecord } from './journal'
import { type Caller, chainOf, functionContext } from './runner-context'
import type { FunctionError, Instance, LogLine, Outcome } from './runner-instance'
import { Pool } from './runner-pool'

export interface RunnerOptions {
  /** The folder of bundles, one a function; no functions where there is none. */
  functions: string | undefined
  /** The wire's address; each instance gets a path of its own below it. */
  wire: string
  clock: SharedArrayBuffer
  /** What the functions' own settings add to their environment. */
  variables?: Record<string, string>
  /** The most instances of one function. */
  instances: number
  /** Milliseconds that an instance is kept without a call. */
  rest?: number
  /** Seconds; in place of each function's own. */
  timeout?: number | undefined
  log(line: LogLine): void
  /** Told of each call once it has ended. */
  ended?: ((call: Omit<CallRecord, 'requests'>) => void) | undefined
  /** What time it is. */
  now?: () => number
}

/** A call and how it ended, with the number of database requests that it made. */
export interface Invocation {
  requestId: string
  outcome: Outcome
  dbRequests: number
  /** Whether an instance had to be started for it. */
  cold: boolean
}

/** What an instance that asks the database is busy with. */
export interface Asking {
  function: string
  requestId: string
  procedure: string | undefined
  /** How it was called. */
  through: string
  /** Ends the instance. */
  kill(): Promise<void>
  /** Counts one request to the database. */
  count(): void
}

interface Deployed {
  name: string
  config: FunctionConfig
  pool: Pool
}

/** Seconds and megabytes that CloudBase gives a function that asks for nothing. */
const usual = { seconds: 3, megabytes: 256 }

/** The cloud keeps an instance that nobody calls for some minutes; how many is nowhere promised. */
const usualRest = 10 * 60_000

/** Runs functions as the cloud does: one call at a time in an instance, more instances as calls queue up. */
export class Runner {
  private readonly deployed = new Map<string, Deployed>()
  /** What each instance is busy with, by the instance's id. */
  private readonly busy = new Map<string, Asking>()

  private constructor(private readonly options: RunnerOptions) {}

  static async open(options: RunnerOptions): Promise<Runner> {
    const runner = new Runner(options)
    const { functions } = options
    for (const { name } of functions === undefined ? [] : readdirSync(functions, { withFileTypes: true })) {
      const folder = join(functions ?? '', name)
      if (existsSync(join(folder, 'index.js'))) await runner.deploy(name, folder)
    }
    return runner
  }

  /** The functions there are, with their settings. */
  get functions(): { name: string; config: FunctionConfig }[] {
    return [...this.deployed.values()].map(({ name, config }) => ({ name, config }))
  }

  /** Calls a function. Never throws for what the function does: that is its outcome. `event` is JSON. */
  async invoke(name: string, event: string, caller: Caller, requestId: string = randomUUID()): Promise<Invocation> {
    const failed = (code: FunctionError, message: string): Invocation => ({
      requestId,
      dbRequests: 0,
      cold: false,
      outcome: { ok: false, code, message },
    })
    const target = this.deployed.get(name)
    if (!target) return failed('FUNCTION_NOT_FOUND', `FunctionName ${name} does not exist`)
    const taken = await target.pool.take()
    if (!taken) return failed('FUNCTIONS_EXECUTE_FAIL', 'the function was stopped before its call began')
    const { instance, cold } = taken
    const [at, began] = [(this.options.now ?? Date.now)(), performance.now()]
    const procedure = procedureOf(event)
    let dbRequests = 0
    this.busy.set(instance.id, {
      function: name,
      requestId,
      procedure,
      through: chainOf(caller),
      kill: () => instance.end(),
      count: () => {
        dbRequests += 1
      },
    })
    const outcome = await this.carryOut(target, instance, { requestId, event }, caller)
    this.busy.delete(instance.id)
    target.pool.release(instance)
    this.options.ended?.({
      at,
      requestId,
      function: name,
      procedure,
      source: caller.source,
      cold,
      ms: performance.now() - began,
      outcome: outcome.ok ? 'ok' : outcome.code,
      dbRequests,
    })
    return { requestId, outcome, dbRequests, cold }
  }

  /** What the instance of this id is busy with; nothing when it is idle or gone. */
  asking(instanceId: string): Asking | undefined {
    return this.busy.get(instanceId)
  }

  /** Ends every instance, so that the next call of each function is a cold one. Calls under way fail. */
  async cool(): Promise<void> {
    await Promise.all([...this.deployed.values()].map(({ pool }) => pool.cool()))
  }

  async stop(): Promise<void> {
    await Promise.all([...this.deployed.values()].map(({ pool }) => pool.stop()))
  }

  private async deploy(name: string, folder: string): Promise<void> {
    const { wire, clock, instances: most, variables, log, rest = usualRest } = this.options
    const config = await configOf(folder)
    const megabytes = config.memorySize ?? usual.megabytes
    const entry = join(folder, 'index.js')
    const pool = new Pool({ function: name, entry, wire, clock, variables, megabytes, most, rest, log })
    this.deployed.set(name, { name, config, pool })
  }

  private carryOut(
    { name, config }: Deployed,
    instance: Instance,
    call: { requestId: string; event: string },
    caller: Caller,
  ): Promise<Outcome> {
    const seconds = this.options.timeout ?? config.timeout ?? usual.seconds
    const limits = { seconds, megabytes: config.memorySize ?? usual.megabytes }
    return instance.run({ ...call, context: functionContext(name, call.requestId, caller, limits) }, seconds)
  }
}

/** Which procedure an event asks for, where it is one of ours. */
export function procedureOf(event: string): string | undefined {
  try {
    const { procedure } = JSON.parse(event) as { procedure?: unknown }
    return typeof procedure === 'string' ? procedure : undefined
  } catch {
    return undefined
  }
}
