import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import type { ShiftOutcome } from '../../src/domain/shift-page'
import { tickAt } from '../activity/roster-log'
import { _, type Database } from '../runtime/database'
import { cardOf, ownShiftParty } from './view'

export type Join = RosterEvent & { kind: 'join' }
export type Leave = RosterEvent & { kind: 'leave' }

/** The shift, whole; refused where there is none here. */
export async function shiftOfId(db: Database, id: string): Promise<Shift> {
  const shift = await db.shifts.get(id)
  if (!shift) throw new Refused({ reason: 'not-found' })
  return shift
}

/**
 * Takes a party off a shift: the log, the people, the room and what it would have handed on, in one atomic step, once.
 * Nothing where it did not match: the party is not there, or is off already, or this very event is in the log.
 */
export const takeOff = (db: Database, shift: string, join: Pick<Join, 'id' | 'people'>, event: Leave) =>
  db.shifts.findAndChange(
    {
      _id: shift,
      people: _.all(join.people),
      'events.id': _.nin([event.id]),
      'events.undoes': _.nin([join.id]),
    },
    {
      people: _.pullAll(join.people),
      room: _.inc(join.people.length),
      swaps: _.pull({ party: join.id }),
      events: _.push([event]),
    },
  )

/** How a party of the caller stands on a shift now. Refused where it is not on it. */
export function outcomeAt(shift: Shift, party: string, member: Member, now: number): ShiftOutcome {
  const seating = seats(shift, now)
  const found = seating.parties.find((each) => each.id === party && each.member === member._id)
  if (!found) throw new Refused({ reason: 'shift-not-on' })
  return { ...cardOf(shift), party: ownShiftParty(shift, seating, found, member) }
}

/** Writes down what time alone has changed, so that it can be told and no later event takes it back. */
export async function toldAt(db: Database, shift: Shift, now: number, by: string): Promise<Shift> {
  return (await tickAt(db.shifts, shift, now, by)) ?? shiftOfId(db, shift._id)
}
