import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { processEnvironment } from './runner-context'
import type { FromInstance, InstanceData, ToInstance } from './runner-messages'

/** How a call ended: its result as JSON, or CloudBase's own error. */
export type Outcome = { ok: true; result: string } | { ok: false; code: FunctionError; message: string }

export type FunctionError =
  | 'FUNCTION_NOT_FOUND'
  | 'FUNCTIONS_EXECUTE_FAIL'
  | 'FUNCTIONS_TIME_LIMIT_EXCEEDED'
  | 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED'

export interface LogLine {
  function: string
  requestId: string
  stream: 'stdout' | 'stderr'
  text: string
}

/** What loading a bundle may take; the cloud gives it tens of seconds too. */
const secondsToLoad = 30

let bootstrap: string | undefined

/** The thread's own code, compiled once: it runs the same under any loader of this process. */
function bootstrapCode(): string {
  bootstrap ??= buildSync({
    entryPoints: [join(__dirname, 'runner-worker.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  }).outputFiles[0]?.text
  return bootstrap as string
}

export interface InstanceOptions {
  id: string
  function: string
  entry: string
  /** The wire's address for this very instance, so that its requests are known from others'. */
  wire: string
  clock: SharedArrayBuffer
  variables: Record<string, string> | undefined
  megabytes: number
  log(line: LogLine): void
  /** Told once, when the instance has gone. */
  gone(): void
}

interface Running {
  requestId: string
  begin(): void
  settle(outcome: Outcome): void
}

/** One instance of a function: a thread with an environment of its own, that carries out one call at a time. */
export class Instance {
  readonly id: string
  /** How many calls it has taken; the first one is the cold one. */
  calls = 0
  /** False from the moment that it is known to be dying: it takes no more calls. */
  usable = true
  private loaded = false
  private readonly worker: Worker
  private running: Running | undefined

  constructor(private readonly options: InstanceOptions) {
    this.id = options.id
    this.worker = new Worker(bootstrapCode(), {
      eval: true,
      execArgv: [],
      env: { ...options.variables, ...processEnvironment(options.function, options.wire) },
      workerData: { entry: options.entry, clock: options.clock, megabytes: options.megabytes } satisfies InstanceData,
      resourceLimits: { maxOldGenerationSizeMb: options.megabytes },
    })
    this.worker.unref()
    this.worker.on('message', (message: FromInstance) => this.hear(message))
    this.worker.on('error', (error) => this.fail(error))
    this.worker.on('exit', () => {
      this.usable = false
      this.settle({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'the function instance exited' })
      options.gone()
    })
  }

  get busy(): boolean {
    return this.running !== undefined
  }

  /** The call it is busy with. */
  get requestId(): string | undefined {
    return this.running?.requestId
  }

  /**
   * Carries out one call. Its time begins when the bundle is loaded, which has a time of its own, as in the cloud; when
   * it is over the call is given up and the instance ends.
   */
  run(call: ToInstance, seconds: number): Promise<Outcome> {
    this.calls += 1
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined
      const allow = (given: number, what: string) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          const message = `${what} timed out after ${given} seconds`
          void this.end()
          this.settle({ ok: false, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED', message })
        }, given * 1000)
      }
      const settle = (outcome: Outcome) => {
        clearTimeout(timer)
        resolve(outcome)
      }
      const begin = () => allow(seconds, 'Invoking task')
      this.running = { requestId: call.requestId, begin, settle }
      if (this.loaded) begin()
      else allow(secondsToLoad, 'Initializing')
      this.worker.postMessage(call)
    })
  }

  /** Ends it at once, whatever it is doing. The call it was busy with fails. */
  async end(): Promise<void> {
    this.usable = false
    await this.worker.terminate()
  }

  private hear(message: FromInstance): void {
    if (message.kind === 'loaded' && !this.loaded) {
      this.loaded = true
      this.running?.begin()
    }
    if (message.kind === 'log') this.options.log({ function: this.options.function, ...message })
    if (message.kind === 'full' && message.requestId === this.running?.requestId) this.tooFull()
    if (message.kind === 'result') this.settle({ ok: true, result: message.result })
    if (message.kind === 'error') {
      this.complain(message.requestId, message.stack)
      this.settle({
        ok: false,
        code: 'FUNCTIONS_EXECUTE_FAIL',
        message: `${message.name}: ${message.message}`,
      })
    }
  }

  private fail(error: Error & { code?: string }): void {
    this.usable = false
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return this.tooFull()
    this.complain(this.running?.requestId ?? '', error.stack ?? error.message)
    this.settle({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: error.message })
  }

  private complain(requestId: string, stack: string): void {
    this.options.log({ function: this.options.function, requestId, stream: 'stderr', text: `${stack}\n` })
  }

  /** The cloud ends an instance that holds more than it was given, and answers its call so. */
  private tooFull(): void {
    void this.end()
    const message = `Memory usage exceeds the function memory limit of ${this.options.megabytes} MB`
    this.settle({ ok: false, code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED', message })
  }

  private settle(outcome: Outcome): void {
    const running = this.running
    this.running = undefined
    running?.settle(outcome)
  }
}
