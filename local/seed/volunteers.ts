import { derivedId } from '../../cloudfunctions/runtime/caller'
import type { Activity } from '../../src/domain/activity'
import { ageBands } from '../../src/domain/age'
import { day, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { type Duty, type DutyRole, madeAhead, type Shift, shiftOf, timesOf } from '../../src/domain/shift'
import { whyNotFit, whyNotFree } from '../../src/domain/shift-fit'
import { usualRest } from '../../src/domain/shift-rest'
import type { Team, Volunteer, VolunteerEvent, VolunteerState } from '../../src/domain/volunteer'
import { momentOf } from './moments'
import content from './content/volunteers.json'

/** Who serves at the demo centre, in which teams, and what they are needed for. */
export interface Serving {
  volunteers: Volunteer[]
  teams: Team[]
  duties: Duty[]
  shifts: Shift[]
}

/** Finds a member by their id in the content. */
type Find = (id: string) => Member

export function servingAt(centre: string, find: Find, activities: readonly Activity[], now: number): Serving {
  const today = startOfDay(now)
  const staff = find('st-sw-2')._id
  const volunteers = content.volunteers.map((said) => volunteerOf(centre, find(said.member), said, staff, today))
  for (const volunteer of volunteers) {
    const member = content.volunteers.find((said) => find(said.member)._id === volunteer._id)?.member as string
    volunteer.qualifications = papersOf(member, volunteer._id, today, staff)
  }
  const duties = [...content.duties.map((said) => dutyOf(centre, said, today)), ...activityDuties(centre, activities)]
  const shifts = duties.flatMap((duty) =>
    timesOf(duty.when, now, duty.when.kind === 'once' ? 8.64e15 : now + madeAhead).flatMap((time) =>
      duty.roles.map((role) => {
        const id = derivedId(20, 'shift', centre, duty._id, role.key, String(time.startsAt))
        const shift = shiftOf(duty, role, time, id)
        for (const who of namedFor(duty, role)) signOn(shift, find(who), volunteers)
        return { ...shift, told: shift.events.length, toTell: false }
      }),
    ),
  )
  const lobby = duties.find(({ _id }) => _id === 'duty-lobby')
  const kept = lobby ? lastKept(lobby, keeper(find), volunteers, today) : []
  return {
    volunteers,
    teams: content.teams.map(({ id, name, captain }) => ({
      _id: id,
      centre,
      name,
      captain: find(captain)._id,
      saved: 'seed',
      createdAt: today - 300 * day,
    })),
    duties,
    shifts: [...shifts, ...kept],
  }
}

/** Who had the desk the last time, and did not check in: for staff to write down. */
const keeper = (find: Find): Member => find('r-08')

/** The latest shift of a standing duty that is over, with somebody on it and nothing on record. */
function lastKept(duty: Duty, member: Member, volunteers: readonly Volunteer[], today: number): Shift[] {
  const time = timesOf(duty.when, today - 7 * day, today).at(-1)
  const [role] = duty.roles
  if (!time || !role) return []
  const id = derivedId(20, 'shift', duty.centre, duty._id, role.key, String(time.startsAt))
  const shift = shiftOf(duty, role, time, id)
  signOn(shift, member, volunteers)
  return [{ ...shift, told: shift.events.length, toTell: false }]
}

type Said = (typeof content.volunteers)[number]

function volunteerOf(centre: string, member: Member, said: Said, staff: string, today: number): Volunteer {
  const state = said.state as VolunteerState
  if (state === 'active' || state === 'resting') {
    if (!member.roles.some((role) => role === 'volunteer' || role === 'volunteer-captain'))
      member.roles.push('volunteer')
    member.team = said.team
    if (said.homeVisits) member.cleared = ['home-visits']
  }
  return {
    _id: member._id,
    centre,
    state,
    events: logOf(member._id, said, staff, today),
    team: said.team,
    qualifications: [],
    pledge: { version: '2026-12', at: today - 200 * day },
    skills: said.skills as Volunteer['skills'],
    words: null,
    times: said.times as Volunteer['times'],
    places: said.homeVisits ? ['centre', 'homes'] : ['centre'],
    withWhom: ['elders'],
    languages: said.languages as Volunteer['languages'],
    weekHours: said.weekHours,
    homeVisits: said.homeVisits,
    minors: false,
  }
}

/** What happened until someone stands where the content says. */
function logOf(by: string, said: Said, staff: string, today: number): VolunteerEvent[] {
  const began = today - (said.state === 'applied' ? 1 : 200) * day
  const at = (days: number) => began + days * day
  const events: VolunteerEvent[] = [{ id: 'seed-apply', at: at(0), by, kind: 'apply' }]
  if (said.state === 'applied') return events
  events.push({ id: 'seed-accept', at: at(1), by: staff, kind: 'accept' })
  if (said.state === 'training') return events
  events.push({ id: 'seed-basics', at: at(7), by: staff, kind: 'train', topic: 'basics' })
  events.push({ id: 'seed-admit', at: at(7), by: staff, kind: 'admit' })
  if (said.homeVisits)
    events.push(
      { id: 'seed-homes', at: at(20), by: staff, kind: 'train', topic: 'home-visits' },
      { id: 'seed-may-homes', at: at(20), by: staff, kind: 'clear', topic: 'home-visits', yes: true },
    )
  if (said.team) events.push({ id: 'seed-team', at: at(30), by: staff, kind: 'team', team: said.team })
  if (said.state === 'resting') events.push({ id: 'seed-rest', at: today - 6 * day, by, kind: 'rest' })
  return events
}

const papersOf = (member: string, owner: string, today: number, staff: string): Volunteer['qualifications'] =>
  content.qualifications
    .filter((paper) => paper.member === member)
    .map(({ name, skill, days, state }) => ({
      id: derivedId(16, 'qualification', owner, name),
      name,
      skill: skill as Volunteer['skills'][number],
      expiresAt: today + days * day,
      file: null,
      at: today - 2 * day,
      state: state as 'valid' | 'waiting',
      ...(state === 'valid' && { checkedBy: staff, checkedAt: today - day }),
    }))

function roleOf(said: { key: string; name: string; count: number } & Partial<DutyRole>): DutyRole {
  return {
    standby: 2,
    bands: ageBands.filter((band) => !['0-3', '4-6', '7-12'].includes(band)),
    skills: [],
    licensed: false,
    training: ['basics'],
    withWhom: null,
    language: null,
    ...said,
  }
}

function dutyOf(centre: string, said: (typeof content.duties)[number], today: number): Duty {
  const { id, title, place, placeKind, team, weekdays, from, to, roles } = said
  return {
    _id: id,
    centre,
    title,
    place,
    placeKind: placeKind as Duty['placeKind'],
    activity: null,
    team,
    organisation: null,
    createdBy: null,
    when: { kind: 'weekly', weekdays, from, to, firstDay: today - 60 * day, lastDay: null },
    roles: roles.map((role) => roleOf(role as Parameters<typeof roleOf>[0])),
    state: 'open',
    madeUntil: today + madeAhead,
    saved: 'seed',
    createdAt: today - 60 * day,
  }
}

/** What volunteers are needed for at the activities: all roles of one time are one duty. */
function activityDuties(centre: string, activities: readonly Activity[]): Duty[] {
  return content.activities.flatMap(({ activity: id, roles }) => {
    const activity = activities.find(({ _id }) => _id === id)
    if (!activity) return []
    const date = startOfDay(activity.startsAt)
    return [...new Set(roles.map(({ start }) => start))].map((start, nth): Duty => {
      const same = roles.filter((role) => role.start === start)
      return {
        _id: `${id}-s${nth + 1}`,
        centre,
        title: activity.title,
        place: activity.place.name,
        placeKind: 'centre',
        activity: id,
        team: activity.team,
        organisation: activity.organiser.id,
        createdBy: null,
        when: {
          kind: 'once',
          startsAt: momentOf(date, 0, start),
          endsAt: momentOf(date, 0, same[0]?.end ?? start),
        },
        roles: same.map(({ name, count }, index) => roleOf({ key: `r${index}`, name, count })),
        state: 'open',
        madeUntil: 8.64e15,
        saved: 'seed',
        createdAt: date - 30 * day,
      }
    })
  })
}

/** Who is on a role, by the content; standing duties fill up by themselves. */
function namedFor(duty: Duty, role: DutyRole): readonly string[] {
  const of = content.activities.find(({ activity }) => activity === duty.activity)
  return of?.roles.find(({ name }) => name === role.name)?.named ?? []
}

/** Puts someone on a shift as if they had come by themselves, where it fits and their time is free. */
function signOn(shift: Shift, member: Member, volunteers: readonly Volunteer[]): void {
  const volunteer = volunteers.find(({ _id }) => _id === member._id)
  const me = [{ id: member._id, band: member.band }]
  if (!volunteer || whyNotFit(shift, volunteer, me) || whyNotFree(shift, me, member.calendar, usualRest)) return
  const { _id: roster, title, startsAt, endsAt } = shift
  const id = `seed-${derivedId(12, roster, member._id)}`
  const people = [member._id]
  shift.events.push({ id, at: shift.opensAt, kind: 'join', member: member._id, people, first: true })
  shift.people.push(member._id)
  shift.room -= 1
  member.calendar.push({ party: id, roster, title, people, startsAt, endsAt, duty: true })
}
