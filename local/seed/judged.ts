import { derivedId } from '../../cloudfunctions/runtime/caller'
import type { Activity } from '../../src/domain/activity'
import { type Given, type RatingTag, ratingRules, type Verdict, type VerdictEntry } from '../../src/domain/rating'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'

const minute = 60 * 1000

/** Of so many who had a seat one did not come. */
const oneStaysAway = 8

/** Writes down who came to an activity that is over: nearly everyone, each by the code on the screen. */
export function cameTo(roster: Roster): void {
  const parties = seats(roster, roster.endsAt).parties.filter(({ state }) => state === 'seated')
  const came = parties.filter((_, index) => index % oneStaysAway !== oneStaysAway - 1)
  roster.present = came.flatMap(({ people }) => people)
  roster.events.push(
    ...came.map(
      ({ id, people, member }, index): RosterEvent => ({
        id: `${id}-here`,
        at: roster.startsAt + Math.floor(index / 4) * minute,
        kind: 'check-in',
        people,
        by: member,
        way: 'code',
      }),
    ),
  )
}

/** What neighbours say: grades that repeat, and now and then a word. */
const said: { overall: number; tags: RatingTag[]; comment: string | null }[] = [
  { overall: 5, tags: ['patient', 'come-again'], comment: '很有耐心，讲得明白。' },
  { overall: 4, tags: ['on-time'], comment: null },
  { overall: 5, tags: ['patient'], comment: '说几点就几点，不用等。' },
  { overall: 3, tags: ['too-crowded'], comment: '人多了点，坐得挤。' },
  { overall: 4, tags: ['met-neighbours'], comment: null },
  { overall: 5, tags: ['come-again'], comment: null },
  { overall: 2, tags: ['hard-to-hear'], comment: '坐后面听不清。' },
]

/**
 * What was said of an activity that is over, by some of those neighbours who came. Nobody whom one can be in the demo
 * is among them: they are to rate for themselves.
 */
export function judgedBy(roster: Roster, activity: Activity, neighbours: ReadonlySet<string>): Verdict {
  const raters = (roster.present ?? []).filter((person, index) => neighbours.has(person) && index % 2 === 0)
  const entries = raters.map((person, index): VerdictEntry => {
    const { overall, tags, comment } = said[index % said.length] as (typeof said)[number]
    const given: Given = {
      rater: derivedId(20, 'seed', roster._id, person),
      overall,
      child: false,
      scores: { attitude: Math.min(5, overall + 1), useful: overall },
      tags,
      comment,
      proxy: false,
      contact: null,
    }
    const at = activity.endsAt + (index + 1) * 20 * minute
    return { id: `seed-rates-${roster._id}-${index}`, at, kind: 'rate', edit: false, check: 'pass', ...given }
  })
  const low = entries.flatMap((entry) => (entry.kind === 'rate' && entry.overall <= 2 ? [entry.rater] : []))
  const { title, organiser, endsAt, centre } = activity
  return {
    _id: roster._id,
    centre,
    title,
    organiser,
    endsAt,
    private: activity.private,
    raters: entries.flatMap((entry) => (entry.kind === 'rate' ? [entry.rater] : [])),
    edited: [],
    waiting: [],
    low,
    open: low.length,
    replied: false,
    entries,
  }
}

/** Whether it has been over long enough for all of that to have been said. */
export const isPast = ({ endsAt }: Activity, now: number): boolean => endsAt + ratingRules.editWithin < now
