import type { Sign } from './signs'

const run = /[一-龥]+|[a-z0-9]+/g

/** Pairs of characters of a plain text, each once, with how rare it is; words of Latin letters whole. */
export function pairs(text: string, rarity: (pair: string) => number): Sign[] {
  const found = new Set<string>()
  for (const [piece] of text.matchAll(run)) {
    if (/[a-z0-9]/.test(piece)) {
      if (piece.length > 1) found.add(piece)
      continue
    }
    for (let at = 0; at + 1 < piece.length; at += 1) found.add(piece.slice(at, at + 2))
  }
  return [...found].map((code) => ({ code, weight: rarity(code) }))
}

/** How much two texts share, from 0 to 1: cosine of their pairs, the rarer ones counting more. */
export function likeness(
  one: readonly Sign[],
  other: ReadonlyMap<string, number>,
): { weight: number; words: string[] } {
  let shared = 0
  let mine = 0
  const words: string[] = []
  for (const { code, weight } of one) {
    mine += weight ** 2
    if (!other.has(code)) continue
    shared += weight ** 2
    words.push(code)
  }
  if (shared === 0) return { weight: 0, words }
  let theirs = 0
  for (const weight of other.values()) theirs += weight ** 2
  return { weight: shared / Math.sqrt(mine * theirs), words }
}
