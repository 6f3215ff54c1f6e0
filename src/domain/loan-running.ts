import type { Refusal } from './refusal'
import { daysLate } from './loan'
import { mostLoans } from './loan-page'

/**
 * A loan that runs, as its member's own document keeps it: how many there are, whether one is late and for whom of the
 * family is decided there, in one atomic step, whatever kinds of things they are. It follows from the things' logs.
 */
export interface RunningLoan {
  loan: string
  thing: string
  name: string
  person: string
  /** Since when; what was kept for a step that never came is found by it. */
  at: number
  /** Once it is handed out. */
  dueAt?: number
}

/** Why a member with these loans gets no further one at `now`, or nothing. The member's atomic step checks the same. */
export function whyNotMore(loans: readonly RunningLoan[], now: number): Refusal | undefined {
  const late = loans.find(({ dueAt }) => dueAt !== undefined && dueAt < now)
  if (late) return { reason: 'loan-late', name: late.name, days: daysLate(late.dueAt as number, now) }
  return loans.length >= mostLoans ? { reason: 'loan-limit', most: mostLoans } : undefined
}
