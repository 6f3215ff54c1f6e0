import { bookingsOf, type SlotDay } from '../../src/domain/booking'
import { bookingNotices, slotsWakeAt } from '../../src/domain/booking-telling'
import { _, type Database, databaseOf } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { freeTime } from '../activity/calendar'
import { throughDesk } from './kept-told'
import { takeOff } from './slot-day'

/** So many days are looked at by one sweep; the next one goes on. */
const most = 200

/** Tells of every day that changed, or of which a reminder is due; each entry once by its id. */
export async function slots({ now, db }: Tick): Promise<void> {
  const due = await db.slotDays.aggregate<SlotDay>({ wake: { $lte: now } }, [{ $sort: { wake: 1 } }, { $limit: most }])
  await inTurn(due, async (before) => {
    const found = await answer(db, before, now)
    await notify(db, found.centre, await throughDesk(databaseOf(found.centre), bookingNotices(found, found.told, now)))
    await db.slotDays.findAndChange(
      { _id: found._id, events: _.size(found.events.length) },
      { told: found.events.length, wake: slotsWakeAt(found, now) },
    )
  })
}

/** What began without anyone's yes is a no: nobody is left without an answer, and the slot is free for who asks. */
async function answer(db: Database, before: SlotDay, now: number): Promise<SlotDay> {
  let found = before
  for (const booking of bookingsOf(before, now)) {
    if (booking.state !== 'asked' || booking.startsAt > now) continue
    const event = { id: `unseen-${booking.id}`, at: now, kind: 'leave', undoes: booking.id, by: 'time' } as const
    found = (await takeOff(db, found, booking, event, { asked: booking.id })) ?? found
    await freeTime(db, booking.member, [booking.id])
  }
  return found
}
