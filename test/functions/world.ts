import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Activity } from '../../src/domain/activity'
import { type Draft, emptyPlan } from '../../src/domain/activity-draft'
import { ageBands } from '../../src/domain/age'
import type { Centre } from '../../src/domain/centre'
import type { FamilyMember, Member } from '../../src/domain/member'
import type { Role } from '../../src/domain/role'
import type { Roster } from '../../src/domain/roster'

const hour = 60 * 60 * 1000
const day = 24 * hour

/** A centre of two buildings and two doors. */
export const centre = (_id: string): Centre => ({
  _id,
  name: `${_id}党群服务中心`,
  shortName: _id,
  district: '湾榕区（虚构）',
  address: '老榕树旁（演示）',
  motto: '点一份、帮一把、评一句、议一议',
  hours: { weekday: '09:00-21:00', weekend: '09:00-21:00', note: '' },
  buildings: [
    { id: 'b-1', name: '听榕苑1栋', estate: 'tingrong', estateName: '听榕苑' },
    { id: 'b-2', name: '听榕苑2栋', estate: 'tingrong', estateName: '听榕苑' },
  ],
  doors: [
    { id: 'lobby', name: '大厅' },
    { id: 'lift', name: '电梯' },
  ],
})

/** The member that the bearer `local.<who>` is at a centre. */
export function member(at: string, who: string, held: Role[], more: Partial<Member> = {}): Member {
  const _id = memberId(at, `web:${who}`)
  return {
    _id,
    centre: at,
    name: who.slice(0, 12),
    band: '35-59',
    building: 'b-1',
    roles: held,
    organisation: null,
    team: null,
    family: [],
    calendar: [],
    consent: { version: '1', at: 0 },
    joinedAt: 0,
    ...more,
  }
}

/** A volunteer whom staff let into homes and near minors. */
export const cleared: Pick<Member, 'cleared'> = { cleared: ['home-visits', 'minors'] }

export const kid = (at: string, who: string, key: string, name = '小满'): FamilyMember => ({
  id: `${memberId(at, `web:${who}`)}.${key}`,
  name,
  band: '7-12',
  relation: 'child',
  consent: { version: '1', at: 0 },
})

/** An activity of ten seats and five places to wait, in two days, and its roster without anyone. */
export function activity(at: string, _id: string, more: Partial<Activity & Roster> = {}) {
  const now = Date.now()
  const startsAt = more.startsAt ?? now + 2 * day
  const endsAt = more.endsAt ?? startsAt + 2 * hour
  const shared = { _id, centre: at, title: more.title ?? `活动${_id}`, startsAt, endsAt, state: more.state ?? 'open' }
  const about: Activity = {
    ...shared,
    description: '带一把椅子来。',
    category: 'elder-health',
    item: null,
    organiser: { id: 'org-a', name: '荔风社' },
    team: 'team-a',
    createdBy: null,
    place: { id: 'r-1', name: '多功能厅', note: '一楼' },
    bands: more.bands ?? [...ageBands],
    bring: null,
    private: false,
  }
  const capacity = more.capacity ?? 10
  const waitCapacity = more.waitCapacity ?? 5
  const roster: Roster = {
    ...shared,
    opensAt: more.opensAt ?? now - day,
    closesAt: more.closesAt ?? startsAt,
    bands: about.bands,
    capacity,
    waitCapacity,
    room: more.room ?? capacity + waitCapacity,
    people: more.people ?? [],
    rules: {
      capacity,
      mostOvertakes: 2,
      priority: null,
      offersFrom: startsAt - 2 * hour,
      offerFor: hour / 2,
      settledFrom: startsAt,
    },
    events: more.events ?? [],
  }
  return { activity: about, roster }
}

/** A plan of version 3 with nothing missing, of nobody here, and everything in it said otherwise by `more`. */
export const draft = (at: string, _id: string, more: Partial<Draft> = {}): Draft => ({
  ...emptyPlan,
  title: `计划${_id}`,
  category: 'elder-health',
  place: '多功能厅',
  startsAt: Date.now() + 3 * day,
  endsAt: Date.now() + 3 * day + hour,
  capacity: 10,
  _id,
  centre: at,
  version: 3,
  saved: 'intent-before',
  state: 'draft',
  organiser: { id: 'org-a', name: '荔风社' },
  team: 'team-a',
  createdBy: 'someone',
  askedAt: null,
  updatedAt: 1,
  ...more,
})
