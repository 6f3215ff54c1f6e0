/** How a thing is drawn; there are no photos of wheelchairs. */
export const glyphs = ['wheelchair', 'tool', 'umbrella', 'ball', 'toy', 'book', 'table', 'aid', 'other'] as const
export type Glyph = (typeof glyphs)[number]

/**
 * One kind of thing that a centre lends: how many there are, an append-only log of what happened to them, and guard
 * fields that change in the same atomic update as the log. Who has one and who waits is not stored: it is
 * `loans(thing, now)`, a fold over the log. Ids only; names live with the members.
 */
export interface Thing {
  _id: string
  centre: string
  name: string
  /** The catalogue item that it is lent under. */
  item: string
  glyph: Glyph
  /** What to know before one takes it. */
  note: string
  /** What is left at the desk for it, in words; money is never handled here. */
  deposit: string | null
  /** How many days it is lent for; 0: brought back the same day. */
  days: number
  /** Whose it is, where it is not the centre's own: they may lend it, too. */
  organisation: string | null
  team: string | null

  // Guard fields: what the one atomic update checks. They follow from the log.
  state: 'open' | 'closed'
  /** How many the centre has, the ones in repair included, the lost ones not. */
  stock: number
  /** How many of them are in repair. */
  mending: number
  /** How many may wait. */
  waitCapacity: number
  /** How many may still ask: pieces and places in the line, less everyone who has one, is kept one, or waits. */
  left: number
  /** Who has one, is kept one, or waits. */
  people: string[]
  /** When somebody has to look at it again: set by every change, then by the sweep to the next moment that matters. */
  wake: number
  /** How many events were told to whom they concern. */
  told: number
  /** How often its words were changed, and by which intent last. */
  version: number
  saved: string

  /** How many there were when the log began. */
  firstStock: number
  events: LoanEvent[]
}

/** How it came back. broken: it goes to be repaired, and is lent to nobody meanwhile. */
export const conditions = ['good', 'worn', 'broken'] as const
export type Condition = (typeof conditions)[number]

/** What happened to a thing. `id` is the intent's; `by` is who did it where that was not its borrower. */
export type LoanEvent = { id: string; at: number } /** `guest`: they have no account. */ & (
  | { kind: 'borrow'; member: string; person: string; by?: string; guest?: true }
  /** Takes the piece that was offered; or, after the offer lapsed, asks to be in the line again. */
  | { kind: 'take'; loan: string }
  /** Before it is handed out: by its borrower, by staff, or because nobody came for it (`by` is "time"). */
  | { kind: 'cancel'; undoes: string; by?: string }
  | { kind: 'hand-out'; loan: string; by: string; dueAt: number }
  | { kind: 'extend'; loan: string; dueAt: number }
  | { kind: 'return'; undoes: string; by: string; condition: Condition; note: string | null }
  | { kind: 'lost'; undoes: string; by: string; note: string }
  | { kind: 'mended'; pieces: number; by: string }
  | { kind: 'stock'; stock: number; by: string; note: string }
  /** Says that time was seen to pass: what fell due before it is settled, and may be told. */
  | { kind: 'tick' }
)
