import * as v from 'valibot'
import { type AgeBand, ageBands } from './age'
import { intentId, line, shortId } from './input'
import { correctionFields, placesField, sentence, type Sight, shownField, type Care } from './need'
import type { Kept } from './matching/kept'
import type { MeetingPlace, Stretch } from './matching/posting'

/** open: is given · paused: not now · ended: not any more. */
export type OfferState = 'open' | 'paused' | 'ended'

export type OfferEvent = { id: string; at: number } & (
  | { kind: 'post' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'extend'; expiresAt: number }
  | { kind: 'end' }
  | { kind: 'nudge'; expiresAt: number }
  | { kind: 'expire' }
  | { kind: 'decide'; by: string; pass: boolean; reason: string }
  | { kind: 'hold'; introduction: string }
  | { kind: 'free'; introduction: string }
)

/** What an offer means: what of it is a hard fact, and what it is called. */
export interface OfferMeaning {
  concept: string | null
  label: string
  category: string | null
  when: Stretch[]
  places: MeetingPlace[]
  /** For whom it is; empty is for anyone. */
  bands: AgeBand[]
}

/** Something that a neighbour, a team or a shop can do or bring. */
export interface Offer {
  _id: string
  centre: string
  owner: string
  shownAs: string | null
  text: string
  meaning: OfferMeaning
  building: string | null
  care: Care

  // Guard fields: they follow from the log, and change in the same step.
  sight: Sight
  state: OfferState
  postedAt: number
  expiresAt: number
  /** When its owner is asked whether it still holds; nothing once they were. */
  nudgesAt: number | null
  /** How many can be helped at the same time, and how many more now. */
  capacity: number
  room: number
  /** The introductions that take of its room. */
  holding: string[]
  /** Those of them whose agreement is being written down everywhere: who agreed, and by which intent. */
  settling: Settling[]
  /** How often it helped, by the need's concept; what was done before teaches the order. */
  helped: Record<string, number>
  /** Qualifications that staff have seen the papers of. */
  holds: string[]
  match: Kept
  /** What it is most surely about, by the matcher's codes: by this its outcome is learnt from. */
  about: string
  /** Until it was looked whom it could help. */
  toFind?: boolean
  told?: number
  toTell?: boolean
  events: OfferEvent[]
}

/** An agreement that is on its way from the offer to the introduction and to the need. */
export interface Settling {
  introduction: string
  intent: string
  at: number
  /** Whether who agreed lets the other one have their phone. */
  shares: boolean
}

const capacity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200))

export const postOfferInput = v.strictObject({
  intent: intentId,
  text: sentence,
  concept: correctionFields.concept,
  when: correctionFields.when,
  places: v.nullable(placesField),
  bands: v.pipe(v.array(v.picklist(ageBands)), v.maxLength(ageBands.length)),
  capacity,
  shown: shownField,
})
export const offerInput = v.strictObject({ offer: shortId })
export const turnOfferInput = v.strictObject({
  intent: intentId,
  offer: shortId,
  to: v.picklist(['pause', 'resume', 'extend', 'end']),
})
export const decideOfferInput = v.strictObject({
  intent: intentId,
  offer: shortId,
  pass: v.boolean(),
  /** Qualifications whose papers were seen. */
  holds: v.pipe(v.array(line(2, 30)), v.maxLength(4)),
  reason: line(2, 60),
})

/** What its owner made of what was understood; what is null stays as it was understood. */
export type OfferCorrection = Pick<v.InferOutput<typeof postOfferInput>, 'concept' | 'when' | 'places'>
