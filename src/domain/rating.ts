import * as v from 'valibot'
import { type AgeBand, isElder, isMinor } from './age'
import { day, hour } from './day'
import { intentId, line, personId, shortId } from './input'

/** What an activity is judged by. Other kinds of service will add theirs. */
export const dimensions = ['attitude', 'useful', 'punctual', 'safety', 'organised', 'as-promised', 'respect'] as const
export type Dimension = (typeof dimensions)[number]

/** Asked of everyone, and of whoever has more to say; of private services only two, without words. */
export const asked = {
  activity: { required: ['attitude', 'useful'], optional: ['punctual', 'safety', 'organised', 'as-promised'] },
  private: { required: ['useful', 'respect'], optional: [] },
} as const satisfies Record<string, { required: readonly Dimension[]; optional: readonly Dimension[] }>

export const highTags = [
  'patient',
  'explains-clearly',
  'on-time',
  'safe-ground',
  'enough-staff',
  'learned-something',
  'met-neighbours',
  'big-print',
  'kids-happy',
  'as-described',
  'fair-queue',
  'good-teacher',
  'easy-to-find',
  'come-again',
  'helped-elder',
] as const
export const lowTags = [
  'rude',
  'rushed',
  'late',
  'no-show-provider',
  'cancelled-last-minute',
  'photo-only',
  'shorter-than-said',
  'different-from-poster',
  'hard-to-hear',
  'too-crowded',
  'slippery-or-dark',
  'kids-unwatched',
  'selling',
  'not-useful',
  'teacher-changed',
  'few-materials',
  'long-queue',
  'pressured-rating',
] as const
export type RatingTag = (typeof highTags)[number] | (typeof lowTags)[number]

/** Tags that someone looks into, whatever the score. */
const alarming: readonly string[] = ['kids-unwatched', 'selling', 'pressured-rating']

/** The rules in numbers; all times in milliseconds. */
export const ratingRules = {
  window: 7 * day,
  /** For elders, and for whoever rates for someone else. */
  longWindow: 14 * day,
  editWithin: 48 * hour,
  /** Below so many ratings nothing is shown: one could guess whose they are. */
  leastShown: 5,
  /** Below so many a mean is marked as resting on few. */
  few: 10,
  /** Below this share of those who came, an activity stands in no order. */
  leastShare: 0.2,
  /** What is ordered counts what ended within this time. */
  lately: 180 * day,
  /** A low rating is looked into within so many working days. */
  followDays: 3,
} as const

/** How someone is asked: adults by five faces, children from seven by three, which are counted apart. */
export const isChildRater = (band: AgeBand): boolean => band === '7-12' || band === '13-17'

/** Whom family may rate for: children, and elders. Anyone else speaks for themselves. */
export const isSpokenFor = (band: AgeBand): boolean => isMinor(band) || isElder(band)

/** Until when someone may rate, in epoch milliseconds. */
export const ratesUntil = (endsAt: number, band: AgeBand, proxy: boolean): number =>
  endsAt + (proxy || isElder(band) ? ratingRules.longWindow : ratingRules.window)

/** One judgement as it was given. `rater` follows from the person but does not lead back to them. */
export interface Given {
  rater: string
  /** 1 to 5; a child's is 1 to 3. */
  overall: number
  child: boolean
  scores: Partial<Record<Dimension, number>>
  tags: RatingTag[]
  comment: string | null
  /** Given by family for the one who came. */
  proxy: boolean
  /** The member who asked to be called back; nobody where that was not asked for. */
  contact: string | null
}

/**
 * What happened to the verdict on one activity, in order. Nothing in it is changed: an edit, a withdrawal or a decision
 * is an entry of its own. `id` is the intent's.
 */
export type VerdictEntry = { id: string; at: number } & (
  | ({ kind: 'rate'; edit: boolean; check: 'pass' | 'wait' } & Given)
  | { kind: 'withdraw'; rater: string; what: 'text' | 'score' }
  | { kind: 'decide'; about: string; pass: boolean; by: string; reason: string }
  | { kind: 'follow'; rater: string; by: string; outcome: string }
  | { kind: 'reply'; text: string; by: string; check: 'pass' | 'wait' }
  /** These were not there after all, or were: their word counts, or does not. */
  | { kind: 'weigh'; raters: string[]; counted: boolean; by: string }
)

/** All that was said of one activity. Guard fields change in the same step as the entries. */
export interface Verdict {
  /** The activity's id. */
  _id: string
  centre: string
  title: string
  organiser: { id: string; name: string }
  endsAt: number
  private: boolean
  /** Whoever rated, withdrawn or not: each once. */
  raters: string[]
  /** Whoever took their rating back. */
  withdrawn?: string[]
  /** Whoever used the one edit. */
  edited: string[]
  /** Entries whose words wait for a person's decision. */
  waiting: string[]
  /** Low ratings that someone is to look into. */
  low: string[]
  /** How many of both there are: the queue asks for this. */
  open: number
  replied: boolean
  entries: VerdictEntry[]
}

/** Whether a rating is to be looked into. */
export const isLow = ({ overall, child, tags }: Pick<Given, 'overall' | 'child' | 'tags'>): boolean =>
  (!child && overall <= 2) || tags.some((tag) => alarming.includes(tag))

const score = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5))

export const ratingInput = v.strictObject({ activity: shortId })

/** A rating of one person who came: of oneself, or of one's own. */
export const rateInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  person: personId,
  overall: score,
  /** Nothing of a child. */
  scores: v.nullable(
    v.pipe(
      v.array(v.strictObject({ of: v.picklist(dimensions), score })),
      v.minLength(1),
      v.maxLength(dimensions.length),
    ),
  ),
  tags: v.pipe(v.array(v.picklist([...highTags, ...lowTags])), v.maxLength(6)),
  comment: v.nullable(line(1, 200)),
  contact: v.boolean(),
})

export const withdrawInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  person: personId,
  what: v.picklist(['text', 'score']),
})

export const replyInput = v.strictObject({ intent: intentId, activity: shortId, text: line(2, 200) })

const reason = line(2, 60)

/** A person decides whether words may be seen: of a rating, or of the organiser's reply. */
export const decideInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  about: intentId,
  pass: v.boolean(),
  reason,
})

const raterId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{20}$/))

/** What came of looking into a low rating. */
export const followInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  rater: raterId,
  outcome: line(2, 200),
})

export const contactInput = v.strictObject({ intent: intentId, activity: shortId, rater: raterId, reason })

/** The rater's own page: for whom of theirs they may rate, and how they did. */
export interface RatingPage {
  activity: { id: string; title: string; startsAt: number; endsAt: number }
  private: boolean
  ended: boolean
  /** The caller gave this activity themselves. */
  ownWork: boolean
  people: {
    id: string
    name: string
    proxy: boolean
    /** Asked with three faces. */
    child: boolean
    until: number
    rated: boolean
    mine: (Pick<Given, 'overall' | 'scores' | 'tags' | 'comment'> & { contact: boolean; shown: boolean }) | null
    mayEdit: boolean
  }[]
}
