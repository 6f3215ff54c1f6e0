import { presences } from '../../src/domain/attendance'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import { _, type Database } from '../runtime/database'

export type CheckIn = RosterEvent & { kind: 'check-in' }

/** The check-in of this id, where the log has it. */
export const checkInOf = (roster: Roster, id: string): CheckIn | undefined =>
  roster.events.find((event): event is CheckIn => event.kind === 'check-in' && event.id === id)

export const isUndone = (roster: Roster, id: string): boolean =>
  roster.events.some((event) => event.kind === 'undo-check-in' && event.undoes === id)

/** The parties that a member made, by how they stand now. */
export const partiesOf = (roster: Roster, member: string, now: number): Party[] =>
  seats(roster, now).parties.filter((party) => party.member === member)

/**
 * The one atomic step: people are written down as present, once. Nothing where someone of them is there already, or is
 * on the list no more, or where this very check-in was made or undone before. `before` is what must come first: the
 * taking of a seat that was offered. Whoever staff put in the line since `found` was read has no seat to come to; the
 * log's length would guard that, too, but two hundred who come at once would stand in each other's way.
 */
export const writeDown = (db: Database, found: Roster, event: CheckIn, before: RosterEvent[] = []) =>
  db.rosters.findAndChange(
    {
      _id: found._id,
      state: 'open',
      events: _.not(_.elemMatch(putInLineSince(found, event.people))),
      people: _.all(event.people),
      present: _.nin(event.people),
      'events.id': _.nin([event.id]),
      'events.undoes': _.nin([event.id]),
    },
    { present: _.push(event.people), events: _.push([...before, event]) },
  )

/** A move to the line, of a party that these people are in, that is not in the log as it was read. */
function putInLineSince({ events }: Roster, people: readonly string[]): Record<string, unknown> {
  const parties = events.flatMap((event) =>
    event.kind === 'join' && event.people.some((person) => people.includes(person)) ? [event.id] : [],
  )
  const known = events.flatMap((event) => (event.kind === 'move' && parties.includes(event.party) ? [event.id] : []))
  return { kind: 'move', to: 'wait', party: _.in(parties), id: _.nin(known) }
}

/** Why people were not written down, from the roster as it is now; throws what is to be told. */
export function whyNot(roster: Roster, event: CheckIn): never {
  if (roster.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
  if (isUndone(roster, event.id)) throw new Refused({ reason: 'checkin-undone' })
  const there = presences(roster.events)
  const earlier = event.people.map((person) => there.get(person)).find((presence) => presence !== undefined)
  if (earlier) throw new Refused({ reason: 'already-checked-in', at: earlier.at })
  if (!event.people.every((person) => roster.people.includes(person))) throw new Refused({ reason: 'not-in-activity' })
  const sitting = seats(roster, event.at).parties.filter(({ state }) => state === 'seated' || state === 'offered')
  const all = sitting.flatMap((party) => party.people)
  throw new Refused({ reason: event.people.every((person) => all.includes(person)) ? 'server-busy' : 'not-seated' })
}
