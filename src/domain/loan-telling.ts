import { day, hour, startOfDay } from './day'
import { isOverdue, type Lending, lendingOf, type Loan } from './loan'
import type { LoanEvent, Thing } from './thing'
import type { LoanNotice } from './loan-notice'
import type { Notice } from './notice'

/** The hour of the day at which people are reminded. */
const morning = 9 * hour

/** Late: its borrower is told the day after and every three days; from the fourth week on every week, until it is back. */
const lateDays = (days: number): number[] =>
  Array.from({ length: days + 1 }, (_, n) => n).filter((n) => (n <= 28 ? n % 3 === 1 : n % 7 === 0))
/** The desk is told the day after it was due, a week later, and every week from then on. */
const askDays = (days: number): number[] => Array.from({ length: days + 1 }, (_, n) => n).filter((n) => n % 7 === 1)
/** Two weeks late it goes up to the committee, and again every two weeks. */
const upDays = (days: number): number[] =>
  Array.from({ length: days + 1 }, (_, n) => n).filter((n) => n > 0 && n % 14 === 0)

/** Who is told: the borrower, whoever lends such things, or those above them. */
export type LoanAddressee = { member: string } | 'desk' | 'committee'

interface Moment {
  kind: LoanNotice
  at: number
  to: LoanAddressee
}

/** So far ahead moments are looked for: the next of each kind lies within. */
const ahead = 40

/**
 * When what is to be told of a loan that is out, in order of time, up to some weeks after `now`; what lies before it was
 * handed out is left out. It never ends while the thing is not back. Who has no account reads no inbox: the desk calls.
 */
export function momentsOf(loan: Loan, now: number): Moment[] {
  if (loan.state !== 'out' || loan.dueAt === undefined || loan.outAt === undefined) return []
  const due = startOfDay(loan.dueAt) + morning
  const days = Math.max(0, Math.ceil((now - due) / day)) + ahead
  const borrower = { member: loan.member }
  const late = lateDays(days).map((n): Moment => {
    const at = due + n * day
    return loan.guest ? { kind: 'loan-call', at, to: 'desk' } : { kind: 'loan-late', at, to: borrower }
  })
  const asks = loan.guest ? [] : askDays(days).map((n): Moment => ({ kind: 'loan-ask', at: due + n * day, to: 'desk' }))
  const ups = upDays(days).map((n): Moment => ({ kind: 'loan-up', at: due + n * day, to: 'committee' }))
  const soon: Moment[] = loan.guest
    ? []
    : [
        { kind: 'loan-tomorrow', at: due - day, to: borrower },
        { kind: 'loan-today', at: due, to: borrower },
      ]
  const { outAt } = loan
  return [...soon, ...late, ...asks, ...ups].filter(({ at }) => at > outAt).sort((a, b) => a.at - b.at)
}

/** A notice whose receiver is still to be looked up. */
export type LoanOwed = Omit<Notice, 'to'> & { to: LoanAddressee }

type Told = Pick<Thing, '_id' | 'name' | 'firstStock' | 'events'>

/**
 * What is owed to whom: of every event of the log from number `told` on what it changed, and of every loan that is out
 * the latest reminder of each kind that is due at `now`. The same thing owes the same, each under the same cause.
 */
export function loanNotices(thing: Told, told: number, now: number): LoanOwed[] {
  return [...changes(thing, told), ...reminders(thing, now)]
}

function changes(thing: Told, told: number): LoanOwed[] {
  const owed: LoanOwed[] = []
  let before = standing(thing, told, 0)
  for (const [index, event] of thing.events.entries()) {
    if (index < told) continue
    const after = standing(thing, index + 1, event.at)
    for (const loan of after.loans) {
      const was = before.loans.find(({ id }) => id === loan.id)
      const kind = changeOf(event, was, loan)
      if (kind) owed.push(notice(thing, loan, { kind, cause: event.id, at: event.at, to: { member: loan.member } }))
    }
    before = after
  }
  return owed
}

const standing = (thing: Told, length: number, at: number): Lending =>
  lendingOf({ ...thing, events: thing.events.slice(0, length) }, at)

function changeOf(event: LoanEvent, was: Loan | undefined, loan: Loan): LoanNotice | undefined {
  if (was?.state === loan.state) return undefined
  switch (loan.state) {
    case 'kept':
      return 'loan-kept'
    case 'offered':
      return 'loan-offered'
    case 'out':
      return 'loan-out'
    case 'returned':
      return 'loan-back'
    case 'cancelled':
      // Who cancelled it themselves knows.
      return event.kind === 'cancel' && event.by !== undefined ? 'loan-passed' : undefined
    default:
      return undefined
  }
}

function reminders(thing: Told, now: number): LoanOwed[] {
  return lendingOf(thing, now).loans.flatMap((loan) => {
    const due = momentsOf(loan, now).filter(({ at }) => at <= now)
    const latest = new Map(due.map((moment) => [`${moment.kind}`, moment]))
    // Once it is late nobody is told that it is due.
    if (isOverdue(loan, now)) for (const kind of ['loan-tomorrow', 'loan-today']) latest.delete(kind)
    return [...latest.values()].map(({ kind, at, to }) =>
      notice(thing, loan, { kind, cause: `${loan.id}-${at}`, at, to }),
    )
  })
}

const notice = (
  thing: Told,
  loan: Loan,
  { kind, cause, at, to }: { kind: LoanNotice; cause: string; at: number; to: LoanAddressee },
): LoanOwed => ({
  to,
  kind,
  noun: 'loan',
  about: thing._id,
  title: thing.name,
  cause,
  at,
  ...(loan.state === 'out' && loan.dueAt !== undefined && { expiresAt: loan.dueAt }),
  ...((loan.state === 'kept' || loan.state === 'offered') &&
    loan.keptUntil !== undefined && { expiresAt: loan.keptUntil }),
})

/** When somebody has to look at a thing again though nothing happens to it; never, where nothing falls due. */
export function wakesAt(thing: Told, now: number): number {
  const moments = lendingOf(thing, now).loans.flatMap((loan) => [
    ...(loan.keptUntil === undefined ? [] : [loan.keptUntil]),
    ...(loan.state === 'lapsed' ? [now] : []),
    ...momentsOf(loan, now).map(({ at }) => at),
  ])
  return Math.min(Number.MAX_SAFE_INTEGER, ...moments.filter((at) => at > now))
}
