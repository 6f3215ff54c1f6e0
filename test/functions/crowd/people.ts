import { Agent, request } from 'node:http'
import type { SignUpOutcome } from '../../../src/domain/activity'
import type { Reply } from '../../../src/domain/reply'
import type { Observer } from './observer'

/** A crowd has a phone each: as many connections as people. */
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })

/** Asks once, as this person; throws where the reply is lost. */
export function askOnce<Value>(
  url: string,
  who: string,
  name: string,
  event: { procedure: string; centre: string; input: unknown },
): Promise<Reply<Value>> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(event)
    const headers = { 'content-type': 'application/json', authorization: `Bearer local.${who}` }
    const asking = request(`${url}/v1/functions/${name}`, { method: 'POST', agent, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString()
        if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode} ${text}`))
        else resolve(JSON.parse(text) as Reply<Value>)
      })
    })
    asking.on('error', reject)
    asking.end(body)
  })
}

/** Asks until an answer arrives, always the same: what a client does with an intent whose reply was lost. */
export async function ask<Value>(
  url: string,
  who: string,
  name: string,
  event: { procedure: string; centre: string; input: unknown },
): Promise<Reply<Value>> {
  for (let tries = 1; ; tries += 1) {
    try {
      const reply = await askOnce<Value>(url, who, name, event)
      if (reply.ok || reply.reason !== 'server-busy' || tries >= 30) return reply
    } catch (error) {
      if (tries >= 30) throw error
    }
    await new Promise((resolve) => setTimeout(resolve, 20 * Math.random() * tries))
  }
}

let intents = 0

/** A new intent, as a client makes them. */
export const newIntent = (): string => `intent${String((intents += 1)).padStart(8, '0')}`

/** Signs up and tells the observer what was heard; answers the intent. */
export async function signUp(
  url: string,
  observer: Observer,
  place: { centre: string; activity: string },
  who: string,
  people: string[],
): Promise<{ intent: string; seated: boolean; on: boolean }> {
  const intent = newIntent()
  const asked = performance.now()
  const input = { intent, activity: place.activity, people }
  const reply = await ask<SignUpOutcome>(url, who, 'activity', { procedure: 'signUp', centre: place.centre, input })
  const outcome = reply.ok ? reply.value : { refused: reply.reason }
  observer.hear({ person: who, intent, people: people.length, asked, heard: performance.now(), outcome })
  return { intent, on: reply.ok, seated: reply.ok && reply.value.party.state === 'seated' }
}

/** Leaves and tells the observer; what was refused changes nothing. */
export async function leave(
  url: string,
  observer: Observer,
  place: { centre: string; activity: string },
  who: string,
  party: string,
): Promise<void> {
  const input = { intent: newIntent(), activity: place.activity, party }
  // From the moment of asking on, the party may be off.
  observer.off.add(party)
  const reply = await ask(url, who, 'activity', { procedure: 'leave', centre: place.centre, input })
  if (!reply.ok) throw new Error(`${who} could not leave: ${reply.reason}`)
}
