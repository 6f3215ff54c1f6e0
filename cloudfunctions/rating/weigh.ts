import type { VerdictEntry } from '../../src/domain/rating'
import type { Roster } from '../../src/domain/roster'
import { _, type Database } from '../runtime/database'
import { raterOf } from './rater'

/**
 * Whose word rests on these people's having been there: their own; and that of whoever speaks for a small child, once
 * nobody else of the party is there.
 */
function voicesOf(roster: Roster, people: readonly string[]): string[] {
  const present = new Set(roster.present ?? [])
  const holders = roster.events.flatMap((event) =>
    event.kind === 'join' &&
    event.people.some((person) => people.includes(person)) &&
    ![...event.people, event.member].some((person) => present.has(person))
      ? [event.member]
      : [],
  )
  return [...new Set([...people, ...holders])].map((person) => raterOf(roster._id, person))
}

/**
 * Whoever turns out not to have been there is not counted among those who judge, and is again once it turns out that
 * they were: an entry of the verdict, written once for each cause. `roster` is as it is after that.
 */
export async function weigh(
  db: Database,
  roster: Roster,
  people: readonly string[],
  { counted, cause, by, now }: { counted: boolean; cause: string; by: string; now: number },
): Promise<void> {
  const raters = voicesOf(roster, people)
  const entry: VerdictEntry = { id: `${cause}.weigh`, at: now, kind: 'weigh', raters, counted, by }
  await db.verdicts.findAndChange(
    { _id: roster._id, raters: _.in(raters), 'entries.id': _.nin([entry.id]) },
    { entries: _.push([entry]) },
  )
}
