import type { Prepared } from '../understanding/prepare'
import { score } from '../understanding/score'
import type { Sign } from './signs'

/** More would be guesses. */
const kept = 20
/** What every concept has by chance, and how a logarithm of odds above it is counted. */
const chance = 2.5
const slope = 0.3

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
