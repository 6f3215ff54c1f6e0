import type { Prepared } from './prepare'
import type { Scored } from './score'
import type { Handling } from './thesaurus'

/** What is nobody's business but staff's. */
export interface Delicacy {
  /** How sure it is that something delicate is meant, from 0 to 1: all delicate meanings together. */
  sure: number
  /** Words that say so by themselves. */
  words: string[]
}

/**
 * How sure it must be before a text is handled as delicate. One concept in five is: so this is far below what a text that
 * says nothing would get, and still holds back few harmless ones.
 */
const doubt = 0.05

const isDelicate = (handling: Handling | undefined): boolean => handling === 'staff-first' || handling === 'emergency'

/** What in a text in plain words is staff's business only: the words that say so, and how sure it is by its meaning. */
export function delicacyOf(text: string, scored: readonly Scored[], { concepts, delicate: find }: Prepared): Delicacy {
  const best = scored[0]?.score ?? 0
  const odds = (each: Scored) => Math.exp(each.score - best)
  const sum = (list: readonly Scored[]) => list.reduce((total, each) => total + odds(each), 0)
  const delicate = scored.filter(({ place }) => isDelicate(concepts[place]?.handling))
  return {
    sure: scored.length > 0 ? sum(delicate) / sum(scored) : 0,
    words: [...find(text)].map(({ known }) => known),
  }
}

/** Whether a text must be handled as delicate; errs on that side. Of what was not understood only its words can tell. */
export const isDelicateText = ({ sure, words }: Delicacy, isUnderstood: boolean): boolean =>
  words.length > 0 || (isUnderstood && sure >= doubt)

/** What is delicate in any of several parts of a text. */
export const mostDelicate = (parts: readonly Delicacy[]): Delicacy => ({
  sure: Math.max(0, ...parts.map(({ sure }) => sure)),
  words: [...new Set(parts.flatMap(({ words }) => words))],
})
