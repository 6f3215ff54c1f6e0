import { workdaysLater } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import {
  contactInput,
  decideInput,
  followInput,
  ratingRules,
  replyInput,
  type Verdict,
  type VerdictEntry,
} from '../../src/domain/rating'
import { type RatingQueue, type RatingRow, standings, summaryOf } from '../../src/domain/rating-summary'
import { covers } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { writeLook } from '../audit/look'
import { checkText } from '../runtime/content'
import { _ } from '../runtime/database'
import { demand, type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { isOwnWork } from './rater'

/** The organiser answers, once, in public. They see no one's name, and take nothing away. */
export const reply = procedure({
  needs: 'reply-rating',
  input: replyInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, activity: id, text }): Promise<null> => {
    const { activity, verdict, db, member, now, openid } = call
    if (!activity) throw new Refused({ reason: 'not-found' })
    demand(call, 'reply-rating', { organisation: activity.organiser.id })
    if (!verdict) throw new Refused({ reason: 'not-found' })
    if (verdict.entries.some((entry) => entry.id === intent)) return null
    if (verdict.replied) throw new Refused({ reason: 'reply-once' })
    const check = await checkText(text, openid, 'comment')
    if (check === 'reject') throw new Refused({ reason: 'content-blocked' })
    const waits = check === 'review'
    const entry: VerdictEntry = {
      id: intent,
      at: now,
      kind: 'reply',
      text,
      by: member._id,
      check: waits ? 'wait' : 'pass',
    }
    const replied = await db.verdicts.findAndChange(
      { _id: id, replied: false },
      { replied: true, waiting: _.push(waits ? [intent] : []), open: _.inc(waits ? 1 : 0), entries: _.push([entry]) },
    )
    if (replied) return null
    const there = await db.verdicts.get(id)
    if (there?.entries.some((each) => each.id === intent)) return null
    throw new Refused({ reason: 'reply-once' })
  },
})

type Row = Verdict & { roster: { present?: string[] }[] }

