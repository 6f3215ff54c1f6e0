import type { Refusal } from './refusal'
import { daysLate } from './loan'
import { mostLoans } from './loan-page'
import type { RunningLoan } from './loan-running'

/** Why a member with these loans gets no further one at `now`, or nothing. The member's atomic step checks the same. */
export function whyNotMore(loans: readonly RunningLoan[], now: number): Refusal | undefined {
  const late = loans.find(({ dueAt }) => dueAt !== undefined && dueAt < now)
  if (late) return { reason: 'loan-late', name: late.name, days: daysLate(late.dueAt as number, now) }
  return loans.length >= mostLoans ? { reason: 'loan-limit', most: mostLoans } : undefined
}
