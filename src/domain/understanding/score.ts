import { filled } from './frames'
import { gather } from './likelihood'
import type { Pieces, Prepared } from './prepare'

/**
 * What each way to recognise a concept counts, as parts of a logarithm of odds. Found by ranking sentences that had been
 * left out of the thesaurus in turn (five folds); no sentence kept for acceptance was among them.
 */
const worth = { likelihood: 2.5, families: 2.3, category: 2.1, whole: 1.2, cue: 1.2, frame: 2.7, side: 2 }

export interface Scored {
  place: number
  /** A logarithm of odds among concepts. */
  score: number
  /** Words of the thesaurus that were found in the text. */
  why: string[]
}

const rarityOf = (rarity: Float32Array, pieces: readonly number[]): number =>
  pieces.reduce((sum, piece) => sum + (rarity[piece] as number), 0)

/** By the text's pieces: language of the concept, families of words, language of its category. */
function byPieces(prepared: Prepared, { grams, families, many }: Pieces): Float32Array {
  const { concepts, categories, categoryOf } = prepared
  const { likelihood, rarity, families: kinWords, categoryWords } = prepared.statistics
  const language = new Float32Array(concepts.length)
  const kin = new Float32Array(concepts.length)
  const area = new Float32Array(categories.length)
  gather(likelihood.postings, grams, language)
  gather(kinWords, families, kin)
  gather(categoryWords, grams, area)
  gather(categoryWords, families, area)
  const most = rarityOf(rarity.concepts, families) + 6
  const wide = rarityOf(rarity.categories, grams) + rarityOf(rarity.categories, families) + 6
  return language.map(
    (said, place) =>
      worth.likelihood * (said / (many + 4) - (likelihood.lengths[place] ?? 0)) +
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

/** By phrases that point to a concept, and by frames that are filled. */
function byWords({ pointers, frames }: Prepared, plain: string): Map<number, Pointed> {
  const pointed = new Map<number, Pointed>()
  const at = (place: number): Pointed => {
    const each = pointed.get(place) ?? { whole: 0, cue: 0, frame: 0, why: new Set() }
    pointed.set(place, each)
    return each
  }
  for (const { known } of pointers(plain)) {
    const each = at(known.place)
    const kind = known.whole ? 'whole' : 'cue'
    each[kind] = Math.min(2, each[kind] + known.strength * (each[kind] > 0 ? 0.5 : 1))
    each.why.add(known.word)
  }
  for (const { place, words } of filled(frames, plain)) {
    const each = at(place)
    each.frame = Math.min(1.5, each.frame + (each.frame > 0 ? 0.25 : 1))
    for (const word of words) each.why.add(word)
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
