/** A phrase found in a text, and what is known of it. */
export interface Found<Known> {
  word: string
  known: Known
}

/** Finds all phrases of a list in a text, each once. */
export type PhraseFinder<Known> = (text: string) => Set<Found<Known>>

/** Looks phrases up by their first two characters: every place of the text asks only for the few that can begin there. */
export function phraseFinder<Known>(list: readonly (readonly [string, Known])[]): PhraseFinder<Known> {
  const byStart = new Map<string, Found<Known>[]>()
  for (const [word, known] of list) {
    if (word === '') continue
    const start = word.slice(0, 2)
    const same = byStart.get(start)
    if (same) same.push({ word, known })
    else byStart.set(start, [{ word, known }])
  }
  return (text) => {
    const found = new Set<Found<Known>>()
    for (let at = 0; at < text.length; at += 1) {
      for (const each of byStart.get(text[at] as string) ?? []) found.add(each)
      for (const each of byStart.get(text.slice(at, at + 2)) ?? []) {
        if (each.word.length < 3 || text.startsWith(each.word, at)) found.add(each)
      }
    }
    return found
  }
}
