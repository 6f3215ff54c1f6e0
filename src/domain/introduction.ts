import * as v from 'valibot'
import type { Reason } from './matching'
import { intentId, line, shortId } from './input'

/** The two who may be made acquainted: who needs something, and who can help. */
export const sides = ['needer', 'helper'] as const
export type Side = (typeof sides)[number]
export const otherSide = (side: Side): Side => (side === 'needer' ? 'helper' : 'needer')

/** asked: one has said yes · agreed: both have, and know each other · declined: never again · lapsed, ended: not now. */
export type IntroductionState = 'asked' | 'agreed' | 'done' | 'declined' | 'lapsed' | 'ended'

export type IntroductionEvent = { id: string; at: number } & (
  | { kind: 'ask'; by: Side; shares: boolean }
  | { kind: 'agree'; by: Side; shares: boolean }
  | { kind: 'decline'; by: Side }
  | { kind: 'lapse' }
  | { kind: 'end'; by: Side }
  | { kind: 'done'; by: Side }
  | ({ kind: 'feedback'; by: Side } & Feedback)
)

/** How it was, for one of both: kept for the order of suggestions and for staff; the other one does not read it. */
export interface Feedback {
  good: boolean
  words: string | null
}

/**
 * One need and one offer, and whether the two behind them want to know each other. Its id follows from the pair: there is
 * one, whoever asks first, and a pair of which one said no is never asked again.
 */
export interface Introduction {
  _id: string
  centre: string
  need: string
  offer: string
  /** Who they are; nobody, once they have deleted their account. */
  needer: string | null
  helper: string | null
  /** What each of both is about: by this it is learnt from. */
  needAbout: string
  offerAbout: string
  category: string | null
  /** What spoke for it, as it was told. */
  reasons: Reason[]

  // Guard fields, changed in the same step as the log.
  state: IntroductionState
  askedBy: Side
  /** Who lets the other one have their phone, once both agreed. */
  shares: Side[]
  /** Who has said how it was. */
  felt: Side[]
  /** When an asking lapses; nothing once it was answered. */
  lapsesAt: number | null
  /** While the offer and the need do not follow its last step yet. */
  following?: boolean
  told?: number
  toTell?: boolean
  events: IntroductionEvent[]
}

export const askInput = v.strictObject({ intent: intentId, need: shortId, offer: shortId, shares: v.boolean() })
export const agreeInput = v.strictObject({ intent: intentId, introduction: shortId, shares: v.boolean() })
export const introductionInput = v.strictObject({ introduction: shortId })
export const stepInput = v.strictObject({
  intent: intentId,
  introduction: shortId,
  to: v.picklist(['decline', 'end', 'done']),
})
export const feedbackInput = v.strictObject({
  intent: intentId,
  introduction: shortId,
  good: v.boolean(),
  words: v.nullable(line(1, 200)),
})

/** What one of both sees of it. Before both agreed nothing tells who the other one is. */
export interface IntroductionPage {
  id: string
  state: IntroductionState
  side: Side
  /** Whether it is for me to answer. */
  mine: boolean
  need: { id: string; text: string | null; label: string }
  offer: { id: string; text: string | null; label: string }
  reasons: Reason[]
  askedAt: number
  lapsesAt: number | null
  /** Whether I have a phone that I could let the other one have. */
  hasPhone: boolean
  /** Once both agreed. */
  other: { name: string; phone: string | null } | null
  felt: boolean
  timeline: { at: number; kind: IntroductionEvent['kind']; me: boolean }[]
}
