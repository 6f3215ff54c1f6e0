import type { AgeBand } from './age'
import type { RosterEvent, SeatRules } from './roster'
import type { Party } from './seating'
import { seats } from './seats'

/**
 * A standing group: neighbours who meet again and again under one item of the menu. Who belongs to it and who waits is
 * `groupOf(group)`, the seat rule over its log; the guard fields change in the same atomic update as the log. Ids only;
 * names live with the members.
 */
export interface Group {
  _id: string
  centre: string
  /** The catalogue item, or the centre's own, that it belongs to; whom that is for, and whether it is private. */
  item: string
  bands: AgeBand[]
  private: boolean
  name: string
  about: string
  /** Who leads it, as it is told; and the member who may change it, where one does. */
  leads: string
  leader: string | null
  /** When and where it meets, in words. */
  meets: string
  place: string
  organisation: string | null
  team: string | null
  /** Activities that are its next meetings. */
  meetings: string[]

  // Guard fields: what the one atomic update checks. They follow from the log.
  state: 'open' | 'ended'
  capacity: number
  waitCapacity: number
  /** How many may still ask: places and the line, less everyone who belongs to it or waits. Negative after a cut. */
  left: number
  /** How many more belong to it than it has places: a cut puts nobody out. While there are any nobody moves up. */
  over: number
  people: string[]
  version: number
  saved: string
  told: number
  toTell: boolean

  firstCapacity: number
  events: GroupEvent[]
}

/** What happened to a group. `id` is the intent's; `by` is who did it where that was not its member. */
export type GroupEvent = { id: string; at: number } & (
  | { kind: 'join'; member: string; person: string }
  | { kind: 'leave'; undoes: string; by?: string; reason?: string }
  | { kind: 'capacity'; capacity: number; by: string }
  /** It meets at another time or place. */
  | { kind: 'moved'; by: string }
  | { kind: 'end'; by: string; reason: string }
)

/** How many may wait for a place in one group. */
export const groupWaits = 30

/** in: belongs to it · waiting: in the line, from `position` 1 on. */
export interface Place {
  id: string
  member: string
  person: string
  state: 'in' | 'waiting'
  position: number | null
  since: number
}

/** The seat rule as a group plays it: a place that is free is the next one's at once; it takes nobody's time from them. */
const rules = ({ firstCapacity }: Pick<Group, 'firstCapacity'>): SeatRules => ({
  capacity: firstCapacity,
  mostOvertakes: 0,
  priority: null,
  offersFrom: Number.POSITIVE_INFINITY,
  offerFor: 0,
  settledFrom: Number.POSITIVE_INFINITY,
})

function seatLog(events: readonly GroupEvent[]): RosterEvent[] {
  return events.flatMap((event): RosterEvent[] => {
    const { id, at } = event
    switch (event.kind) {
      case 'join':
        return [{ id, at, kind: 'join', member: event.member, people: [event.person], first: true }]
      case 'leave':
        return [{ id, at, kind: 'leave', undoes: event.undoes }]
      case 'capacity':
        return [{ id, at, kind: 'capacity', capacity: event.capacity, waitCapacity: 0, by: '', reason: '' }]
      case 'end':
        return [{ id, at, kind: 'cancel', by: event.by, reason: event.reason }]
      default:
        return []
    }
  })
}

/** Everyone who belongs to it, in the order in which they came, then everyone who waits. Nothing falls due by itself. */
export function groupOf(group: Pick<Group, 'firstCapacity' | 'events'>): Place[] {
  const last = Math.max(0, ...group.events.map(({ at }) => at))
  const { parties } = seats({ rules: rules(group), events: seatLog(group.events) }, last)
  const line = parties.filter(({ state }) => state === 'waiting')
  return parties.map((party) => placeOf(party, line))
}

const placeOf = (party: Party, line: readonly Party[]): Place => ({
  id: party.id,
  member: party.member,
  person: party.people[0] as string,
  state: party.state === 'seated' ? 'in' : 'waiting',
  position: party.state === 'seated' ? null : line.indexOf(party) + 1,
  since: party.joinedAt,
})

type Counted = Pick<Group, 'capacity' | 'waitCapacity' | 'left' | 'over'>

/** How many belong to it and how many wait, from the guard fields alone. */
export function countsOf({ capacity, waitCapacity, left, over }: Counted) {
  const all = capacity + waitCapacity - left
  const members = Math.min(all, capacity) + over
  return { members, free: Math.max(0, capacity - all), waiting: all - members }
}

/** How many are over, once there are as many places as that: nobody is put out, and who waits has what is free. */
export const overWith = (group: Counted, capacity: number): number => Math.max(0, countsOf(group).members - capacity)
