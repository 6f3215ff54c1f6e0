/** A stretch of one weekday that comes again every week. Weekday 1 is Monday; minutes from midnight, `to` not included. */
export interface Stretch {
  weekday: number
  from: number
  to: number
}

export const meetingPlaces = ['centre', 'home', 'outdoor', 'online'] as const

/** Where help happens: at the centre, at someone's home, outside, or online. */
export type MeetingPlace = (typeof meetingPlaces)[number]

export const audiences = ['child', 'youth', 'adult', 'elder', 'family'] as const

/** For whom: the bands of catalogue and members, as people say them. */
export type Audience = (typeof audiences)[number]

export const wishes = ['female_only', 'male_only', 'cantonese', 'free_only'] as const

/** What a person insists on. An offer keeps it only by what its own text states. */
export type Wish = (typeof wishes)[number]

/** What the matcher knows about a need. No name, no contact, no flat. */
export interface Need {
  id: string
  text: string
  /** Times that suit; empty: any time. */
  when: Stretch[]
  where: MeetingPlace
  audience: Audience
  wishes: Wish[]
  building: string | null
  /** What whoever comes must be qualified for (codes of the catalogue's qualifications); empty: nothing. */
  requires: string[]
  /** Who asks: nobody is matched with their own offer. */
  household: string | null
}

/** What the matcher knows about an offer. */
export interface Offer {
  id: string
  text: string
  /** Times that are offered; empty: any time. */
  when: Stretch[]
  where: MeetingPlace[]
  /** For whom; empty: everybody. */
  audience: Audience[]
  building: string | null
  /** Qualifications that staff have checked and that have not expired. */
  holds: string[]
  /** How many more can be helped; zero: full. */
  left: number
  household: string | null
}
