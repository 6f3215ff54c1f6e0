import { daysLate, isOverdue, laterDue, lendingOf, type Loan, openStates } from './loan'
import type { Thing } from './thing'
import { mostLoans } from './loan-page'
import type { Refusal } from './refusal'

/**
 * Why this person may not ask for a piece now, or nothing. `around` are the things that the member's people have or
 * wait for. The database's atomic step checks the same guard fields; this says which of them refused.
 */
export function whyNotBorrow(
  thing: Thing,
  around: readonly Thing[],
  { member, person }: { member: string; person: string },
  now: number,
): Refusal | undefined {
  if (thing.state === 'closed') return { reason: 'loan-closed', name: thing.name }
  if (thing.people.includes(person)) return { reason: 'loan-already', name: thing.name }
  const mine = around.flatMap((each) =>
    lendingOf(each, now).loans.flatMap((loan) =>
      loan.member === member && openStates.includes(loan.state) ? [{ loan, name: each.name }] : [],
    ),
  )
  const late = mine.find(({ loan }) => isOverdue(loan, now))
  if (late) return { reason: 'loan-late', name: late.name, days: daysLate(late.loan.dueAt as number, now) }
  if (mine.length >= mostLoans) return { reason: 'loan-limit', most: mostLoans }
  if (thing.left < 1)
    return { reason: 'loan-none', name: thing.name, back: firstBack(lendingOf(thing, now).loans, now) }
  return undefined
}

/** When the first of those that are out is due; nothing where none is: what is late promises nothing. */
export function firstBack(loans: readonly Loan[], now: number): number | null {
  const due = loans.flatMap(({ state, dueAt = now }) => (state === 'out' && dueAt > now ? [dueAt] : []))
  return due.length === 0 ? null : Math.min(...due)
}

/** Why a loan may not be kept longer, or nothing: once, in time, and only where nobody waits for a piece. */
export function whyNotExtend(
  thing: Pick<Thing, 'left' | 'waitCapacity' | 'name'>,
  loan: Loan,
  now: number,
): Refusal | undefined {
  if (loan.state !== 'out') return { reason: 'loan-stands-otherwise' }
  if (isOverdue(loan, now)) return { reason: 'loan-late', name: thing.name, days: daysLate(loan.dueAt as number, now) }
  if (loan.extended) return { reason: 'loan-extended' }
  // As many places in the line as there are: nobody is in it.
  return thing.left < thing.waitCapacity ? { reason: 'loan-awaited' } : undefined
}

/** When it is due once it was extended: as long again, from the day on which it was due. */
export const dueAgain = ({ days }: Pick<Thing, 'days'>, { dueAt = 0 }: Pick<Loan, 'dueAt'>): number =>
  laterDue(dueAt, days)
