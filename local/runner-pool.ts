import { randomUUID } from 'node:crypto'
import { Instance, type InstanceOptions } from './runner-instance'

/** What every instance of one function has in common. */
export type PoolOptions = Omit<InstanceOptions, 'id' | 'wire' | 'gone'> & {
  /** The wire's address; each instance gets a path of its own below it. */
  wire: string
  /** The most instances at a time. */
  most: number
  /** Milliseconds after which an instance that nobody calls is ended, so that the next call is a cold one. */
  rest: number
}

/** An instance that was taken for a call, and whether it had to be started for it. */
export interface Taken {
  instance: Instance
  cold: boolean
}

/** The instances of one function: those at rest, those at work, and the calls that wait for one. */
export class Pool {
  private readonly all = new Set<Instance>()
  private readonly idle: Instance[] = []
  private readonly queue: ((taken?: Taken) => void)[] = []
  private stopped = false

  constructor(private readonly options: PoolOptions) {}

  /** An instance for one call: one at rest, a new one, or the next that has time. Nothing once the pool is stopped. */
  take(): Promise<Taken | undefined> {
    if (this.stopped) return Promise.resolve(undefined)
    for (let instance = this.idle.pop(); instance; instance = this.idle.pop())
      if (instance.usable) return Promise.resolve({ instance, cold: false })
    if (this.all.size < this.options.most) return Promise.resolve({ instance: this.launch(), cold: true })
    return new Promise((resolve) => this.queue.push(resolve))
  }

  /** Gives an instance back after its call; one that is dying goes to nobody. */
  release(instance: Instance): void {
    if (!instance.usable) return
    const next = this.queue.shift()
    if (next) return next({ instance, cold: false })
    this.idle.push(instance)
    const { calls } = instance
    setTimeout(() => {
      if (!instance.busy && instance.calls === calls) void instance.end()
    }, this.options.rest).unref()
  }

  /** Ends every instance; calls under way fail, later ones find new instances. */
  async cool(): Promise<void> {
    await Promise.all([...this.all].map((instance) => instance.end()))
  }

  async stop(): Promise<void> {
    this.stopped = true
    for (const next of this.queue.splice(0)) next()
    await this.cool()
  }

  private launch(): Instance {
    const id = randomUUID()
    const { most: _, rest: __, wire, ...options } = this.options
    const gone = () => this.bury(instance)
    const instance: Instance = new Instance({ ...options, id, wire: `${wire}/${id}`, gone })
    this.all.add(instance)
    return instance
  }

  /** An instance has gone; whoever waits gets a new one. */
  private bury(instance: Instance): void {
    this.all.delete(instance)
    const next = this.queue.shift()
    if (next) next({ instance: this.launch(), cold: true })
  }
}
