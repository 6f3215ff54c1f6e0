import { families } from './alike'
import { type Frames, framesOf } from './frames'
import { grams, withoutStops } from './grams'
import { type Postings, Vocabulary, likelihoods, rarities, relevances } from './likelihood'
import { type PhraseFinder, phraseFinder } from './phrases'
import { plainness } from './plain'
import type { Concept, Emergency, Lexicon, Thesaurus } from './thesaurus'

/** As much of an item of the catalogue as says what it is about. */
export interface Described {
  code: string
  name: string
  description: string
}

/** A phrase that points to a concept: a whole way to say it, or a short word. */
export interface Pointer {
  place: number
  word: string
  whole: boolean
  strength: number
}

/** A text in pieces, by their numbers; `many` counts those too that nothing is known of. */
export interface Pieces {
  grams: number[]
  families: number[]
  many: number
}

/** The thesaurus made ready for understanding; made once, kept as long as an instance lives. */
export interface Prepared {
  thesaurus: Thesaurus
  /** The lexicon in plain words. */
  lexicon: Lexicon
  /** The emergencies in plain words. */
  emergencies: Emergency[]
  concepts: Concept[]
  placeOf: Map<string, number>
  categories: string[]
  /** Which category each concept is of, by place. */
  categoryOf: Uint8Array
  plain: (text: string) => string
  /** A text in plain words without what says nothing. */
  bare: (plain: string) => string
  /** The pieces of a text in plain words. */
  pieces: (plain: string) => Pieces
  /** How rare a gram is among concepts; nothing for one that the thesaurus never has. */
  rarityOf: (gram: string) => number | undefined
  /** How rare each piece is among concepts, and among categories. */
  rarity: { concepts: Float32Array; categories: Float32Array }
  likelihood: { postings: Postings; lengths: number[] }
  families: Postings
  categoryWords: Postings
  pointers: PhraseFinder<Pointer>
  frames: Frames
  delicate: PhraseFinder<string>
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

/** The phrases that point to concepts; the more concepts a phrase points to, the less it says of each. */
function pointersOf(concepts: readonly Concept[], plain: (text: string) => string): PhraseFinder<Pointer> {
  const list = concepts.flatMap(({ label, synonyms, cues }, place) => [
    ...[label, ...synonyms].map((word) => ({ place, word, whole: true, said: plain(word) })),
    ...cues.map((word) => ({ place, word, whole: false, said: plain(word) })),
  ])
  const places = new Map<string, Set<number>>()
  for (const { said, place } of list) places.set(said, (places.get(said) ?? new Set()).add(place))
  const strength = (said: string) =>
    Math.min(1.5, Math.log2(1 + said.length) / 2) / Math.sqrt(places.get(said)?.size ?? 1)
  return phraseFinder(
    list.map(({ place, word, whole, said }) => [said, { place, word, whole, strength: strength(said) }] as const),
  )
}

/** Every list of words in it in plain words. */
const plainly = <Words extends object>(words: Words, plain: (text: string) => string): Words =>
  Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, Array.isArray(value) ? value.map(plain) : value]),
  ) as Words

const add = (count: Map<number, number>, pieces: readonly number[], weight: number): void => {
  for (const piece of pieces) count.set(piece, (count.get(piece) ?? 0) + weight)
}

/** Makes a thesaurus ready: what is said of each concept, turned round to which concepts each piece of text points to. */
export function prepare(thesaurus: Thesaurus, items: readonly Described[] = []): Prepared {
  const { concepts } = thesaurus
  const plain = plainness(thesaurus.lexicon)
  const people = Object.entries(thesaurus.lexicon.personWords).map(([word, who]) => [plain(word), who])
  const lexicon = { ...plainly(thesaurus.lexicon, plain), personWords: Object.fromEntries(people) }
  const bare = withoutStops([...lexicon.stopPhrases, ...lexicon.fillers])
  const familiesOf = families(thesaurus.alike, plain)

  const placeOf = new Map(concepts.map(({ code }, place) => [code, place]))
  const categories = [...new Set(concepts.map(({ category }) => category))]
  const categoryOf = Uint8Array.from(concepts, ({ category }) => categories.indexOf(category))
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
  const pieces = (text: string): Pieces => {
    const found = grams(bare(text))
    return { grams: vocabulary.known(found), families: vocabulary.known(familiesOf(text)), many: found.length }
  }
  // Grams and families have numbers of their own, so that one table holds the rarity of both.
  const ofFamilies = rarities(byFamily, size)
  const rarity = {
    concepts: rarities(byGram, size).map((rare, piece) => rare + (ofFamilies[piece] as number)),
    categories: rarities(byCategory, size),
  }
  return {
    thesaurus,
    lexicon,
    emergencies: thesaurus.emergencies.map((each) => ({
      ...each,
      words: each.words.map(plain),
      exclude: each.exclude.map(plain),
    })),
    concepts,
    placeOf,
    categories,
    categoryOf,
    plain,
    bare,
    pieces,
    rarityOf: (gram) => vocabulary.known([gram]).map((piece) => rarity.concepts[piece])[0],
    rarity,
    likelihood: likelihoods(byGram, size),
    families: relevances(byFamily, rarity.concepts, 2, 0.4),
    categoryWords: relevances(byCategory, rarity.categories, 5, 0.4),
    pointers: pointersOf(concepts, plain),
    frames: framesOf(thesaurus, placeOf, plain),
    delicate: phraseFinder(thesaurus.delicate.map((word) => [plain(word), word] as const)),
  }
}
