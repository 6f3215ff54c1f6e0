import { type AgeBand, isMinor } from './age'
import type { Engagement } from './member'
import type { Shift } from './shift'
import type { Refusal } from './refusal'
import type { RestRefusal } from './rest-refusal'
import { restOfAnother, whyNotRested } from './rested'
import type { Rest } from './shift-rest'
import { clashes } from './sign-up'
import type { Volunteer } from './volunteer'
import { provenAt, standingOf } from './volunteer-log'
import type { VolunteerRefusal } from './volunteer-refusal'

/** A shift without its log: what lists read, and what decides but the log. */
export type ShiftGuard = Omit<Shift, 'events' | 'rules'>

/** What of a volunteer decides; a document without more will do. */
export type Serving = Pick<Volunteer, '_id' | 'events' | 'skills' | 'qualifications'>

/** Someone who would be on a shift: the volunteer, or a child of theirs who comes along. */
export interface Server {
  id: string
  band: AgeBand
}

/** Bands of children who have no account, and help only beside the grown-up who brings them. */
const besides: readonly AgeBand[] = ['0-3', '4-6', '7-12']

/**
 * Why these people may not take this shift now, or nothing. `people` has the volunteer first. The database's atomic
 * steps check the same once more; this says which of it refused.
 */
export function whyNotShift(
  shift: ShiftGuard,
  volunteer: Serving,
  people: readonly Server[],
  calendar: readonly Engagement[],
  now: number,
  rest: Rest,
): VolunteerRefusal | RestRefusal | undefined {
  return (
    whyNotOpen(shift, people, now) ??
    whyNotFit(shift, volunteer, people) ??
    whyNotFree(shift, people, calendar, rest) ??
    whyNoRoom(shift, people)
  )
}

function whyNotOpen(shift: ShiftGuard, people: readonly Server[], now: number): VolunteerRefusal | undefined {
  if (shift.state === 'cancelled') return { reason: 'shift-cancelled' }
  if (now >= shift.startsAt) return { reason: 'shift-begun' }
  if (people.some(({ id }) => shift.people.includes(id))) return { reason: 'shift-already' }
  return undefined
}

/** Why they are not who is needed: their standing, skills, training and age. */
export function whyNotFit(
  shift: Pick<Shift, 'bands' | 'skills' | 'licensed' | 'training' | 'startsAt'>,
  volunteer: Serving,
  people: readonly Server[],
): VolunteerRefusal | undefined {
  const { state, trained, cleared } = standingOf(volunteer.events)
  if (state !== 'active') return { reason: 'volunteer-state', state }
  const minors = people.some(({ band }) => isMinor(band))
  if (minors && shift.training.includes('home-visits')) return { reason: 'minor-no-home-visit' }
  if (!people.some(({ id }) => id === volunteer._id)) return { reason: 'shift-together' }
  if (people[0] && isMinor(people[0].band) && people.length > 1) return { reason: 'shift-together' }
  if (people.some(({ band }) => !shift.bands.includes(band))) return { reason: 'shift-age', bands: shift.bands }
  const proven = provenAt(volunteer.qualifications, shift.startsAt)
  for (const skill of shift.skills) {
    if (shift.licensed && !proven.includes(skill)) return { reason: 'licence-needed', skill }
    if (!volunteer.skills.includes(skill) && !proven.includes(skill)) return { reason: 'skill-needed', skill }
  }
  for (const topic of shift.training) {
    if (!trained.includes(topic)) return { reason: 'training-needed', topic }
    if (topic !== 'basics' && !cleared.includes(topic)) return { reason: 'clearing-needed', topic }
  }
  return undefined
}

/** Why their time is not free: something else is on then, or they would not have rest enough. */
export function whyNotFree(
  shift: Pick<Shift, '_id' | 'startsAt' | 'endsAt'>,
  people: readonly Server[],
  calendar: readonly Engagement[],
  rest: Rest,
): VolunteerRefusal | RestRefusal | undefined {
  const ids = people.map(({ id }) => id)
  const clash = calendar.find((entry) => entry.roster !== shift._id && clashes(entry, ids, shift))
  if (clash) return { reason: 'shift-clash', title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt }
  return whyNotRested(calendar, people, shift, rest)
}

/** A refusal as somebody else than the volunteer is told it: not what else is on, nor when; that may be a private thing. */
export function ofAnother(refusal: Refusal): Refusal {
  if (refusal.reason === 'rest-day' || refusal.reason === 'rest-week' || refusal.reason === 'rest-night')
    return restOfAnother(refusal)
  const elsewhere = refusal.reason === 'shift-clash' || refusal.reason === 'just-signed-elsewhere'
  return elsewhere ? { reason: 'volunteer-busy' } : refusal
}

function whyNoRoom(shift: ShiftGuard, people: readonly Server[]): VolunteerRefusal | undefined {
  if (people.length <= shift.room && people.length <= shift.capacity) return undefined
  return { reason: 'shift-full', capacity: shift.capacity, waiting: waitingOn(shift) }
}

/** Whether a child of the family may come along at all. */
export const comesAlong = (band: AgeBand): boolean => besides.includes(band) || band === '13-17'

/** How many are still needed, as the guard fields say it. */
export const lackOf = ({ capacity, people }: Pick<Shift, 'capacity' | 'people'>): number =>
  Math.max(0, capacity - people.length)

/** How many stand by. */
export const waitingOn = ({ capacity, people }: Pick<Shift, 'capacity' | 'people'>): number =>
  Math.max(0, people.length - capacity)
