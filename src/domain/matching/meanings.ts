import type { Prepared } from '../understanding/prepare'
import { score } from '../understanding/score'
import type { Sign } from './signs'

/** More would be guesses. */
const kept = 20
/**
 * What every concept has by chance, and how much of a score above it counts beside the patterns. Both follow the scale
 * of `score`: where that changes, the figures of test/domain/matching-figures.test.ts tell.
 */
const chance = 3.3
const slope = 0.229

/** What a text in plain words is like, to the thesaurus; scores without end. */
export function meanings(prepared: Prepared): (plainText: string) => Sign[] {
  return (plainText) =>
    score(prepared, plainText, 0)
      .slice(0, kept)
      .map(({ place, score: each }) => ({
        code: prepared.concepts[place]?.code ?? '',
        weight: slope * Math.max(0, each - chance),
      }))
      .filter(({ weight }) => weight > 0)
}
