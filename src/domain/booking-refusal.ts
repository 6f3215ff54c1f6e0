/** Why something about booking a slot is refused. Times are epoch milliseconds. */
export type BookingRefusal =
  /** No seat is left in a slot that was asked for, nor a place in its line. */
  | { reason: 'slot-full'; startsAt: number }
  /** It is not open then, or that is not a slot of it. */
  | { reason: 'slot-closed' }
  | { reason: 'slot-past' }
  /** The same person has booked that slot. */
  | { reason: 'slot-already' }
  | { reason: 'slots-too-many'; most: number }
  /** An activity is held in that room then. */
  | { reason: 'slot-activity'; startsAt: number }
  | { reason: 'booking-people'; most: number }
  | { reason: 'booking-limit'; most: number }
  | { reason: 'booking-purpose' }
  /** For whom staff book has something else then: what it is staff are not told. */
  | { reason: 'booking-busy' }
  /** What is asked does not fit how this booking stands by now. */
  | { reason: 'booking-stands-otherwise' }
