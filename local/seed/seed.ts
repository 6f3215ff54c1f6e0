import { memberId } from '../../cloudfunctions/runtime/caller'
import type { Activity } from '../../src/domain/activity'
import type { Centre } from '../../src/domain/centre'
import { day, startOfDay } from '../../src/domain/day'
import { consentVersion } from '../../src/domain/consent'
import type { Household } from '../../src/domain/household'
import type { Service } from '../../src/domain/hours'
import type { Balance, LedgerEntry } from '../../src/domain/ledger'
import type { Member } from '../../src/domain/member'
import type { Menu } from '../../src/domain/menu'
import type { Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import type { Verdict } from '../../src/domain/rating'
import type { Timetable } from '../../src/domain/timetable'
import type { SlotDay } from '../../src/domain/booking'
import type { Group } from '../../src/domain/group'
import type { Thing } from '../../src/domain/thing'
import type { Resource } from '../../src/domain/resource'
import type { Roster } from '../../src/domain/roster'
import {
  type ActivityContent,
  activityContent,
  centreContent,
  type MemberContent,
  memberContent,
  type Signer,
} from './content'
import { hoursAt } from './hours'
import { householdsOf } from './households'
import { cameTo, isPast, judgedBy } from './judged'
import { menuSeed } from './menu'
import { momentOf } from './moments'
import { duty, needSeed, type NeedSeed, wantThreshold } from './need'
import { Neighbours } from './neighbours'
import { keepTimes, orderSeed } from './orders'
import { rosterOf } from './rosters'
import { type Serving, servingAt } from './volunteers'
import { groupsOf } from './groups'
import { thingsOf } from './things'
import { slotDaysOf, timetablesOf } from './timetables'

/** The documents of a demo centre, by collection. */
export interface Seed extends Serving, NeedSeed {
  centres: Centre[]
  members: Member[]
  activities: Activity[]
  rosters: Roster[]
  households: Household[]
  verdicts: Verdict[]
  things: Thing[]
  groups: Group[]
  timetables: Timetable[]
  slotDays: SlotDay[]
  menus: Menu[]
  providers: Provider[]
  resources: Resource[]
  orders: Order[]
  services: Service[]
  ledger: LedgerEntry[]
  balances: Balance[]
}

/** The demo centre as it would stand at `now` (epoch milliseconds): the same centre every time, dated from that day. */
export function seedAt(now: number): Seed {
  const { id, ...told } = centreContent
  const today = startOfDay(now)
  const joinedAt = today - 60 * day
  const members = new Map(memberContent.map((content) => [content.id, memberOf(id, content, joinedAt)]))
  const neighbours = new Neighbours(id, told.buildings, joinedAt)
  const activities: Activity[] = []
  const rosters: Roster[] = []
  const verdicts: Verdict[] = []
  for (const content of activityContent) {
    const activity = activityOf(id, content, today)
    activities.push(activity)
    const roster = rosterOf(content, activity, today, now, neighbours, (signer) => guestOf(members, signer))
    rosters.push(roster)
    if (!isPast(activity, now)) continue
    cameTo(roster)
    verdicts.push(judgedBy(roster, activity, new Set(neighbours.members.map(({ _id }) => _id))))
  }
  const found = (of: string) => {
    const member = members.get(of)
    if (!member) throw new Error(`the content names ${of}`)
    return member
  }
  const orders = orderSeed(id, now, members)
  // Whoever goes on a visit then signs up for no shift of that time.
  keepTimes(orders, [...members.values()])
  const serving = servingAt(id, found, activities, now)
  const timetables = timetablesOf(id, today)
  return {
    ...serving,
    timetables,
    slotDays: slotDaysOf(timetables, today, now, found),
    things: thingsOf(id, today, now, {
      named: (content) => found(content)._id,
      neighbours: neighbours.members.map(({ _id }) => _id),
      desk: found('st-sw-2')._id,
    }),
    groups: groupsOf(id, today, { named: found, neighbours: neighbours.members, activities }),
    centres: [{ _id: id, ...told, wantThreshold, duty: memberId(id, `web:${duty}`) }],
    members: [...members.values(), ...neighbours.members],
    activities,
    rosters,
    verdicts,
    households: householdsOf(id, memberContent, (of) => memberId(id, `web:${of}`), joinedAt),
    ...needSeed({ centre: id, centreName: told.shortName, today, now, members, neighbours: neighbours.members }),
    ...menuSeed(id, today),
    orders,
    ...hoursAt(id, today),
  }
}

function memberOf(centre: string, content: MemberContent, joinedAt: number): Member {
  const _id = memberId(centre, `web:${content.id}`)
  return {
    _id,
    centre,
    name: content.name,
    band: content.band,
    building: content.building,
    roles: content.roles,
    organisation: content.organisation ?? null,
    team: content.team ?? null,
    family: (content.family ?? []).map(({ key, name, band, relation }) => ({
      id: `${_id}.${key}`,
      name,
      band,
      relation,
      consent: { version: consentVersion, at: joinedAt },
    })),
    calendar: [],
    consent: { version: content.consent ?? consentVersion, at: joinedAt },
    joinedAt,
  }
}

function activityOf(centre: string, content: ActivityContent, today: number): Activity {
  return {
    _id: content.id,
    centre,
    title: content.title,
    description: content.description,
    category: content.category,
    item: content.item,
    organiser: content.organiser,
    team: content.team ?? null,
    createdBy: null,
    place: content.place,
    startsAt: momentOf(today, content.day, content.start),
    endsAt: momentOf(today, content.day, content.end),
    bands: content.bands,
    bring: null,
    private: content.private ?? false,
    state: 'open',
  }
}

function guestOf(members: ReadonlyMap<string, Member>, [by, person]: Signer) {
  const member = members.get(by)
  const relative = member?.family.find(({ id }) => id === `${member._id}.${person}`)
  if (!member || (person !== undefined && !relative))
    throw new Error(`the content names ${by} and ${person ?? 'no one'}`)
  return { member, person: relative?.id ?? member._id, band: relative?.band ?? member.band }
}
