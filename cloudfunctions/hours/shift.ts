import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import type { MemberCall } from '../runtime/procedure'
import type { Served } from './service'

/** A shift, as the record of who served at it needs it; and whose it is. */
export async function shiftOf(
  call: MemberCall,
  id: string,
): Promise<{ shift: Shift; about: Served; belonging: Belonging }> {
  const shift = await call.db.shifts.get(id)
  if (!shift) throw new Refused({ reason: 'not-found' })
  const { title, startsAt, endsAt, team, organisation, createdBy } = shift
  return {
    shift,
    about: { source: 'shift', about: id, title, startsAt, endsAt, served: null, team },
    belonging: { team, organisation, person: createdBy },
  }
}
