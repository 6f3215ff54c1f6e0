import { type Prepared, prepare } from '../../src/domain/understanding/prepare'
import type { Thesaurus } from '../../src/domain/understanding/thesaurus'
import { catalogue } from '../catalogue/catalogue'
import alike from './alike.json'
import delicate from './delicate.json'
import everyday from './everyday.json'
import frames from './frames.json'
import signs from './signs.json'
import { statistics } from './statistics'
import content from './thesaurus.json'

const said: Record<string, string[]> = everyday

/** The thesaurus, each concept with what people say of it in life. */
export const thesaurus = {
  ...content,
  alike,
  delicate,
  signs,
  frames: [...content.frames, ...frames],
  concepts: content.concepts.map((concept) => ({ ...concept, said: said[concept.code] ?? [] })),
} as Thesaurus

let kept: Prepared | undefined

/** The thesaurus made ready, with the catalogue's own words; once per instance, at the first call that needs it. */
export function prepared(): Prepared {
  kept ??= prepare(thesaurus, catalogue.items, statistics(thesaurus, catalogue.items))
  return kept
}
