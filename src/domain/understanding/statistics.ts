import { families } from './alike'
import { grams, withoutStops } from './grams'
import { type Postings, Vocabulary, likelihoods, rarities, relevances } from './likelihood'
import { plainness } from './plain'
import type { Concept, Thesaurus } from './thesaurus'

/** As much of an item of the catalogue as says what it is about. */
export interface Described {
  code: string
  name: string
  description: string
}

/** What is counted in a thesaurus: which pieces of text point to which concepts and categories, and how much. */
export interface Statistics {
  /** The pieces, by number: grams and families of words. */
  vocabulary: string[]
  /** How rare each piece is among concepts, and among categories. */
  rarity: { concepts: Float32Array; categories: Float32Array }
  likelihood: { postings: Postings; lengths: number[] }
  families: Postings
  categoryWords: Postings
}

/** How much is made of each kind of words about a concept. */
const worth = { label: 2, synonym: 1, said: 1, cue: 1, name: 0.7, description: 0.35 }

/** All that is said of a concept, in plain words. */
function saidOf(concept: Concept, items: ReadonlyMap<string, Described>): { text: string; weight: number }[] {
  const described = concept.items.flatMap((code) => items.get(code) ?? [])
  const each = (texts: readonly string[], weight: number) => texts.map((text) => ({ text, weight }))
  return [
    ...each([concept.label], worth.label),
    ...each(concept.synonyms, worth.synonym),
    ...each(concept.said, worth.said),
    ...each(concept.cues, worth.cue),
    ...each(
      described.map(({ name }) => name),
      worth.name,
    ),
    ...each(
      described.map(({ description }) => description),
      worth.description,
    ),
  ]
}

/** How a text in plain words is taken apart: without what says nothing, and its families of words. */
export function readingOf({ lexicon, alike }: Thesaurus, plain: (text: string) => string) {
  const stops = [...lexicon.stopPhrases, ...lexicon.fillers].map(plain)
  return { bare: withoutStops(stops), familiesOf: families(alike, plain) }
}

/** The categories there are, and which of them each concept is of, by place. */
export function categoriesOf(concepts: readonly Concept[]): { categories: string[]; categoryOf: Uint8Array } {
  const categories = [...new Set(concepts.map(({ category }) => category))]
  return { categories, categoryOf: Uint8Array.from(concepts, ({ category }) => categories.indexOf(category)) }
}

const add = (count: Map<number, number>, pieces: readonly number[], weight: number): void => {
  for (const piece of pieces) count.set(piece, (count.get(piece) ?? 0) + weight)
}

/** Counts what is said of each concept, and turns it round to which concepts each piece of text points to. */
export function statisticsOf(thesaurus: Thesaurus, items: readonly Described[]): Statistics {
  const { concepts } = thesaurus
  const plain = plainness(thesaurus.lexicon)
  const { bare, familiesOf } = readingOf(thesaurus, plain)
  const { categories, categoryOf } = categoriesOf(concepts)
  const byCode = new Map(items.map((item) => [item.code, item]))
  const vocabulary = new Vocabulary()
  const learn = (piece: string) => vocabulary.learn(piece)
  const byGram = concepts.map(() => new Map<number, number>())
  const byFamily = concepts.map(() => new Map<number, number>())
  const byCategory = categories.map(() => new Map<number, number>())
  concepts.forEach((concept, place) => {
    const ofCategory = byCategory[categoryOf[place] as number] as Map<number, number>
    for (const { text, weight } of saidOf(concept, byCode)) {
      const words = plain(text)
      const [ownGrams, ownFamilies] = [grams(bare(words)).map(learn), familiesOf(words).map(learn)]
      add(byGram[place] as Map<number, number>, ownGrams, weight)
      add(byFamily[place] as Map<number, number>, ownFamilies, weight)
      add(ofCategory, ownGrams, weight)
      add(ofCategory, ownFamilies, weight)
    }
  })
  const { size } = vocabulary
  // Grams and families have numbers of their own, so that one table holds the rarity of both.
  const ofFamilies = rarities(byFamily, size)
  const rarity = {
    concepts: rarities(byGram, size).map((rare, piece) => rare + (ofFamilies[piece] as number)),
    categories: rarities(byCategory, size),
  }
  return {
    vocabulary: vocabulary.pieces,
    rarity,
    likelihood: likelihoods(byGram, size),
    families: relevances(byFamily, rarity.concepts, 2, 0.4),
    categoryWords: relevances(byCategory, rarity.categories, 5, 0.4),
  }
}
