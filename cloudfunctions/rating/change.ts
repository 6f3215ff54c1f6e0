import { ratesUntil, ratingRules, type Verdict, type VerdictEntry, withdrawInput } from '../../src/domain/rating'
import { standings } from '../../src/domain/rating-summary'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { raterOf, voiceOf, brought, ownPerson, admitPresent } from './rater'
import { entryOf, watched } from './given'
import { saying } from './saying'

/** Changes one's rating, once, within two days; what was said before is kept, and counts no more. */
export const edit = saying(async (call, told, { activity, verdict, person, rater }) => {
  const standing = standings(verdict?.entries ?? []).find((each) => each.rater === rater)
  if (!verdict || !standing) throw new Refused({ reason: 'rate-not-checked-in' })
  // What was given in time may be changed for its two days, whenever the time for giving ends.
  admitPresent(call, person)
  if (verdict.edited.includes(rater)) throw new Refused({ reason: 'rate-edit-used' })
  const closedAt = standing.firstAt + ratingRules.editWithin
  if (call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
  const entry = await entryOf(call, told, person, true)
  const { waiting, low } = watched(entry)
  let seen: Verdict | null = verdict
  for (let attempt = 0; attempt < attempts && seen; attempt += 1) {
    if (seen.entries.some(({ id }) => id === entry.id)) return
    if (seen.edited.includes(rater) || seen.withdrawn?.includes(rater)) throw new Refused({ reason: 'rate-edit-used' })
    const more = low.filter((each) => !seen?.low.includes(each))
    // What was said before is nobody's to decide on any more.
    const old = new Set(seen.entries.flatMap((each) => (each.kind === 'rate' && each.rater === rater ? [each.id] : [])))
    const still = seen.waiting.filter((each) => !old.has(each))
    const changed: Verdict | null = await call.db.verdicts.findAndChange(
      { _id: activity._id, entries: _.size(seen.entries.length), edited: _.nin([rater]) },
      {
        edited: _.push([rater]),
        waiting: _.set([...still, ...waiting]),
        low: _.push(more),
        open: _.inc(still.length + waiting.length - seen.waiting.length + more.length),
        entries: _.push([entry]),
      },
    )
    if (changed) return
    seen = await call.db.verdicts.get(activity._id)
  }
  throw new Refused({ reason: 'server-busy' })
})

/** Takes back one's words, at any time; or one's whole rating, while one may rate. */
export const withdraw = procedure({
  needs: 'rate',
  input: withdrawInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, activity: id, person: of, what }): Promise<null> => {
    const { roster, verdict: found } = brought(call)
    const person = ownPerson(call, of)
    const rater = raterOf(id, voiceOf(call.member._id, person))
    if (!found?.raters.includes(rater)) throw new Refused({ reason: 'rate-not-checked-in' })
    const closedAt = ratesUntil(roster.endsAt, person.band, person.proxy)
    if (what === 'score' && call.now >= closedAt) throw new Refused({ reason: 'rate-window-closed', closedAt })
    const entry: VerdictEntry = { id: intent, at: call.now, kind: 'withdraw', rater, what }
    let verdict: Verdict | null = found
    for (let attempt = 0; attempt < attempts && verdict; attempt += 1) {
      if (isWithdrawn(verdict, rater, what)) return null
      // What is taken back is in nobody's queue any more.
      const words = verdict.entries.flatMap((each) => (each.kind === 'rate' && each.rater === rater ? [each.id] : []))
      const waiting = verdict.waiting.filter((each) => words.includes(each))
      const low = what === 'score' ? verdict.low.filter((each) => each === rater) : []
      const taken = await call.db.verdicts.findAndChange(
        { _id: id, entries: _.size(verdict.entries.length) },
        {
          ...(what === 'score' && { withdrawn: _.push([rater]) }),
          waiting: _.pullAll(waiting),
          low: _.pullAll(low),
          open: _.inc(-waiting.length - low.length),
          entries: _.push([entry]),
        },
      )
      if (taken) return null
      verdict = await call.db.verdicts.get(id)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** How often a step is tried where someone else's came between the look and the step. */
const attempts = 5

/** Whether this was taken back already, and nothing was said since. */
function isWithdrawn(verdict: Verdict, rater: string, what: 'text' | 'score'): boolean {
  if (what === 'score') return verdict.withdrawn?.includes(rater) ?? false
  return standings(verdict.entries).every((each) => each.rater !== rater || each.comment === null)
}
