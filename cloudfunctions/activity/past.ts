import type { Activity, PastEntry } from '../../src/domain/activity'
import { day } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import { ownPeople } from '../../src/domain/member'
import { isSpokenFor, ratesUntil, type Verdict } from '../../src/domain/rating'
import { publicSummary, replyOf } from '../../src/domain/rating-summary'
import type { Roster } from '../../src/domain/roster'
import { type MemberCall, procedure } from '../runtime/procedure'
import { raterOf, voiceOf } from '../rating/rater'

/** How far one looks back, and at how much. */
const lately = 180 * day
const most = 40

type Row = Omit<Roster, 'events'> & { activity: Activity[]; verdict: Verdict[] }

/** What I and mine went to, or were to go to, the latest first: what became of it, and whether it may be rated. */
export const past = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async (call): Promise<PastEntry[]> => {
    const { db, member, now } = call
    const beside = (from: string, as: string) => ({ $lookup: { from, localField: '_id', foreignField: '_id', as } })
    const rows = await db.rosters.aggregate<Row>(
      { people: { $in: ownPeople(member) }, endsAt: { $gt: now - lately, $lte: now } },
      [
        { $sort: { endsAt: -1, _id: 1 } },
        { $limit: most },
        { $project: { events: 0 } },
        beside('activities', 'activity'),
        beside('verdicts', 'verdict'),
      ],
    )
    return rows.map((row) => entryOf(call, row))
  },
})

function entryOf({ member, now }: MemberCall, row: Row): PastEntry {
  const verdict = row.verdict[0] ?? null
  const mine = [{ id: member._id, name: member.name, band: member.band }, ...member.family]
  const came = mine.filter(({ id }) => row.present?.includes(id))
  const toRate = came.filter(
    ({ id, band }) =>
      (id === member._id || isSpokenFor(band)) &&
      !verdict?.raters.includes(raterOf(row._id, voiceOf(member._id, { id, band }))) &&
      now < ratesUntil(row.endsAt, band, id !== member._id),
  )
  const summary = publicSummary(verdict)
  const cancelled = row.state === 'cancelled'
  return {
    id: row._id,
    title: row.title,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    place: row.activity[0]?.place.name ?? '',
    people: mine.filter(({ id }) => row.people.includes(id)).map(({ name }) => name),
    became: cancelled ? 'cancelled' : came.length > 0 ? 'came' : 'absent',
    mayRate: !cancelled && toRate.length > 0,
    ratings: summary?.ratings ?? null,
    mean: summary?.mean ?? null,
    reply: verdict && !verdict.private ? (replyOf(verdict.entries)?.text ?? null) : null,
  }
}
