import type { Meaning, Need } from '../../src/domain/need'
import { isOrdered } from '../../src/domain/order-item'
import { stockItem } from '../catalogue/catalogue'
import { _, type Change } from '../runtime/database'
import { conceptOf } from './meaning'

/** What people come together for; anything else is done for each by itself. */
const together: readonly string[] = ['activity', 'standing-group']

/**
 * Whether something is arranged for the many who want it: what people come together for, what is a matter for the
 * council, and what nobody has a name for yet. A tap is mended for each household that has one.
 */
export function isGathered({ concept: code }: Pick<Meaning, 'concept'>): boolean {
  const concept = conceptOf(code)
  if (!concept || concept.items.length === 0 || concept.handling === 'council') return true
  return concept.items.some((item) => together.includes(stockItem(item)?.mode ?? ''))
}

/** So many households more are missing for a draft; of what is done for each by itself nothing is. */
export const missing = ({ meaning }: Pick<Need, 'meaning'>, more: 1 | -1): Change<Need> =>
  isGathered(meaning) ? { short: _.inc(more) } : {}

/** What of the catalogue does it for one household, where it is ordered; nothing where people gather for it. */
export function orderedFor({ item }: Pick<Meaning, 'item'>): { item: string; name: string } | null {
  const found = item === null ? undefined : stockItem(item)
  return found && isOrdered(found) ? { item: found.code, name: found.name } : null
}
