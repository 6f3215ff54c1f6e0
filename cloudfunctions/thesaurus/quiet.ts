import type { OwnService } from '../../src/domain/menu'
import { understand } from '../../src/domain/understanding'
import { prepared } from './thesaurus'

const open = ['open', 'council']

/** Whether words are for the social workers only, as far as they tell; of what was not understood they tell it by themselves. */
export const isQuietText = (words: string): boolean => !open.includes(understand(words, prepared()).handling)

/**
 * Whether a service that a centre thought of by itself is for the social workers only, by its name and by what is said
 * of it: whoever orders it says that of themselves.
 */
export const isQuiet = ({ name, description }: Pick<OwnService, 'name' | 'description'>): boolean =>
  [name, description].some(isQuietText)
