/** What two texts share, by pairs of characters. */
export interface Rarity {
  /** How much a pair of characters says; the rarer it is in what people say, the more. */
  of: (pair: string) => number
}

const run = /[一-龥]+|[a-z0-9]+/g

/** Pairs of characters of a text, each once; words of Latin letters whole. */
export function pairs(text: string): Set<string> {
  const found = new Set<string>()
  for (const [piece] of text.matchAll(run)) {
    if (/[a-z0-9]/.test(piece)) {
      if (piece.length > 1) found.add(piece)
      continue
    }
    for (let at = 0; at + 1 < piece.length; at += 1) found.add(piece.slice(at, at + 2))
  }
  return found
}

/** How much of the lighter text the two share, from 0 to 1: the rarity of shared pairs over that of all (cosine). */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>, rarity: Rarity): number {
  let shared = 0
  let mine = 0
  let theirs = 0
  for (const pair of one) {
    const weight = rarity.of(pair) ** 2
    mine += weight
    if (other.has(pair)) shared += weight
  }
  if (shared === 0) return 0
  for (const pair of other) theirs += rarity.of(pair) ** 2
  return shared / Math.sqrt(mine * theirs)
}
