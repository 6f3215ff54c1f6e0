import { ratingRules, type Verdict } from '../../src/domain/rating'
import type { ItemPage } from '../../src/domain/menu-page'
import { type Standing, standings } from '../../src/domain/rating-summary'
import { raterOf } from '../rating/rater'

/** What was said of an activity that is over, and who came; `present` never leaves the function. */
export type Judged = Pick<Verdict, '_id' | 'entries' | 'private'> & { present?: string[] }

/** How one person judged, when. `account`: whose hand it was; family speaks through it. */
export interface Said {
  account: string
  at: number
  score: number
}

/** The account that a person belongs to: the ids of a family begin with their member's. */
const accountOf = (person: string): string => person.split('.')[0] as string

/**
 * What was said of one activity, by whose account. The verdict itself does not lead to anybody; of those who came each
 * is asked for their token. Whoever is among nobody who came does not count.
 */
function saidAt({ _id, entries, present = [] }: Judged): Said[] {
  const said: Standing[] = standings(entries).filter(({ child }) => !child)
  if (said.length === 0) return []
  // A small child's word is given as the member's, who need not have come themselves.
  const voices = [...new Set(present.flatMap((person) => [person, accountOf(person)]))]
  const accounts = new Map(voices.map((person) => [raterOf(_id, person), accountOf(person)]))
  return said.flatMap(({ rater, at, overall }) => {
    const account = accounts.get(rater)
    return account === undefined ? [] : [{ account, at, score: overall }]
  })
}

/**
 * What people say who were served, at activities or by orders: each person once, with what they said last, and nothing
 * before five people have. Who came five times is one person: their judgement is not shown as everyone's.
 */
export function ratingOf(judged: readonly Judged[], ordered: readonly Said[]): ItemPage['rating'] {
  const last = new Map<string, Said>()
  const all = [...judged.filter((verdict) => !verdict.private).flatMap(saidAt), ...ordered]
  for (const said of all) {
    const before = last.get(said.account)
    if (!before || before.at <= said.at) last.set(said.account, said)
  }
  const scores = [...last.values()].map(({ score }) => score)
  if (scores.length < ratingRules.leastShown) return null
  return { people: scores.length, mean: scores.reduce((sum, score) => sum + score, 0) / scores.length }
}
