import { checkInHours } from '../../src/domain/attendance-hours'
import type { Activity } from '../../src/domain/activity'
import { type CodeSheet, type Desk, type DeskParty, deskInput, presences } from '../../src/domain/attendance'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import { maskedName, seesNames } from '../../src/domain/visibility'
import { glanceOf } from '../../src/domain/sign-up'
import { belongingOf } from '../activity/scope'
import { grown } from '../runtime/birth'
import type { Database, Stage } from '../runtime/database'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { codesOf, paperOf } from './codes'
import { initialOf } from './initial'

export type Row = Activity & { roster: Roster; whose?: Member[] }

/** The activity and its roster, and a member beside them where one is asked for; for staff whose reach it is in. */
export async function reach(call: MemberCall, activity: string, member?: string): Promise<Row> {
  const stages: Stage[] = [
    { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
    { $unwind: '$roster' },
  ]
  if (member !== undefined)
    stages.push({
      $lookup: {
        from: 'members',
        pipeline: [{ $match: { _id: member, centre: call.centre._id } }, { $project: { name: 1, family: 1 } }],
        as: 'whose',
      },
    })
  const [row] = await call.db.activities.aggregate<Row>({ _id: activity }, stages)
  if (!row) throw new Refused({ reason: 'not-found' })
  demand(call, 'check-in-others', belongingOf(row))
  return row
}

/** The staff's screen: everyone by party, with where they live and whether they are there; and the counts. */
export const desk = procedure({
  needs: 'check-in-others',
  input: deskInput,
  run: async (call, { activity }): Promise<Desk> => {
    const { db, centre, now, member } = call
    const row = await reach(call, activity)
    const whole = seesNames(member.roles, row.roster.endsAt, now)
    const { roster } = row
    const seating = seats(roster, now)
    const there = presences(roster.events)
    const members = await membersOf(db, [...new Set(seating.parties.map((party) => party.member))], now)
    const buildings = new Map(centre.buildings.map(({ id, name }) => [id, name]))
    const seated = seating.parties.filter((party) => party.state === 'seated').flatMap((party) => party.people)
    return {
      activity: {
        id: row._id,
        title: roster.title,
        startsAt: roster.startsAt,
        endsAt: roster.endsAt,
        state: row.state,
        place: row.place.name,
      },
      ...checkInHours(roster),
      now,
      seats: glanceOf(roster, seating),
      seated: seated.length,
      present: there.size,
      parties: seating.parties.map((party) => deskParty(party, members.get(party.member), whole, buildings, there)),
      paper: centre.paperPlaces?.includes(row.place.id) ? paperOf(centre._id, row.place.id) : null,
    }
  },
})

function deskParty(
  party: Party,
  member: Member | undefined,
  /** Whether the caller sees names and homes, or only how many there were. */
  whole: boolean,
  buildings: ReadonlyMap<string, string>,
  there: ReturnType<typeof presences>,
): DeskParty {
  const known = member ? [{ id: member._id, name: member.name, band: member.band }, ...member.family] : []
  return {
    id: party.id,
    initial: initialOf(known.find(({ id }) => id === party.people[0])?.name ?? ''),
    state: party.state,
    building: whole ? ((member?.building && buildings.get(member.building)) ?? null) : null,
    people: party.people.map((id) => {
      const person = known.find((each) => each.id === id)
      const presence = there.get(id)
      return {
        id,
        name: person ? (whole ? person.name : maskedName(person.name)) : '',
        band: whole ? (person?.band ?? null) : null,
        present: presence ? { at: presence.at, way: presence.way, checkIn: presence.checkIn } : null,
      }
    }),
  }
}

async function membersOf(db: Database, ids: string[], now: number): Promise<Map<string, Member>> {
  const found = await db.members.some<Member>(ids, ['name', 'band', 'birth', 'building', 'family'])
  return new Map(found.map((member) => [member._id, grown(member, now)]))
}

/** How many codes a screen is given at once: enough for some minutes without a network. */
const sheet = 12

/** The activity's codes for the next minutes, within its hours. */
export const code = procedure({
  needs: 'check-in-others',
  input: deskInput,
  run: async (call, { activity }): Promise<CodeSheet> => {
    const { now, centre } = call
    const { roster } = await reach(call, activity)
    const { from, until } = checkInHours(roster)
    if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
    if (now < from) throw new Refused({ reason: 'checkin-too-early', opensAt: from })
    if (now >= until) throw new Refused({ reason: 'checkin-too-late', closedAt: until })
    return { now, codes: codesOf(centre._id, activity, now, sheet) }
  },
})
