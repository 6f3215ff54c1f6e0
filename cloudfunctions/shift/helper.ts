import type { Member } from '../../src/domain/member'
import type { Shift } from '../../src/domain/shift'
import type { Rest } from '../../src/domain/shift-rest'
import type { Helper, Task } from '../../src/domain/this-week'
import type { Volunteer } from '../../src/domain/volunteer'
import { provenAt, standingOf } from '../../src/domain/volunteer-log'

/** A volunteer as one who looks for something to do. */
export function helperOf(
  volunteer: Volunteer,
  member: Pick<Member, '_id' | 'band' | 'building' | 'calendar'>,
  now: number,
  rest: Rest,
): Helper {
  const { trained, cleared } = standingOf(volunteer.events)
  return {
    person: member._id,
    band: member.band,
    building: member.building,
    calendar: member.calendar,
    team: volunteer.team,
    skills: volunteer.skills,
    times: volunteer.times,
    places: volunteer.places,
    withWhom: volunteer.withWhom,
    languages: volunteer.languages,
    weekHours: volunteer.weekHours,
    proven: provenAt(volunteer.qualifications, now),
    trained,
    cleared,
    rest,
  }
}

/** What of a shift says whom it fits; of what is empty nothing is there. */
export type OpenShift = Pick<Shift, '_id' | 'startsAt' | 'endsAt' | 'placeKind'> &
  Partial<Pick<Shift, 'bands' | 'skills' | 'training'>> & {
    licensed?: boolean
    withWhom?: Shift['withWhom']
    language?: Shift['language']
    team?: string | null
    lack?: number
    swap?: string | null
  }

export interface ShiftTask extends Task {
  kind: 'shift'
  swapId: string | null
}

export function taskOf(shift: OpenShift): ShiftTask {
  const { _id: id, startsAt, endsAt, placeKind, lack = 0, swap = null } = shift
  return {
    kind: 'shift',
    id,
    startsAt,
    endsAt,
    parts: [],
    skills: shift.skills ?? [],
    skillsAre: 'all',
    licensed: shift.licensed ?? false,
    training: shift.training ?? [],
    bands: shift.bands ?? null,
    building: null,
    placeKind,
    withWhom: shift.withWhom ?? null,
    language: shift.language ?? null,
    team: shift.team ?? null,
    lack,
    swap: lack === 0 && swap !== null,
    swapId: lack === 0 ? swap : null,
  }
}
