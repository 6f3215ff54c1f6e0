import type { HoursRefusal } from '../domain/hours-refusal'
import type { OrderRefusal } from '../domain/order-refusal'
import type { NeedRefusal } from '../domain/need-refusal'
import type { Refusal } from '../domain/refusal'
import type { RestReason } from '../domain/rest-refusal'
import type { VolunteerReason } from '../domain/volunteer-refusal'

/** What only the screens of volunteers meet; worded in `volunteer-refusals.ts`. */
export type { VolunteerReason }

/** What the screens of volunteers and of orders meet; worded in `rest-refusals.ts`. */
export type { RestReason }

/** What may go wrong besides an expected "no": a fault of ours, or no way through to the cloud. */
export type Trouble = { reason: 'fault'; requestId: string } | { reason: 'offline' } | { reason: 'timeout' }

/** Everything a screen may have to tell instead of what was asked for. */
export type Problem = Refusal | Trouble

/**
 * Where a next step leads; the page that shows it knows the way. `retry` does the same again, `refresh` looks how things
 * stand now, `close` stays on the page.
 */
export type NextAction =
  | 'retry'
  | 'refresh'
  | 'close'
  | 'back'
  | 'home'
  | 'browse'
  | 'my-table'
  | 'family'
  | 'household'
  | 'join'

export interface NextStep {
  label: string
  action: NextAction
}

/** What only the screens of ratings meet; worded in `rating-refusals.ts`. */
export type RatingReason =
  | 'rate-not-checked-in'
  | 'rate-not-finished'
  | 'rate-window-closed'
  | 'rate-already'
  | 'rate-edit-used'
  | 'rate-own-session'
  | 'rate-private'
  | 'rate-by-themselves'
  | 'reply-once'
  | 'content-blocked'

/** What only joining and the family meet; worded in `member-refusals.ts`. */
export type MemberReason = 'too-young' | 'name-blocked'

/** What only the screens of checking in meet; worded in `attendance-refusals.ts`. */
export type AttendanceReason =
  | 'code-invalid'
  | 'code-expired'
  | 'code-other-activity'
  | 'code-other-person'
  | 'code-tries'
  | 'paper-not-allowed'
  | 'checkin-too-early'
  | 'checkin-too-late'
  | 'already-checked-in'
  | 'not-seated'
  | 'checkin-undone'

/** What only the household's own screens meet; worded in `household-refusals.ts`. */
export type HouseholdReason =
  | 'in-household'
  | 'not-in-household'
  | 'household-full'
  | 'household-code'
  | 'household-tries'

/** What only the screens of needs and offers meet; worded in `need-refusals.ts`. */
export type NeedReason = Exclude<NeedRefusal['reason'], 'draft-promised'>

/** What only the staff's screens meet; worded in `staff-refusals.ts`. */
export type StaffReason = 'draft-promised' | 'changed-meanwhile' | 'draft-incomplete' | 'person-taken' | 'words-wait'

/** What only the screens of hours meet; worded in `hours-refusals.ts`. */
export type HoursReason = HoursRefusal['reason']
/** What only the screens of orders meet; worded in `order-refusals.ts`. */
export type OrderReason = OrderRefusal['reason']

/** One problem in words: ordinary, and plainer for elder mode. */
export interface Wording {
  title: string
  message: string
  next: string
  elder: { title?: string; message: string; next: string }
  actions: readonly NextStep[]
}

/** The wordings of some reasons; a reason without one does not compile. */
export type Wordings<Reason extends Problem['reason']> = {
  [R in Reason]: (problem: Extract<Problem, { reason: R }>, now: number) => Wording
}

export const browse: NextStep = { label: '看看别的', action: 'browse' }
export const myTable: NextStep = { label: '看我的', action: 'my-table' }
export const retry: NextStep = { label: '再试一次', action: 'retry' }
export const refresh: NextStep = { label: '看看最新的', action: 'refresh' }
export const stay: NextStep = { label: '好的', action: 'close' }
