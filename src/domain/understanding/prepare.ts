import { grams, withoutStops } from './grams'
import { plainness } from './plain'
import { type PhraseFinder, phraseFinder } from './phrases'
import type { Concept, Thesaurus } from './thesaurus'

/** As much of an item of the catalogue as says what it is about. */
export interface Described {
  code: string
  name: string
  description: string
}

/** How often something is said of a concept, by the place of the concept. */
export interface Posting {
  places: Uint16Array
  weights: Float32Array
}

/** A whole phrase found, or a short word: which concept it points to, and how strongly. */
export interface Pointer {
  place: number
  word: string
  whole: boolean
}

/** The thesaurus made ready for understanding; made once, kept as long as an instance lives. */
export interface Prepared {
  thesaurus: Thesaurus
  concepts: Concept[]
  placeOf: Map<string, number>
  plain: (text: string) => string
  bare: (text: string) => string
  /** Weight of a gram: the rarer among concepts, the more it says. */
  rarity: Map<string, number>
  postings: Map<string, Posting>
  /** Which phrases hold a gram. */
  phrasesOf: Map<string, Uint16Array>
  phrasePlaces: Uint16Array
  /** Sum of the squared weights of a phrase's grams. */
  phraseMasses: Float32Array
  pointers: PhraseFinder<Pointer>
  pointedTo: Map<string, number>
  frames: { place: number; groups: string[][] }[]
}

const kinds = { label: 2, synonym: 1, said: 1, cue: 1, name: 0.7, description: 0.35 }

/** Saturation and length of BM25 (Robertson & Zaragoza, “The probabilistic relevance framework”, 2009). */
const k1 = 1.2
const b = 0.3

interface Said {
  text: string
  weight: number
  whole: boolean
}

function saidOf(concept: Concept, items: ReadonlyMap<string, Described>): Said[] {
  const described = concept.items.flatMap((code) => items.get(code) ?? [])
  return [
    { text: concept.label, weight: kinds.label, whole: true },
    ...concept.synonyms.map((text) => ({ text, weight: kinds.synonym, whole: true })),
    ...concept.said.map((text) => ({ text, weight: kinds.said, whole: true })),
    ...concept.cues.map((text) => ({ text, weight: kinds.cue, whole: false })),
    ...described.map(({ name }) => ({ text: name, weight: kinds.name, whole: false })),
    ...described.map(({ description }) => ({ text: description, weight: kinds.description, whole: false })),
  ]
}

/** The words of each group of a frame, with classes written out and everything in plain words. */
function framesOf(thesaurus: Thesaurus, placeOf: Map<string, number>, plain: (text: string) => string) {
  const words = (group: string[]) =>
    group.flatMap((word) => (word.startsWith('@') ? (thesaurus.classes[word.slice(1)] ?? []) : [word])).map(plain)
  const composed = thesaurus.compositions.map(({ concept, objects, symptoms }) => ({
    concept,
    groups: [objects, symptoms],
  }))
  return [...thesaurus.frames, ...composed].flatMap(({ concept, groups }) => {
    const place = placeOf.get(concept)
    return place === undefined ? [] : [{ place, groups: groups.map(words) }]
  })
}

/** Makes a thesaurus ready: what is said of each concept, turned round to which concepts each piece of text points to. */
export function prepare(thesaurus: Thesaurus, items: readonly Described[] = []): Prepared {
  const plain = plainness(thesaurus.lexicon)
  const bare = withoutStops([...thesaurus.lexicon.stopPhrases, ...thesaurus.lexicon.fillers].map(plain))
  const { concepts } = thesaurus
  const placeOf = new Map(concepts.map(({ code }, place) => [code, place]))
  const byCode = new Map(items.map((item) => [item.code, item]))

  const counts = concepts.map(() => new Map<string, number>())
  const lengths = concepts.map(() => 0)
  const phrases: { place: number; grams: string[] }[] = []
  const pointers: [string, Pointer][] = []
  concepts.forEach((concept, place) => {
    const count = counts[place] as Map<string, number>
    for (const { text, weight, whole } of saidOf(concept, byCode)) {
      const word = plain(text)
      const found = grams(bare(word))
      for (const gram of found) count.set(gram, (count.get(gram) ?? 0) + weight)
      lengths[place] = (lengths[place] ?? 0) + found.length * weight
      if (whole && found.length > 0) phrases.push({ place, grams: found })
    }
    for (const text of [concept.label, ...concept.synonyms])
      pointers.push([plain(text), { place, word: text, whole: true }])
    for (const text of concept.cues) pointers.push([plain(text), { place, word: text, whole: false }])
  })

  const held = new Map<string, number>()
  for (const count of counts) for (const gram of count.keys()) held.set(gram, (held.get(gram) ?? 0) + 1)
  const rarity = new Map(
    [...held].map(([gram, df]) => {
      const idf = Math.log(1 + (concepts.length - df + 0.5) / (df + 0.5))
      return [gram, gram.length === 1 ? idf * 0.5 : idf]
    }),
  )

  const mean = lengths.reduce((sum, each) => sum + each, 0) / concepts.length
  const rows = new Map<string, [number, number][]>()
  counts.forEach((count, place) => {
    const long = 1 - b + (b * (lengths[place] ?? 0)) / mean
    for (const [gram, tf] of count) {
      const row = rows.get(gram) ?? []
      row.push([place, ((rarity.get(gram) ?? 0) * tf * (k1 + 1)) / (tf + k1 * long)])
      rows.set(gram, row)
    }
  })
  const postings = new Map(
    [...rows].map(([gram, row]) => [
      gram,
      { places: Uint16Array.from(row, ([place]) => place), weights: Float32Array.from(row, ([, weight]) => weight) },
    ]),
  )

  const holders = new Map<string, number[]>()
  const phraseMasses = new Float32Array(phrases.length)
  phrases.forEach(({ grams: each }, at) => {
    for (const gram of each) {
      phraseMasses[at] = (phraseMasses[at] ?? 0) + (rarity.get(gram) ?? 0) ** 2
      const list = holders.get(gram) ?? []
      list.push(at)
      holders.set(gram, list)
    }
  })

  const pointedTo = new Map<string, Set<number>>()
  for (const [word, { place }] of pointers) pointedTo.set(word, (pointedTo.get(word) ?? new Set()).add(place))
  return {
    thesaurus,
    concepts,
    placeOf,
    plain,
    bare,
    rarity,
    postings,
    phrasesOf: new Map([...holders].map(([gram, list]) => [gram, Uint16Array.from(list)])),
    phrasePlaces: Uint16Array.from(phrases, ({ place }) => place),
    phraseMasses,
    pointers: phraseFinder(pointers),
    pointedTo: new Map([...pointedTo].map(([word, places]) => [word, places.size])),
    frames: framesOf(thesaurus, placeOf, plain),
  }
}
