import { type Matcher, matcher as made } from '../../src/domain/matching/matcher'
import type { Supplement } from '../../src/domain/matching/supplement'
import content from './supplement-matching.json'
import { prepared } from './thesaurus'
import book from './wordbook.json'

export const supplement: Supplement = content

let kept: Matcher | undefined

/** What makes a posted need or offer findable; once per instance, at the first posting. */
export function matcher(): Matcher {
  kept ??= made(prepared(), supplement, book)
  return kept
}
