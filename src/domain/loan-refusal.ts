/** Why something about lending is refused. `name` is the thing's. Times are epoch milliseconds. */
export type LoanRefusal =
  /** All are out and the line is full; `back` is when the first is due. */
  | { reason: 'loan-none'; name: string; back: number | null }
  /** The same person has one, is kept one, or waits for one. */
  | { reason: 'loan-already'; name: string }
  /** Something else of theirs is late. */
  | { reason: 'loan-late'; name: string; days: number }
  | { reason: 'loan-limit'; most: number }
  | { reason: 'loan-closed'; name: string }
  /** What is asked does not fit how this loan stands by now. */
  | { reason: 'loan-stands-otherwise' }
  | { reason: 'loan-extended' }
  /** Someone waits for it. */
  | { reason: 'loan-awaited' }
