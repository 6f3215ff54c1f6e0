import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { comesAlong, type Server, type ShiftGuard } from '../../src/domain/shift-fit'
import type { Volunteer } from '../../src/domain/volunteer'
import { whyNotAgreed } from '../activity/view'
import type { Database } from '../runtime/database'
import { allowed, type MemberCall } from '../runtime/procedure'

type Row = Volunteer & { shifts: (ShiftGuard & Pick<Shift, 'rules'>)[] }

/** The caller as a volunteer and the shift's guard fields, without its log: in one request. */
export async function volunteerAndShift(
  { db, self, centre }: MemberCall,
  shift: string,
): Promise<{ volunteer: Volunteer; shift: Row['shifts'][0] }> {
  const beside = {
    $lookup: {
      from: 'shifts',
      pipeline: [{ $match: { _id: shift, centre: centre._id } }, { $limit: 1 }, { $project: { events: 0 } }],
      as: 'shifts',
    },
  }
  const [row] = await db.volunteers.aggregate<Row>({ _id: self }, [beside, { $limit: 1 }])
  if (!row) throw new Refused(await whyNeither(db, shift))
  const [found] = row.shifts
  if (!found) throw new Refused({ reason: 'not-found' })
  return { volunteer: row, shift: found }
}

const whyNeither = async (db: Database, shift: string) =>
  (await db.shifts.get(shift)) ? ({ reason: 'not-volunteer' } as const) : ({ reason: 'not-found' } as const)

/**
 * The people a volunteer may bring on a shift: themselves, first, and minors of their family for whom they agreed;
 * nobody else's.
 */
export function serversOf(call: MemberCall, ids: readonly string[]): Server[] {
  const { member } = call
  if (!allowed(call, 'take-shift', { person: member._id, team: member.team }))
    throw new Refused({ reason: 'no-permission' })
  const others = ids.filter((id) => id !== member._id).map((id) => childOf(member, id))
  return [...(ids.includes(member._id) ? [{ id: member._id, band: member.band }] : []), ...others]
}

function childOf(member: Member, id: string): Server {
  const child = member.family.find((person) => person.id === id)
  if (!child) throw new Refused({ reason: 'not-your-family' })
  // Grown-ups of the family register themselves.
  if (!comesAlong(child.band)) throw new Refused({ reason: 'not-volunteer' })
  const whyNot = whyNotAgreed(member, id)
  if (whyNot) throw new Refused(whyNot)
  return { id, band: child.band }
}
