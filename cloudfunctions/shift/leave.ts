import { Refused } from '../../src/domain/refusal'
import type { RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import { partyOnShiftInput } from '../../src/domain/shift-input'
import type { ShiftCard, ShiftOutcome } from '../../src/domain/shift-page'
import { joinOf, undoOf } from '../activity/seat'
import { _, type Database } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { freeShift } from './calendar'
import { type Leave, outcomeAt, shiftOfId, takeOff, toldAt } from './seat'
import { cardOf } from './view'

/** Leaves a shift, or declines an offer: names the sign-up that it undoes, and may arrive before it. */
export const leave = procedure({
  needs: 'take-shift',
  input: partyOnShiftInput,
  run: async (call, { intent, shift: id, party }): Promise<ShiftCard> => {
    const shift = await shiftOfId(call.db, id)
    return cardOf(await leaveShift(call, shift, party, intent))
  },
})

export async function leaveShift(
  { db, member, now }: Pick<MemberCall, 'db' | 'member' | 'now'>,
  shift: Shift,
  party: string,
  intent: string,
): Promise<Shift> {
  const join = joinOf(shift, party)
  if (join && join.member !== member._id) throw new Refused({ reason: 'shift-not-on' })
  let after = shift
  if (!undoOf(shift, party)) {
    if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
    const event: Leave = { id: intent, at: now, kind: 'leave', undoes: party }
    const left = join ? await takeOff(db, shift._id, join, event) : await bar(db, shift, member._id, event)
    after = left ?? (await shiftOfId(db, shift._id))
    if (!undoOf(after, party)) throw new Refused({ reason: 'server-busy' })
  }
  await freeShift(db, member._id, party)
  return after
}

/** A phone that lost its way may undo a few sign-ups before they arrive; a log is not to be filled with them. */
const mostBars = 20

/** Writes down an undo whose sign-up has not arrived, so that it never counts. */
async function bar(db: Database, shift: Shift, member: string, event: Leave): Promise<Shift | null> {
  const bars = shift.events.filter((each) => each.kind === 'leave' && each.by === member)
  if (bars.length >= mostBars) throw new Refused({ reason: 'shift-not-on' })
  return db.shifts.findAndChange(
    { _id: shift._id, 'events.id': _.nin([event.id, event.undoes]) },
    { events: _.push([{ ...event, by: member }]) },
  )
}

/** Takes the seat that was offered to who stands by; or, where the offer has lapsed, asks to be in the line again. */
export const take = procedure({
  needs: 'take-shift',
  input: partyOnShiftInput,
  run: async ({ db, member, now }, { intent, shift: id, party }): Promise<ShiftOutcome> => {
    const event: RosterEvent = { id: intent, at: now, kind: 'take', party }
    const taken = await db.shifts.findAndChange(
      {
        _id: id,
        state: 'open',
        startsAt: _.gt(now),
        events: _.elemMatch({ id: party, kind: 'join', member: member._id }),
        'events.id': _.nin([intent]),
        'events.undoes': _.nin([party]),
      },
      { events: _.push([event]) },
    )
    if (taken) return outcomeAt(taken, party, member, now)
    const shift = await toldAt(db, await shiftOfId(db, id), now, member._id)
    if (shift.state === 'cancelled') throw new Refused({ reason: 'shift-cancelled' })
    if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
    return outcomeAt(shift, party, member, now)
  },
})

/** Whether someone's own party has a seat. */
export const hasSeat = (shift: Shift, party: string, member: string, now: number): boolean =>
  seats(shift, now).parties.some((each) => each.id === party && each.member === member && each.state === 'seated')
