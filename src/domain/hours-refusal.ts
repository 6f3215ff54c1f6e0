/** The expected "no" of hours. */
export type HoursRefusal =
  | { reason: 'hours-too-early'; opensAt: number }
  | { reason: 'hours-too-late'; closedAt: number }
  /** Nobody writes down, confirms or corrects their own. */
  | { reason: 'hours-own' }
  | { reason: 'hours-not-here' }
  | { reason: 'hours-gone'; at: number }
  | { reason: 'hours-still-on' }
  | { reason: 'hours-settled'; minutes: number }
  | { reason: 'hours-undecided' }
  | { reason: 'hours-appealed' }
  | { reason: 'hours-final'; until: number }
  /** There is nothing yet that a proof could say. */
  | { reason: 'proof-empty' }
  /** No proof has this number, or its owner has deleted their account. */
  | { reason: 'proof-unknown' }
