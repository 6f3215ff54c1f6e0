import type { PartyState } from './roster'

/** A party as the fold sees it: people who came together and are never split. */
export interface Party {
  /** The id of the join that made it. */
  id: string
  member: string
  people: string[]
  /** Whether it may be seated while a priority window lasts. */
  first: boolean
  state: PartyState
  joinedAt: number
  /** How many parties behind it were seated before it, because it did not fit. */
  overtaken: number
  /** While offered: until when the seat is kept. */
  expiresAt?: number
}

/** Who has a seat and who waits, at one moment. */
export interface Seating {
  /** Every party on the list: the seated, those with an offer, the line in its order, then lapsed and held ones. */
  parties: Party[]
  capacity: number
  /** Seats that no one has and that are kept for no one; never negative. */
  free: number
  /** People on the list without a seat. */
  waiting: number
  /** True where time alone changed something since the last event: record a `tick` before telling anyone. */
  untold: boolean
}
