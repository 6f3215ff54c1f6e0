import { day, hour } from '../../src/domain/day'
import { type Group, groupOf, type GroupEvent, groupWaits } from '../../src/domain/group'
import type { Activity } from '../../src/domain/activity'
import type { Member } from '../../src/domain/member'
import { stockItem } from '../../cloudfunctions/catalogue/catalogue'
import contents from './content/groups.json'

interface GroupContent {
  id: string
  item: string
  name: string
  about: string
  leads: string
  leader: string | null
  meets: string
  place: string
  capacity: number
  /** Members known by name first, then as many neighbours. */
  named: string[]
  others: number
}

/** The standing groups of the demo centre: who belongs to them are grown-ups, each of an age that the item is for. */
export function groupsOf(
  centre: string,
  today: number,
  people: { named(content: string): Member; neighbours: readonly Member[]; activities: readonly Activity[] },
): Group[] {
  return (contents as GroupContent[]).map((content, place): Group => {
    const { id, named, others, leader, capacity, ...words } = content
    const service = stockItem(content.item)
    if (!service) throw new Error(`the content names the item ${content.item}`)
    const { bands } = service
    const known = named.map(people.named)
    const fits = people.neighbours.filter(({ band, keptBy }) => bands.includes(band) && keptBy === undefined)
    const more = Array.from({ length: others }, (_, n) => fits[(place * 17 + n) % fits.length] as Member)
    const events = [...new Map([...known, ...more].map((member) => [member._id, member])).values()].map(
      ({ _id }, n): GroupEvent => ({
        id: `seed-${id}-${n}`,
        at: today - 60 * day + n * day + 9 * hour,
        kind: 'join',
        member: _id,
        person: _id,
      }),
    )
    const there = groupOf({ firstCapacity: capacity, events })
    return {
      _id: id,
      centre,
      ...words,
      bands,
      private: service.private,
      leader: leader === null ? null : people.named(leader)._id,
      organisation: null,
      team: null,
      meetings: people.activities
        .filter((activity) => activity.item === content.item && activity.startsAt > today)
        .map(({ _id }) => _id),
      state: 'open',
      capacity,
      waitCapacity: groupWaits,
      left: capacity + groupWaits - there.length,
      over: 0,
      people: there.map(({ person }) => person),
      version: 1,
      saved: 'seed-made-it',
      told: events.length,
      toTell: false,
      firstCapacity: capacity,
      events,
    }
  })
}
