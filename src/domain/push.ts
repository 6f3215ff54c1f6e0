import { day } from './day'
import type { ActivityMessage } from './message'
import type { Roster } from './roster'
import { seats } from './seats'

/** What is pushed later than this is no news any more. */
const fresh = day

type Told = Pick<ActivityMessage, 'to' | 'kind' | 'at' | 'startsAt'>

/**
 * Whether an entry of the inbox is still worth a push at `now`. A push may be hours late: the timer was down, or many
 * were before it. Meanwhile its reader may have left, the offer lapsed, the time changed again, or the activity begun;
 * a push of what no longer holds would send a neighbour to a seat that is not there.
 */
export function worthPushing(
  told: Told,
  roster: Pick<Roster, 'events' | 'rules' | 'state' | 'startsAt'>,
  now: number,
): boolean {
  if (now - told.at > fresh) return false
  const mine = seats(roster, now).parties.filter(({ member }) => member === told.to)
  if (told.kind === 'cancelled') return mine.length > 0 && roster.state === 'cancelled'
  if (roster.state !== 'open' || now >= roster.startsAt) return false
  switch (told.kind) {
    // Of several changes the last one is told: the earlier ones show a time at which nobody will be there.
    case 'changed':
      return mine.length > 0 && latestChange(roster)?.at === told.at
    case 'offered':
      return mine.some(({ state }) => state === 'offered')
    case 'reminder':
      return told.startsAt === roster.startsAt && mine.some(({ state }) => state === 'seated')
    default:
      return mine.some(({ state }) => state === 'seated')
  }
}

/** What the last change of time or place changed. */
export interface LatestChange {
  at: number
  /** Whether it begins at another time now. */
  time: boolean
  /** The new place, where that changed. */
  place?: string
}

/** The last change of time or place, compared with what stood before it; nothing where it was never changed. */
export function latestChange({ events, rules }: Pick<Roster, 'events' | 'rules'>): LatestChange | undefined {
  let startsAt = rules.settledFrom
  let latest: LatestChange | undefined
  for (const event of events) {
    if (event.kind !== 'time') continue
    latest = { at: event.at, time: event.startsAt !== startsAt, ...(event.place && { place: event.place.name }) }
    startsAt = event.startsAt
  }
  return latest
}
