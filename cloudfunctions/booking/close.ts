import { bookingsOf, type SlotEvent } from '../../src/domain/booking'
import { closeDayInput, openDayInput } from '../../src/domain/booking-page'
import { Refused } from '../../src/domain/refusal'
import type { Timetable } from '../../src/domain/timetable'
import { freeTime } from '../activity/calendar'
import { checkWords } from '../activity/words'
import { _, type Database } from '../runtime/database'
import type { Beside } from '../runtime/door'
import { procedure } from '../runtime/procedure'
import { emptyDay, emptyRoom, log, slotDayId } from './slot-day'

const itsTimetable = (input: { timetable: string }): Beside[] => [
  { from: 'timetables', match: { _id: input.timetable }, limit: 1 },
]

/**
 * Closes one day of a timetable, booked or not: from then on nobody books it, and whoever did is told why. A day that
 * nobody booked yet is made closed, so that one who books it at the same moment finds it so.
 */
export const closeDay = procedure({
  needs: 'approve-room',
  input: closeDayInput,
  beside: itsTimetable,
  run: async (call, { intent, day: at, reason }): Promise<null> => {
    const { db, now, member } = call
    const [[timetable]] = call.beside as [Timetable[]]
    if (!timetable) throw new Refused({ reason: 'not-found' })
    await checkWords(call, {}, reason)
    const event: SlotEvent = { id: intent, at: now, kind: 'cancel', by: member._id, reason }
    const empty = emptyDay(timetable, at)
    const made = await db.slotDays.insert({ ...empty, state: 'cancelled', wake: now, events: [event] })
    if (made === 'exists') await log(db, empty._id, event, { state: 'open' }, { state: 'cancelled', asked: _.set([]) })
    await listOff(db, timetable._id, empty._id, at)
    const closed = await db.slotDays.get(empty._id)
    const off = closed ? bookingsOf(closed, now).filter(({ state }) => state === 'off') : []
    for (const { member: holder, id } of off) await freeTime(db, holder, [id])
    return null
  },
})

/**
 * Opens a day again that was closed by mistake, with all its seats. Whoever was told that it is off stays off: they have
 * heard that nobody expects them, and nothing comes back by itself.
 */
export const openDay = procedure({
  needs: 'approve-room',
  input: openDayInput,
  beside: itsTimetable,
  run: async (call, { intent, day: at }): Promise<null> => {
    const { db, now, member, centre } = call
    const [[timetable]] = call.beside as [Timetable[]]
    if (!timetable) throw new Refused({ reason: 'not-found' })
    const id = slotDayId(centre._id, timetable._id, at)
    const found = await db.slotDays.get(id)
    if (found) {
      const event: SlotEvent = { id: intent, at: now, kind: 'reopen', by: member._id }
      const anew = { state: 'open', room: _.set(emptyRoom(found)), takers: _.set([]), asked: _.set([]) } as const
      await log(db, id, event, { state: 'cancelled' }, anew)
    }
    await listOff(db, timetable._id, id, at)
    return null
  },
})

/** The timetable lists its closed days; which they are the day itself knows, whoever closed and opened it in between. */
async function listOff(db: Database, timetable: string, id: string, at: number): Promise<void> {
  const closed = (await db.slotDays.get(id))?.state === 'cancelled'
  await db.timetables.findAndChange({ _id: timetable }, { off: closed ? _.addToSet(at) : _.pull(at) })
}
