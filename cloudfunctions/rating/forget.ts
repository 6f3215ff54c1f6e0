import type { Verdict } from '../../src/domain/rating'
import { _, type Database } from '../runtime/database'
import { raterOf } from './rate'

/**
 * Takes the words of these people out of what they judged, and their wish to be called back: words may say who wrote
 * them. What they gave, and every sum of it, stays; whose it was nobody can tell.
 */
export async function forgetWords(db: Database, activities: string[], people: readonly string[]): Promise<void> {
  const verdicts = await db.verdicts.some<Verdict>(activities)
  for (const { _id, entries, waiting } of verdicts) {
    const theirs = new Set(people.map((person) => raterOf(_id, person)))
    for (const [place, entry] of entries.entries()) {
      if (entry.kind !== 'rate' || !theirs.has(entry.rater)) continue
      if (entry.comment === null && entry.contact === null && !waiting.includes(entry.id)) continue
      const at = `entries.${place}` as const
      await db.verdicts.findAndChange(
        { _id, [`${at}.id`]: entry.id },
        { [`${at}.comment`]: null, [`${at}.contact`]: null },
      )
      await db.verdicts.findAndChange({ _id, waiting: entry.id }, { waiting: _.pull(entry.id), open: _.inc(-1) })
    }
  }
}
