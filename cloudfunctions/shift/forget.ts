import { randomBytes } from 'node:crypto'
import { reasonsAbout } from '../../src/domain/audit'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { renamed } from '../runtime/renamed'
import { _, type Database } from '../runtime/database'
import { leaveAhead } from './ahead'

/** Shifts that are gone through at a time. */
const page = 40

/**
 * Takes a member out of every shift: what is ahead is given back, what is past stays as nobody's, and where they were
 * only asked nothing of it stays.
 */
export async function forgetShifts(db: Database, self: string, now: number): Promise<void> {
  await leaveAhead(db, self, now, 'erased')
  await db.shifts.change({ askedWhom: self }, { askedWhom: _.pull(self) })
  await db.shifts.change({ 'swaps.to': self }, { swaps: _.pull({ to: self }) })
  for (const field of ['events.member', 'events.by']) {
    const named = () => db.shifts.aggregate<Shift>({ [field]: self }, [{ $limit: page }])
    for (let shifts = await named(); shifts.length > 0; shifts = await named())
      for (const { _id } of shifts) await unname(db, _id, self)
  }
}

/** How often a log is taken up anew where it grew meanwhile. */
const attempts = 8

/** The log without what staff wrote about this member: it may say who it was. */
function wordless(shift: Shift, self: string): Shift['events'] {
  const about = reasonsAbout(shift, self)
  return shift.events.map((event) => ('reason' in event && about.includes(event.id) ? { ...event, reason: '' } : event))
}

/** Puts an id that is nobody's in place of the member's and their family's, all through one shift. */
async function unname(db: Database, id: string, self: string): Promise<void> {
  const nobody = `gone-${randomBytes(9).toString('base64url')}`
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const shift = await db.shifts.get(id)
    if (!shift) return
    const { people, present, events, swaps } = renamed(
      { people: shift.people, present: shift.present ?? null, events: wordless(shift, self), swaps: shift.swaps },
      self,
      nobody,
    )
    const changed = await db.shifts.findAndChange(
      { _id: id, events: _.size(shift.events.length) },
      { people, events, swaps, ...(present && { present }) },
    )
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}
