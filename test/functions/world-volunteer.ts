import { memberId } from '../../cloudfunctions/runtime/caller'
import { ageBands } from '../../src/domain/age'
import type { RosterEvent } from '../../src/domain/roster'
import { type Duty, type DutyRole, type Shift, shiftOf } from '../../src/domain/shift'
import { languages, type Volunteer, weekTimes } from '../../src/domain/volunteer'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** The member of the bearer `local.<who>` as an active volunteer, trained in the basics, with every time free. */
export function volunteer(at: string, who: string, more: Partial<Volunteer> = {}): Volunteer {
  const _id = memberId(at, `web:${who}`)
  const staff = memberId(at, 'web:role-social-worker')
  return {
    _id,
    centre: at,
    state: 'active',
    events: [
      { id: `applies-${who}`, at: 1, by: _id, kind: 'apply' },
      { id: `learns-${who}`, at: 2, by: staff, kind: 'train', topic: 'basics' },
      { id: `admits-${who}`, at: 3, by: staff, kind: 'admit' },
    ],
    team: null,
    qualifications: [],
    pledge: { version: '1', at: 1 },
    skills: [],
    words: null,
    times: [...weekTimes],
    places: ['centre'],
    withWhom: ['elders'],
    languages: [languages[0]],
    weekHours: 6,
    homeVisits: false,
    minors: false,
    ...more,
  }
}

export const role = (more: Partial<DutyRole> = {}): DutyRole => ({
  key: 'a',
  name: '接待',
  count: 2,
  standby: 2,
  bands: [...ageBands],
  skills: [],
  licensed: false,
  training: [],
  withWhom: null,
  language: null,
  ...more,
})

export const duty = (at: string, _id: string, more: Partial<Duty> = {}): Duty => ({
  _id,
  centre: at,
  title: '大厅值班',
  place: '一楼大厅',
  placeKind: 'centre',
  activity: null,
  team: null,
  organisation: null,
  createdBy: null,
  when: { kind: 'once', startsAt: Date.now() + 3 * day, endsAt: Date.now() + 3 * day + 2 * hour },
  roles: [role()],
  state: 'open',
  madeUntil: 8.64e15,
  saved: 'intent-before',
  createdAt: 0,
  ...more,
})

/** A shift of two places and two to stand by, in two days, for two hours; everything said otherwise by `more`. */
export function shift(at: string, _id: string, more: Partial<Shift & DutyRole> = {}): Shift {
  const startsAt = more.startsAt ?? Date.now() + 2 * day
  const endsAt = more.endsAt ?? startsAt + 2 * hour
  const { count = more.capacity ?? 2, standby = more.waitCapacity ?? 2, key: _key, name, ...given } = more
  const made = shiftOf(
    duty(at, 'some-duty'),
    role({ count, standby, ...(name !== undefined && { name }) }),
    { startsAt, endsAt },
    _id,
  )
  return { ...made, ...given, startsAt, endsAt }
}

/** What the world has of volunteers: at each centre 黄 serves, and is on the shift "<centre>-desk". */
export function volunteerWorld() {
  const here = ['one', 'two'].map((at) => {
    const huang = volunteer(at, 'huang')
    const { _id: member } = huang
    const join: RosterEvent = { id: `intent-desk-${at}`, at: 1, kind: 'join', member, people: [member], first: true }
    const desk = shift(at, `${at}-desk`, {
      startsAt: Date.now() + 5 * day,
      people: [member],
      room: 3,
      events: [join],
    })
    return { huang, desk, duty: duty(at, `${at}-duty`) }
  })
  return {
    volunteers: here.map(({ huang }) => huang),
    shifts: here.map(({ desk }) => desk),
    duties: here.map((each) => each.duty),
  }
}
