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

export const usual: Weights = { words: 1, service: 0.6, least: 0.38, beside: 0.4 }

/**
 * What of the meanings meets, and where most. A meaning counts by how sure it is on both sides; what is a side remark of
 * the need counts less than what it is about, and so does what an offer barely says. Evidence adds up, and is never more
 * than certain.
 */
export function meeting(
  seeks: readonly Sign[],
  gives: ReadonlyMap<string, number>,
): { weight: number; code: string | null } {
  const main = Math.max(0.3, seeks[0]?.weight ?? 0)
  let none = 1
  let most = 0
  let code: string | null = null
  for (const { code: sought, weight: mine } of seeks) {
    const theirs = gives.get(sought)
    if (theirs === undefined) continue
    const weight = Math.min(0.99, ((mine * mine) / main) * theirs ** 1.5)
    none *= 1 - weight
    if (weight <= most) continue
    most = weight
    code = sought
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
