import { type Lending, lendingOf, type Loan } from '../../src/domain/loan'
import type { LoanEvent, Thing } from '../../src/domain/thing'
import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { _, type Change, type Database, type Filter } from '../runtime/database'
import type { Beside } from '../runtime/door'
import { demand, type MemberCall } from '../runtime/procedure'

/** Whose a thing is, for those whose reach ends at their team's or their organisation's. */
export const belongingOf = ({ organisation, team }: Pick<Thing, 'organisation' | 'team'>): Belonging => ({
  organisation,
  team,
})

/** The thing, whole; refused where there is none here. */
export async function thingOf(db: Database, id: string): Promise<Thing> {
  const thing = await db.things.get(id)
  if (!thing) throw new Refused({ reason: 'not-found' })
  return thing
}

/** Has the door bring the thing along that a procedure is about. */
export const withThing = ({ thing }: { thing: string }): Beside[] => [
  { from: 'things', match: { _id: thing }, limit: 1 },
]

/** The thing that the door brought, for staff who may lend it. */
export function reach(call: MemberCall): Thing {
  const [[thing]] = call.beside as [Thing[]]
  if (!thing) throw new Refused({ reason: 'not-found' })
  demand(call, 'manage-loan', belongingOf(thing))
  return thing
}

/**
 * Adds to a thing's log in one atomic step, once by the event's id, and has the sweep look at it. `guards` are what
 * must hold besides, `change` the guard fields that follow. Nothing where it did not match.
 */
export const log = (
  db: Database,
  thing: string,
  events: readonly [LoanEvent, ...LoanEvent[]],
  guards: Filter<Thing>,
  change: Change<Thing>,
): Promise<Thing | null> =>
  db.things.findAndChange(
    { _id: thing, 'events.id': _.nin(events.map(({ id }) => id)), ...guards },
    { ...change, wake: events[0].at, events: _.push([...events]) },
  )

/**
 * The thing as it may be told at `now`. Where time alone has changed something, that is first written down, so that no
 * event that comes later from a slower clock can take back what someone was told.
 */
export async function toldAt(db: Database, thing: Thing, now: number, by: string): Promise<Thing> {
  if (!lendingOf(thing, now).untold) return thing
  return (
    (await log(db, thing._id, [{ id: `tick-${now}-${by}`, at: now, kind: 'tick' }], {}, {})) ?? thingOf(db, thing._id)
  )
}

/** A loan of someone's own; refused where it is another's, or there is none. */
export function ownOf(lending: Lending, id: string, member: string): Loan {
  const loan = lending.loans.find((each) => each.id === id && each.member === member)
  if (!loan) throw new Refused({ reason: 'not-found' })
  return loan
}

/** A loan, for the desk. */
export function loanIn(thing: Thing, id: string, now: number): Loan {
  const loan = lendingOf(thing, now).loans.find((each) => each.id === id)
  if (!loan) throw new Refused({ reason: 'not-found' })
  return loan
}

/** Whether the log has this very event: a replay, whose first outcome stands. */
export const wasDone = (thing: Thing, intent: string): boolean => thing.events.some(({ id }) => id === intent)

/** What is said of a loan that no longer stands as it must for what was asked. */
export const otherwise = (): Refused => new Refused({ reason: 'loan-stands-otherwise' })
