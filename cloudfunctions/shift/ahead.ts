import type { Shift } from '../../src/domain/shift'
import { undoOf } from '../activity/seat'
import { derivedId } from '../runtime/caller'
import type { Database } from '../runtime/database'
import { freeShift } from './calendar'
import { takeOff } from './seat'

/** Shifts that are gone through at a time, and how often at most: more than anyone can be on. */
const page = 40
const pages = 10

/**
 * Gives back every shift of someone's that is ahead, by the ordinary way of leaving, so that who stands by moves up.
 * What is given back is not found any more; done again there is nothing left to do.
 */
export async function leaveAhead(db: Database, member: string, now: number, why: string): Promise<void> {
  for (let round = 0; round < pages; round += 1) {
    const ahead = await db.shifts.aggregate<Shift>({ people: member, startsAt: { $gt: now } }, [{ $limit: page }])
    for (const shift of ahead) await giveBack(db, shift, member, now, why)
    if (ahead.length < page) return
  }
}

/** Takes someone's parties off one shift. */
export async function giveBack(db: Database, shift: Shift, member: string, now: number, why: string): Promise<void> {
  for (const join of shift.events) {
    if (join.kind !== 'join' || join.member !== member || undoOf(shift, join.id)) continue
    const id = derivedId(20, why, join.id)
    await takeOff(db, shift._id, join, { id, at: now, kind: 'leave', undoes: join.id })
    await freeShift(db, member, join.id)
  }
}
