import type { Activity, ActivityCard, SeatGlance } from './activity'
import type { Roster } from './roster'

/** The longest an activity lasts, in milliseconds: whatever is on now began after `now - longestActivity`. */
export const longestActivity = 24 * 60 * 60 * 1000

/** What a list reads of an activity, and of the roster beside it: guard fields only, no ids of anyone. */
export type CardRow = Pick<
  Activity,
  '_id' | 'title' | 'category' | 'startsAt' | 'endsAt' | 'place' | 'organiser' | 'bands' | 'state'
> & {
  roster: Pick<Roster, 'opensAt' | 'closesAt' | 'capacity' | 'waitCapacity' | 'room'> & { mine: boolean }
}

/**
 * The seats from the guard fields, in numbers of people, without the log. Where a party waits that the free seats do
 * not fit, the ring shows those seats as taken: nobody else would get them at once.
 */
export function glanceOfGuard(guard: Pick<Roster, 'capacity' | 'waitCapacity' | 'room'>): SeatGlance {
  const taken = guard.capacity + guard.waitCapacity - guard.room
  return {
    capacity: guard.capacity,
    free: Math.max(0, guard.capacity - taken),
    waiting: Math.max(0, taken - guard.capacity),
    waitRoom: Math.max(0, Math.min(guard.waitCapacity, guard.room)),
  }
}

/** The card of an activity for a list. */
export function cardOf({ _id, roster, place, organiser, ...activity }: CardRow): ActivityCard {
  return {
    id: _id,
    title: activity.title,
    category: activity.category,
    startsAt: activity.startsAt,
    endsAt: activity.endsAt,
    place: place.name,
    organiser: organiser.name,
    bands: activity.bands,
    state: activity.state,
    opensAt: roster.opensAt,
    closesAt: roster.closesAt,
    seats: glanceOfGuard(roster),
    mine: roster.mine,
  }
}

/** Whether someone who signs up now would be seated: it is open, and a seat is free. */
export const hasRoom = (card: ActivityCard, now: number): boolean =>
  card.state === 'open' && card.opensAt <= now && now < card.closesAt && card.seats.free > 0
