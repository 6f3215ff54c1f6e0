import { timeSlots } from './time-slots'
import { meetingPlaces, type Need, type Offer } from './posting'
import { type Sign, packed } from './signs'
import type { Reading } from './signs'

/**
 * What is stored beside a need or an offer (as `match`), made once when it is posted or corrected. No later match reads
 * the thesaurus or scans the collection: each side finds the other by `keys` alone, through the index
 * (centre, state, match.keys), and is ranked from what is kept here.
 */
export interface Kept {
  /** Where it is found and what it asks for, the same for both: `<code>@<place>`, and rare words `~飞镖@<place>`. */
  keys: string[]
  /** For whom; `all` stands for everybody. */
  for: string[]
  /** Thirds of weekdays, `6a` is Saturday morning; `*` any time. */
  slots: string[]
  /** Signs as one string: of a need what it seeks, of an offer what it gives. */
  signs: string
  things: string[]
  /** Its pairs of characters, each with how rare it is: `水管:53 滴水:61`. */
  pairs: string
}

/** As much of it as the ranking reads. */
export type Weighable = Pick<Kept, 'signs' | 'things' | 'pairs'>

const most = { needKeys: 10, offerKeys: 8, rareKeys: 3, pairs: 24 } as const
/** A pair as rare as this is a name of its own: it finds what the thesaurus does not know. */
const rareFrom = 5
/** What is so much less sure than the surest is not asked for. */
const beside = 0.2

const surest = (signs: readonly Sign[], many: number): Sign[] =>
  signs.filter(({ weight }) => weight >= beside * (signs[0]?.weight ?? 0)).slice(0, many)

const pairsOf = (pairs: readonly Sign[]): Sign[] =>
  [...pairs].sort((one, other) => other.weight - one.weight || (one.code < other.code ? -1 : 1)).slice(0, most.pairs)

function keysOf(signs: readonly Sign[], pairs: readonly Sign[], places: readonly string[]): string[] {
  const rare = pairs.filter(({ weight }) => weight >= rareFrom).slice(0, most.rareKeys)
  const found = [...signs.map(({ code }) => code), ...rare.map(({ code }) => `~${code}`)]
  return found.flatMap((code) => places.map((place) => `${code}@${place}`))
}

/** What to store with a need. `pairs`: its pairs of characters with their rarity. */
export function keptOfNeed(
  need: Pick<Need, 'where' | 'when' | 'audience'>,
  reading: Reading,
  pairs: readonly Sign[],
): Kept {
  const own = pairsOf(pairs)
  return {
    keys: keysOf(surest(reading.seeks, most.needKeys), own, [need.where]),
    for: [need.audience],
    slots: timeSlots(need.when),
    signs: packed(reading.seeks),
    things: reading.things,
    pairs: packed(own),
  }
}

/** What to store with an offer. */
export function keptOfOffer(
  offer: Pick<Offer, 'where' | 'when' | 'audience'>,
  reading: Reading,
  pairs: readonly Sign[],
): Kept {
  const own = pairsOf(pairs)
  return {
    keys: keysOf(surest(reading.gives, most.offerKeys), own, offer.where),
    for: offer.audience.length === 0 ? ['all'] : offer.audience,
    slots: timeSlots(offer.when),
    signs: packed(reading.gives),
    things: reading.things,
    pairs: packed(own),
  }
}

/** What to ask the other side's collection for. Each list: the field holds one of them. */
export interface Asked {
  /** Each with how many to bring of it: so no word that everybody says hides what few do. */
  keys: { key: string; most: number }[]
  /** What would fit by its words, wherever, for whom and whenever it is: of these, the nearest are told where nothing fits. */
  near: { key: string; most: number }[]
  /** Nothing: whoever. */
  for: string[] | null
  /** Nothing: at any time. */
  slots: string[] | null
}

/** The surest keys bring the most; all together a function's time can bear. */
const quotas = { sure: 3, ofSure: 20, ofOthers: 5, keys: 13, near: 3 } as const

const keysAsked = ({ keys }: Kept): Asked['keys'] =>
  keys
    .slice(0, quotas.keys)
    .map((key, at) => ({ key, most: at < quotas.sure || key.startsWith('~') ? quotas.ofSure : quotas.ofOthers }))

/** The surest key at every place. */
function nearAsked({ keys: [surest] }: Kept): Asked['near'] {
  if (surest === undefined) return []
  const code = surest.slice(0, surest.lastIndexOf('@'))
  return meetingPlaces.map((place) => ({ key: `${code}@${place}`, most: quotas.near }))
}

const slotsAsked = (slots: readonly string[]): string[] | null => (slots.includes('*') ? null : [...slots, '*'])

/** Which offers to bring for a need. */
export const offersFor = (kept: Kept): Asked => ({
  keys: keysAsked(kept),
  near: nearAsked(kept),
  for: [...kept.for, 'all'],
  slots: slotsAsked(kept.slots),
})

/** Which needs to bring for an offer, or for what a volunteer can. */
export const needsFor = (kept: Kept): Asked => ({
  keys: keysAsked(kept),
  near: [],
  for: kept.for.includes('all') ? null : kept.for,
  slots: slotsAsked(kept.slots),
})
