import { isMinor } from '../../src/domain/age'
import { Refused } from '../../src/domain/refusal'
import { seats } from '../../src/domain/seats'
import type { Shift } from '../../src/domain/shift'
import { shiftInput } from '../../src/domain/shift-input'
import { comesAlong, whyNotShift } from '../../src/domain/shift-fit'
import type { ShiftPage } from '../../src/domain/shift-page'
import { restOf } from '../../src/domain/shift-rest'
import type { Volunteer } from '../../src/domain/volunteer'
import { allowed, procedure } from '../runtime/procedure'
import { shiftOfId } from './seat'
import { cardOf, ownShiftParty } from './view'

/** Whose a shift is, for those whose reach ends at their own, their team's or their organisation's. */
export const ownerOf = ({ team, organisation, createdBy }: Pick<Shift, 'team' | 'organisation' | 'createdBy'>) => ({
  person: createdBy,
  team,
  organisation,
})

/** One shift: how I stand on it, or why I could not take it. */
export const open = procedure({
  needs: 'see-own-record',
  input: shiftInput,
  run: async (call, { shift: id }): Promise<ShiftPage> => {
    const { db, member, now, self } = call
    const [shift, volunteer]: [Shift, Volunteer | null] = await Promise.all([
      shiftOfId(db, id),
      db.volunteers.get(self),
    ])
    const seating = seats(shift, now)
    const own = seating.parties.find((party) => party.member === self)
    const me = { id: self, band: member.band }
    const whyNot = volunteer
      ? whyNotShift(shift, volunteer, [me], member.calendar, now, restOf(call.centre))
      : ({ reason: 'not-volunteer' } as const)
    const swap = shift.swaps.find(({ to, from }) => from !== self && (to === null || to.includes(self)))
    const children = isMinor(member.band)
      ? []
      : member.family.filter(({ band }) => comesAlong(band) && shift.bands.includes(band))
    return {
      shift: cardOf(shift),
      party: own ? ownShiftParty(shift, seating, own, member) : null,
      whyNot: whyNot ?? null,
      swap: own ? null : (swap?.id ?? null),
      children: children.map(({ id: child, name }) => ({ id: child, name })),
      staff: allowed(call, 'manage-shift', ownerOf(shift)),
    }
  },
})

/** The shift, for staff whose reach it is in. */
export async function reachShift(call: Parameters<typeof allowed>[0], id: string): Promise<Shift> {
  const shift = await shiftOfId(call.db, id)
  if (!allowed(call, 'manage-shift', ownerOf(shift))) throw new Refused({ reason: 'no-permission' })
  return shift
}
