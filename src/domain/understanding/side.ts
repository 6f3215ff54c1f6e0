import type { Lexicon } from './thesaurus'

export type Side = 'need' | 'offer' | 'unclear'

/** How strongly a text asks (below 0) or offers (above 0), by the words that say so; a denied offer asks. */
export function leaning(text: string, { needMarkers, offerMarkers }: Lexicon, plain: (text: string) => string): number {
  const count = (words: readonly string[]) => words.filter((word) => text.includes(plain(word))).length
  return count(offerMarkers) - count(needMarkers)
}
