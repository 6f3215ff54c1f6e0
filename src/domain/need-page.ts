import type { EmergencyNumber } from './emergency-call'
import type { Introduction } from './introduction'
import type { Reason } from './matching'
import type { Obstacle } from './matching/hard-facts'
import type { MeetingPlace, Stretch } from './matching/posting'
import type { Care, Meaning, Need, NeedEvent, NeedState, Sight } from './need'
import type { OfferMeaning, OfferState } from './offer'

/** How many households want it, and by which intent mine does. */
export interface Wanted {
  households: number
  mine: string | null
}

/** A need as it stands on the square. */
export interface NeedCard extends Wanted {
  id: string
  text: string
  label: string
  category: string | null
  /** The name its author chose; nothing: a neighbour. */
  by: string | null
  postedAt: number
  state: NeedState
  /** Whether it is asked for every week. */
  weekly: boolean
  /** Whether something is arranged for all who want it. Of what is done for each by itself nothing is drafted. */
  gathered: boolean
  /** How many more households make a draft of it; nothing once there is one. */
  short: number | null
  activity: string | null
  own: boolean
}

export interface Square {
  cards: NeedCard[]
  next: { at: number; id: string } | null
}

/** What might help: never who. */
export interface Suggestion {
  offer: string
  text: string
  label: string
  when: Stretch[]
  reasons: Reason[]
  /** How an asking of it stands. */
  introduction: (Pick<Introduction, 'state'> & { id: string }) | null
}

/** Whom an offer could help: never who. */
export interface Helpable {
  need: string
  /** Nothing while its words wait for a person to look at them. */
  text: string | null
  label: string
  weekly: boolean
  reasons: Reason[]
  introduction: (Pick<Introduction, 'state'> & { id: string }) | null
}

/** What is read of a sentence before it is posted: the person corrects it. */
export interface Reading {
  care: Care
  concept: string | null
  label: string | null
  /** Other things that may be meant. */
  others: { concept: string; label: string }[]
  when: Stretch[]
  weekly: boolean
  where: MeetingPlace
  /** Where it could be given, were it an offer. */
  places: MeetingPlace[]
  band: Meaning['band']
  bands: Meaning['band'][]
  urgent: boolean
  /** In an emergency: whom to call at once. */
  calls: EmergencyNumber[]
}

/** Why the nearest offer did not fit. */
export interface Near {
  label: string
  obstacles: Obstacle[]
}

/** One step of a need's story, in the order in which it happened; ids of people stay out of it. */
export interface Moment {
  at: number
  kind: NeedEvent['kind']
  text: string | null
  /** Until when somebody answers now. */
  dueAt: number | null
  households: number | null
  /** How it was settled, where it was. */
  solved?: boolean
}

/** A need as its author, a neighbour or the staff sees it. */
export interface NeedPage extends NeedCard {
  care: Care
  sight: Sight
  /** When and where; for whom is its author's and the staff's business. */
  meaning: Pick<Meaning, 'when' | 'where'>
  /** Who answers for it: one of the staff by name, the centre's desk, or a neighbour who agreed to help. */
  owner: { kind: 'staff' | 'desk' | 'helper'; name: string | null }
  dueAt: number
  answeredAt: number | null
  suggestions: Suggestion[]
  /** Askings of its author, whatever became of them. */
  introductions: (Pick<Introduction, 'state'> & { id: string })[]
  nearest: Near[]
  timeline: Moment[]
  /** What the caller may do. */
  staff: boolean
  /** For its author: what of the menu does it, where it is ordered rather than joined. */
  orders: { item: string; name: string } | null
  draft: string | null
  calls: EmergencyNumber[]
}

/** One's own offer. */
export interface OfferPage {
  id: string
  text: string
  meaning: OfferMeaning
  shownAs: string | null
  sight: Sight
  state: OfferState
  expiresAt: number
  capacity: number
  room: number
  helpable: Helpable[]
  introductions: (Pick<Introduction, 'state'> & { id: string })[]
}

/** A line of what is mine. */
export interface MineRow {
  id: string
  label: string
  text: string
  state: Need['state'] | OfferState
  sight: Sight
  at: number
  dueAt: number | null
  /** Mine; otherwise I want it too. */
  own: boolean
  activity: string | null
}

export interface MineList {
  needs: MineRow[]
  offers: MineRow[]
  introductions: { id: string; label: string; state: Introduction['state']; forMe: boolean; at: number }[]
}

/** What waits for staff. */
export interface NeedQueue {
  needs: {
    id: string
    text: string
    label: string
    care: Care
    sight: Sight
    /** Who of the staff answers for it; nothing: the desk. */
    owner: string | null
    mine: boolean
    helper: boolean
    dueAt: number
    late: boolean
    answered: boolean
    households: number
    lacking: string | null
    draft: string | null
    activity: string | null
  }[]
  /** With the licences whose papers are to be looked at. */
  offers: { id: string; text: string; label: string; care: Care; at: number; licences: string[] }[]
}
