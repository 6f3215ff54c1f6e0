import type { Sign } from './signs'

/** How much one way of fitting counts. Tuned on sentences, see test/bench/matching.ts; kept few on purpose. */
export interface Weights {
  /** Of shared pairs of characters. */
  words: number
  /** Of what a likeness service says, where a centre has one. */
  service: number
  /** The least that counts as a fit. */
  least: number
  /** Of the best: what is far behind it is no answer beside it. */
  beside: number
}

export const usual: Weights = { words: 0.6, service: 0.6, least: 0.4, beside: 0.35 }

/** What of the meanings meets, and where most: evidence adds up, and is never more than certain. */
export function meeting(
  seeks: readonly Sign[],
  says: ReadonlyMap<string, number>,
): { weight: number; code: string | null } {
  let none = 1
  let most = 0
  let code: string | null = null
  for (const sign of seeks) {
    const theirs = says.get(sign.code)
    if (theirs === undefined) continue
    const weight = sign.weight * theirs
    none *= 1 - weight
    if (weight > most) {
      most = weight
      code = sign.code
    }
  }
  return { weight: 1 - none, code }
}

/** True where both name things of one family, and none the same: tennis and badminton, a lute and a piano. */
export function areApart(mine: readonly string[], theirs: readonly string[]): boolean {
  const family = (thing: string) => thing.slice(0, thing.indexOf(':'))
  return mine.some(
    (thing) =>
      !theirs.includes(thing) &&
      theirs.some((other) => family(other) === family(thing)) &&
      !mine.some((same) => family(same) === family(thing) && theirs.includes(same)),
  )
}
