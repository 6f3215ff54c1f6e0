import type { Need, Offer, Stretch } from './matching/posting'
import type { Sign } from './matching/signs'

/** Why an offer is proposed; `text/matching-words.ts` makes sentences of them. */
export type Reason =
  | { why: 'means'; code: string }
  | { why: 'helps'; code: string; with: string }
  | { why: 'words'; words: string[] }
  | { why: 'times'; stretch: Stretch }
  | { why: 'any-time' }
  | { why: 'same-building' }
  | { why: 'wish'; wish: Need['wishes'][number] }
  | { why: 'qualified'; code: string }
  | { why: 'proven' }

/** What keeps an offer from fitting. Hard facts are never traded for words. */
export type Obstacle =
  | 'other-time'
  | 'other-place'
  | 'other-audience'
  | 'wish-not-stated'
  | 'costs'
  | 'not-qualified'
  | 'full'
  | 'own'
  | 'declined'
  | 'other-thing'

export interface Fit {
  id: string
  score: number
  reasons: Reason[]
}

/** The nearest of what did not fit, and why: what an author reads when nothing fits. */
export interface NearMiss {
  id: string
  obstacles: Obstacle[]
}

export interface Answer {
  /** What truly fits, best first. Empty: nothing does. */
  fits: Fit[]
  /** At most three, only where nothing fits. */
  nearest: NearMiss[]
}

/** A stored need with what its text is about. */
export interface ReadNeed extends Need {
  signs: Sign[]
}

export interface ReadOffer extends Offer {
  signs: Sign[]
}

/** What earlier answers taught. `declined`: ids of the other side that are not suggested again; `taught`: see `learn`. */
export interface Experience {
  declined: ReadonlySet<string>
  /** Accepted less declined, for each pair of codes `<need's>|<offer's>`. */
  taught: ReadonlyMap<string, number>
}
