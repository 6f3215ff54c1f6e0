import { isMinor } from '../../src/domain/age'
import { noInput } from '../../src/domain/input'
import { ownPeople } from '../../src/domain/member'
import type { Shift } from '../../src/domain/shift'
import { seats } from '../../src/domain/seats'
import type { MyShift, MyVolunteering, QualificationRow } from '../../src/domain/shift-page'
import { hour } from '../../src/domain/day'
import { clockRuns } from '../../src/domain/hours'
import type { Qualification, Team, Volunteer, VolunteerProfile } from '../../src/domain/volunteer'
import { standingOf } from '../../src/domain/volunteer-log'
import { type MemberCall, procedure } from '../runtime/procedure'
import { cardOf, ownShiftParty } from '../shift/view'

/** Me as a volunteer: how I stand, what I said of myself, and my shifts. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async (call): Promise<MyVolunteering> => myPage(call),
})

/** The most of one's shifts that are shown. */
const most = 40

type Row = Volunteer & { teams: Pick<Team, '_id' | 'name'>[] }

const withTeam = {
  $lookup: {
    from: 'teams',
    localField: 'team',
    foreignField: '_id',
    as: 'teams',
  },
}

export async function myPage({ db, member, now, self }: MemberCall): Promise<MyVolunteering> {
  const [[row], shifts] = await Promise.all([
    db.volunteers.aggregate<Row>({ _id: self }, [withTeam, { $limit: 1 }]),
    db.shifts.aggregate<Shift>({ people: { $in: ownPeople(member) }, startsAt: { $gt: now - 12 * hour } }, [
      { $sort: { startsAt: 1 } },
      { $limit: most },
    ]),
  ])
  const minor = isMinor(member.band)
  const own = shifts.flatMap((shift): MyShift[] => {
    // Over, but whoever forgot to check out can still do so.
    if (shift.endsAt < now && !clockRuns(shift, now)) return []
    const seating = seats(shift, now)
    return seating.parties
      .filter((party) => party.member === self)
      .map((party) => ({ ...cardOf(shift), party: ownShiftParty(shift, seating, party, member) }))
  })
  return {
    volunteer: row ? ownView(row) : null,
    shifts: own,
    minor,
    guardianNeeded: minor && !member.guardian,
  }
}

function ownView(row: Row): MyVolunteering['volunteer'] {
  const { state, trained, cleared, reason } = standingOf(row.events)
  return {
    state,
    reason,
    trained,
    cleared,
    team: row.teams[0]?.name ?? null,
    profile: profileOf(row),
    qualifications: row.qualifications.map(qualificationRow),
  }
}

/** What a volunteer said of themselves, and nothing else of the document. */
export const profileOf = (volunteer: Volunteer): VolunteerProfile => {
  const { skills, words, times, places, withWhom, languages, weekHours, homeVisits, minors } = volunteer
  return { skills, words, times, places, withWhom, languages, weekHours, homeVisits, minors }
}

export const qualificationRow = (qualification: Qualification): QualificationRow => {
  const { id, name, skill, expiresAt, at, state, reason, file } = qualification
  return { id, name, skill, expiresAt, at, state, pictured: file !== null, ...(reason !== undefined && { reason }) }
}
