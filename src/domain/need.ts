import * as v from 'valibot'
import { type AgeBand, ageBands } from './age'
import { intentId, line, shortId } from './input'
import type { Kept } from './matching/kept'
import { type MeetingPlace, meetingPlaces, type Stretch, type Wish } from './matching/posting'

/** Who looks after it. open: neighbours may · staff: staff first · guide: staff, who know where to go · emergency. */
export const careKinds = ['open', 'staff', 'guide', 'emergency'] as const
export type Care = (typeof careKinds)[number]

/** What a sentence means, as it was understood and as its author corrected it. */
export interface Meaning {
  concept: string | null
  /** How it is called. */
  label: string
  category: string | null
  /** The catalogue's item, where there is one. */
  item: string | null
  /** Times that suit; empty is any time. */
  when: Stretch[]
  /** Asked for again every week; absent where it is for once. */
  weekly?: true
  where: MeetingPlace
  /** For whom, by band. */
  band: AgeBand
  urgent: boolean
  /** What whoever helps has to be able to say of themselves. */
  wishes: Wish[]
}

/** square: neighbours see it · waiting: a person looks at its words first · staff: staff only · hidden: not taken. */
export type Sight = 'square' | 'waiting' | 'staff' | 'hidden'

/** How a need ended, or that it has not. */
export type NeedState = 'open' | 'solved' | 'unsolved' | 'withdrawn'

/** Why staff could not have it answered. */
export const unmetReasons = ['nobody-can', 'no-time', 'no-place', 'no-money', 'not-ours', 'other'] as const
export type UnmetReason = (typeof unmetReasons)[number]

/**
 * What happened to a need, in the order in which the database took it. `id` is the intent's, or follows from what
 * caused it, so that nothing stands there twice.
 */
export type NeedEvent = { id: string; at: number } & (
  | { kind: 'post'; owner: string | null; dueAt: number }
  | { kind: 'want'; household: string; member: string }
  | { kind: 'unwant'; undoes: string }
  /** Enough households want it: there is a draft, with whom it lies and until when. */
  | { kind: 'draft'; draft: string; owner: string | null; dueAt: number; households: number }
  /** What was drafted is published: those who asked sign up first. */
  | { kind: 'published'; activity: string }
  | { kind: 'agreed'; introduction: string; dueAt: number }
  | { kind: 'helped'; introduction: string }
  | { kind: 'ended'; introduction: string; dueAt: number }
  | { kind: 'take'; by: string; dueAt: number }
  | { kind: 'reply'; by: string; text: string }
  | { kind: 'decide'; by: string; pass: boolean; reason: string }
  | { kind: 'overdue'; dueAt: number; to: string[] }
  /** An offer came that could help. */
  | { kind: 'fits'; offer: string }
  | { kind: 'solve'; solved: boolean; by: 'author' }
  | { kind: 'close'; by: string; solved: boolean; reason: UnmetReason | null; text: string }
  | { kind: 'withdraw' }
)

/** Something that a neighbour needs: a promise with an owner and a date until it is answered. */
export interface Need {
  _id: string
  centre: string
  /** Nobody, once its author has deleted their account and others want it still. */
  author: string | null
  /** The name it is shown under; nothing where its author would rather be "a neighbour". */
  shownAs: string | null
  text: string
  meaning: Meaning
  building: string | null
  care: Care
  /** What the centre is called, for what becomes of it. */
  centreName: string

  // Guard fields: they follow from the log, and change in the same step.
  sight: Sight
  state: NeedState
  postedAt: number
  /** Households that want it, its author's first; and the members who said so. */
  households: string[]
  members: string[]
  /** How many more households it takes; a draft is made at 0. */
  short: number
  drafted: boolean
  draft?: string
  activity?: string
  /** Who of the staff answers for it; nobody in particular is the centre's desk. */
  owner: string | null
  /** The introduction whose helper answers for it now. */
  helper: string | null
  dueAt: number
  /** Until when it was to be answered when it was posted: by this it is judged. */
  promisedAt: number
  /** When it goes up a level, unless it was answered; nothing once it has. */
  escalatesAt: number | null
  answeredAt: number | null
  inTime: boolean | null
  /** What the matcher finds it by. */
  match: Kept
  /** What it is most surely about, by the matcher's codes: by this its outcome is learnt from. */
  about: string
  /** Why nothing fitted when it was last looked for. */
  lacking: string | null
  /** How many events were told to whom they concern; and whether there are more. */
  told?: number
  toTell?: boolean
  events: NeedEvent[]
}

const bandField = v.picklist(ageBands)
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60))
const stretch = v.strictObject({
  weekday: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7)),
  from: minutes,
  to: minutes,
})
const stretches = v.pipe(v.array(stretch), v.maxLength(28))

/** The one sentence; two or three are as good. */
export const sentence = line(2, 200)

/** What the person made of what was understood; what is null stays as it was understood. */
export const correctionFields = {
  concept: v.nullable(shortId),
  when: v.nullable(stretches),
  /** A client that was made before it was asked says nothing of it. */
  weekly: v.optional(v.nullable(v.boolean()), null),
  where: v.nullable(v.picklist(meetingPlaces)),
  band: v.nullable(bandField),
} as const
const correction = v.object(correctionFields)
export type Correction = v.InferOutput<typeof correction>

/** Where something can be given: at one place or several. */
export const placesField = v.pipe(v.array(v.picklist(meetingPlaces)), v.minLength(1), v.maxLength(meetingPlaces.length))

/** Under which name neighbours see it. */
export const shownField = v.picklist(['name', 'neighbour'])

/** `item`: of the menu, where one came from there; the words were made of it and may say less than it does. */
export const readInput = v.strictObject({ text: sentence, item: v.nullable(shortId) })
export const postNeedInput = v.strictObject({
  intent: intentId,
  text: sentence,
  ...correctionFields,
  shown: shownField,
  /** Staff only, whatever it is about. */
  quiet: v.boolean(),
})
export const needInput = v.strictObject({ need: shortId })
export const needIntent = v.strictObject({ intent: intentId, need: shortId })
export const solveInput = v.strictObject({ intent: intentId, need: shortId, solved: v.boolean() })
export const unwantInput = v.strictObject({ intent: intentId, need: shortId, want: intentId })
export const squareInput = v.strictObject({
  category: v.nullable(shortId),
  before: v.nullable(
    v.strictObject({ at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15)), id: shortId }),
  ),
})
export const replyNeedInput = v.strictObject({ intent: intentId, need: shortId, text: line(2, 200) })
export const decideNeedInput = v.strictObject({
  intent: intentId,
  need: shortId,
  pass: v.boolean(),
  reason: line(2, 60),
})
export const closeNeedInput = v.strictObject({
  intent: intentId,
  need: shortId,
  solved: v.boolean(),
  why: v.nullable(v.picklist(unmetReasons)),
  text: line(2, 200),
})
export const queueInput = v.strictObject({ show: v.picklist(['due', 'mine', 'words', 'offers']) })
