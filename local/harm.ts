import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Faults, Harm } from './faults'
import type { Asking } from './runner'
import type { WireAnswer, WireRequest } from './wire'

/** `lost`: the connection is closed without an answer. */
export type Harmed = { answer: WireAnswer } | { lost: true }

const refusal = (code: string, message: string): Harmed => ({
  answer: { requestId: randomUUID(), code, message },
})

/** What was seen in the cloud in place of the documented code. */
const e11000 = (message: string) => refusal('DATABASE_REQUEST_FAILED', `-502001 database request fail. ${message}`)

const conflict =
  '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.'
const duplicate = 'E11000 duplicate key error collection: local index: _id_ dup key (injected)'
const timeout = '[FailedOperation.Timeout] Query timeout (injected)'

/** Carries out one request to the database, or harms it first if a fault strikes. */
export async function harmed(
  faults: Faults,
  request: WireRequest,
  asking: Asking | undefined,
  carryOut: (request: WireRequest) => Promise<WireAnswer>,
): Promise<Harmed> {
  const harm = faults.strike({
    action: request.action,
    collection: request.collectionName,
    function: asking?.function,
    procedure: asking?.procedure,
  })
  const done: Harmed = harm ? await inflict(harm, request, asking, carryOut) : { answer: await carryOut(request) }
  const isDuplicate = !harm && 'answer' in done && done.answer.code === 'DATABASE_DUPLICATE_WRITE'
  return isDuplicate && faults.duplicates === 'e11000' ? e11000(String(done.answer.message)) : done
}

async function inflict(
  harm: Harm,
  request: WireRequest,
  asking: Asking | undefined,
  carryOut: (request: WireRequest) => Promise<WireAnswer>,
): Promise<Harmed> {
  switch (harm) {
    case 'conflict':
      return refusal('DATABASE_TRANSACTION_CONFLICT', conflict)
    case 'duplicate':
      return refusal('DATABASE_DUPLICATE_WRITE', duplicate)
    case 'duplicate-e11000':
      return e11000(duplicate)
    case 'timeout-before':
      return refusal('DATABASE_TIMEOUT', timeout)
    case 'timeout-after':
      await carryOut(request)
      return refusal('DATABASE_TIMEOUT', timeout)
    case 'lost-reply':
      await carryOut(request)
      return { lost: true }
    case 'kill':
      await asking?.kill()
      return { lost: true }
    case 'delay': {
      const answer = await carryOut(request)
      await setTimeout(Math.random() * 30)
      return { answer }
    }
    case 'late':
      await setTimeout(1200)
      return { answer: await carryOut(request) }
    case 'strip':
      await inCompany()
      return { answer: await carryOut(stripped(request)) }
  }
}

interface Held {
  met: boolean
}
const held = new Set<Held>()

/**
 * Holds a write until another one has been decided as well, by what both read before either: so a crowd meets whatever
 * the machine's speed. Who stays alone goes on after two seconds.
 */
async function inCompany(): Promise<void> {
  const self: Held = { met: held.size > 0 }
  for (const other of held) other.met = true
  held.add(self)
  await setTimeout(300)
  for (let waited = 300; !self.met && waited < 2000; waited += 20) await setTimeout(20)
  held.delete(self)
}

/** The same request with a filter that asks for the document's id and nothing else. */
function stripped(request: WireRequest): WireRequest {
  if (typeof request.query !== 'string') return request
  const id = idIn(JSON.parse(request.query))
  return id === undefined ? request : { ...request, query: JSON.stringify({ _id: id }) }
}

function idIn(filter: unknown): unknown {
  if (typeof filter !== 'object' || filter === null) return undefined
  const { _id, $and } = filter as { _id?: unknown; $and?: unknown }
  if (_id !== undefined) return _id
  return Array.isArray($and) ? $and.map(idIn).find((id) => id !== undefined) : undefined
}
