import type { AgeBand } from './age'
import type { Skill } from './skill'
import type { Training, VolunteerState } from './volunteer'

/** Every expected "no" about volunteers and their shifts. Times are epoch milliseconds. */
export type VolunteerRefusal =
  // being a volunteer
  | { reason: 'not-volunteer' }
  | { reason: 'volunteer-already' }
  /** It cannot be done from the state that they are in. */
  | { reason: 'volunteer-state'; state: VolunteerState }
  | { reason: 'training-needed'; topic: Training }
  | { reason: 'clearing-needed'; topic: Exclude<Training, 'basics'> }
  | { reason: 'minor-no-home-visit' }
  | { reason: 'document-unreadable' }
  | { reason: 'documents-full'; most: number }
  // taking a shift
  | { reason: 'skill-needed'; skill: Skill }
  | { reason: 'licence-needed'; skill: Skill }
  | { reason: 'shift-age'; bands: AgeBand[] }
  /** Under 14: only together with the grown-up who signs them up. */
  | { reason: 'shift-together' }
  | { reason: 'shift-full'; capacity: number; waiting: number }
  | { reason: 'shift-cancelled' }
  | { reason: 'shift-begun' }
  | { reason: 'shift-already' }
  | { reason: 'shift-not-on' }
  /** The time is taken by something else; which, and when. */
  | { reason: 'shift-clash'; title: string; startsAt: number; endsAt: number }
  /** As whoever puts somebody else on is told it: what they have promised, and when, is theirs to tell. */
  | { reason: 'volunteer-busy' }
  // handing one's seat on
  | { reason: 'swap-gone' }
  | { reason: 'swap-nobody' }
  | { reason: 'swap-not-for-you' }

export type VolunteerReason = VolunteerRefusal['reason']
