import { families } from './alike'
import { grams, withoutStops } from './grams'
import { type Postings, likelihoods, rarities, relevances } from './likelihood'
import { type PhraseFinder, phraseFinder } from './phrases'
import { plainness } from './plain'
import type { Concept, Thesaurus } from './thesaurus'

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
}

/** A text in pieces. */
export interface Pieces {
  grams: string[]
  families: string[]
}

/** The thesaurus made ready for understanding; made once, kept as long as an instance lives. */
export interface Prepared {
  thesaurus: Thesaurus
  concepts: Concept[]
  placeOf: Map<string, number>
  categories: string[]
  /** Which category each concept is of, by place. */
  categoryOf: Uint8Array
  plain: (text: string) => string
  /** The pieces of a text in plain words. */
  pieces: (plain: string) => Pieces
  rarity: { grams: Map<string, number>; families: Map<string, number>; categories: Map<string, number> }
  likelihood: { postings: Postings; lengths: number[] }
  families: Postings
  categoryWords: Postings
  pointers: PhraseFinder<Pointer>
  /** To how many concepts a phrase points. */
  pointedTo: Map<string, number>
  frames: { place: number; groups: string[][] }[]
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

/**
 * The words of each group of a frame, in plain words; `@name` stands for the words of a class, `~word` for the families
 * that a word belongs to.
 */
function framesOf(
  { frames, compositions, classes, alike }: Thesaurus,
  placeOf: ReadonlyMap<string, number>,
  plain: (text: string) => string,
): Prepared['frames'] {
  const kin = (word: string) => alike.filter((family) => family.includes(word)).flat()
  const written = (word: string): string[] => {
    if (word.startsWith('@')) return classes[word.slice(1)] ?? []
    return word.startsWith('~') ? kin(word.slice(1)) : [word]
  }
  const composed = compositions.map(({ concept, objects, symptoms }) => ({ concept, groups: [objects, symptoms] }))
  return [...frames, ...composed].flatMap(({ concept, groups }) => {
    const place = placeOf.get(concept)
    return place === undefined ? [] : [{ place, groups: groups.map((group) => group.flatMap(written).map(plain)) }]
  })
}

function pointersOf(concepts: readonly Concept[], plain: (text: string) => string): [string, Pointer][] {
  return concepts.flatMap(({ label, synonyms, cues }, place) => [
    ...[label, ...synonyms].map((word): [string, Pointer] => [plain(word), { place, word, whole: true }]),
    ...cues.map((word): [string, Pointer] => [plain(word), { place, word, whole: false }]),
  ])
}

const add = (count: Map<string, number>, pieces: readonly string[], weight: number): void => {
  for (const piece of pieces) count.set(piece, (count.get(piece) ?? 0) + weight)
}

/** Makes a thesaurus ready: what is said of each concept, turned round to which concepts each piece of text points to. */
export function prepare(thesaurus: Thesaurus, items: readonly Described[] = []): Prepared {
  const { concepts, lexicon } = thesaurus
  const plain = plainness(lexicon)
  const bare = withoutStops([...lexicon.stopPhrases, ...lexicon.fillers].map(plain))
  const familiesOf = families(thesaurus.alike, plain)
  const pieces = (text: string): Pieces => ({ grams: grams(bare(text)), families: familiesOf(text) })

  const placeOf = new Map(concepts.map(({ code }, place) => [code, place]))
  const categories = [...new Set(concepts.map(({ category }) => category))]
  const categoryOf = Uint8Array.from(concepts, ({ category }) => categories.indexOf(category))
  const byCode = new Map(items.map((item) => [item.code, item]))

  const byGram = concepts.map(() => new Map<string, number>())
  const byFamily = concepts.map(() => new Map<string, number>())
  const byCategory = categories.map(() => new Map<string, number>())
  concepts.forEach((concept, place) => {
    for (const { text, weight } of saidOf(concept, byCode)) {
      const found = pieces(plain(text))
      add(byGram[place] as Map<string, number>, found.grams, weight)
      add(byFamily[place] as Map<string, number>, found.families, weight)
      add(byCategory[categoryOf[place] as number] as Map<string, number>, [...found.grams, ...found.families], weight)
    }
  })

  const rarity = { grams: rarities(byGram), families: rarities(byFamily), categories: rarities(byCategory) }
  const pointers = pointersOf(concepts, plain)
  const pointedTo = new Map<string, Set<number>>()
  for (const [word, { place }] of pointers) pointedTo.set(word, (pointedTo.get(word) ?? new Set()).add(place))
  return {
    thesaurus,
    concepts,
    placeOf,
    categories,
    categoryOf,
    plain,
    pieces,
    rarity,
    likelihood: likelihoods(byGram),
    families: relevances(byFamily, rarity.families, 2, 0.4),
    categoryWords: relevances(byCategory, rarity.categories, 5, 0.4),
    pointers: phraseFinder(pointers),
    pointedTo: new Map([...pointedTo].map(([word, places]) => [word, places.size])),
    frames: framesOf(thesaurus, placeOf, plain),
  }
}
