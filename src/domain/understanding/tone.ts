import type { Lexicon } from './thesaurus'

/** How urgent it sounds. */
export type Urgency = 'now' | 'soon' | 'whenever'

export function urgencyOf(text: string, { urgencyHigh, urgencyMedium }: Lexicon): Urgency {
  const says = (words: readonly string[]) => words.some((word) => text.includes(word))
  if (says(urgencyHigh)) return 'now'
  return says(urgencyMedium) ? 'soon' : 'whenever'
}

/** paid: money is spoken of; free: it is said that none is wanted. */
export type Money = 'paid' | 'free'

const free = /免费|不收钱|不要钱|不收费|义务|无偿|白送|免收|分文不取/

export function moneyOf(text: string, { paidWords }: Lexicon): Money | null {
  if (free.test(text)) return 'free'
  return paidWords.some((word) => text.includes(word)) ? 'paid' : null
}

/** What is said not to be, or not to be wanted, each with the words it is said of: 不用上门. */
export function negationsOf(text: string, { negators }: Lexicon): string[] {
  return [...new Set(negators)].flatMap((word) => {
    const at = text.indexOf(word)
    return at < 0 ? [] : [/^[^，。！？、,.!?\s]{1,10}/.exec(text.slice(at))?.[0] ?? word]
  })
}

const denied = [
  /不是[^，。！？,.!?\s]{1,8}[，,\s]*(?=而?是)/g,
  /(?:不需要|不用再?|不必)(?!的|了)[^，。！？,.!?\s]{1,8}(?=[，。！？,.!?\s])/g,
]

/** The text without what it says it is not about: 不是漏水，是堵了 speaks of what is blocked. */
export const affirmed = (text: string): string => denied.reduce((left, pattern) => left.replace(pattern, ' '), text)
