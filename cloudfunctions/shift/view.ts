import type { Member } from '../../src/domain/member'
import type { Party, Seating } from '../../src/domain/seating'
import type { Shift } from '../../src/domain/shift'
import { lackOf, type ShiftGuard, waitingOn } from '../../src/domain/shift-fit'
import type { OwnShiftParty, ShiftCard } from '../../src/domain/shift-page'
import { ownParty } from '../activity/view'

/** A shift as lists show it, from its guard fields. */
export const cardOf = (shift: ShiftGuard): ShiftCard => ({
  id: shift._id,
  about: shift.about,
  role: shift.role,
  place: shift.place,
  startsAt: shift.startsAt,
  endsAt: shift.endsAt,
  bands: shift.bands,
  skills: shift.skills,
  licensed: shift.licensed,
  training: shift.training,
  state: shift.state,
  capacity: shift.capacity,
  lack: lackOf(shift),
  waiting: waitingOn(shift),
})

/** One's own party on a shift: how it stands, and whether its seat is being handed on. */
export function ownShiftParty(
  shift: Pick<Shift, 'swaps'>,
  seating: Seating,
  party: Party,
  member: Member,
): OwnShiftParty {
  const swap = shift.swaps.find((each) => each.party === party.id)
  return {
    ...ownParty(seating, party, member),
    handingOn: swap ? (swap.to === null ? 'anyone' : 'named') : 'no',
  }
}
