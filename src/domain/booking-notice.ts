/** What the inbox tells of bookings. */
export type BookingNotice =
  | 'booking-booked'
  | 'booking-asked'
  | 'booking-approved'
  | 'booking-promoted'
  | 'booking-declined'
  | 'booking-off'
  | 'booking-missed'
  | 'booking-tomorrow'
  | 'booking-tell-promoted'
  | 'booking-tell-declined'
  | 'booking-tell-off'
