import { randomUUID } from 'node:crypto'
import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Local } from '../../local/local'
import type { ActivityPage, SignUpOutcome } from '../../src/domain/activity'
import type { Reply } from '../../src/domain/reply'

/** What other neighbours do meanwhile, without a screen: the same functions, called as the web version calls them. */
export class Neighbour {
  readonly id: string
  private readonly who: string
  private readonly local: Local

  constructor(local: Local, who: string) {
    this.local = local
    this.who = who
    this.id = memberId('lilan', `web:${who}`)
  }

  signsUp(activity: string): Promise<SignUpOutcome> {
    return this.ask('activity', 'signUp', { intent: randomUUID(), activity, people: [this.id] })
  }

  looksAt(activity: string): Promise<ActivityPage> {
    return this.ask('activity', 'open', { activity })
  }

  private async ask<Value>(noun: string, procedure: string, input: object): Promise<Value> {
    const response = await fetch(`${this.local.url}/v1/functions/${noun}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer local.${this.who}` },
      body: JSON.stringify({ procedure, centre: 'lilan', input }),
    })
    const reply: Reply<Value> = await response.json()
    if (!reply.ok) throw new Error(`${noun}.${procedure} as ${this.who}: ${JSON.stringify(reply)}`)
    return reply.value
  }
}
