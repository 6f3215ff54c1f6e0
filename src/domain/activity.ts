import * as v from 'valibot'
import { type AgeBand, ageBands } from './age'
import type { UploadedCover } from './cover-upload'
import { intentId, line, partyId, personId, shortId } from './input'
import type { Asking } from './message'
import type { Refusal } from './refusal'
import type { PartyState } from './roster'

/** What is on: the cold details of an activity. Who comes stands in its roster, under the same id. */
export interface Activity {
  _id: string
  centre: string
  title: string
  description: string
  category: string
  /** The catalogue item it comes from. */
  item: string | null
  organiser: { id: string; name: string }
  team: string | null
  createdBy: string | null
  place: { id: string; name: string; note: string }
  startsAt: number
  endsAt: number
  /** Whom it is for; all bands where it is for everyone. */
  bands: AgeBand[]
  bring: string | null
  /** Who takes part is nobody's business: no names, not even counts by building. */
  private: boolean
  state: 'open' | 'cancelled'
  /** How often its words were changed since it was published, and by which intent last; absent is never. */
  version?: number
  saved?: string
  /** A picture in place of the drawing. */
  cover?: UploadedCover
}

/** Seats as a ring shows them. `free + taken = capacity` unless staff seated more. All are numbers of people. */
export interface SeatGlance {
  capacity: number
  free: number
  waiting: number
  /** Places left on the waiting list. */
  waitRoom: number
}

/** An activity in a list. */
export interface ActivityCard {
  id: string
  title: string
  category: string
  startsAt: number
  endsAt: number
  place: string
  organiser: string
  bands: AgeBand[]
  state: Activity['state']
  opensAt: number
  closesAt: number
  seats: SeatGlance
  /** Whether the caller, or someone of their family, is on its list (seated or waiting). */
  mine: boolean
}

/** One of the caller's own parties: who is in it and how it stands. */
export interface OwnParty {
  /** The party's id: the intent that made it. */
  id: string
  people: { id: string; name: string }[]
  state: PartyState
  /** For one who waits: the place in the line, from 1. */
  position?: number
  /** For one who was offered a seat: until when it is kept. */
  expiresAt?: number
}

/** The page of one activity, as its reader sees it. */
export interface ActivityPage {
  id: string
  centre: string
  title: string
  description: string
  category: string
  organiser: string
  place: { name: string; note: string }
  startsAt: number
  endsAt: number
  bands: AgeBand[]
  bring: string | null
  /** The address of its picture; where there is none, or nobody has passed it, it is drawn. */
  cover: string | null
  state: Activity['state']
  opensAt: number
  closesAt: number
  seats: SeatGlance
  /** While it lasts: who has the first call on the seats. */
  priority: { until: number; label: string } | null
  parties: OwnParty[]
  /** Why the caller's next sign-up would be refused, whoever they bring; nothing where it would not. */
  whyNot: Refusal | null
  /** Whether the caller may open the staff's side of it. */
  staff: boolean
}

/** What became of a sign-up: the party's state right after it, and the seats then. */
export interface SignUpOutcome {
  party: OwnParty
  seats: SeatGlance
  /** What WeChat may be asked to remind of, from now on. */
  asks: Asking[]
}

/** My table: what I and mine are going to, and what we are waiting for. */
export interface TableEntry {
  activity: Pick<ActivityCard, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'state' | 'closesAt'>
  party: OwnParty
}

export interface MyTable {
  upcoming: TableEntry[]
  waiting: TableEntry[]
}

/** Something that is over: what became of it for me and mine, and of it altogether. */
export interface PastEntry {
  id: string
  title: string
  startsAt: number
  endsAt: number
  place: string
  people: string[]
  became: 'came' | 'absent' | 'cancelled'
  /** Someone of mine was there, and it was not rated for them yet. */
  mayRate: boolean
  /** How it was judged, once five have; and what its organiser said. */
  ratings: number | null
  mean: number | null
  reply: string | null
}

/** A party on the staff's roster. */
export interface RosterParty {
  id: string
  people: { name: string; band: AgeBand | null }[]
  state: PartyState
  position?: number
  expiresAt?: number
  joinedAt: number
  /** Someone without an account, whose name staff keep. */
  kept: boolean
}

export interface RosterPage {
  activity: Pick<ActivityCard, 'id' | 'title' | 'startsAt' | 'endsAt' | 'place' | 'state'>
  seats: SeatGlance
  waitCapacity: number
  parties: RosterParty[]
  placeNote: string
  closesAt: number
  /** Which time and place this is, counted: who changes it says so. */
  moved: number
  /** Whether the caller may change or cancel it, and write to those on the list. */
  edits: boolean
  notifies: boolean
  /** What was written to them, oldest first. */
  notices: { text: string; at: number }[]
  /** Whether the caller may ask for a phone, with a reason that its owner will see. */
  contacts: boolean
}

export const filters = ['all', 'today', 'week', 'children', 'elders', 'room'] as const
export type ActivityFilter = (typeof filters)[number]

/** A moment in epoch milliseconds, within what a date can hold. */
const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

/** The list: a filter, words to look for in title and description, and where to go on (the last page's `next`). */
export const listInput = v.strictObject({
  filter: v.picklist(filters),
  words: v.pipe(v.string(), v.trim(), v.maxLength(20)),
  after: v.nullable(v.strictObject({ startsAt: moment, id: shortId })),
})

export interface ActivityList {
  cards: ActivityCard[]
  /** Where the next page begins; nothing on the last one. */
  next: { startsAt: number; id: string } | null
}

export const activityInput = v.strictObject({ activity: shortId })

/** The largest party that signs up together: a member and their family. */
export const mostTogether = 9

/** Signing up: oneself, family or both, as one party that sits together. */
export const signUpInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  people: v.pipe(v.array(personId), v.minLength(1), v.maxLength(mostTogether)),
  /** The door by which one came in, where that is known. */
  door: v.optional(v.nullable(shortId), null),
})

/** Leaving names the sign-up that it undoes. */
export const leaveInput = v.strictObject({ intent: intentId, activity: shortId, party: partyId })

/** Taking the seat that was offered, or asking to be in the line again after the offer lapsed. Declining is leaving. */
export const takeInput = v.strictObject({ intent: intentId, activity: shortId, party: partyId })

const reason = line(2, 60)

export const setCapacityInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  capacity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
  waitCapacity: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5000)),
  reason,
})

/** Staff move a party to a seat or to the waiting list, and say why. */
export const moveInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  party: partyId,
  to: v.picklist(['seat', 'wait']),
  reason,
})

/** Staff take a party off the list, and say why. */
export const removeInput = v.strictObject({ intent: intentId, activity: shortId, party: partyId, reason })

export { ageBands }
