import * as v from 'valibot'
import { day, minute } from './day'
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
  /** Who helped says how long it took; the other side's word, or silence, counts it. */
  | { kind: 'gave'; by: 'helper'; minutes: number }
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
  /** Once who helped has said how long it took; and while that is not on the record of hours yet. */
  gave?: boolean
  countDue?: boolean
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
/**
 * How long neighbours' help may be said to have taken: minutes, and so long after it was done. More than one visit's
 * worth, or more than went by between the agreement and its end, is for staff to write down.
 */
export const helpRules = { least: 10, most: 4 * 60, within: 14 * day } as const

/** The most minutes that who helped may say, now; 0 where they may not: not done, said already, or long ago. */
export function mostHelp(
  { state, gave, events }: Pick<Introduction, 'state' | 'gave' | 'events'>,
  now: number,
): number {
  const agreed = events.filter(({ kind }) => kind === 'agree').at(-1)
  const done = events.filter(({ kind }) => kind === 'done').at(-1)
  if (state !== 'done' || gave || !agreed || !done || now >= done.at + helpRules.within) return 0
  const most = Math.min(helpRules.most, Math.floor((done.at - agreed.at) / minute))
  return most < helpRules.least ? 0 : most
}

/** How long it took; who helped says it once. */
export const gaveInput = v.strictObject({
  intent: intentId,
  introduction: shortId,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(helpRules.least), v.maxValue(helpRules.most)),
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
  need: { id: string; text: string | null; label: string; weekly: boolean }
  offer: { id: string; text: string | null; label: string }
  reasons: Reason[]
  askedAt: number
  lapsesAt: number | null
  /** Whether I have a phone that I could let the other one have. */
  hasPhone: boolean
  /** Once both agreed. */
  other: { name: string; phone: string | null } | null
  felt: boolean
  /** Once it is done: the most minutes that I may say it took (0: I may not), what was said, and its record of hours. */
  time: { most: number; minutes: number | null; service: string | null } | null
  timeline: { at: number; kind: IntroductionEvent['kind']; me: boolean }[]
}
