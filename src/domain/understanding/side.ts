import type { ConceptKind, Lexicon } from './thesaurus'

export type Side = 'need' | 'offer' | 'unclear'

/** How strongly a text in plain words offers (above 0) or asks (below): by the words that say so. */
export function leaning(text: string, { needMarkers, offerMarkers }: Lexicon): number {
  const count = (words: readonly string[]) => words.filter((word) => text.includes(word)).length
  return count(offerMarkers) - count(needMarkers)
}

/** Whether it is asked or offered: by many words that say so, else by what is most likely spoken of. */
export function sideOf(lean: number, kind: ConceptKind | undefined): Side {
  if (Math.abs(lean) > 1 || kind === undefined) return lean > 0 ? 'offer' : lean < 0 ? 'need' : 'unclear'
  return kind === 'skill' || kind === 'offer' ? 'offer' : 'need'
}
