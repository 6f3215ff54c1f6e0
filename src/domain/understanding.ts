import { type Alarm, alarmOf } from './understanding/emergency'
import type { Prepared } from './understanding/prepare'
import { type Scored, score } from './understanding/score'
import { type Side, leaning } from './understanding/side'
import type { Handling, Lexicon } from './understanding/thesaurus'
import { type Span, whenOf } from './understanding/when'
import { type Whom, whomOf } from './understanding/whom'

export interface Meaning {
  code: string
  /** How sure, from 0 to 1. */
  score: number
  /** The words of the text that speak for it. */
  why: string[]
}

/** What a sentence says, as far as words tell. */
export interface Understanding {
  /** Best first; categories are not among them. */
  concepts: Meaning[]
  /** Categories of the catalogue, best first. */
  categories: Meaning[]
  side: Side
  /** The strictest of what is likely meant. */
  handling: Handling
  emergency: Alarm | null
  urgency: 'now' | 'soon' | 'whenever'
  when: Span[]
  whom: Whom
  /** paid: money is spoken of; free: it is said that none is wanted. */
  money: 'paid' | 'free' | null
  /** What is said not to be, or not to be wanted: 不想…, 不用…. */
  negations: string[]
}

const most = 10

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

function categoriesOf(meanings: readonly Meaning[], prepared: Prepared): Meaning[] {
  const sums = new Map<string, Meaning>()
  for (const { code, score, why } of meanings) {
    const category = prepared.concepts[prepared.placeOf.get(code) ?? -1]?.category
    if (!category) continue
    const sum = sums.get(category) ?? { code: category, score: 0, why: [] }
    sums.set(category, { code: category, score: sum.score + score, why: [...new Set([...sum.why, ...why])] })
  }
  return [...sums.values()].sort((one, other) => other.score - one.score)
}

const strictness: Record<Handling, number> = { open: 0, council: 1, guide: 2, 'staff-first': 3, emergency: 4 }

/** How far below the best a delicate meaning still counts: as a part of the best one's odds. */
const doubt = 0.25

/** The strictest handling of what is likely meant: of the best, and of whatever delicate comes near it. */
function handlingOf(meanings: readonly Meaning[], prepared: Prepared, alarm: Alarm | null): Handling {
  if (alarm) return 'emergency'
  const best = meanings[0]
  if (!best) return 'open'
  const handling = ({ code }: Meaning): Handling =>
    prepared.concepts[prepared.placeOf.get(code) ?? -1]?.handling ?? 'open'
  return meanings
    .filter((each) => each === best || (strictness[handling(each)] >= 3 && each.score > doubt * best.score))
    .map(handling)
    .reduce((one, other) => (strictness[other] > strictness[one] ? other : one))
}

function urgencyOf(text: string, lexicon: Lexicon, plain: (text: string) => string): Understanding['urgency'] {
  const says = (words: readonly string[]) => words.some((word) => text.includes(plain(word)))
  if (says(lexicon.urgencyHigh)) return 'now'
  return says(lexicon.urgencyMedium) ? 'soon' : 'whenever'
}

const free = /免费|不收钱|不要钱|不收费|义务|无偿|白送|免收/

function moneyOf(text: string, lexicon: Lexicon, plain: (text: string) => string): Understanding['money'] {
  if (free.test(text)) return 'free'
  return lexicon.paidWords.some((word) => text.includes(plain(word))) ? 'paid' : null
}

function negationsOf(text: string, lexicon: Lexicon, plain: (text: string) => string): string[] {
  return lexicon.negators.flatMap((word) => {
    const at = text.indexOf(plain(word))
    return at < 0 ? [] : [/^[^，。！？、,.!?\s]{1,10}/.exec(text.slice(at))?.[0] ?? word]
  })
}

/** Whether it is asked or offered: by the words that say so, else by what is spoken of. */
function sideOf(words: number, best: Scored | undefined, { concepts }: Prepared): Side {
  const kind = concepts[best?.place ?? -1]?.kind
  const gives = kind === 'skill' || kind === 'offer'
  if (Math.abs(words) > 1 || kind === undefined) return words > 0 ? 'offer' : words < 0 ? 'need' : 'unclear'
  return gives ? 'offer' : 'need'
}

/**
 * What a sentence of a resident means: concepts of the thesaurus with how sure and why, which side it is on, how it must
 * be handled, and times, people and money that it names. Pure; the thesaurus is prepared once.
 */
export function understand(text: string, prepared: Prepared): Understanding {
  const { thesaurus, plain } = prepared
  const { lexicon } = thesaurus
  const words = plain(text)
  const lean = leaning(words, lexicon, plain)
  const scored = score(prepared, words, lean)
  const side = sideOf(lean, scored[0], prepared)
  const meanings = confident(scored, prepared)
  const emergency = alarmOf(prepared, words, scored)
  return {
    concepts: meanings,
    categories: categoriesOf(meanings, prepared),
    side,
    handling: handlingOf(meanings, prepared, emergency),
    emergency,
    urgency: urgencyOf(words, lexicon, plain),
    when: whenOf(words),
    whom: whomOf(words, lexicon, plain),
    money: moneyOf(words, lexicon, plain),
    negations: negationsOf(words, lexicon, plain),
  }
}