/** How what ended lately was judged, best first by the lower bound; what too few judged comes last, without a number. */
export const board = procedure({
  needs: 'see-rating-aggregate',
  input: noInput,
  run: async (call): Promise<RatingRow[]> => {
    const { db, now, member } = call
    const rows = await db.verdicts.aggregate<Row>({ endsAt: { $gt: now - ratingRules.lately, $lte: now } }, [
      { $sort: { endsAt: -1 } },
      { $limit: 300 },
      { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
    ])
    return rows
      .filter((row) => !row.private && covers(member, 'see-rating-aggregate', { organisation: row.organiser.id }))
      .map(rowOf)
      .sort((a, b) => (b.bound ?? 0) - (a.bound ?? 0) || b.endsAt - a.endsAt)
  },
})

function rowOf(row: Row): RatingRow {
  const { ratings, mean, bound, few } = summaryOf([row])
  const present = row.roster[0]?.present?.length ?? 0
  const shown = ratings >= ratingRules.leastShown
  const ranked = shown && ratings >= ratingRules.leastShare * present
  return {
    id: row._id,
    title: row.title,
    organiser: row.organiser.name,
    endsAt: row.endsAt,
    present,
    ratings,
    mean: shown ? mean : null,
    bound: ranked ? bound : null,
    few,
    replied: row.replied,
  }
}

/** Who looks into low ratings: the committee, never the organiser. */
const looksInto = (call: MemberCall): boolean => scopesIn(call, 'see-rating-identity').includes('on-request-logged')

/** Whoever gave an activity decides nothing about what is said of it, and does not learn who said it. */
function standApart(call: MemberCall): void {
  if (isOwnWork(call)) throw new Refused({ reason: 'rate-own-session' })
}

/** What waits: words that a person decides on, and for the committee low ratings to look into. */
export const queue = procedure({
  needs: 'moderate-content',
  input: noInput,
  run: async (call): Promise<RatingQueue> => {
    const found = await call.db.verdicts.aggregate<Verdict>({ open: { $gt: 0 } }, [
      { $sort: { endsAt: 1 } },
      { $limit: 100 },
    ])
    // Nobody looks after what is said of their own organisation's work.
    const rows = found.filter(({ organiser }) => organiser.id !== call.member.organisation)
    const words = rows.flatMap(({ _id, title, waiting, entries }) => {
      // Words that were taken back, or said otherwise since, are nobody's to read.
      const said = new Set(standings(entries).flatMap(({ entry, comment }) => (comment === null ? [] : [entry])))
      return entries.flatMap((entry): RatingQueue['words'] => {
        if (!waiting.includes(entry.id)) return []
        if (entry.kind === 'reply')
          return [{ activity: _id, title, id: entry.id, of: 'reply', text: entry.text, at: entry.at }]
        if (entry.kind !== 'rate' || entry.comment === null || !said.has(entry.id)) return []
        return [{ activity: _id, title, id: entry.id, of: 'rating', text: entry.comment, at: entry.at }]
      })
    })
    const low = looksInto(call)
      ? rows.flatMap(({ _id, title, organiser, low: raters, entries }) =>
          standings(entries)
            .filter(({ rater }) => raters.includes(rater))
            .map(({ rater, overall, child, tags, comment, firstAt, contact }) => ({
              activity: _id,
              title,
              organiser: organiser.name,
              rater,
              overall,
              child,
              tags,
              text: comment,
              at: firstAt,
              dueAt: workdaysLater(firstAt, ratingRules.followDays),
              wantsContact: contact !== null,
            })),
        )
      : []
    return { words, low }
  },
})

/** Decides whether words may be seen. The score counts either way. */
export const decide = procedure({
  needs: 'moderate-content',
  input: decideInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, activity, about, pass, reason }): Promise<null> => {
    const { db, member, now } = call
    standApart(call)
    const isReply = call.verdict?.entries.some((each) => each.id === about && each.kind === 'reply') ?? false
    const entry: VerdictEntry = { id: intent, at: now, kind: 'decide', about, pass, by: member._id, reason }
    const decided = await db.verdicts.findAndChange(
      { _id: activity, waiting: _.all([about]) },
      {
        waiting: _.pull(about),
        open: _.inc(-1),
        entries: _.push([entry]),
        // Who may not say it like that may say it otherwise.
        ...(isReply && !pass && { replied: false }),
      },
    )
    if (decided) return null
    const there = await db.verdicts.get(activity)
    if (!there?.entries.some((each) => each.id === about)) throw new Refused({ reason: 'not-found' })
    return null
  },
})

/** Writes down what came of looking into a low rating. The organiser's own people do not close their own. */
export const follow = procedure({
  needs: 'moderate-content',
  input: followInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, activity, rater, outcome }): Promise<null> => {
    const { db, member, now, verdict } = call
    if (!looksInto(call)) throw new Refused({ reason: 'no-permission' })
    standApart(call)
    if (!verdict?.raters.includes(rater)) throw new Refused({ reason: 'not-found' })
    const entry: VerdictEntry = { id: intent, at: now, kind: 'follow', rater, by: member._id, outcome }
    await db.verdicts.findAndChange(
      { _id: activity, low: _.all([rater]) },
      { low: _.pull(rater), open: _.inc(-1), entries: _.push([entry]) },
    )
    return null
  },
})

/** Who asked to be called back, and by what number: for the committee, with a reason that its owner can read. */
export const contact = procedure({
  needs: 'moderate-content',
  input: contactInput,
  roster: (input) => input.activity,
  verdict: true,
  run: async (call, { intent, rater, reason }): Promise<{ name: string; phone: string | null }> => {
    const { db, verdict } = call
    if (!looksInto(call)) throw new Refused({ reason: 'no-permission' })
    standApart(call)
    const standing = standings(verdict?.entries ?? []).find((each) => each.rater === rater)
    const about = standing?.contact ? await db.members.get(standing.contact) : null
    if (!verdict || !about) throw new Refused({ reason: 'not-found' })
    const phone = about.phone === undefined ? null : unseal('phone', about._id, about.phone)
    const what = phone === null ? [] : (['phone'] as const)
    const { title } = verdict
    await writeLook(call, { intent, of: `rating ${verdict._id}`, about: about._id, what: [...what], reason, title })
    return { name: about.name, phone }
  },
})
