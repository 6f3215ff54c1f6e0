import type { Activity } from '../../src/domain/activity'
import { type AgeBand, isMinor } from '../../src/domain/age'
import { type Group, groupOf } from '../../src/domain/group'
import {
  type DeskGroup,
  endGroupInput,
  type GroupDesk,
  type GroupPerson,
  linkGroupInput,
  removeFromGroupInput,
} from '../../src/domain/group-page'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import { maskedName, sees } from '../../src/domain/visibility'
import { checkWords } from '../activity/words'
import { published } from '../menu/open'
import { serviceIn } from '../menu/stock'
import { grown } from '../runtime/birth'
import { _ } from '../runtime/database'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf, groupAt, kept, log, placeIn, takeOff, wasDone, withGroup } from './group'
import { cardOf, mostGroups } from './own'

/** Every group that the caller keeps, with its people, and what is planned under its item. */
export const desk = procedure({
  needs: 'manage-group',
  input: noInput,
  run: async (call): Promise<GroupDesk> => {
    const [all, menu] = await Promise.all([
      call.db.groups.aggregate<Group>({ item: { $exists: true } }, [{ $sort: { name: 1 } }, { $limit: mostGroups }]),
      published(call),
    ])
    const groups = all.filter((group) => allowed(call, 'manage-group', belongingOf(group)))
    const services = (menu?.entries ?? []).flatMap((entry) => serviceIn(entry) ?? [])
    return {
      groups: await viewsOf(call, groups),
      items: services.flatMap(({ code, name, mode }) => (mode === 'standing-group' ? [{ code, name }] : [])),
      makes: makes(call),
    }
  },
})

/** Who leads a group keeps it; a new one is made by whose work that is. */
export const makes = (call: MemberCall): boolean => {
  const { organisation, team } = call.member
  return allowed(call, 'manage-group', { organisation, team })
}

export async function viewOf(call: MemberCall, group: Group): Promise<DeskGroup> {
  const [view] = await viewsOf(call, [group])
  return view as DeskGroup
}

type Person = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'family'>
type Planned = Pick<Activity, '_id' | 'title' | 'startsAt' | 'item'>

async function viewsOf(call: MemberCall, groups: readonly Group[]): Promise<DeskGroup[]> {
  const { db, now } = call
  const ids = [...new Set(groups.flatMap((group) => groupOf(group).map(({ member }) => member)))]
  const items = [...new Set(groups.map(({ item }) => item))]
  const [found, planned] = await Promise.all([
    ids.length === 0 ? [] : db.members.some<Person>(ids, ['name', 'band', 'birth', 'family']),
    items.length === 0
      ? []
      : db.activities.aggregate<Planned>({ item: { $in: items }, startsAt: { $gt: now }, state: 'open' }, [
          { $sort: { startsAt: 1 } },
          { $limit: 200 },
          { $project: { title: 1, startsAt: 1, item: 1 } },
        ]),
  ])
  const people = new Map(found.map((person) => [person._id, person]))
  return groups.map((group) => ({
    ...cardOf(group),
    about: group.about,
    leader: group.leader,
    open: group.state === 'open',
    version: group.version,
    people: groupOf(group).map((place) => personOf(call, group, place, people.get(place.member))),
    meetings: planned
      .filter(({ item }) => item === group.item)
      .map(({ _id, title, startsAt }) => ({ id: _id, title, startsAt, linked: group.meetings.includes(_id) })),
  }))
}

/** A name in full to the social workers and to who leads the group, whose task it is; else its first character. */
function personOf(
  { member, now }: MemberCall,
  { leader, private: quiet }: Group,
  { id, member: holder, person, state, position, since }: ReturnType<typeof groupOf>[number],
  of: Person | undefined,
): GroupPerson {
  const whole = of && grown(of, now)
  const own = holder === person
  const who: { name: string; band: AgeBand } | undefined = own
    ? whole
    : whole?.family.find((each) => each.id === person)
  const staff = sees(member.roles, 'nickname', 'full')
  const full =
    staff || (leader === member._id && !quiet) || (!quiet && sees(member.roles, 'nickname', 'during-task-only'))
  const minor = who !== undefined && isMinor(who.band)
  const hidden = minor && !sees(member.roles, 'minor-info', 'full')
  return {
    id,
    member: own && !minor ? holder : null,
    name: who === undefined || hidden ? null : full ? who.name : maskedName(who.name),
    state,
    position,
    since,
  }
}

/** Takes someone off the list with a reason, which they are told. */
export const remove = procedure({
  needs: 'manage-group',
  input: removeFromGroupInput,
  beside: withGroup,
  run: async (call, { intent, place, reason }): Promise<DeskGroup> => {
    const { db, now, member } = call
    const group = kept(call)
    if (wasDone(group, intent)) return viewOf(call, group)
    placeIn(group, place)
    await checkWords(call, {}, reason)
    return viewOf(call, await takeOff(db, group, place, { id: intent, at: now, by: member._id, reason }))
  },
})

/** Ends it: nobody joins any more, and everyone on its list is told why. */
export const end = procedure({
  needs: 'manage-group',
  input: endGroupInput,
  beside: withGroup,
  run: async (call, { intent, group: id, reason }): Promise<DeskGroup> => {
    const { db, now, member } = call
    const group = kept(call)
    if (group.state === 'ended') return viewOf(call, group)
    await checkWords(call, {}, reason)
    const event = { id: intent, at: now, kind: 'end', by: member._id, reason } as const
    const ended = await log(db, id, event, { state: 'open' }, { state: 'ended' })
    return viewOf(call, ended ?? (await groupAt(db, id)))
  },
})

/** Makes an activity of its item one of its meetings, or no more. */
export const link = procedure({
  needs: 'manage-group',
  input: linkGroupInput,
  beside: ({ group, activity }) => [
    ...withGroup({ group }),
    { from: 'activities', match: { _id: activity }, limit: 1 },
  ],
  run: async (call, { group: id, activity, linked }): Promise<DeskGroup> => {
    const { db } = call
    const group = kept(call)
    const [, [found]] = call.beside as [Group[], Activity[]]
    if (!found || (linked && found.item !== group.item)) throw new Refused({ reason: 'not-found' })
    const changed = linked
      ? await db.groups.findAndChange({ _id: id, state: 'open' }, { meetings: _.addToSet(activity) })
      : await db.groups.findAndChange({ _id: id }, { meetings: _.pull(activity) })
    return viewOf(call, changed ?? (await groupAt(db, id)))
  },
})
