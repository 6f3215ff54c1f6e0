import type { SlotDay } from '../../src/domain/booking'
import { bookInput, cancelBookingInput, type OwnBooking } from '../../src/domain/booking-page'
import { Refused } from '../../src/domain/refusal'
import { freeTime } from '../activity/calendar'
import { checkOwnPerson } from '../member/person'
import { procedure } from '../runtime/procedure'
import { ownView } from './own'
import { bookingIn, takeOff } from './slot-day'
import { bookedThere, bookThere } from './there'

/** Books slots in a row for one of one's own people. */
export const book = procedure({
  needs: 'book-room',
  input: bookInput,
  beside: bookedThere,
  run: async (call, input): Promise<OwnBooking> => {
    const { member } = call
    checkOwnPerson(member, input.person, 'book-room')
    return bookThere(call, input, { holder: member, person: input.person, by: null })
  },
})

/** Gives a booking back, until it begins. Asked twice it is done once. */
export const cancel = procedure({
  needs: 'book-room',
  input: cancelBookingInput,
  beside: (input) => [{ from: 'slotDays', match: { timetable: input.timetable, day: input.day }, limit: 1 }],
  run: async ({ db, member, now, beside }, { intent, booking: id }): Promise<OwnBooking> => {
    const [[found]] = beside as [SlotDay[]]
    const booking = found && bookingIn(found, id, now)
    if (!found || !booking || booking.member !== member._id) throw new Refused({ reason: 'not-found' })
    if (booking.state !== 'cancelled') {
      if (!['asked', 'booked', 'waiting'].includes(booking.state))
        throw new Refused({ reason: 'booking-stands-otherwise' })
      if (now >= booking.startsAt) throw new Refused({ reason: 'slot-past' })
    }
    const left = await takeOff(db, found, booking, { id: intent, at: now, kind: 'leave', undoes: id })
    await freeTime(db, member._id, [id])
    const after = left ?? (await db.slotDays.get(found._id)) ?? found
    const given = bookingIn(after, id, now)
    if (given?.state !== 'cancelled') throw new Refused({ reason: 'booking-stands-otherwise' })
    return ownView(after, given, member)
  },
})
