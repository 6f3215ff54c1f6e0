import type { Lack } from './activity-draft'
import type { AgeBand } from './age'
import type { HoursRefusal } from './hours-refusal'
import type { VolunteerRefusal } from './volunteer-refusal'
import type { OrderRefusal } from './order-refusal'
import type { BookingRefusal } from './booking-refusal'
import type { GroupRefusal } from './group-refusal'
import type { LoanRefusal } from './loan-refusal'
import type { MenuRefusal } from './menu-refusal'
import type { NeedRefusal } from './need-refusal'
import type { RestRefusal } from './rest-refusal'

/**
 * Every expected "no", as a closed union. `reason` picks the sentence and the next step in `text/refusals.ts`;
 * the other fields fill its placeholders. Times are epoch milliseconds. Whatever is not here is a fault.
 */
export type Refusal =
  | MenuRefusal
  // sign-up
  | { reason: 'full'; capacity: number }
  | { reason: 'waitlist-full'; waiting: number }
  | { reason: 'signup-not-open'; opensAt: number }
  | { reason: 'signup-closed'; closedAt: number }
  | { reason: 'activity-cancelled' }
  | { reason: 'already-signed' }
  | { reason: 'already-waiting'; position: number }
  | { reason: 'age-not-fit'; bands: AgeBand[]; band: AgeBand }
  | { reason: 'party-too-large'; capacity: number }
  | { reason: 'time-clash'; title: string; startsAt: number; endsAt: number }
  /** The same person was signed up for something at the same time, in the very same moment; that one stands. */
  | { reason: 'just-signed-elsewhere' }
  | { reason: 'already-started' }
  | { reason: 'not-in-activity' }
  | { reason: 'offer-gone' }
  | { reason: 'intent-undone' }
  // people and permission
  | { reason: 'not-signed-in' }
  | { reason: 'not-joined-centre' }
  | { reason: 'no-permission' }
  | { reason: 'not-your-family' }
  | { reason: 'family-full'; most: number }
  | { reason: 'family-busy' }
  /** Something is lent to this relative, kept for them, or waited for in their name. */
  | { reason: 'family-loan'; name: string }
  /** Somebody without an account still has something that was lent to them. */
  | { reason: 'record-loan'; name: string }
  /** This relative belongs to a standing group, or waits for a place in it. */
  | { reason: 'family-group'; name: string }
  /** Something was ordered for this relative, and is not done yet. */
  | { reason: 'family-order'; name: string }
  /** Under 14: a guardian signs them up. 14 to 17: a guardian of the household has to agree first. */
  | { reason: 'too-young' }
  | { reason: 'name-blocked' }
  | { reason: 'guardian-needed' }
  /** A child of the family for whom nobody has agreed yet. */
  | { reason: 'consent-needed'; name: string }
  // households
  | { reason: 'in-household' }
  | { reason: 'not-in-household' }
  | { reason: 'household-full'; most: number }
  /** No household has this code now. */
  | { reason: 'household-code' }
  | { reason: 'household-tries'; until: number }
  // being there
  | { reason: 'code-invalid' }
  | { reason: 'code-expired' }
  | { reason: 'code-other-activity' }
  | { reason: 'code-other-person' }
  | { reason: 'code-tries'; until: number }
  | { reason: 'paper-not-allowed' }
  | { reason: 'checkin-too-early'; opensAt: number }
  | { reason: 'checkin-too-late'; closedAt: number }
  | { reason: 'already-checked-in'; at: number }
  | { reason: 'not-seated' }
  | { reason: 'checkin-undone' }
  // what staff prepare and change
  /** Someone else of the staff changed the same; nothing was written over. */
  | { reason: 'changed-meanwhile' }
  | { reason: 'draft-incomplete'; lacks: Lack[] }
  | { reason: 'person-taken' }
  /** Words that a person has to look at before neighbours read them. */
  | { reason: 'words-wait' }
  // judging
  | { reason: 'rate-not-checked-in' }
  | { reason: 'rate-not-finished'; endsAt: number }
  | { reason: 'rate-window-closed'; closedAt: number }
  | { reason: 'rate-already'; at: number }
  | { reason: 'rate-edit-used' }
  | { reason: 'rate-own-session' }
  | { reason: 'rate-private' }
  /** A grown-up of the family speaks for themselves. */
  | { reason: 'rate-by-themselves' }
  | { reason: 'reply-once' }
  | { reason: 'content-blocked' }
  | HoursRefusal
  | VolunteerRefusal
  | RestRefusal
  // lending and booking
  | LoanRefusal
  | GroupRefusal
  | BookingRefusal
  // needs and offers
  | NeedRefusal
  // anything
  | { reason: 'not-found' }
  | { reason: 'bad-input'; field: string }
  | { reason: 'server-busy' }
  | OrderRefusal

/** Thrown to end a procedure with an expected "no"; `serve` turns it into the reply. */
export class Refused extends Error {
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.reason)
    this.name = 'Refused'
    this.refusal = refusal
  }
}
