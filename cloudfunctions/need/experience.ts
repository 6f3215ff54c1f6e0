import type { Introduction } from '../../src/domain/introduction'
import type { Experience } from '../../src/domain/matching'
import type { Stage } from '../runtime/database'

/** How often a pair of concepts was agreed to, less how often it was declined. */
export interface Lesson {
  _id: string | null
  sum: number
}

/**
 * What earlier answers taught, from the introductions themselves: for the concept of this need (or offer), every concept
 * of the other side with what was accepted less what was declined.
 */
export const lessons = (
  centre: string,
  own: 'needConcept' | 'offerConcept',
  field: string,
  other: 'needConcept' | 'offerConcept',
): Stage => ({
  $lookup: {
    from: 'introductions',
    let: { concept: `$${field}` },
    pipeline: [
      { $match: { centre, $expr: { $eq: [`$${own}`, '$$concept'] } } },
      { $match: { state: { $in: ['agreed', 'done', 'declined'] } } },
      { $group: { _id: `$${other}`, sum: { $sum: { $cond: [{ $eq: ['$state', 'declined'] }, -1, 1] } } } },
    ],
    as: 'lessons',
  },
})

/** What is known of a need or an offer from before. */
export interface Before {
  introductions: readonly Introduction[]
  lessons: readonly Lesson[]
}

export const noExperience: Before = { introductions: [], lessons: [] }

/**
 * What the matcher is told of it. A pair that one of both declined is not suggested again; nor are the same two people
 * for the same kind of thing, posted once more.
 */
export function experienceOf(
  { introductions, lessons: taught }: Before,
  concept: string | null,
  side: 'need' | 'offer',
): Experience & { people: ReadonlySet<string> } {
  const own = side === 'need' ? 'needConcept' : 'offerConcept'
  const declined = introductions.filter(({ state }) => state === 'declined')
  const people = declined.flatMap((each) => {
    const other = side === 'need' ? each.helper : each.needer
    return each[own] === concept && other !== null ? [other] : []
  })
  const pairs = taught.map(({ _id, sum }) => {
    const codes = side === 'need' ? [concept, _id] : [_id, concept]
    return [codes.map((code) => code ?? '').join('|'), sum] as const
  })
  return {
    declined: new Set(declined.map((each) => (side === 'need' ? each.offer : each.need))),
    people: new Set(people),
    taught: new Map(pairs),
  }
}
