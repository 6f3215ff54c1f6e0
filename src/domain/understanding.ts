import { type Delicacy, delicacyOf, isDelicateText, mostDelicate } from './understanding/delicacy'
import { type Alarm, alarmOf, gravest } from './understanding/emergency'
import type { Prepared } from './understanding/prepare'
import { type Scored, score } from './understanding/score'
import { type Side, leaning, sideOf } from './understanding/side'
import type { Handling } from './understanding/thesaurus'
import { type Money, type Urgency, affirmed, moneyOf, negationsOf, urgencyOf } from './understanding/tone'
import { type Span, whenOf } from './understanding/when'
import { type Whom, whomOf } from './understanding/whom'

/** A concept, or a category, that may be meant. */
export interface Meaning {
  code: string
  /** How sure, from 0 to 1; all that could be meant sum to 1. */
  score: number
  /** Words of the thesaurus found in the text that speak for it; none where only its language is alike. */
  why: string[]
}

/** What a sentence says, as far as words tell. */
export interface Understanding {
  /** The likeliest concepts, best first; categories are not among them. */
  concepts: Meaning[]
  /** Categories of the catalogue, best first. */
  categories: Meaning[]
  side: Side
  /** The strictest of what may well be meant. */
  handling: Handling
  delicacy: Delicacy
  emergency: Alarm | null
  urgency: Urgency
  when: Span[]
  whom: Whom
  money: Money | null
  /** What is said not to be, or not to be wanted. */
  negations: string[]
}

const most = 10

/** Below this nothing was understood: what is likeliest then is no more than a guess. */
const least = 0.06

/** True where something was understood well enough to act upon. */
export const isUnderstood = ({ concepts }: Pick<Understanding, 'concepts'>): boolean =>
  (concepts[0]?.score ?? 0) >= least

/** How sure each is among all: scores are logarithms of odds (softmax). */
function confident(scored: readonly Scored[], { concepts }: Prepared): Meaning[] {
  const best = scored[0]?.score ?? 0
  const sum = scored.reduce((total, each) => total + Math.exp(each.score - best), 0)
  return scored.slice(0, most).map(({ place, score: each, why }) => ({
    code: concepts[place]?.code ?? '',
    score: Math.exp(each - best) / sum,
    why,
  }))
}

function categoriesOf(meanings: readonly Meaning[], { concepts, placeOf }: Prepared): Meaning[] {
  const sums = new Map<string, Meaning>()
  for (const { code, score: each, why } of meanings) {
    const category = concepts[placeOf.get(code) ?? -1]?.category
    if (!category) continue
    const sum = sums.get(category) ?? { code: category, score: 0, why: [] }
    sums.set(category, { code: category, score: sum.score + each, why: [...new Set([...sum.why, ...why])] })
  }
  return [...sums.values()].sort((one, other) => other.score - one.score)
}

/** Scores every concept for a text in plain words, leaving out what it says it is not about. */
function scoredOf(plain: string, prepared: Prepared): { scored: Scored[]; lean: number } {
  const lean = leaning(plain, prepared.lexicon)
  return { scored: score(prepared, affirmed(plain), lean), lean }
}

/** How many sentences are looked at one by one; what is said after them counts only within the whole. */
const sentences = 8

/** A text and, where it has several, its sentences: what is delicate in one of them must not drown in the others. */
function partsOf(plain: string): string[] {
  const each = plain.split(/[。！？!?；;\n]+/).filter((part) => part.trim().length > 3)
  return each.length > 1 ? [plain, ...each.slice(0, sentences)] : [plain]
}

/** Only what a sentence most likely means, the likeliest first; for searching, where times and people do not matter. */
export const meaningsOf = (text: string, prepared: Prepared): Meaning[] =>
  confident(scoredOf(prepared.plain(text), prepared).scored, prepared)

/**
 * What a sentence of a resident means: concepts of the thesaurus with how sure and why, which side it is on, how it must
 * be handled, and times, people and money that it names. Pure; the thesaurus is prepared once.
 */
export function understand(text: string, prepared: Prepared): Understanding {
  const { lexicon, plain, concepts, placeOf } = prepared
  const words = plain(text)
  const { scored, lean } = scoredOf(words, prepared)
  const meanings = confident(scored, prepared)
  const best = concepts[placeOf.get(meanings[0]?.code ?? '') ?? -1]
  const parts = partsOf(words).map((part) => ({
    part,
    scored: part === words ? scored : scoredOf(part, prepared).scored,
  }))
  const emergency = gravest(parts.map((each) => alarmOf(prepared, each.part, each.scored)))
  const delicacy = mostDelicate(parts.map((each) => delicacyOf(each.part, each.scored, prepared)))
  const isDelicate = isDelicateText(delicacy, isUnderstood({ concepts: meanings }))
  const handling = emergency ? 'emergency' : isDelicate ? 'staff-first' : (best?.handling ?? 'open')
  return {
    concepts: meanings,
    categories: categoriesOf(meanings, prepared),
    side: sideOf(lean, best?.kind),
    handling,
    delicacy,
    emergency,
    urgency: urgencyOf(words, lexicon),
    when: whenOf(words),
    whom: whomOf(words, lexicon),
    money: moneyOf(words, lexicon),
    negations: negationsOf(words, lexicon),
  }
}
