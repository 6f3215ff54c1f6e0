import { type Group, type GroupEvent, groupOf, type Place } from './group'
import type { GroupNotice } from './group-notice'
import type { Notice } from './notice'

type Told = Pick<Group, '_id' | 'name' | 'private' | 'firstCapacity' | 'events'>

/** In place of the name of a group of which nobody is to know who is in it: an inbox is read over one's shoulder. */
const unnamed = '您的一个小组'

/** What is owed to whom for every event of the log from number `told` on. The same log owes the same. */
export function groupNotices(group: Told, told: number): Notice[] {
  return group.events.flatMap((event, index) => (index < told ? [] : owedFor(group, event, index)))
}

function owedFor(group: Told, event: GroupEvent, index: number): Notice[] {
  const before = groupOf({ ...group, events: group.events.slice(0, index) })
  const after = groupOf({ ...group, events: group.events.slice(0, index + 1) })
  const tell = (kind: GroupNotice, places: readonly Place[], reason?: string): Notice[] =>
    [...new Set(places.map(({ member }) => member))].map((to) => ({
      to,
      kind,
      noun: 'group',
      about: group._id,
      title: group.private ? unnamed : group.name,
      cause: event.id,
      at: event.at,
      ...(reason !== undefined && { reason }),
    }))
  const waited = new Set(before.filter(({ state }) => state === 'waiting').map(({ id }) => id))
  // Who asks and has a place at once sees it; who waited is told.
  const moved = tell(
    'group-in',
    after.filter(({ id, state }) => state === 'in' && waited.has(id)),
  )
  switch (event.kind) {
    case 'leave': {
      const off = event.by === undefined ? [] : before.filter(({ id }) => id === event.undoes)
      return [...tell('group-out', off, event.reason), ...moved]
    }
    case 'moved':
      return tell('group-moved', after)
    case 'end':
      return tell('group-ended', before, event.reason)
    default:
      return moved
  }
}
