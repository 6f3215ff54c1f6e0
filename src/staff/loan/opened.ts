import type { DeskLoan, DeskThing } from '../../domain/loan-page'

/** What lies over the desk: reading a code, taking back, lending at once, or a kind of thing. */
export type Opened =
  | { kind: 'code' }
  | { kind: 'back'; thing: DeskThing; loan: DeskLoan }
  | { kind: 'lend'; thing: DeskThing }
  | { kind: 'thing'; thing?: DeskThing }

/** What is told once something was done, and what passes by then. */
export type Done = (answer: { ok: boolean } | undefined, toast: string) => Promise<void>

/** What is handed out at once. */
export interface Lending {
  thing: DeskThing
  onDone: Done
}
