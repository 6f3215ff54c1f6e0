/**
 * The one clock of a local CloudBase: the machine's, plus a shift that tests set. The shift lies in shared memory, so
 * that every function instance follows it at once without being told.
 */
export class Clock {
  readonly shared = new SharedArrayBuffer(8)
  private readonly cell = new Float64Array(this.shared)

  /** Moves the clock on (or back, when negative) by so many milliseconds, from where it stands. */
  shift(milliseconds: number): void {
    this.cell[0] = (this.cell[0] ?? 0) + milliseconds
  }

  /** Puts the clock at a moment, in epoch milliseconds; it goes on running from there. */
  set(moment: number): void {
    this.cell[0] = moment - Date.now()
  }

  /** How far it stands from the machine's, in milliseconds. */
  get offset(): number {
    return this.cell[0] ?? 0
  }

  /** Epoch milliseconds. */
  now = (): number => Date.now() + this.offset
}
