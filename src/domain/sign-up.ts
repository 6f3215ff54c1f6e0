import type { SeatGlance } from './activity'
import type { AgeBand } from './age'
import type { Engagement } from './member'
import type { Refusal } from './refusal'
import type { PriorityWindow, Roster } from './roster'
import { seats } from './seats'
import type { Party, Seating } from './seating'

/** The guard fields of a roster: all that a list needs, and all that decides a sign-up but the log. */
export type RosterGuard = Omit<Roster, 'events' | 'rules' | 'title'>

/** Someone who signs up: their id and their band. */
export interface Signer {
  id: string
  band: AgeBand
}

/**
 * Why these people may not sign up together now, or nothing. The database's atomic step checks the same guard fields;
 * this says which of them refused. `calendar` is the member's own, for clashes.
 */
export function whyNotSignUp(
  roster: RosterGuard,
  people: readonly Signer[],
  calendar: readonly Engagement[],
  now: number,
): Refusal | undefined {
  const here = people.map((person) => person.id)
  if (roster.state === 'cancelled') return { reason: 'activity-cancelled' }
  if (now < roster.opensAt) return { reason: 'signup-not-open', opensAt: roster.opensAt }
  if (now >= roster.closesAt) return { reason: 'signup-closed', closedAt: roster.closesAt }
  if (here.some((id) => roster.people.includes(id))) return { reason: 'already-signed' }
  const unfit = people.find((person) => !roster.bands.includes(person.band))
  if (unfit) return { reason: 'age-not-fit', bands: roster.bands, band: unfit.band }
  const clash = calendar.find((entry) => entry.roster !== roster._id && clashes(entry, here, roster))
  if (clash) return { reason: 'time-clash', title: clash.title, startsAt: clash.startsAt, endsAt: clash.endsAt }
  if (people.length > roster.capacity && roster.capacity > 0)
    return { reason: 'party-too-large', capacity: roster.capacity }
  if (people.length > roster.room || roster.capacity === 0) return whyFull(roster)
  return undefined
}

function whyFull(roster: RosterGuard): Refusal {
  if (roster.waitCapacity === 0) return { reason: 'full', capacity: roster.capacity }
  return { reason: 'waitlist-full', waiting: Math.max(0, roster.people.length - roster.capacity) }
}

/** Whether an engagement takes one of these people during this stretch of time. Touching ends do not clash. */
export function clashes(
  entry: Engagement,
  people: readonly string[],
  time: { startsAt: number; endsAt: number },
): boolean {
  return (
    entry.startsAt < time.endsAt &&
    entry.endsAt > time.startsAt &&
    entry.people.some((person) => people.includes(person))
  )
}

/**
 * Whether a party goes first in a priority window: someone in it has the band, they live in the building, or who signs
 * it up is one of those who asked for it.
 */
export function goesFirst(
  priority: PriorityWindow | null,
  people: readonly Signer[],
  building: string | null,
  holder: string,
): boolean {
  if (!priority) return true
  return (
    people.some((person) => priority.bands.includes(person.band)) ||
    (building !== null && priority.buildings.includes(building)) ||
    (priority.people?.includes(holder) ?? false)
  )
}

/** The seats as they stand, exactly, from the fold. */
export function glanceOf(roster: Pick<Roster, 'waitCapacity' | 'room'>, seating: Seating): SeatGlance {
  return {
    capacity: seating.capacity,
    free: seating.free,
    waiting: seating.waiting,
    waitRoom: Math.max(0, Math.min(roster.waitCapacity, roster.room)),
  }
}

/** Where a party stands in the line, from 1; nothing for one that is not in it. */
export function positionOf(seating: Seating, party: Party): number | undefined {
  if (party.state !== 'waiting') return undefined
  return seating.parties.filter((each) => each.state === 'waiting').indexOf(party) + 1
}

/**
 * How a party stood right after it signed up: what its holder was told then, whatever has happened since.
 * Nothing where the log has no such sign-up.
 */
export function firstOutcome(
  roster: Pick<Roster, 'events' | 'rules'>,
  id: string,
): { party: Party; seating: Seating } | undefined {
  const index = roster.events.findIndex((event) => event.id === id && event.kind === 'join')
  const event = roster.events[index]
  if (!event) return undefined
  const seating = seats({ rules: roster.rules, events: roster.events.slice(0, index + 1) }, event.at)
  const party = seating.parties.find((each) => each.id === id)
  return party && { party, seating }
}
