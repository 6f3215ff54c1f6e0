import { Cron } from 'croner'
import type { Clock } from './clock'
import type { Runner } from './runner'
import type { Outcome } from './runner-instance'

/** Milliseconds; CloudBase's triggers go by the clock of UTC+8. */
const zone = 'Asia/Shanghai'
const look = 250

interface Trigger {
  function: string
  name: string
  /** As its function's config.json says it. */
  config: string
  pattern: Cron
  /** When it is due next, in epoch milliseconds; nothing where it never is again. */
  due: number | undefined
}

/**
 * Reads a trigger's seven fields: second, minute, hour, day, month, weekday, year. Throws on any other number of
 * fields, as the cloud refuses it at deployment.
 */
export function cronOf(config: string): Cron {
  if (config.trim().split(/\s+/).length !== 7) throw new Error(`a trigger has 7 fields, this one does not: "${config}"`)
  return new Cron(config, { paused: true, timezone: zone, mode: '7-part', legacyMode: true })
}

/** The next moment after `after` at which a trigger is due; both in epoch milliseconds. */
export function nextDue(pattern: Cron, after: number): number | undefined {
  return pattern.nextRun(new Date(after))?.getTime()
}

/**
 * Calls functions at the times that their config.json names, by the local clock: where the clock is shifted past a
 * due moment, the trigger goes off once. A trigger whose last call still runs is not called again meanwhile.
 */
export class Timers {
  private readonly triggers: Trigger[]
  private readonly running = new Set<Trigger>()
  private readonly ticker: NodeJS.Timeout | undefined

  constructor(
    private readonly runner: Runner,
    private readonly clock: Clock,
    /** Whether they go off by themselves, or only when fired. */
    byThemselves: boolean,
  ) {
    this.triggers = runner.functions.flatMap(({ name, config }) =>
      (config.triggers ?? []).map((trigger) => {
        const pattern = cronOf(trigger.config)
        return {
          function: name,
          name: trigger.name,
          config: trigger.config,
          pattern,
          due: nextDue(pattern, clock.now()),
        }
      }),
    )
    this.ticker = byThemselves ? setInterval(() => this.look(), look) : undefined
    this.ticker?.unref()
  }

  /** The triggers there are, and when each is due next. */
  list(): { function: string; name: string; config: string; due: number | undefined; running: boolean }[] {
    return this.triggers.map((each) => ({
      function: each.function,
      name: each.name,
      config: each.config,
      due: this.ticker === undefined ? undefined : each.due,
      running: this.running.has(each),
    }))
  }

  /** Sets off a trigger now, whenever it is due; done, and how, when its function is. */
  async fire(name: string): Promise<Outcome> {
    const trigger = this.triggers.find((each) => each.name === name)
    if (!trigger) throw new Error(`there is no trigger "${name}"`)
    return this.call(trigger)
  }

  stop(): void {
    clearInterval(this.ticker)
  }

  private look(): void {
    const now = this.clock.now()
    for (const trigger of this.triggers) {
      if (trigger.due === undefined || trigger.due > now || this.running.has(trigger)) continue
      trigger.due = nextDue(trigger.pattern, now)
      void this.call(trigger)
    }
  }

  private async call(trigger: Trigger): Promise<Outcome> {
    this.running.add(trigger)
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    }
    const { outcome } = await this.runner.invoke(trigger.function, JSON.stringify(event), { source: 'timer' })
    this.running.delete(trigger)
    return outcome
  }
}
