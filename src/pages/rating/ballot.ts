import { asked, type Dimension, type RatingPage, type RatingTag } from '../../domain/rating'

export type RatingPerson = RatingPage['people'][number]

/** What is being said, until it is sent. */
export interface Ballot {
  overall: number | null
  scores: Partial<Record<Dimension, number>>
  tags: RatingTag[]
  comment: string
  contact: boolean
}

export const ballotOf = ({ mine }: RatingPerson): Ballot => ({
  overall: mine?.overall ?? null,
  scores: mine?.scores ?? {},
  tags: mine?.tags ?? [],
  comment: mine?.comment ?? '',
  contact: mine?.contact ?? false,
})

/** What has to be answered, and what may be. */
export const askedOf = (page: RatingPage) => (page.private ? asked.private : asked.activity)

/**
 * The whole of it: as it was said, or as it follows where only the two questions are asked (plain wording, private
 * services), from their mean. Nothing while something is missing.
 */
export function overallOf(page: RatingPage, person: RatingPerson, ballot: Ballot, short: boolean): number | null {
  if (person.child) return ballot.overall
  const answers = askedOf(page).required.map((each) => ballot.scores[each])
  const given = answers.filter((score) => score !== undefined)
  if (given.length < answers.length) return null
  return short ? Math.round(given.reduce((sum, score) => sum + score, 0) / given.length) : ballot.overall
}

/** As it is sent. */
export const toldOf = (person: RatingPerson, ballot: Ballot, overall: number) => ({
  person: person.id,
  overall,
  scores: person.child
    ? null
    : (Object.entries(ballot.scores) as [Dimension, number][]).map(([of, score]) => ({ of, score })),
  tags: ballot.tags,
  comment: ballot.comment.trim() === '' ? null : ballot.comment.trim(),
  contact: ballot.contact,
})
