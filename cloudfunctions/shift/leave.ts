import { Refused } from '../../src/domain/refusal'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import { partyOnShiftInput } from '../../src/domain/shift-input'
import type { ShiftCard, ShiftOutcome } from '../../src/domain/shift-page'
import { bar, takeUp } from '../activity/roster-log'
import { joinOf, undoOf } from '../activity/seat'
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
    const left = join
      ? await takeOff(db, shift._id, join, event)
      : await bar(db.shifts, shift, member._id, event, { reason: 'shift-not-on' })
    after = left ?? (await shiftOfId(db, shift._id))
    if (!undoOf(after, party)) throw new Refused({ reason: 'server-busy' })
  }
  await freeShift(db, member._id, party)
  return after
}

/** Takes the seat that was offered to who stands by; or, where the offer has lapsed, asks to be in the line again. */
export const take = procedure({
  needs: 'take-shift',
  input: partyOnShiftInput,
  run: async ({ db, member, now }, { intent, shift: id, party }): Promise<ShiftOutcome> => {
    const taken = await takeUp(db.shifts, id, member._id, { id: intent, at: now, kind: 'take', party })
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
