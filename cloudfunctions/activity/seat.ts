import type { OwnParty, SignUpOutcome } from '../../src/domain/activity'
import { askedWith } from '../../src/domain/message'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Seating } from '../../src/domain/seating'
import { glanceOf } from '../../src/domain/sign-up'
import { _, type Database } from '../runtime/database'
import { askingFor } from '../runtime/templates'
import { tickAt } from './roster-log'
import { ownParty } from './view'

type Join = RosterEvent & { kind: 'join' }

/** The roster, whole; refused where there is none here. */
export async function rosterOf(db: Database, id: string): Promise<Roster> {
  const roster = await db.rosters.get(id)
  if (!roster) throw new Refused({ reason: 'not-found' })
  return roster
}

/** The sign-up that made a party, where the log has it. */
export const joinOf = (roster: Roster, party: string): Join | undefined =>
  roster.events.find((event): event is Join => event.kind === 'join' && event.id === party)

/** Whether a party was taken off again, by anyone. */
export const undoOf = (roster: Roster, party: string) =>
  roster.events.find((event) => event.kind === 'leave' && event.undoes === party)

/**
 * Takes a party off the list: the log, the people and the room in one atomic step, once. Nothing where it did not
 * match: the party is not there, or is off already, or this very event is in the log.
 */
export const takeOff = (db: Database, roster: string, join: Join, event: RosterEvent & { kind: 'leave' }) =>
  db.rosters.findAndChange(
    {
      _id: roster,
      people: _.all(join.people),
      'events.id': _.nin([event.id]),
      'events.undoes': _.nin([join.id]),
    },
    {
      people: _.pullAll(join.people),
      present: _.pullAll(join.people),
      room: _.inc(join.people.length),
      events: _.push([event]),
    },
  )

/**
 * The roster as it may be told at `now`. Where time alone has changed something, that is first written down, so that
 * no event that comes later from a slower clock can take back what someone was told.
 */
export async function toldAt(db: Database, roster: Roster, now: number, by: string): Promise<Roster> {
  return (await tickAt(db.rosters, roster, now, by)) ?? rosterOf(db, roster._id)
}

/** An outcome as its holder is told it, with what they may be reminded of from now on. */
export function toldOf(roster: Roster, seating: Seating, party: OwnParty): SignUpOutcome {
  const asks = askingFor(askedWith[party.state === 'seated' ? 'seated' : 'waiting'])
  return { party, seats: glanceOf(roster, seating), asks }
}

/** How a party of the caller stands, and the seats. Refused where the party is not on the list. */
export function outcomeAt(roster: Roster, party: string, member: Member, now: number): SignUpOutcome {
  const seating = seats(roster, now)
  const found = seating.parties.find((each) => each.id === party && each.member === member._id)
  if (!found) throw new Refused({ reason: 'not-in-activity' })
  return toldOf(roster, seating, ownParty(seating, found, member))
}
