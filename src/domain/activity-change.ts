import * as v from 'valibot'
import type { ActivityCard } from './activity'
import type { Plan } from './activity-draft'
import type { AgeBand } from './age'
import { intentId, line, personId, shortId } from './input'

const moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))
const named = { intent: intentId, activity: shortId }
const reason = line(2, 60)

/** A new time, and a new place where there is one; `moved` says which time one had before one. */
export const changeTimeInput = v.strictObject({
  ...named,
  moved: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)),
  startsAt: moment,
  endsAt: moment,
  closesAt: moment,
  place: v.nullable(line(1, 30)),
  placeNote: v.nullable(line(1, 60)),
  reason,
})

export const cancelInput = v.strictObject({ ...named, reason })

/** A few words to everyone on the list. */
export const noticeInput = v.strictObject({ ...named, text: line(2, 120) })

/** Staff look for a person by name, to put them on a list. */
export const findInput = v.strictObject({ activity: shortId, words: line(1, 12) })

/** Staff put people on the list: as one party, over the list's rules, and to a seat at once where they say so. */
export const addInput = v.strictObject({
  ...named,
  /** The member who is one of them, or whose family they are. */
  holder: shortId,
  people: v.pipe(v.array(personId), v.minLength(1), v.maxLength(9)),
  to: v.picklist(['seat', 'line']),
  reason,
})

/** Someone whom staff may put on a list; `holder` is the member who acts for them. */
export interface Findable {
  id: string
  holder: string
  name: string
  band: AgeBand
  /** By the building they live in, and who they are with: what tells two of one name apart. */
  building: string | null
  of: string | null
  /** Whether they are on this list. */
  here: boolean
}

/** What staff prepare and hold: drafts, what lies ahead, what is over. */
export const boardInput = v.strictObject({
  show: v.picklist(['drafts', 'upcoming', 'past']),
  after: v.nullable(v.strictObject({ startsAt: moment, id: shortId })),
})

export interface DraftCard {
  id: string
  title: string | null
  startsAt: number | null
  place: string | null
  organiser: string
  /** Whether someone asks for it to be published. */
  asked: boolean
  updatedAt: number
  /** How many things are missing before it can be published. */
  lacks: number
}

export interface Board {
  drafts: DraftCard[]
  cards: ActivityCard[]
  next: { startsAt: number; id: string } | null
}

/** The editor: a plan as it stands, and what its reader may do with it. */
export interface EditorPage {
  id: string
  version: number
  state: 'draft' | 'publishing' | 'open' | 'cancelled'
  plan: Plan
  organiser: string
  /** Whether the reader may publish; who may not, asks those who may. */
  publishes: boolean
  askedAt: number | null
  /** On how many people's table it stands already. */
  signedUp: number
}

/** Where things were held here before, most used first. */
export interface KnownPlace {
  id: string
  name: string
  note: string
}
