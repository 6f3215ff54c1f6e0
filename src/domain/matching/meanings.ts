import type { Prepared } from '../understanding/prepare'
import { score } from '../understanding/score'
import type { Sign } from './signs'

/** Below `doubt` a score says nothing; above it, it grows by `slope` up to `most`: a guess is never certain. */
const doubt = 0.3
const slope = 0.5
const most = 0.9
const kept = 8

/** What a text in plain words means to the thesaurus, as signs. */
export function meanings(prepared: Prepared): (plainText: string) => Sign[] {
  return (plainText) =>
    score(prepared, plainText)
      .slice(0, kept)
      .map(({ place, score: each }) => ({
        code: prepared.concepts[place]?.code ?? '',
        weight: Math.min(most, Math.max(0, (each - doubt) * slope)),
      }))
}
