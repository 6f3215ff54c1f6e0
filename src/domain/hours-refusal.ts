/** The expected "no" of hours. */
export type HoursRefusal =
  | { reason: 'hours-too-early'; opensAt: number }
  | { reason: 'hours-too-late'; closedAt: number }
  /** Nobody writes down, confirms or corrects their own. */
  | { reason: 'hours-own' }
  /** The clock still runs: they are written down by name. */
  | { reason: 'hours-clock-runs'; until: number }
  /** Too long ago to be written down. */
  | { reason: 'hours-late-over'; until: number }
  /** Outside of when it can have been. */
  | { reason: 'hours-outside'; from: number; until: number }
  | { reason: 'hours-on-record' }
  /** Whoever wrote it down afterwards does not count it, too. */
  | { reason: 'hours-entered' }
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
