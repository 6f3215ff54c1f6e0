import { clockRuns, type Service } from '../../src/domain/hours'
import type { Party } from '../../src/domain/seating'
import type { Shift } from '../../src/domain/shift'
import type { BoardPerson } from '../../src/domain/shift-page'
import { serviceId } from '../hours/service'
import type { MemberCall } from '../runtime/procedure'

/**
 * Who has come to the shifts that are on now, and who has gone: one request, and none where no shift is on. Staff write
 * down whoever holds a seat; nobody is offered to write down themselves.
 */
export async function clockOf(
  { db, centre, self, now }: MemberCall,
  shifts: readonly Shift[],
): Promise<(shift: Shift, party: Party) => BoardPerson['clock']> {
  const idOf = ({ _id: about }: Shift, person: string) => serviceId(centre._id, person, { source: 'shift', about })
  const running = shifts.filter((shift) => clockRuns(shift, now))
  const ids = running.flatMap((shift) => shift.people.map((person) => idOf(shift, person)))
  const found = ids.length > 0 ? await db.services.some<Pick<Service, '_id' | 'state'>>(ids, ['state']) : []
  const states = new Map(found.map(({ _id, state }) => [_id, state]))
  return (shift, { member: person, people, state }) => {
    const seated = state === 'seated' || state === 'offered'
    if (!running.includes(shift) || !seated || person === self || !people.includes(person)) return null
    const there = states.get(idOf(shift, person))
    return { person, stage: there === undefined ? 'away' : there === 'on' ? 'here' : 'gone' }
  }
}
