import type { Api } from '../../cloudfunctions/api'
import type { Reply } from '../domain/reply'
import { centreNow } from './centre'
import { NoAnswer, send } from './transport'

/** What a screen gets: what the function answered, or that no answer came. */
export type Answer<Value> = Reply<Value> | { ok: false; reason: 'offline' } | { ok: false; reason: 'timeout' }

/** Everything that a screen may have to tell instead of a value. */
export type Problem = Exclude<Answer<never>, { ok: true }>

type Nouns = { [Noun in keyof Api]: Procedures<Api[Noun]> }

type Procedures<Declared> = {
  [Name in keyof Declared]: Declared[Name] extends { input: infer Input; value: infer Value }
    ? (input: Input) => Promise<Answer<Value>>
    : never
}

/** Waits before asking again, in milliseconds. */
const pauses = [400, 1200]

/**
 * Asks a function, and asks again when no answer came. Asking twice is asking once: every procedure either only reads,
 * or carries an id made beforehand, by which a repetition is known.
 */
async function ask(noun: string, procedure: string, input: unknown): Promise<Answer<unknown>> {
  const request = { procedure, centre: centreNow(), input }
  for (let attempt = 0; ; attempt += 1) {
    const answer = await once(noun, request)
    const pause = pauses[attempt]
    if (answer.ok || pause === undefined || !mayPass(answer)) return answer
    await new Promise((resume) => setTimeout(resume, pause))
  }
}

async function once(noun: string, request: Parameters<typeof send>[1]): Promise<Answer<unknown>> {
  try {
    const answer = await send(noun, request)
    return isReply(answer) ? answer : { ok: false, reason: 'timeout' }
  } catch (error) {
    if (error instanceof NoAnswer) return { ok: false, reason: error.reason }
    throw error
  }
}

const mayPass = ({ reason }: Problem): boolean =>
  reason === 'offline' || reason === 'timeout' || reason === 'server-busy'

const isReply = (answer: unknown): answer is Reply<unknown> =>
  typeof answer === 'object' && answer !== null && typeof (answer as { ok?: unknown }).ok === 'boolean'

/** Whatever is asked of it by name is answered by `make`; it has no name that a promise has, so none waits for it. */
const byName = <Made>(make: (name: string) => Made) =>
  new Proxy({}, { get: (_, name) => (typeof name === 'string' && name !== 'then' ? make(name) : undefined) })

/** Every procedure of every function, by noun and name: `call.activity.signUp(input)`. */
export const call = byName((noun) => byName((procedure) => (input: unknown) => ask(noun, procedure, input))) as Nouns
