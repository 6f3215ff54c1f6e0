import { type Prepared, prepare } from '../../src/domain/understanding/prepare'
import type { Thesaurus } from '../../src/domain/understanding/thesaurus'
import { catalogue } from '../catalogue/catalogue'
import content from './thesaurus.json'

export const thesaurus = content as Thesaurus

let kept: Prepared | undefined

/** The thesaurus made ready, with the catalogue's own words; once per instance, at the first call that needs it. */
export function prepared(): Prepared {
  kept ??= prepare(thesaurus, catalogue.items)
  return kept
}
