import { cardOf as activityCard, type CardRow } from '../../src/domain/activity-card'
import { isMinor } from '../../src/domain/age'
import { countsOf, type Group, groupOf, type Place } from '../../src/domain/group'
import { groupInput, type GroupCard, groupListInput, type GroupPage, type OwnPlace } from '../../src/domain/group-page'
import { noInput } from '../../src/domain/input'
import { type Member, ownPeople } from '../../src/domain/member'
import { maskedName } from '../../src/domain/visibility'
import { cardStages } from '../activity/cards'
import type { Database } from '../runtime/database'
import { allowed, type MemberCall, type OpenCall, procedure } from '../runtime/procedure'
import { belongingOf, broughtBy, withGroup } from './group'

/** As many groups as a centre has. */
export const mostGroups = 200
const mostMeetings = 6

type Listed = Omit<Group, 'events'>

export const cardOf = (group: Listed): GroupCard => ({
  id: group._id,
  item: group.item,
  name: group.name,
  leads: group.leads,
  meets: group.meets,
  place: group.place,
  capacity: group.capacity,
  ...countsOf(group),
})

/** The groups that stand, of one item of the menu or all, for anyone; a list reads no logs. */
export const list = procedure({
  needs: 'anyone',
  input: groupListInput,
  run: async ({ db }, { item }): Promise<GroupCard[]> => {
    const found = await db.groups.aggregate<Listed>({ item: item ?? { $exists: true }, state: 'open' }, [
      { $sort: { name: 1 } },
      { $limit: mostGroups },
      { $project: { events: 0, people: 0 } },
    ])
    return found.map(cardOf)
  },
})

/** The groups that I and mine belong to, or wait for. */
export const mine = procedure({
  needs: 'see-own-record',
  input: noInput,
  run: async ({ db, member }): Promise<(GroupCard & { mine: OwnPlace[] })[]> => {
    const found = await db.groups.aggregate<Group>({ people: { $in: ownPeople(member) }, state: 'open' }, [
      { $limit: mostGroups },
    ])
    return found.map((group) => ({ ...cardOf(group), mine: ownPlaces(group, member) }))
  },
})

/** One group: when and where it meets, who leads it, how many there are; to who belongs to it, who else does. */
export const open = procedure({
  needs: 'anyone',
  input: groupInput,
  beside: withGroup,
  run: (call): Promise<GroupPage> => pageOf(call, broughtBy(call as MemberCall)),
})

export async function pageOf(call: OpenCall, group: Group): Promise<GroupPage> {
  const { db, member, now } = call
  const mine = member ? ownPlaces(group, member) : []
  const belongs = mine.some(({ state }) => state === 'in')
  const [meetings, names] = await Promise.all([
    meetingsOf(db, group, member, now),
    belongs && !group.private ? namesOf(db, groupOf(group)) : null,
  ])
  return {
    ...cardOf(group),
    about: group.about,
    bands: group.bands,
    private: group.private,
    open: group.state === 'open',
    mine,
    names,
    meetings,
    manages: member !== null && allowed(call, 'manage-group', belongingOf(group)),
  }
}

export const ownPlaces = (group: Group, member: Pick<Member, '_id' | 'name' | 'family'>): OwnPlace[] => {
  const names = new Map([[member._id, member.name], ...member.family.map(({ id, name }) => [id, name] as const)])
  return groupOf(group)
    .filter((place) => place.member === member._id)
    .map(({ id, person, state, position }) => ({
      id,
      person: { id: person, name: names.get(person) ?? '' },
      state,
      position,
    }))
}

async function meetingsOf(db: Database, { meetings }: Group, member: Member | null, now: number) {
  if (meetings.length === 0) return []
  const rows = await db.activities.aggregate<CardRow>({ _id: { $in: meetings }, endsAt: { $gt: now }, state: 'open' }, [
    { $sort: { startsAt: 1 } },
    { $limit: mostMeetings },
    ...cardStages(member ? ownPeople(member) : []),
  ])
  return rows.map(activityCard)
}

/** Grown-ups by the first character of their name; a minor by nothing. */
async function namesOf(db: Database, places: readonly Place[]): Promise<string[]> {
  const there = places.filter(({ state, member, person }) => state === 'in' && member === person)
  const people = await db.members.some<Pick<Member, '_id' | 'name' | 'band'>>(
    there.map(({ person }) => person),
    ['name', 'band'],
  )
  return people.filter(({ band }) => !isMinor(band)).map(({ name }) => maskedName(name))
}
