import type { Prepared } from './understanding/prepare'
import type { Described } from './understanding/statistics'
import { meaningsOf } from './understanding'

export interface Hit<Item extends Described> {
  item: Item
  score: number
  /** Words that led to it. */
  why: string[]
}

interface Pieces {
  name: string
  plainName: string
  grams: Set<number>
}

const known = new WeakMap<readonly Described[], Pieces[]>()

function piecesOf(items: readonly Described[], { plain, pieces }: Prepared): Pieces[] {
  const kept = known.get(items)
  if (kept) return kept
  const made = items.map(({ name, description }) => ({
    name,
    plainName: plain(name),
    grams: new Set(pieces(plain(`${name}。${description}`)).grams),
  }))
  known.set(items, made)
  return made
}

/** How much of what was asked an item's own words hold, from 0 to 1. */
function likeness(asked: readonly number[], own: ReadonlySet<number>, { statistics }: Prepared): number {
  const weight = (gram: number) => statistics.rarity.concepts[gram] as number
  const all = asked.reduce((sum, gram) => sum + weight(gram), 0)
  return asked.reduce((sum, gram) => sum + (own.has(gram) ? weight(gram) : 0), 0) / (all + 6)
}

/**
 * Items that answer everyday words, best first, with the words that led to them: by the meaning of the words (concepts
 * name the items that answer them) and by the items' own names and descriptions.
 */
export function searchItems<Item extends Described>(
  text: string,
  items: readonly Item[],
  prepared: Prepared,
): Hit<Item>[] {
  const words = prepared.plain(text)
  const asked = prepared.pieces(words).grams
  const meant = new Map<string, { score: number; why: string[] }>()
  for (const { code: concept, score: each, why } of meaningsOf(text, prepared)) {
    const answers = prepared.concepts[prepared.placeOf.get(concept) ?? -1]?.items ?? []
    for (const [rank, code] of answers.entries()) {
      const gain = Math.sqrt(each) * (rank === 0 ? 1 : 0.85)
      const before = meant.get(code)
      if (!before || before.score < gain) meant.set(code, { score: gain, why })
    }
  }
  const pieces = piecesOf(items, prepared)
  return items
    .flatMap((item, at): Hit<Item>[] => {
      const own = pieces[at]
      if (!own) return []
      const { score: concept, why } = meant.get(item.code) ?? { score: 0, why: [] }
      const named = own.plainName.length > 1 && words.includes(own.plainName)
      const total = concept + 0.5 * likeness(asked, own.grams, prepared) + (named ? 2 : 0)
      return total > 0.1 ? [{ item, score: total, why: named ? [own.name, ...why] : why }] : []
    })
    .sort((one, other) => other.score - one.score)
}
