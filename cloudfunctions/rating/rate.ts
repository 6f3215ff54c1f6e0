import type { Verdict } from '../../src/domain/rating'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import { admitRater } from './rater'
import { saying } from './saying'
import { entryOf, watched } from './given'

/** Rates, once for each person who came. The verdict is made with its first rating. */
export const rate = saying(async (call, told, { activity, verdict, person, rater }) => {
  admitRater(call, person)
  if (verdict?.raters.includes(rater)) throw alreadyOf(verdict, rater)
  const entry = await entryOf(call, told, person, false)
  const { waiting, low } = watched(entry)
  const open = waiting.length + low.length
  if (!verdict) {
    const { title, organiser, endsAt } = activity
    const made: Verdict = {
      _id: activity._id,
      centre: call.centre._id,
      title,
      organiser,
      endsAt,
      private: activity.private,
      raters: [rater],
      edited: [],
      waiting,
      low,
      open,
      replied: false,
      entries: [entry],
    }
    if ((await call.db.verdicts.insert(made)) === 'inserted') return
  }
  const rated = await call.db.verdicts.findAndChange(
    { _id: activity._id, raters: _.nin([rater]), 'entries.id': _.nin([entry.id]) },
    {
      raters: _.push([rater]),
      waiting: _.push(waiting),
      low: _.push(low),
      open: _.inc(open),
      entries: _.push([entry]),
    },
  )
  if (rated) return
  const now = await call.db.verdicts.get(activity._id)
  if (now?.entries.some(({ id }) => id === entry.id)) return
  throw now ? alreadyOf(now, rater) : new Refused({ reason: 'server-busy' })
})

function alreadyOf(verdict: Verdict, rater: string): Refused {
  const first = verdict.entries.find((entry) => entry.kind === 'rate' && entry.rater === rater)
  return new Refused({ reason: 'rate-already', at: first?.at ?? 0 })
}
