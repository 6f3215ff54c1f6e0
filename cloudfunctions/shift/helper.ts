import type { Member } from '../../src/domain/member'
import type { Shift } from '../../src/domain/shift'
import type { Helper, Task } from '../../src/domain/this-week'
import type { Volunteer } from '../../src/domain/volunteer'
import { provenAt, standingOf } from '../../src/domain/volunteer-log'

/** A volunteer as one who looks for something to do. */
export function helperOf(
  volunteer: Volunteer,
  member: Pick<Member, '_id' | 'band' | 'building' | 'calendar'>,
  now: number,
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
  }
}

/** What of a shift says whom it fits; read from the guard fields, without the log and without anyone's id. */
export type OpenShift = Pick<
  Shift,
  | '_id'
  | 'title'
  | 'place'
  | 'placeKind'
  | 'startsAt'
  | 'endsAt'
  | 'skills'
  | 'licensed'
  | 'training'
  | 'bands'
  | 'withWhom'
  | 'language'
  | 'team'
> & { lack: number; swap?: string | null }

export interface ShiftTask extends Task {
  kind: 'shift'
  swapId: string | null
}

export const taskOf = (shift: OpenShift): ShiftTask => ({
  kind: 'shift',
  id: shift._id,
  title: shift.title,
  place: shift.place,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  skills: shift.skills,
  skillsAre: 'needed',
  licensed: shift.licensed,
  training: shift.training,
  bands: shift.bands,
  building: null,
  placeKind: shift.placeKind,
  withWhom: shift.withWhom,
  language: shift.language,
  team: shift.team,
  lack: shift.lack,
  swap: shift.lack === 0 && (shift.swap ?? null) !== null,
  swapId: shift.lack === 0 ? (shift.swap ?? null) : null,
})
