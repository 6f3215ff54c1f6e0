import { type PhraseFinder, phraseFinder } from './phrases'
import type { Thesaurus } from './thesaurus'

/** Which frames' groups a word belongs to: pairs of a frame's number and a bit for its group. */
type Groups = [frame: number, bit: number][]

/** Frames made ready: what to look for, which concept each speaks for, and the bits that must all be met. */
export interface Frames {
  find: PhraseFinder<Groups>
  places: number[]
  wanted: number[]
}

/**
 * Makes frames and compositions ready. A frame speaks for its concept when a word of each of its groups is said; `@name`
 * stands for the words of a class, `~word` for the families that a word belongs to. (Slots filled by classes of words,
 * after Fillmore's frames; here without grammar.)
 */
export function framesOf(
  { frames, compositions, classes, alike }: Thesaurus,
  placeOf: ReadonlyMap<string, number>,
  plain: (text: string) => string,
): Frames {
  const familiesOf = new Map<string, string[]>()
  for (const family of alike)
    for (const word of new Set(family)) familiesOf.set(word, [...(familiesOf.get(word) ?? []), ...family])
  const kin = (word: string) => familiesOf.get(word) ?? []
  const written = (word: string): string[] => {
    if (word.startsWith('@')) return classes[word.slice(1)] ?? []
    return word.startsWith('~') ? kin(word.slice(1)) : [word]
  }
  const composed = compositions.map(({ concept, objects, symptoms }) => ({ concept, groups: [objects, symptoms] }))
  const known = [...frames, ...composed].filter(({ concept }) => placeOf.has(concept))
  const groupsOf = new Map<string, Groups>()
  known.forEach(({ groups }, frame) => {
    groups.forEach((group, at) => {
      for (const word of new Set(group.flatMap(written))) {
        const same = groupsOf.get(word)
        if (same) same.push([frame, 1 << at])
        else groupsOf.set(word, [[frame, 1 << at]])
      }
    })
  })
  return {
    find: phraseFinder([...groupsOf].map(([word, groups]) => [plain(word), groups] as const)),
    places: known.map(({ concept }) => placeOf.get(concept) as number),
    wanted: known.map(({ groups }) => (1 << groups.length) - 1),
  }
}

/** The frames that a text in plain words fills: which concepts they speak for, and the words that fill them. */
export function filled({ find, places, wanted }: Frames, text: string): { place: number; words: string[] }[] {
  const met = new Map<number, { bits: number; words: string[] }>()
  for (const { word, known } of find(text)) {
    for (const [frame, bit] of known) {
      const each = met.get(frame) ?? { bits: 0, words: [] }
      met.set(frame, each)
      if ((each.bits & bit) === 0) each.words.push(word)
      each.bits |= bit
    }
  }
  return [...met].flatMap(([frame, { bits, words }]) =>
    bits === wanted[frame] ? [{ place: places[frame] as number, words }] : [],
  )
}
