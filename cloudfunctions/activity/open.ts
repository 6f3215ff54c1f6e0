import {
  type Activity,
  type ActivityPage,
  activityInput,
  type MyTable,
  type OwnParty,
  type TableEntry,
} from '../../src/domain/activity'
import { noInput } from '../../src/domain/input'
import { ownPeople } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { glanceOf, whyNotSignUp } from '../../src/domain/sign-up'
import type { Stage } from '../runtime/database'
import { allowed, procedure } from '../runtime/procedure'
import { addressOf } from '../runtime/storage'
import { engagementOf, freeTime, hasTime, keepTime } from './calendar'
import { belongingOf } from './scope'
import { toldAt } from './seat'
import { ownParties } from './view'

/** An activity with its roster beside it, in one request. */
export const withRoster: Stage[] = [
  { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
  { $unwind: '$roster' },
]

export type ActivityRow = Activity & { roster: Roster }

/** The page of one activity, for whoever opens it, cold or as a member. */
export const open = procedure({
  needs: 'anyone',
  input: activityInput,
  run: async (call, input): Promise<ActivityPage> => {
    const { db, member, now, centre } = call
    const [row] = await db.activities.aggregate<ActivityRow>({ _id: input.activity }, withRoster)
    if (!row) throw new Refused({ reason: 'not-found' })
    const { roster: found, ...activity } = row
    const mine = member !== null && ownPeople(member).some((person) => found.people.includes(person))
    const roster = mine ? await toldAt(db, found, now, member._id) : found
    const seating = seats(roster, now)
    const { priority } = roster.rules
    return {
      id: activity._id,
      centre: centre._id,
      title: activity.title,
      description: activity.description,
      category: activity.category,
      organiser: activity.organiser.name,
      place: { name: activity.place.name, note: activity.place.note },
      startsAt: activity.startsAt,
      endsAt: activity.endsAt,
      bands: activity.bands,
      bring: activity.bring,
      cover: activity.cover?.passed ? await addressOf(activity.cover.file) : null,
      state: activity.state,
      opensAt: roster.opensAt,
      closesAt: roster.closesAt,
      seats: glanceOf(roster, seating),
      priority: priority && now < priority.until ? { until: priority.until, label: priority.label } : null,
      parties: member ? ownParties(seating, member) : [],
      whyNot: whyNotSignUp(roster, [], [], now) ?? whyNoRoom(roster),
      staff: allowed(call, 'see-attendee-names', belongingOf(activity)),
    }
  },
})

/** Nobody in particular asks: is there room for one at all? */
const whyNoRoom = (roster: Roster) =>
  roster.room > 0
    ? null
    : ({ reason: 'waitlist-full', waiting: Math.max(0, roster.people.length - roster.capacity) } as const)

/** My table: what I and mine go to, and wait for; soonest first. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, member, now }): Promise<MyTable> => {
    const rows = await db.rosters.aggregate<Roster & { activity: Activity[] }>(
      { people: { $in: ownPeople(member) }, endsAt: { $gt: now } },
      [
        { $sort: { startsAt: 1, _id: 1 } },
        { $limit: 100 },
        { $lookup: { from: 'activities', localField: '_id', foreignField: '_id', as: 'activity' } },
      ],
    )
    const table: MyTable = { upcoming: [], waiting: [] }
    const standing = new Set<string>()
    for (const { activity: found, ...before } of rows) {
      const activity = found[0]
      if (!activity) continue
      const roster = await toldAt(db, before, now, member._id)
      for (const party of ownParties(seats(roster, now), member)) {
        standing.add(party.id)
        // A sign-up that was cut short before it took its time; where that is taken by now, both are on the table to see.
        if (roster.state === 'open' && !hasTime(member, party.id))
          await keepTime(db, member, engagementOf(roster, party.id, idsOf(party)))
        const entry: TableEntry = { activity: entryOf(activity, roster), party }
        if (party.state === 'seated') table.upcoming.push(entry)
        else table.waiting.push(entry)
      }
    }
    // Time kept for a party that is off every list (a step that was cut short) would refuse others for nothing. What
    // shifts, bookings and orders keep is not on these lists.
    const stale = member.calendar.filter(
      ({ of, duty, endsAt, party }) => of === undefined && !duty && endsAt > now && !standing.has(party),
    )
    if (stale.length > 0 && rows.length < 100)
      await freeTime(
        db,
        member._id,
        stale.map((entry) => entry.party),
      )
    return table
  },
})

const idsOf = (party: OwnParty): string[] => party.people.map(({ id }) => id)

const entryOf = (activity: Activity, roster: Roster): TableEntry['activity'] => ({
  id: activity._id,
  title: activity.title,
  startsAt: activity.startsAt,
  endsAt: activity.endsAt,
  place: activity.place.name,
  state: activity.state,
  closesAt: roster.closesAt,
})
