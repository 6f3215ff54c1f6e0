import type { Asked } from '../../src/domain/matching/kept'
import type { Stage } from '../runtime/database'

/**
 * Beside one document, whatever it is: those of the other side that may fit, key by key, each key with a number of its
 * own. So a word that thousands have brings a few of them and hides nobody, and no key makes the database read them all.
 * All in the request that reads the document; `where` names the centre, since nothing else does it inside of a lookup.
 */
export function beside(
  from: 'needs' | 'offers',
  asked: Asked,
  where: Record<string, unknown>,
  fields: readonly string[],
): Stage[] {
  const { keys, for: whom, slots } = asked
  const suited = {
    ...where,
    ...(whom && { 'match.for': { $in: whom } }),
    ...(slots && { 'match.slots': { $in: slots } }),
  }
  const shape = Object.fromEntries(['text', 'meaning', 'building', 'match', ...fields].map((field) => [field, 1]))
  const lookups = keys.map(({ key, most }, at) => ({
    $lookup: {
      from,
      pipeline: [{ $match: { 'match.keys': key, ...suited } }, { $limit: most }, { $project: shape }],
      as: `by${at}`,
    },
  }))
  return [...lookups, { $project: Object.fromEntries(keys.map((_, at) => [`by${at}`, 1])) }, { $limit: 1 }]
}

/** What was brought, each once. */
export function brought<Known extends { _id: string }>(row: Record<string, Known[] | string> | undefined): Known[] {
  const lists = Object.values(row ?? {}).filter((each): each is Known[] => Array.isArray(each))
  return [...new Map(lists.flat().map((each) => [each._id, each])).values()]
}
