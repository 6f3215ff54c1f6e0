import type { Activity } from '../../src/domain/activity'
import { type AgeBand, isMinor } from '../../src/domain/age'
import { type Group, groupOf, groupWaits } from '../../src/domain/group'
import {
  type DeskGroup,
  endGroupInput,
  type GroupDesk,
  type GroupPerson,
  linkGroupInput,
  removeFromGroupInput,
  saveGroupInput,
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
const makes = (call: MemberCall): boolean => {
  const { organisation, team } = call.member
  return allowed(call, 'manage-group', { organisation, team })
}

async function viewOf(call: MemberCall, group: Group): Promise<DeskGroup> {
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

/** Makes a group, or says otherwise what is said of it. Who saved in between is not written over. */
export const save = procedure({
  needs: 'manage-group',
  input: saveGroupInput,
  beside: withGroup,
  run: async (call, { intent, group: id, version, capacity, item, ...words }): Promise<DeskGroup> => {
    const { db, member } = call
    const [[before]] = call.beside as [Group[]]
    if (before) return change(call, kept(call), { intent, version, capacity, item, words })
    if (version > 0) throw new Refused({ reason: 'not-found' })
    if (!makes(call)) throw new Refused({ reason: 'no-permission' })
    if (words.leader !== null && words.leader !== member._id)
      throw new Refused({ reason: 'bad-input', field: 'leader' })
    await checkWords(call, {}, words.name, words.about, words.leads, words.meets, words.place)
    const line = (await published(call))?.entries.find((entry) => entry.code === item)
    const service = line && serviceIn(line)
    if (service?.mode !== 'standing-group') throw new Refused({ reason: 'bad-input', field: 'item' })
    const whole = allowed(call, 'manage-group', {})
    const made: Group = {
      _id: id,
      centre: call.centre._id,
      item,
      bands: service.bands,
      private: service.private,
      ...words,
      organisation: whole ? null : member.organisation,
      team: whole ? null : member.team,
      meetings: [],
      state: 'open',
      capacity,
      waitCapacity: groupWaits,
      left: capacity + groupWaits,
      people: [],
      version: 1,
      saved: intent,
      told: 0,
      toTell: false,
      firstCapacity: capacity,
      events: [],
    }
    if ((await db.groups.insert(made)) === 'inserted') return viewOf(call, made)
    const there = await groupAt(db, id)
    if (there.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return viewOf(call, there)
  },
})

interface Saved {
  intent: string
  version: number
  capacity: number
  item: string
  words: Pick<Group, 'name' | 'about' | 'leads' | 'leader' | 'meets' | 'place'>
}

async function change(call: MemberCall, group: Group, { intent, version, capacity, item, words }: Saved) {
  const { db, now, member } = call
  if (group.saved === intent) return viewOf(call, group)
  if (item !== group.item) throw new Refused({ reason: 'bad-input', field: 'item' })
  if (group.state === 'ended') throw new Refused({ reason: 'group-ended', name: group.name })
  if (version !== group.version) throw new Refused({ reason: 'changed-meanwhile' })
  const { leader } = words
  // Whoever begins to lead belongs to it still when it is saved.
  const begins = leader !== null && leader !== group.leader && leader !== member._id
  if (begins && !groupOf(group).some(({ person }) => person === leader))
    throw new Refused({ reason: 'bad-input', field: 'leader' })
  await checkWords(call, {}, words.name, words.about, words.leads, words.meets, words.place)
  const moved = words.meets !== group.meets || words.place !== group.place
  const events = [
    ...(capacity === group.capacity
      ? []
      : [{ id: intent, at: now, kind: 'capacity', capacity, by: member._id } as const]),
    ...(moved ? [{ id: `${intent}.moved`, at: now, kind: 'moved', by: member._id } as const] : []),
  ]
  const saved = await db.groups.findAndChange(
    {
      _id: group._id,
      state: 'open',
      version,
      capacity: group.capacity,
      saved: _.neq(intent),
      ...(begins && { people: leader }),
    },
    {
      ...words,
      capacity,
      left: _.inc(capacity - group.capacity),
      saved: intent,
      version: _.inc(1),
      ...(events.length > 0 && { events: _.push(events), toTell: true }),
    },
  )
  const current = saved ?? (await groupAt(db, group._id))
  if (current.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
  return viewOf(call, current)
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
