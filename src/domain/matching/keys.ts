import type { Need, Offer } from './posting'
import type { Sign } from './signs'

/**
 * What is kept beside a stored need or offer, made once when it is posted or corrected, so that no later match reads the
 * thesaurus or scans the collection. `keys` has a multikey index (centre, state, match.keys).
 */
export interface MatchKeys {
  /** Where it can be found: `<code>@<place>`, see below. At most 24. */
  keys: string[]
  /** What its text is about, for the ranking. */
  signs: Sign[]
}

/** How many candidates one query brings. More would be bytes, not better answers: keys are asked for rarest first. */
export const candidates = 200

/** Keys and signs to store with an offer: one key a place. */
export function keysOfOffer(offer: Pick<Offer, 'where'>, signs: Sign[]): MatchKeys {
  const found = signs.slice(0, 8).flatMap(({ code }) => offer.where.map((place) => `${code}@${place}`))
  return { keys: found.slice(0, 24), signs }
}

/** Keys and signs to store with a need. */
export function keysOfNeed(need: Pick<Need, 'where'>, signs: Sign[]): MatchKeys {
  return { keys: signs.slice(0, 8).map(({ code }) => `${code}@${need.where}`), signs }
}
