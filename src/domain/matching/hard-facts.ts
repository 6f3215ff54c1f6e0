import type { Need, Offer, Stretch } from './posting'
import { states } from './statement'

/** What keeps an offer from fitting. Hard facts are never traded for words. */
export type Obstacle =
  | 'other-time'
  | 'other-place'
  | 'other-audience'
  | 'wish-not-stated'
  | 'costs'
  | 'not-qualified'
  | 'full'
  | 'own'
  | 'declined'
  /** Of the same kind, but another thing: tennis, not badminton. */
  | 'other-thing'

/** Less than half an hour together is no help. */
export const leastTogether = 30

/** The longest time that both can, of at least half an hour; nothing where there is none. */
export function together(one: readonly Stretch[], other: readonly Stretch[]): Stretch | null {
  let best: Stretch | null = null
  for (const mine of one)
    for (const theirs of other) {
      if (mine.weekday !== theirs.weekday) continue
      const both = { weekday: mine.weekday, from: Math.max(mine.from, theirs.from), to: Math.min(mine.to, theirs.to) }
      if (both.to - both.from < leastTogether) continue
      if (best === null || both.to - both.from > best.to - best.from) best = both
    }
  return best
}

/** Whether times meet; who names none can at any time. */
export const timesMeet = (one: readonly Stretch[], other: readonly Stretch[]): boolean =>
  one.length === 0 || other.length === 0 || together(one, other) !== null

/**
 * What of the hard facts keeps an offer from a need: time, place, for whom, what is insisted on, qualification, room.
 * None of them is outweighed by words, however well these fit.
 */
export function obstacles(need: Need, offer: Offer): Obstacle[] {
  const found: Obstacle[] = []
  if (!timesMeet(need.when, offer.when)) found.push('other-time')
  if (!offer.where.includes(need.where)) found.push('other-place')
  if (offer.audience.length > 0 && !offer.audience.includes(need.audience)) found.push('other-audience')
  for (const wish of need.wishes)
    if (!states(offer.text, wish)) found.push(wish === 'free_only' ? 'costs' : 'wish-not-stated')
  if (need.requires.some((code) => !offer.holds.includes(code))) found.push('not-qualified')
  if (offer.left <= 0) found.push('full')
  if (need.household !== null && need.household === offer.household) found.push('own')
  return [...new Set(found)]
}
