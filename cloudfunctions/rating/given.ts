import { asked, type Given, isChildRater, isLow, type rateInput, type VerdictEntry } from '../../src/domain/rating'
import type { InferOutput } from 'valibot'
import { Refused } from '../../src/domain/refusal'
import { checkText } from '../runtime/content'
import type { MemberCall } from '../runtime/procedure'
import { raterOf, voiceOf, brought, type Person } from './rater'

type Rate = VerdictEntry & { kind: 'rate' }
export type Told = InferOutput<typeof rateInput>

/** What is kept of what was told: of a private service two answers and no words, of a child one of three faces. */
function givenOf(call: MemberCall, told: Told, person: Person): Given {
  const { activity } = brought(call)
  const { required, optional } = activity.private ? asked.private : asked.activity
  const child = isChildRater(person.band) && !activity.private
  const answered = new Map((told.scores ?? []).map(({ of, score }) => [of, score]))
  const scores = Object.fromEntries(
    child ? [] : [...answered].filter(([of]) => [...required, ...optional].some((each) => each === of)),
  )
  const bad = (field: string) => new Refused({ reason: 'bad-input', field })
  if (child ? told.overall > 3 : required.some((each) => !answered.has(each))) throw bad(child ? 'overall' : 'scores')
  if (activity.private && told.comment !== null) throw new Refused({ reason: 'rate-private' })
  return {
    rater: raterOf(activity._id, voiceOf(call.member._id, person)),
    overall: told.overall,
    child,
    scores,
    tags: activity.private || child ? [] : [...new Set(told.tags)],
    comment: child ? null : told.comment,
    proxy: person.proxy,
    contact: told.contact ? call.member._id : null,
  }
}

export async function entryOf(call: MemberCall, told: Told, person: Person, edit: boolean): Promise<Rate> {
  const given = givenOf(call, told, person)
  // Words that may not be seen are not seen; the score counts all the same.
  const check = given.comment === null ? 'pass' : await checkText(given.comment, call.openid, 'comment')
  return { id: told.intent, at: call.now, kind: 'rate', edit, check: check === 'pass' ? 'pass' : 'wait', ...given }
}

/** The guard fields that a rating changes, beside the entries. */
export const watched = (entry: Rate) => ({
  waiting: entry.check === 'wait' ? [entry.id] : [],
  low: isLow(entry) || entry.contact !== null ? [entry.rater] : [],
})
