import { peopleRefusals } from './people-refusals'
import type { NextStep, Problem, Wording, Wordings } from './refusal-wording'
import { signUpRefusals } from './sign-up-refusals'
import { systemRefusals } from './system-refusals'

/** What to tell someone: what happened, why, what to do instead, and the taps that do it. */
export interface RefusalText {
  title: string
  message: string
  next: string
  actions: readonly NextStep[]
  /** What to quote to the staff, where something of ours broke. */
  quote: string | null
}

const wordings: Wordings<Problem['reason']> = { ...signUpRefusals, ...peopleRefusals, ...systemRefusals }

// The table maps each reason to a function of that very problem; the compiler cannot follow the pairing through an
// index, so the one place where it is looked up says so.
const wordingOf = (problem: Problem, now: number): Wording =>
  (wordings[problem.reason] as (problem: Problem, now: number) => Wording)(problem, now)

/** Any problem in words. `now` makes its times into "今晚 21:00"; elder mode has plainer ones, not only larger. */
export const refusalText = (problem: Problem, elder: boolean, now: number = Date.now()): RefusalText => {
  const wording = wordingOf(problem, now)
  const words = elder ? wording.elder : wording
  return {
    title: words.title ?? wording.title,
    message: words.message,
    next: words.next,
    actions: wording.actions,
    quote: problem.reason === 'fault' ? `编号 ${problem.requestId}` : null,
  }
}
