/** A phrase found in a text, and what is known of it. */
export interface Found<Known> {
  word: string
  known: Known
}

/** Finds all phrases of a list in a text. */
export type PhraseFinder<Known> = (text: string) => Found<Known>[]

/** Looks phrases up by their first two characters: every place of the text asks only for the few that can begin there. */
export function phraseFinder<Known>(list: readonly (readonly [string, Known])[]): PhraseFinder<Known> {
  const short: Map<string, Found<Known>[]> = new Map()
  const long: Map<string, Found<Known>[]> = new Map()
  for (const [word, known] of list) {
    if (word === '') continue
    const [where, key] = word.length === 1 ? [short, word] : [long, word.slice(0, 2)]
    where.set(key, [...(where.get(key) ?? []), { word, known }])
  }
  return (text) => {
    const found = new Set<Found<Known>>()
    for (let at = 0; at < text.length; at += 1) {
      for (const each of short.get(text[at] ?? '') ?? []) found.add(each)
      for (const each of long.get(text.slice(at, at + 2)) ?? []) if (text.startsWith(each.word, at)) found.add(each)
    }
    return [...found]
  }
}
