import { call } from '../../cloud/call'
import { useCame } from '../../cloud/came'
import { BookableList } from './BookableList'
import { BookingView } from './BookingView'
import '../../text/booking-refusals'
import './booking.css'

/** What can be booked by the slot: everything, or the room or the service that the address names. */
export default function Bookings() {
  const { room, item } = useCame()
  const timetable = room || null
  if (!timetable && !item) return <BookableList />
  return (
    <BookingView
      name={timetable ?? item ?? ''}
      open={() => call.booking.open({ timetable, item: timetable ? null : (item ?? null) })}
    />
  )
}
