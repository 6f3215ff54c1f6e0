import type { Prepared } from '../understanding/prepare'
import { score } from '../understanding/score'
import type { Sign } from './signs'

/** More would be guesses. */
const kept = 20

/** What a text in plain words is like, to the thesaurus; scores without end. */
export function meanings(prepared: Prepared): (plainText: string) => Sign[] {
  return (plainText) =>
    score(prepared, plainText)
      .slice(0, kept)
      .map(({ place, score: each }) => ({ code: prepared.concepts[place]?.code ?? '', weight: each }))
}
