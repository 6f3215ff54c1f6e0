import type { Verdict } from '../../src/domain/rating'
import { _, type Database } from '../runtime/database'
import { raterOf } from './rater'

/**
 * Takes the words of these people out of what they judged, and their wish to be called back: words may say who wrote
 * them. What they gave, and every sum of it, stays; whose it was nobody can tell.
 */
export async function forgetWords(db: Database, activities: string[], people: readonly string[]): Promise<void> {
  const verdicts = await db.verdicts.some<Verdict>(activities)
  for (const { _id, entries, waiting } of verdicts) {
    const theirs = new Set(people.map((person) => raterOf(_id, person)))
    const own = new Set(entries.flatMap((each) => (each.kind === 'rate' && theirs.has(each.rater) ? [each.id] : [])))
    for (const [place, entry] of entries.entries()) {
      // What others wrote about them, and about their words.
      const about =
        (entry.kind === 'follow' && theirs.has(entry.rater)) || (entry.kind === 'decide' && own.has(entry.about))
      if (about) {
        const words = entry.kind === 'follow' ? 'outcome' : 'reason'
        await db.verdicts.change({ _id, [`entries.${place}.id`]: entry.id }, { [`entries.${place}.${words}`]: '' })
      }
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
