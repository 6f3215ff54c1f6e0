import type { AgeBand } from './age'
import { day, hour, minute, startOfDay } from './day'
import type { Roster } from './roster'
import type { Skill } from './skill'
import type { Audience, Language, Training, VolunteerPlace } from './volunteer'

/** What a role asks of who takes it, besides an age. All of it is needed. */
export interface Requirements {
  skills: Skill[]
  /** Whether each of the skills has to be proven by a certificate that staff have seen. */
  licensed: boolean
  training: Training[]
}

/** One role of a duty: so many people who do the same. */
export interface DutyRole extends Requirements {
  key: string
  name: string
  count: number
  /** Places to stand by. */
  standby: number
  bands: AgeBand[]
  withWhom: Audience | null
  language: Language | null
}

/** Whose a duty is, for those whose reach ends at their own, their team's or their organisation's. */
export interface DutyOwner {
  team: string | null
  organisation: string | null
  createdBy: string | null
}

export type DutyTime =
  | { kind: 'once'; startsAt: number; endsAt: number }
  /** Weekdays from 1, Monday; times in minutes from midnight; days as the first moment of a day. */
  | { kind: 'weekly'; weekdays: number[]; from: number; to: number; firstDay: number; lastDay: number | null }

/** What volunteers are needed for: once, or week by week (the lobby desk on Tuesdays). Its shifts are made from it. */
export interface Duty extends DutyOwner {
  _id: string
  centre: string
  title: string
  place: string
  placeKind: VolunteerPlace
  /** The activity that it helps with. */
  activity: string | null
  when: DutyTime
  roles: DutyRole[]
  state: 'open' | 'ended'
  /** Until when its shifts are made; later ones are made as time goes on. */
  madeUntil: number
  /** By which intent it was planned. */
  saved: string
  createdAt: number
}

/**
 * One role of a duty at one time: a roster, by the same seat rule as an activity's. Seats are the role's number, its
 * waiting line are those who stand by.
 */
export interface Shift extends Roster, DutyOwner, Requirements {
  duty: string
  activity: string | null
  /** The duty's title and the role, apart; together they are the roster's title. */
  about: string
  role: string
  place: string
  placeKind: VolunteerPlace
  withWhom: Audience | null
  language: Language | null
  /** Seats that their holders would like to hand on, still theirs until somebody takes them. */
  swaps: Swap[]
  /** Parties who had a seat and did not come, as staff say; nothing before the first one. */
  absent?: string[]
  /** Members whom staff asked to help out; nothing before the first one. */
  askedWhom?: string[]
}

/** A seat to be handed on: to some by id, or to whoever comes. */
export interface Swap {
  /** The intent that offered it. */
  id: string
  party: string
  from: string
  to: string[] | null
  at: number
}

/** How far ahead the shifts of a standing duty are made, and how many weeks one is planned for at most. */
export const madeAhead = 28 * day

/** From so long before the beginning a freed seat is offered to who stands by, for so long, instead of given. */
export const standbyRules = { offersBefore: 12 * hour, offerFor: 2 * hour, mostOvertakes: 2 }

const ahead = 8 * hour
/** The weekday of a day at the centre, from 1, Monday. */
export const weekdayOf = (at: number): number => new Date(at + ahead).getUTCDay() || 7

/** The times of a duty that begin from `from` on and before `until`. */
export function timesOf(when: DutyTime, from: number, until: number): { startsAt: number; endsAt: number }[] {
  if (when.kind === 'once') {
    const { startsAt, endsAt } = when
    return startsAt >= from && startsAt < until ? [{ startsAt, endsAt }] : []
  }
  const times = []
  const last = Math.min(until, (when.lastDay ?? until) + day)
  for (let at = startOfDay(Math.max(from, when.firstDay)); at < last; at += day) {
    const startsAt = at + when.from * minute
    if (when.weekdays.includes(weekdayOf(at)) && startsAt >= from && startsAt < until)
      times.push({ startsAt, endsAt: at + when.to * minute })
  }
  return times
}

/** The shift of one role at one time, with nobody on it. */
export function shiftOf(duty: Duty, role: DutyRole, time: { startsAt: number; endsAt: number }, _id: string): Shift {
  const { startsAt, endsAt } = time
  const { count, standby, bands, skills, licensed, training, withWhom, language } = role
  const { team, organisation, createdBy, centre, activity, place, placeKind } = duty
  const { offersBefore, offerFor, mostOvertakes } = standbyRules
  return {
    _id,
    centre,
    duty: duty._id,
    activity,
    title: `${duty.title} · ${role.name}`,
    about: duty.title,
    role: role.name,
    place,
    placeKind,
    withWhom,
    language,
    team,
    organisation,
    createdBy,
    skills,
    licensed,
    training,
    state: 'open',
    opensAt: duty.createdAt,
    closesAt: startsAt,
    startsAt,
    endsAt,
    bands,
    capacity: count,
    waitCapacity: standby,
    room: count + standby,
    people: [],
    swaps: [],
    rules: {
      capacity: count,
      mostOvertakes,
      priority: null,
      offersFrom: startsAt - offersBefore,
      offerFor,
      settledFrom: startsAt,
    },
    events: [],
  }
}

/** The longest that one shift lasts. */
export const longestShift = 12 * hour
