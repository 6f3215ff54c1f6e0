import { day, minute } from '../../src/domain/day'
import { type Loan, lendingOf, openStates } from '../../src/domain/loan'
import { mostLoans } from '../../src/domain/loan-page'
import type { RunningLoan } from '../../src/domain/loan-running'
import { whyNotMore } from '../../src/domain/loan-limit'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { LoanEvent, Thing } from '../../src/domain/thing'
import { _, type Database, databaseOf } from '../runtime/database'
import { inTurn } from '../runtime/turn'

/**
 * Has the member's own document keep a loan before the thing's log does: of any number that are asked for at once, of
 * whatever things, no more than one may have are kept, and none while something is late. Kept already is kept.
 */
export async function keepRunning(db: Database, member: string, running: RunningLoan, now: number): Promise<void> {
  const kept = await db.members.findAndChange(
    {
      _id: member,
      erasing: _.exists(false),
      'loans.loan': _.nin([running.loan]),
      [`loans.${mostLoans - 1}`]: _.exists(false),
      loans: _.not(_.elemMatch({ dueAt: _.lt(now) })),
    },
    { loans: _.push([running]) },
  )
  if (kept) return
  const known = await db.members.get(member)
  if (!known || known.erasing !== undefined) throw new Refused({ reason: 'not-found' })
  const loans = known.loans ?? []
  if (loans.some(({ loan }) => loan === running.loan)) return
  throw new Refused(whyNotMore(loans, now) ?? { reason: 'server-busy' })
}

/** Takes a loan out of its member's own; once, however often it is asked. */
export const freeRunning = (db: Database, member: string, loan: string): Promise<number> =>
  db.members.change({ _id: member, 'loans.loan': loan }, { loans: _.pull({ loan }) })

const runningOf = (thing: Thing, { id, person, askedAt, dueAt }: Loan): RunningLoan => ({
  loan: id,
  thing: thing._id,
  name: thing.name,
  person,
  at: askedAt,
  ...(dueAt !== undefined && { dueAt }),
})

/** Has a member's own follow what the log says of one loan: gone where it is over, due when it is due. */
export async function follow(db: Database, thing: Thing, id: string, now: number): Promise<void> {
  const loan = lendingOf(thing, now).loans.find((each) => each.id === id)
  if (!loan || !openStates.includes(loan.state)) {
    if (loan) await freeRunning(db, loan.member, id)
    return
  }
  const running = runningOf(thing, loan)
  if (loan.dueAt !== undefined) {
    const due = await db.members.change({ _id: loan.member, 'loans.loan': id }, { 'loans.$.dueAt': loan.dueAt })
    if (due > 0) return
  }
  // What the log has, counts, whatever was lost on the way here.
  await db.members.change({ _id: loan.member, 'loans.loan': _.nin([id]) }, { loans: _.push([running]) })
}

/** The loan that an event is about. */
function aboutOf(event: LoanEvent): string[] {
  if (event.kind === 'borrow') return [event.id]
  if ('undoes' in event) return [event.undoes]
  return 'loan' in event ? [event.loan] : []
}

/** Has members' own follow everything that happened to a thing since its event number `from`. */
export async function followAll(db: Database, thing: Thing, from: number, now: number): Promise<void> {
  const changed = [...new Set(thing.events.slice(from).flatMap(aboutOf))]
  await inTurn(changed, (id) => follow(db, thing, id, now))
}

/** A step that is under way has made its thing say so by then; and so long after it nobody looks for it any more. */
const settled = { after: 10 * minute, within: 2 * day }
/** As many at a time. */
const most = 1000

/** Takes out what was kept for a loan that never came, because the function was cut short between the two steps. */
export async function freeStray(db: Database, now: number): Promise<void> {
  const members = await db.members.aggregate<Pick<Member, '_id' | 'centre' | 'loans'>>(
    { 'loans.at': { $gte: now - settled.within, $lt: now - settled.after } },
    [{ $project: { centre: 1, loans: 1 } }, { $limit: most }],
  )
  const kept = members.flatMap(({ _id, centre, loans = [] }) => loans.map((each) => ({ ...each, member: _id, centre })))
  const young = kept.filter(({ at }) => at < now - settled.after)
  const things = await db.things.some<Pick<Thing, '_id' | 'events'>>([...new Set(young.map(({ thing }) => thing))])
  const logged = new Set(things.flatMap(({ events }) => events.map(({ id }) => id)))
  const stray = young.filter(({ loan }) => !logged.has(loan))
  await inTurn(stray, ({ centre, member, loan }) => freeRunning(databaseOf(centre), member, loan))
}
