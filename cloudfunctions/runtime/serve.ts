import type { Member } from '../../src/domain/member'
import { holds } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Reply } from '../../src/domain/reply'
import { codeOf } from './attempt'
import { type Context, type Invocation, invocationOf } from './cloud'
import { databaseOf, everyCentre } from './database'
import { type Caller, callerOf, type Wanted } from './door'
import { parsed, pushIn, requestIn, timerIn } from './envelope'
import type { Call, Needs, Procedure, Tick } from './procedure'

/** What a function answers to: procedures by name, and what its timers do. */
type Procedures = Record<string, Procedure>
type Timers = Record<string, (tick: Tick) => Promise<void>>
/** What WeChat itself tells, by the name of its event. */
type Pushes = Record<string, (event: unknown, tick: Tick) => Promise<void>>

/** A function as the platform calls it. Which procedures it has is told for tests that must know them all. */
export interface Main {
  (event: unknown, context: Context): Promise<Reply<unknown>>
  procedures: readonly string[]
}

const own = <Value>(table: Record<string, Value>, name: string): Value | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

/** Refuses who may not call; how far a capability reaches is asked later, of the thing itself. */
function admit(needs: Needs, caller: Caller): void {
  if (needs === 'anyone') return
  if (caller.self === null) throw new Refused({ reason: 'not-signed-in' })
  if (needs === 'identity') return
  const member: Member | null = caller.member
  if (!member) throw new Refused({ reason: 'not-joined-centre' })
  if (needs !== 'member' && !holds(member.roles, needs)) throw new Refused({ reason: 'no-permission' })
}

/** The roster that a procedure wants the door to bring along. */
function wantedOf(procedure: Procedure, input: unknown): Wanted | null {
  const id = procedure.roster?.(input)
  return id === undefined ? null : { id, log: procedure.log ?? false, verdict: procedure.verdict ?? false }
}

const openidOf = ({ identity }: Invocation): string | null =>
  identity?.startsWith('wx:') ? identity.slice('wx:'.length) : null

/** Where a call has come to, for the log of a fault. */
interface Progress {
  invocation?: Invocation
  at: string
}

async function tick(timers: Timers, name: string, invocation: Invocation, now: number, progress: Progress) {
  // Anyone can send an event of a timer's shape; only the platform can say that it was a timer.
  const run = invocation.timer ? own(timers, name) : undefined
  if (!run) throw new Refused({ reason: 'bad-input', field: 'procedure' })
  progress.at = name
  await run({ now, db: everyCentre, requestId: invocation.requestId })
  return null
}

/** WeChat's own message; nothing in it says who sent it, so whoever handles it must know it by what is in it. */
async function pushed(pushes: Pushes, name: string, event: unknown, now: number, { requestId }: Invocation) {
  await own(pushes, name)?.(event, { now, db: everyCentre, requestId })
  return null
}

async function answer(procedures: Procedures, event: unknown, invocation: Invocation, now: number, progress: Progress) {
  const request = requestIn(event)
  const procedure = own(procedures, request.procedure)
  if (!procedure) throw new Refused({ reason: 'bad-input', field: 'procedure' })
  progress.at = request.procedure
  const input = parsed(procedure.input, request.input)
  const caller = await callerOf(
    request.centre,
    invocation.identity,
    wantedOf(procedure, input),
    (self) => procedure.beside?.(input, self) ?? [],
    now,
  )
  admit(procedure.needs, caller)
  const { requestId } = invocation
  const call: Call = { ...caller, now, openid: openidOf(invocation), db: databaseOf(request.centre), requestId }
  // The door has checked what the type of this procedure's call promises.
  return procedure.run(call as Parameters<typeof procedure.run>[0], input)
}

/**
 * One line a fault, for staff: what broke and where, and nothing of anyone's. A message of the database or of a parser
 * may quote data, so only the code or the kind of such an error is kept.
 */
function report(error: unknown, progress: Progress): void {
  const known = error instanceof Error ? error : new Error('not an error')
  const quotes = codeOf(error) !== undefined || known instanceof SyntaxError
  const fault = {
    fault: known.name,
    code: codeOf(error),
    message: quotes ? undefined : known.message,
    at: progress.at,
    requestId: progress.invocation?.requestId,
    stack: (known.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
  }
  console.error(JSON.stringify(fault))
}

/**
 * Makes a function of its procedures: the one door. Finds the procedure, parses the input, resolves the caller from the
 * platform's context alone, checks the centre and the role, takes the time once, runs, replies. An expected "no" is a
 * `Refused`; anything else is a fault: logged under the request's id, told as nothing but that id.
 */
export function serve(procedures: Procedures, timers: Timers = {}, pushes: Pushes = {}): Main {
  const main = async (event: unknown, context: Context): Promise<Reply<unknown>> => {
    const now = Date.now()
    const progress: Progress = { at: 'door' }
    try {
      const invocation = invocationOf(context)
      progress.invocation = invocation
      const timer = timerIn(event)
      const push = pushIn(event)
      const value =
        push !== undefined && own(pushes, push)
          ? await pushed(pushes, push, event, now, invocation)
          : timer === undefined
            ? await answer(procedures, event, invocation, now, progress)
            : await tick(timers, timer, invocation, now, progress)
      return { ok: true, value: value ?? null }
    } catch (error) {
      if (error instanceof Refused) return { ok: false, ...error.refusal }
      report(error, progress)
      return { ok: false, reason: 'fault', requestId: progress.invocation?.requestId ?? '' }
    }
  }
  return Object.assign(main, { procedures: Object.keys(procedures) })
}
