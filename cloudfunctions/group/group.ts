import { type Group, groupOf, type GroupEvent } from '../../src/domain/group'
import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { _, type Change, type Database, type Filter } from '../runtime/database'
import type { Beside } from '../runtime/door'
import { demand, type MemberCall } from '../runtime/procedure'

/** Whose a group is: who leads it keeps it, and whose team or organisation it is. */
export const belongingOf = ({
  leader,
  organisation,
  team,
}: Pick<Group, 'leader' | 'organisation' | 'team'>): Belonging => ({
  person: leader,
  organisation,
  team,
})

export const withGroup = ({ group }: { group: string }): Beside[] => [
  { from: 'groups', match: { _id: group }, limit: 1 },
]

/** The group that the door brought. */
export function broughtBy(call: Pick<MemberCall, 'beside'>): Group {
  const [[group]] = call.beside as [Group[]]
  if (!group) throw new Refused({ reason: 'not-found' })
  return group
}

/** The group that the door brought, for who may change it. */
export function kept(call: MemberCall): Group {
  const group = broughtBy(call)
  demand(call, 'manage-group', belongingOf(group))
  return group
}

export async function groupAt(db: Database, id: string): Promise<Group> {
  const group = await db.groups.get(id)
  if (!group) throw new Refused({ reason: 'not-found' })
  return group
}

/**
 * Adds to a group's log in one atomic step, once by the event's id, and has everyone told. `guards` are what must hold
 * besides, `change` the guard fields that follow. Nothing where it did not match.
 */
export const log = (
  db: Database,
  group: string,
  event: GroupEvent,
  guards: Filter<Group>,
  change: Change<Group>,
): Promise<Group | null> =>
  db.groups.findAndChange(
    { _id: group, 'events.id': _.nin([event.id]), ...guards },
    { ...change, toTell: true, events: _.push([event]) },
  )

export const wasDone = ({ events }: Pick<Group, 'events'>, intent: string): boolean =>
  events.some(({ id }) => id === intent)

/** In place of the words of who leads a group that nobody leads any more. */
export const ledByNobody = '待定'

/** How often a step is taken anew where the group was changed meanwhile. */
export const attempts = 8

/**
 * Takes someone off the list, once; their place is the next one's, and what they led is led by nobody from the same
 * step on. Whatever else decides the step changes with the version: who saved in between has it looked at anew.
 */
export async function takeOff(
  db: Database,
  seen: Group,
  undoes: string,
  event: { id: string; at: number; by?: string; reason?: string },
): Promise<Group> {
  let group = seen
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const place = groupOf(group).find(({ id }) => id === undoes)
    if (!place) return group
    const { person } = place
    const over = place.state === 'in' && group.over > 0
    const off = await log(
      db,
      group._id,
      { ...event, kind: 'leave', undoes },
      {
        version: group.version,
        'events.undoes': _.nin([undoes]),
        // Whoever waits may have moved up since, which nobody does while some are over.
        ...(place.state === 'in' && { over: over ? _.gte(1) : 0 }),
      },
      {
        left: _.inc(1),
        people: _.pull(person),
        ...(over && { over: _.inc(-1) }),
        ...(group.leader === person && { leader: null, leads: ledByNobody, version: _.inc(1) }),
      },
    )
    if (off) return off
    group = await groupAt(db, group._id)
  }
  throw new Refused({ reason: 'server-busy' })
}

/** A place by its id; refused where there is none. */
export function placeIn(group: Group, id: string, member?: string) {
  const place = groupOf(group).find((each) => each.id === id)
  if (!place || (member !== undefined && place.member !== member)) throw new Refused({ reason: 'not-found' })
  return place
}
