import { day, hour, startOfDay } from './day'
import { isOverdue, type Lending, lendingOf, type Loan } from './loan'
import type { LoanEvent, Thing } from './thing'
import type { LoanNotice } from './loan-notice'
import type { Notice } from './notice'

/** The hour of the day at which people are reminded. */
const morning = 9 * hour

/** Late: told the day after, then every three days, so often. */
const lateEvery = 3
const lateTold = 10
/** Whoever handed it out is told the day after it was due, and once more a week later. */
const askAfter = [1, 8]

interface Moment {
  kind: LoanNotice
  at: number
  /** To whom, where not to the borrower. */
  to?: string
}

/** When what is to be told of a loan that is out, in order of time; what lies before it was handed out is left out. */
export function momentsOf(loan: Loan): Moment[] {
  if (loan.state !== 'out' || loan.dueAt === undefined || loan.outAt === undefined) return []
  const due = startOfDay(loan.dueAt) + morning
  const moments: Moment[] = [
    { kind: 'loan-tomorrow', at: due - day },
    { kind: 'loan-today', at: due },
    ...Array.from({ length: lateTold }, (_, n): Moment => ({ kind: 'loan-late', at: due + (1 + n * lateEvery) * day })),
    ...askAfter.map((days): Moment => ({ kind: 'loan-ask', at: due + days * day, to: loan.outBy as string })),
  ]
  const { outAt } = loan
  return moments.filter(({ at }) => at > outAt).sort((a, b) => a.at - b.at)
}

type Told = Pick<Thing, '_id' | 'name' | 'firstStock' | 'events'>

/**
 * What is owed to whom: of every event of the log from number `told` on what it changed, and of every loan that is out
 * the latest reminder of each kind that is due at `now`. The same thing owes the same, each under the same cause.
 */
export function loanNotices(thing: Told, told: number, now: number): Notice[] {
  return [...changes(thing, told), ...reminders(thing, now)]
}

function changes(thing: Told, told: number): Notice[] {
  const owed: Notice[] = []
  let before = standing(thing, told, 0)
  for (const [index, event] of thing.events.entries()) {
    if (index < told) continue
    const after = standing(thing, index + 1, event.at)
    for (const loan of after.loans) {
      const was = before.loans.find(({ id }) => id === loan.id)
      const kind = changeOf(event, was, loan)
      if (kind) owed.push(notice(thing, loan, { kind, cause: event.id, at: event.at }))
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

function reminders(thing: Told, now: number): Notice[] {
  return lendingOf(thing, now).loans.flatMap((loan) => {
    const due = momentsOf(loan).filter(({ at }) => at <= now)
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
  { kind, cause, at, to }: { kind: LoanNotice; cause: string; at: number; to?: string | undefined },
): Notice => ({
  to: to ?? loan.member,
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
    ...momentsOf(loan).map(({ at }) => at),
  ])
  return Math.min(Number.MAX_SAFE_INTEGER, ...moments.filter((at) => at > now))
}
