import { grams } from './grams'
import type { Prepared } from './prepare'

/** How much each way to recognise a concept counts. */
export interface Weights {
  likeness: number
  phrase: number
  whole: number
  cue: number
  frame: number
}

export const usual: Weights = { likeness: 1, phrase: 1, whole: 1.2, cue: 0.35, frame: 0.8 }

export interface Scored {
  place: number
  score: number
  why: string[]
}

/** BM25 of the text's pieces against all that is said of a concept. */
function likeness(prepared: Prepared, pieces: readonly string[], into: Float32Array): number {
  let possible = 0
  for (const piece of pieces) {
    const posting = prepared.postings.get(piece)
    if (!posting) continue
    possible += prepared.rarity.get(piece) ?? 0
    const { places, weights } = posting
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at] as number
      into[place] = (into[place] as number) + (weights[at] as number)
    }
  }
  return possible
}

/** The nearest single phrase of each concept: cosine of the weighted pieces. */
function nearest(prepared: Prepared, pieces: readonly string[], into: Float32Array): void {
  const shared = new Float32Array(prepared.phrasePlaces.length)
  const met: number[] = []
  let mass = 0
  for (const piece of pieces) {
    const weight = (prepared.rarity.get(piece) ?? 3) ** 2
    mass += weight
    for (const at of prepared.phrasesOf.get(piece) ?? []) {
      if (shared[at] === 0) met.push(at)
      shared[at] = (shared[at] as number) + weight
    }
  }
  for (const at of met) {
    const place = prepared.phrasePlaces[at] as number
    const cosine = (shared[at] as number) / Math.sqrt(mass * (prepared.phraseMasses[at] as number) + 1e-9)
    if (cosine > (into[place] as number)) into[place] = cosine
  }
}

/** Scores all concepts for a text in plain words; only those with any score, best first. */
export function score(prepared: Prepared, plain: string, weights: Weights = usual): Scored[] {
  const { concepts, pointers, pointedTo, frames } = prepared
  const pieces = grams(prepared.bare(plain))
  const total = new Float32Array(concepts.length)
  const like = new Float32Array(concepts.length)
  const near = new Float32Array(concepts.length)
  const possible = likeness(prepared, pieces, like)
  nearest(prepared, pieces, near)
  const why = new Map<number, Set<string>>()
  const because = (place: number, word: string) => why.set(place, (why.get(place) ?? new Set()).add(word))
  for (let place = 0; place < total.length; place += 1) {
    total[place] =
      (weights.likeness * (like[place] as number)) / (possible + 6) + weights.phrase * (near[place] as number)
  }
  const pointed = new Float32Array(concepts.length)
  for (const { word, known } of pointers(plain)) {
    const shared = pointedTo.get(word) ?? 1
    const strength = Math.min(1.5, Math.log2(1 + word.length) / 2) / Math.sqrt(shared)
    const gain = (known.whole ? weights.whole : weights.cue) * strength
    pointed[known.place] = (pointed[known.place] as number) + gain * (pointed[known.place] === 0 ? 1 : 0.5)
    because(known.place, known.word)
  }
  for (const { place, groups } of frames) {
    const hits = groups.map((group) => group.find((word) => plain.includes(word)))
    if (hits.some((hit) => hit === undefined)) continue
    total[place] = (total[place] as number) + weights.frame
    for (const hit of hits) because(place, hit as string)
  }
  const scored: Scored[] = []
  for (let place = 0; place < total.length; place += 1) {
    const sum = (total[place] as number) + Math.min(2.5, pointed[place] as number)
    if (sum > 0.02) scored.push({ place, score: sum, why: [...(why.get(place) ?? [])] })
  }
  return scored.sort((one, other) => other.score - one.score || one.place - other.place)
}
