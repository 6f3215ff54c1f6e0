import {
  type Dimension,
  dimensions,
  type Given,
  type RatingTag,
  ratingRules,
  type Verdict,
  type VerdictEntry,
} from './rating'
import { lowerBound } from './rating-bound'

/** A rating as it stands after edits, withdrawals and decisions. */
export interface Standing extends Given {
  /** The entry that counts: the last one. */
  entry: string
  at: number
  firstAt: number
  edited: boolean
  /** Whether its words may be seen by others. */
  shown: boolean
}

export interface RatingSummary {
  /** Ratings that count. */
  ratings: number
  /** How many gave 1, 2, 3, 4, 5. */
  counts: [number, number, number, number, number]
  mean: number
  /** By which things are ordered. */
  bound: number
  dimensions: { dimension: Dimension; mean: number; ratings: number }[]
  tags: { tag: RatingTag; times: number }[]
  comments: { id: string; overall: number; text: string; proxy: boolean }[]
  /** Children's three faces, counted apart: how many said dislike, so-so, like. */
  children: [number, number, number]
  /** Rests on few ratings. */
  few: boolean
}

/** What each rater's word is now; withdrawn scores are left out, and those of whoever was not there after all. */
export function standings(entries: readonly VerdictEntry[]): Standing[] {
  const table = new Map<string, Standing>()
  const withdrawn = new Set<string>()
  const absent = new Set<string>()
  for (const entry of entries) {
    if (entry.kind === 'rate' && !withdrawn.has(entry.rater)) {
      const { id, kind: _, check, edit, at, ...given } = entry
      const before = table.get(given.rater)
      table.set(given.rater, {
        ...given,
        entry: id,
        at,
        firstAt: before?.firstAt ?? at,
        edited: edit,
        shown: check === 'pass',
      })
    }
    if (entry.kind === 'withdraw') {
      const standing = table.get(entry.rater)
      if (standing && entry.what === 'text') standing.comment = null
      if (entry.what === 'score') {
        table.delete(entry.rater)
        withdrawn.add(entry.rater)
      }
    }
    if (entry.kind === 'weigh')
      for (const rater of entry.raters) {
        if (entry.counted) absent.delete(rater)
        else absent.add(rater)
      }
    if (entry.kind === 'decide')
      for (const standing of table.values()) if (standing.entry === entry.about) standing.shown = entry.pass
  }
  return [...table.values()].filter(({ rater }) => !absent.has(rater))
}

/** The organiser's reply, where there is one that may be seen. */
export function replyOf(entries: readonly VerdictEntry[]): { text: string; at: number } | null {
  const reply = [...entries].reverse().find((entry) => entry.kind === 'reply')
  if (!reply) return null
  const decision = entries.find((entry) => entry.kind === 'decide' && entry.about === reply.id)
  const passed = decision?.kind === 'decide' ? decision.pass : reply.check === 'pass'
  return passed ? { text: reply.text, at: reply.at } : null
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** All that can be told of the ratings of one activity, or of several together. */
export function summaryOf(verdicts: readonly Pick<Verdict, 'entries'>[]): RatingSummary {
  const all = verdicts.flatMap(({ entries }) => standings(entries))
  const own = all.filter(({ child }) => !child)
  const of = (grade: number) => own.filter(({ overall }) => overall === grade).length
  const counts: RatingSummary['counts'] = [of(1), of(2), of(3), of(4), of(5)]
  const faces = (face: number) => all.filter(({ child, overall }) => child && overall === face).length
  const times = new Map<RatingTag, number>()
  for (const tag of own.flatMap(({ tags }) => tags)) times.set(tag, (times.get(tag) ?? 0) + 1)
  return {
    ratings: own.length,
    counts,
    mean: meanOf(own.map(({ overall }) => overall)),
    bound: lowerBound(counts),
    dimensions: dimensions
      .map((dimension) => ({ dimension, scores: own.flatMap(({ scores }) => scores[dimension] ?? []) }))
      .filter(({ scores }) => scores.length >= ratingRules.leastShown)
      .map(({ dimension, scores }) => ({ dimension, mean: meanOf(scores), ratings: scores.length })),
    tags: [...times].map(([tag, many]) => ({ tag, times: many })).sort((a, b) => b.times - a.times),
    comments: own
      .filter((each) => each.shown && each.comment !== null)
      .map(({ entry, overall, comment, proxy }) => ({ id: entry, overall, text: comment ?? '', proxy })),
    children: [faces(1), faces(2), faces(3)],
    few: own.length < ratingRules.few,
  }
}

/** What anyone may see: nothing of private services, and nothing before five have rated. */
export const publicSummary = (verdict: Verdict | null): RatingSummary | null => {
  if (!verdict || verdict.private) return null
  const summary = summaryOf([verdict])
  if (summary.ratings < ratingRules.leastShown) return null
  // One child among five grown-ups would be known by its face.
  const children = summary.children.reduce((sum, count) => sum + count, 0)
  return children >= ratingRules.leastShown ? summary : { ...summary, children: [0, 0, 0] }
}

/** How an activity was judged, as anyone may see it. */
export interface RatingResult {
  title: string
  organiser: string
  /** How many came; not told of private ones. */
  present: number | null
  /** Nothing before so many as `least` have rated. */
  summary: RatingSummary | null
  least: number
  reply: { text: string; at: number } | null
}

/** One activity among others, for staff. */
export interface RatingRow {
  id: string
  title: string
  organiser: string
  endsAt: number
  present: number
  ratings: number
  /** Nothing before five have rated. */
  mean: number | null
  bound: number | null
  few: boolean
  replied: boolean
}

/** What waits for a person: words to read, and low ratings to look into. Nobody's name. */
export interface RatingQueue {
  words: { activity: string; title: string; id: string; of: 'rating' | 'reply'; text: string; at: number }[]
  low: {
    activity: string
    title: string
    organiser: string
    rater: string
    overall: number
    child: boolean
    tags: RatingTag[]
    text: string | null
    at: number
    dueAt: number
    wantsContact: boolean
  }[]
}
