import type { Prepared } from '../understanding/prepare'
import { type Kept, keptOfNeed, keptOfOffer } from './kept'
import { pairs } from './likeness'
import { meanings } from './meanings'
import type { Need, Offer } from './posting'
import { reader } from './reader'
import type { Sign } from './signs'
import { knownOf, type Supplement } from './supplement'
import { patternsOf, type Wordbook } from './wordbook'

/** Makes of a need or an offer what is stored beside it. Made once per instance; only who posts needs it. */
export interface Matcher {
  need: (need: Pick<Need, 'text' | 'where' | 'when' | 'audience'>) => Kept
  offer: (offer: Pick<Offer, 'text' | 'where' | 'when' | 'audience'>) => Kept
  /** What to call a code in front of people. */
  label: (code: string) => string | null
}

/** How rare a pair is that the thesaurus never has. */
const unheard = 5.5

/** The matcher of a prepared thesaurus and what life adds to it. */
export function matcher(prepared: Prepared, supplement: Supplement, book: Wordbook): Matcher {
  const { concepts } = prepared.thesaurus
  const { plain, bare, rarityOf } = prepared
  const known = knownOf(concepts, supplement.concepts)
  const read = reader(known, patternsOf(book), book.classes, plain, meanings(prepared))
  const labels = new Map([
    ...supplement.concepts.flatMap(({ code, label }) => (label ? [[code, label] as const] : [])),
    ...concepts.map(({ code, label }) => [code, label] as const),
  ])
  const pairsIn = (text: string): Sign[] => pairs(bare(plain(text)), (pair) => rarityOf(pair) ?? unheard)
  return {
    need: (need) => keptOfNeed(need, read(need.text), pairsIn(need.text)),
    offer: (offer) => keptOfOffer(offer, read(offer.text), pairsIn(offer.text)),
    label: (code) => labels.get(code) ?? null,
  }
}
