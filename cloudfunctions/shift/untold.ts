import type { Centre } from '../../src/domain/centre'
import type { Member } from '../../src/domain/member'
import type { Shift } from '../../src/domain/shift'
import type { Server } from '../../src/domain/shift-fit'
import { restOf } from '../../src/domain/shift-rest'
import { hasTime } from '../activity/calendar'
import { undoOf } from '../activity/seat'
import { grown } from '../runtime/birth'
import { type Database, openCentre } from '../runtime/database'
import { dutyOf, freeShift, keepShift } from './calendar'
import { type Join, shiftOfId, takeOff } from './seat'

/**
 * Keeps the time of whoever came onto a shift since it was last told and has it not kept, because the function was cut
 * short between the two; where it is taken they go off again, as if they had not come. Answers the shift after that.
 */
export async function keepUntold(db: Database, shift: Shift, now: number): Promise<Shift> {
  if (shift.state !== 'open' || now >= shift.endsAt) return shift
  const joins = shift.events
    .slice(shift.told ?? 0)
    .filter((event): event is Join => event.kind === 'join' && !undoOf(shift, event.id))
  if (joins.length === 0) return shift
  const members = await db.members.some<Member>([...new Set(joins.map(({ member }) => member))])
  const known = new Map(members.map((member) => [member._id, member]))
  let after = shift
  for (const join of joins) {
    const member = known.get(join.member)
    // Who deletes their account gives back what is ahead by that.
    if (!member || member.erasing !== undefined || hasTime(member, join.id)) continue
    after = await keepOne(db, after, join, grown(member, now), now)
  }
  return after
}

async function keepOne(db: Database, shift: Shift, join: Join, member: Member, now: number): Promise<Shift> {
  const centre = await openCentre<Centre>(shift.centre, [])
  const entry = dutyOf(shift, join.id, join.people)
  const whyNot = await keepShift(db, member, entry, serversOf(join, member), restOf(centre ?? {}))
  if (whyNot) {
    const event = { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' } as const
    return (await takeOff(db, shift._id, join, event)) ?? (await shiftOfId(db, shift._id))
  }
  // Who was taken off in this very moment has the time back.
  const after = await shiftOfId(db, shift._id)
  if (undoOf(after, join.id) || after.state !== 'open') await freeShift(db, member._id, join.id)
  return after
}

const serversOf = ({ people }: Join, { _id, band, family }: Member): Server[] =>
  people.map((id) => ({ id, band: id === _id ? band : (family.find((each) => each.id === id)?.band ?? band) }))
