import { type Frames, framesOf } from './frames'
import { grams } from './grams'
import { known } from './likelihood'
import { type PhraseFinder, phraseFinder } from './phrases'
import { plainness } from './plain'
import { type Described, type Statistics, categoriesOf, readingOf, statisticsOf } from './statistics'
import type { Concept, Emergency, Lexicon, Thesaurus } from './thesaurus'

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
  /** Ways to say them, ready to look for. */
  signs: { group: string; said: RegExp; unless: RegExp }[]
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
  statistics: Statistics
  pointers: PhraseFinder<Pointer>
  frames: Frames
  delicate: PhraseFinder<string>
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

/**
 * Makes a thesaurus ready. Its statistics take most of the time: a function brings them along ready made, whoever changes
 * the thesaurus has them made here.
 */
export function prepare(
  thesaurus: Thesaurus,
  items: readonly Described[] = [],
  statistics: Statistics = statisticsOf(thesaurus, items),
): Prepared {
  const { concepts } = thesaurus
  const plain = plainness(thesaurus.lexicon)
  const people = Object.entries(thesaurus.lexicon.personWords).map(([word, who]) => [plain(word), who])
  const lexicon = { ...plainly(thesaurus.lexicon, plain), personWords: Object.fromEntries(people) }
  const { bare, familiesOf } = readingOf(thesaurus, plain)
  const placeOf = new Map(concepts.map(({ code }, place) => [code, place]))
  const numbers = new Map(statistics.vocabulary.map((piece, number) => [piece, number]))
  const pieces = (text: string): Pieces => {
    const found = grams(bare(text))
    return { grams: known(numbers, found), families: known(numbers, familiesOf(text)), many: found.length }
  }
  return {
    thesaurus,
    lexicon,
    emergencies: thesaurus.emergencies.map((each) => ({
      ...each,
      words: each.words.map(plain),
      exclude: each.exclude.map(plain),
    })),
    signs: thesaurus.signs.map(({ group, said, unless }) => ({
      group,
      said: new RegExp(said),
      unless: new RegExp(unless),
    })),
    concepts,
    placeOf,
    ...categoriesOf(concepts),
    plain,
    bare,
    pieces,
    rarityOf: (gram) => known(numbers, [gram]).map((piece) => statistics.rarity.concepts[piece])[0],
    statistics,
    pointers: pointersOf(concepts, plain),
    frames: framesOf(thesaurus, placeOf, plain),
    delicate: phraseFinder(thesaurus.delicate.map((word) => [plain(word), word] as const)),
  }
}
