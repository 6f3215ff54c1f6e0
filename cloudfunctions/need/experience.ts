import type { Introduction } from '../../src/domain/introduction'
import { type Experience, meaningsOf } from '../../src/domain/matching/experience'
import type { Stage } from '../runtime/database'

/** What the other side was about, and how often that was agreed to, less how often it was declined. */
export interface Lesson {
  _id: string
  sum: number
}

/**
 * What earlier answers taught, from the introductions themselves: for what this need (or offer) is about, everything
 * that the other side was about, with what was accepted less what was declined.
 */
export const lessons = (centre: string, own: 'needAbout' | 'offerAbout', other: 'needAbout' | 'offerAbout'): Stage => ({
  $lookup: {
    from: 'introductions',
    let: { about: '$about' },
    pipeline: [
      { $match: { centre, $expr: { $eq: [`$${own}`, '$$about'] } } },
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
  about: string,
  side: 'need' | 'offer',
): Experience & { people: ReadonlySet<string> } {
  const own = side === 'need' ? 'needAbout' : 'offerAbout'
  const declined = introductions.filter(({ state }) => state === 'declined')
  const people = declined.flatMap((each) => {
    const other = side === 'need' ? each.helper : each.needer
    return each[own] === about && other !== null ? [other] : []
  })
  const pairs = taught.map(
    ({ _id, sum }) => [side === 'need' ? meaningsOf(about, _id) : meaningsOf(_id, about), sum] as const,
  )
  return {
    declined: new Set(declined.map((each) => (side === 'need' ? each.offer : each.need))),
    people: new Set(people),
    taught: new Map(pairs),
  }
}
