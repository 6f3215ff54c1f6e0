/**
 * A loan that runs, as its member's own document keeps it: how many there are, whether one is late and for whom of the
 * family is decided there, in one atomic step, whatever kinds of things they are. It follows from the things' logs.
 */
export interface RunningLoan {
  loan: string
  thing: string
  name: string
  person: string
  /** Since when; what was kept for a step that never came is found by it. */
  at: number
  /** Once it is handed out. */
  dueAt?: number
}
