import { ageBands, isMinor } from '../../domain/age'
import { day, minute, startOfDay } from '../../domain/day'
import { type DutyTime, longestShift } from '../../domain/shift'
import type { Skill } from '../../domain/skill'
import type { Audience, Training, VolunteerPlace } from '../../domain/volunteer'
import { momentOf } from '../../text/moment-words'

/** A duty as it is being written. */
export interface DutyDraft {
  title: string
  place: string
  placeKind: VolunteerPlace
  weekly: boolean
  date: string
  weekdays: number[]
  from: string
  to: string
  team: string | null
  roles: RoleDraft[]
}

export interface RoleDraft {
  key: string
  name: string
  count: string
  standby: string
  skill: Skill | null
  licensed: boolean
  training: Training[]
  adults: boolean
  withWhom: Audience | null
}

export const emptyRole = (key: string): RoleDraft => ({
  key,
  name: '',
  count: '2',
  standby: '2',
  skill: null,
  licensed: false,
  training: ['basics'],
  adults: false,
  withWhom: null,
})

export const emptyDuty: DutyDraft = {
  title: '',
  place: '',
  placeKind: 'centre',
  weekly: true,
  date: '',
  weekdays: [],
  from: '9:00',
  to: '12:00',
  team: null,
  roles: [emptyRole('r1')],
}

/** Minutes from midnight, as people write an hour. */
function minutesOf(text: string): number | null {
  const at = momentOf('2026-01-01', text)
  return at === null ? null : Math.round((at - startOfDay(at)) / minute)
}

const isCount = (text: string, least: number): boolean => {
  const number = Number(text)
  return text.trim() !== '' && Number.isInteger(number) && number >= least && number <= 200
}

export type DutyLack = 'title' | 'place' | 'date' | 'weekdays' | 'time' | 'role' | 'count'

const within = (text: string, most: number) => text.trim().length >= 2 && text.trim().length <= most

/** What is still wrong with it. */
export function lacksOf(draft: DutyDraft, now: number): Set<DutyLack> {
  const [from, to] = [minutesOf(draft.from), minutesOf(draft.to)]
  const date = momentOf(draft.date, draft.from)
  const wrong: [DutyLack, boolean][] = [
    ['title', !within(draft.title, 14)],
    ['place', !within(draft.place, 16)],
    ['date', !draft.weekly && (date === null || date <= now)],
    ['weekdays', draft.weekly && draft.weekdays.length === 0],
    ['time', from === null || to === null || from >= to || (to - from) * minute > longestShift],
    ['role', draft.roles.some(({ name }) => !within(name, 10))],
    ['count', draft.roles.some(({ count, standby }) => !isCount(count, 1) || !isCount(standby, 0))],
  ]
  return new Set(wrong.flatMap(([lack, is]) => (is ? [lack] : [])))
}

/** When it is, once nothing is wrong with it any more. */
export function timeOf(draft: DutyDraft, now: number): DutyTime {
  const [from, to] = [minutesOf(draft.from) ?? 0, minutesOf(draft.to) ?? 0]
  if (draft.weekly)
    return { kind: 'weekly', weekdays: draft.weekdays, from, to, firstDay: startOfDay(now), lastDay: null }
  const date = startOfDay(momentOf(draft.date, '0:00') ?? now + day)
  return { kind: 'once', startsAt: date + from * minute, endsAt: date + to * minute }
}

const small = ['0-3', '4-6', '7-12']

/** Small children help only where a role says so; here none does. */
export const roleOf = ({ key, name, count, standby, skill, licensed, training, adults, withWhom }: RoleDraft) => ({
  key,
  name: name.trim(),
  count: Number(count),
  standby: Number(standby),
  bands: ageBands.filter((band) => !small.includes(band) && !(adults && isMinor(band))),
  skills: skill ? [skill] : [],
  licensed: licensed && skill !== null,
  training,
  withWhom,
  language: null,
})

/** So many roles at most. */
export const mostRoles = 8
