import type { Prepared } from '../understanding/prepare'
import { score } from '../understanding/score'
import type { Sign } from './signs'

/** The score of a concept that a text only brushes against, and how much what is above it counts beside patterns. */
const nothing = 2
const scale = 0.17

/** More would be guesses. */
const kept = 20

/** What a text in plain words is like, to the thesaurus; scores without end. */
export function meanings(prepared: Prepared): (plainText: string) => Sign[] {
  return (plainText) =>
    score(prepared, plainText, 0)
      .slice(0, kept)
      .map(({ place, score: each }) => ({
        code: prepared.concepts[place]?.code ?? '',
        weight: scale * (each - nothing),
      }))
      .filter(({ weight }) => weight > 0)
}
