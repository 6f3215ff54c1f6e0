import type { BookingRefusal } from '../domain/booking-refusal'
import type { GroupRefusal } from '../domain/group-refusal'
import type { LoanRefusal } from '../domain/loan-refusal'
import type { MenuRefusal } from '../domain/menu-refusal'
import { peopleRefusals } from './people-refusals'
import type {
  AttendanceReason,
  HoursReason,
  HouseholdReason,
  NextStep,
  OrderReason,
  Problem,
  StaffReason,
  MemberReason,
  NeedReason,
  RatingReason,
  RestReason,
  VolunteerReason,
  Wording,
  Wordings,
} from './refusal-wording'
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

/** Reasons that only the screens of one subpackage meet: their words come with it, not with the first screen. */
type Elsewhere =
  | HouseholdReason
  | MemberReason
  | AttendanceReason
  | RatingReason
  | StaffReason
  | HoursReason
  | VolunteerReason
  | RestReason
  | OrderReason
  | LoanRefusal['reason']
  | GroupRefusal['reason']
  | BookingRefusal['reason']
  | MenuRefusal['reason']
  | NeedReason

const wordings: Wordings<Exclude<Problem['reason'], Elsewhere>> & Partial<Wordings<Elsewhere>> = {
  ...signUpRefusals,
  ...peopleRefusals,
  ...systemRefusals,
}

/** Called by the text file that a subpackage brings along. */
export const learnRefusals = (more: Partial<Wordings<Elsewhere>>): unknown => Object.assign(wordings, more)

// The table maps each reason to a function of that very problem; the compiler cannot follow the pairing through an
// index, so the one place where it is looked up says so.
const wordingOf = (problem: Problem, now: number): Wording =>
  ((wordings[problem.reason] ?? wordings.fault) as (problem: Problem, now: number) => Wording)(problem, now)

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
