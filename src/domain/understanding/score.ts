import { gather } from './likelihood'
import type { Pieces, Prepared } from './prepare'

/**
 * What each way to recognise a concept counts, as parts of a logarithm of odds. Found by ranking sentences that had been
 * left out of the thesaurus in turn (five folds); no sentence kept for acceptance was among them.
 */
const worth = { likelihood: 1.9, families: 1.8, category: 1.6, whole: 0.9, cue: 0.9, frame: 2.1, side: 1.5 }

export interface Scored {
  place: number
  /** A logarithm of odds among concepts. */
  score: number
  /** Words of the thesaurus that were found in the text. */
  why: string[]
}

const rarityOf = (rarity: ReadonlyMap<string, number>, pieces: readonly string[]): number =>
  pieces.reduce((sum, piece) => sum + (rarity.get(piece) ?? 0), 0)

/** By the text's pieces: language of the concept, families of words, language of its category. */
function byPieces(prepared: Prepared, { grams, families }: Pieces): Float32Array {
  const { concepts, likelihood, rarity, categories, categoryOf } = prepared
  const language = new Float32Array(concepts.length)
  const kin = new Float32Array(concepts.length)
  const area = new Float32Array(categories.length)
  gather(likelihood.postings, grams, language)
  gather(prepared.families, families, kin)
  gather(prepared.categoryWords, grams, area)
  gather(prepared.categoryWords, families, area)
  const most = rarityOf(rarity.families, families) + 6
  const wide = rarityOf(rarity.categories, grams) + rarityOf(rarity.categories, families) + 6
  return language.map(
    (said, place) =>
      worth.likelihood * (said / (grams.length + 4) - (likelihood.lengths[place] ?? 0)) +
      (worth.families * (kin[place] as number)) / most +
      (worth.category * (area[categoryOf[place] as number] as number)) / wide,
  )
}

interface Pointed {
  whole: number
  cue: number
  frame: number
  why: Set<string>
}

/** By phrases that point to a concept, and by frames of which every group is said. */
function byWords({ pointers, pointedTo, frames }: Prepared, plain: string): Map<number, Pointed> {
  const pointed = new Map<number, Pointed>()
  const at = (place: number): Pointed => {
    const each = pointed.get(place) ?? { whole: 0, cue: 0, frame: 0, why: new Set() }
    pointed.set(place, each)
    return each
  }
  for (const { word, known } of pointers(plain)) {
    const strength = Math.min(1.5, Math.log2(1 + word.length) / 2) / Math.sqrt(pointedTo.get(word) ?? 1)
    const each = at(known.place)
    const kind = known.whole ? 'whole' : 'cue'
    each[kind] = Math.min(2, each[kind] + strength * (each[kind] > 0 ? 0.5 : 1))
    each.why.add(known.word)
  }
  for (const { place, groups } of frames) {
    const hits = groups.map((group) => group.find((word) => plain.includes(word)))
    if (hits.some((hit) => hit === undefined)) continue
    const each = at(place)
    each.frame = Math.min(1.5, each.frame + (each.frame > 0 ? 0.25 : 1))
    for (const hit of hits) each.why.add(hit as string)
  }
  return pointed
}

/**
 * Scores all concepts but categories for a text in plain words, best first. `leaning` is above 0 where the words offer,
 * below where they ask: skills are offered, needs are asked.
 */
export function score(prepared: Prepared, plain: string, leaning: number): Scored[] {
  const sums = byPieces(prepared, prepared.pieces(plain))
  const pointed = byWords(prepared, plain)
  const lean = Math.max(-1, Math.min(1, leaning))
  const scored = prepared.concepts.flatMap(({ kind }, place): Scored[] => {
    if (kind === 'category') return []
    const { whole, cue, frame, why } = pointed.get(place) ?? { whole: 0, cue: 0, frame: 0, why: [] }
    const side = lean * (kind === 'skill' || kind === 'offer' ? 1 : -1)
    const words = worth.whole * whole + worth.cue * cue + worth.frame * frame
    return [{ place, score: (sums[place] as number) + words + worth.side * side, why: [...why] }]
  })
  return scored.sort((one, other) => other.score - one.score || one.place - other.place)
}
