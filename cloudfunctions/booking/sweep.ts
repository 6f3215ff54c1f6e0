import type { SlotDay } from '../../src/domain/booking'
import { bookingNotices, slotsWakeAt } from '../../src/domain/booking-telling'
import { _ } from '../runtime/database'
import { notify } from '../runtime/inbox'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'

/** So many days are looked at by one sweep; the next one goes on. */
const most = 200

/** Tells of every day that changed, or of which a reminder is due; each entry once by its id. */
export async function slots({ now, db }: Tick): Promise<void> {
  const due = await db.slotDays.aggregate<SlotDay>({ wake: { $lte: now } }, [{ $sort: { wake: 1 } }, { $limit: most }])
  await inTurn(due, async (found) => {
    await notify(db, found.centre, bookingNotices(found, found.told, now))
    await db.slotDays.findAndChange(
      { _id: found._id, events: _.size(found.events.length) },
      { told: found.events.length, wake: slotsWakeAt(found, now) },
    )
  })
}
