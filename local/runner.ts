import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { configOf, type FunctionConfig } from './bundle'
import { type Caller, functionContext } from './runner-context'
import { Instance, type LogLine, type Outcome } from './runner-instance'

export interface RunnerOptions {
  /** The folder of bundles, one a function. */
  functions: string
  /** The wire's address; each instance gets a path of its own below it. */
  wire: string
  clock: SharedArrayBuffer
  /** The most instances of one function. */
  instances: number
  /** Seconds; in place of each function's own. */
  timeout?: number | undefined
  log(line: LogLine): void
}

/** A call and how it ended, with the number of database requests that it made. */
export interface Invocation {
  requestId: string
  outcome: Outcome
  dbRequests: number
  /** Whether an instance had to be started for it. */
  cold: boolean
}

/** A call that is under way. */
interface Call {
  requestId: string
  caller: Caller
  event: string
  procedure: string | undefined
  dbRequests: number
  cold: boolean
  /** Given an instance, or nothing where there is none to come. */
  start(instance?: Instance): void
}

interface Deployed {
  name: string
  entry: string
  config: FunctionConfig
  idle: Instance[]
  all: Set<Instance>
  queue: Call[]
}

/** What an instance that asks the database is busy with. */
export interface Asking {
  function: string
  procedure: string | undefined
  /** Ends the instance. */
  kill(): Promise<void>
  /** Counts one request to the database. */
  count(): void
}

/** Runs functions as the cloud does: one call at a time in an instance, more instances as calls queue up. */
export class Runner {
  private readonly deployed = new Map<string, Deployed>()
  /** The instance that does a call, by the instance's id. */
  private readonly busy = new Map<string, { call: Call; instance: Instance; function: string }>()
  private stopped = false

  private constructor(private readonly options: RunnerOptions) {}

  static async open(options: RunnerOptions): Promise<Runner> {
    const runner = new Runner(options)
    for (const entry of readdirSync(options.functions, { withFileTypes: true })) {
      const folder = join(options.functions, entry.name)
      if (!entry.isDirectory() || !existsSync(join(folder, 'index.js'))) continue
      const config = await configOf(folder)
      const { name } = entry
      runner.deployed.set(name, {
        name,
        entry: join(folder, 'index.js'),
        config,
        idle: [],
        all: new Set(),
        queue: [],
      })
    }
    return runner
  }

  /** The functions there are, with their settings. */
  get functions(): { name: string; config: FunctionConfig }[] {
    return [...this.deployed.values()].map(({ name, config }) => ({ name, config }))
  }

  /** Calls a function. Never throws for what the function does: that is its outcome. `event` is JSON. */
  async invoke(name: string, event: string, caller: Caller, requestId = randomUUID()): Promise<Invocation> {
    const target = this.deployed.get(name)
    if (!target || this.stopped) {
      const message = `FunctionName ${name} does not exist`
      return {
        requestId,
        dbRequests: 0,
        cold: false,
        outcome: { ok: false, code: 'FUNCTION_NOT_FOUND', message },
      }
    }
    const call: Call = {
      requestId,
      caller,
      event,
      procedure: procedureOf(event),
      dbRequests: 0,
      cold: false,
      start: () => undefined,
    }
    const instance = await this.instanceFor(target, call)
    if (!instance) {
      const message = 'the function was stopped before its call began'
      return {
        requestId,
        dbRequests: 0,
        cold: false,
        outcome: { ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message },
      }
    }
    const outcome = await this.carryOut(target, instance, call)
    return { requestId, outcome, dbRequests: call.dbRequests, cold: call.cold }
  }

  /** What the instance of this id is busy with; nothing when it is idle or gone. */
  asking(instanceId: string): Asking | undefined {
    const busy = this.busy.get(instanceId)
    if (!busy) return undefined
    const { call, instance } = busy
    return {
      function: busy.function,
      procedure: call.procedure,
      kill: () => instance.end(),
      count: () => {
        call.dbRequests += 1
      },
    }
  }

  /** Ends every instance, so that the next call of each function is a cold one. Calls under way fail. */
  async cool(): Promise<void> {
    const all = [...this.deployed.values()].flatMap((each) => [...each.all])
    await Promise.all(all.map((instance) => instance.end()))
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const target of this.deployed.values()) for (const call of target.queue.splice(0)) call.start()
    await this.cool()
  }

  private instanceFor(target: Deployed, call: Call): Promise<Instance | undefined> {
    const idle = target.idle.pop()
    if (idle?.usable) return Promise.resolve(idle)
    if (target.all.size < this.options.instances) return Promise.resolve(this.launch(target, call))
    return new Promise((resolve) => {
      call.start = resolve
      target.queue.push(call)
    })
  }

  private async carryOut(target: Deployed, instance: Instance, call: Call): Promise<Outcome> {
    const seconds = this.options.timeout ?? target.config.timeout ?? 3
    const limits = { seconds, megabytes: target.config.memorySize ?? 256 }
    const context = functionContext(target.name, call.requestId, call.caller, limits)
    this.busy.set(instance.id, { call, instance, function: target.name })
    const outcome = await instance.run({ requestId: call.requestId, event: call.event, context }, seconds)
    this.busy.delete(instance.id)
    if (instance.usable) this.release(target, instance)
    return outcome
  }

  private release(target: Deployed, instance: Instance): void {
    const next = target.queue.shift()
    if (next) next.start(instance)
    else target.idle.push(instance)
  }

  private launch(target: Deployed, call: Call): Instance {
    call.cold = true
    const id = randomUUID()
    const instance: Instance = new Instance({
      id,
      function: target.name,
      entry: target.entry,
      wire: `${this.options.wire}/${id}`,
      clock: this.options.clock,
      megabytes: target.config.memorySize ?? 256,
      log: this.options.log,
      gone: () => this.bury(target, instance),
    })
    target.all.add(instance)
    return instance
  }

  /** An instance has gone; whoever waits gets a new one. */
  private bury(target: Deployed, instance: Instance): void {
    target.all.delete(instance)
    target.idle = target.idle.filter((each) => each !== instance)
    const next = this.stopped ? undefined : target.queue.shift()
    if (next) next.start(this.launch(target, next))
  }
}

function procedureOf(event: string): string | undefined {
  try {
    const { procedure } = JSON.parse(event) as { procedure?: unknown }
    return typeof procedure === 'string' ? procedure : undefined
  } catch {
    return undefined
  }
}
