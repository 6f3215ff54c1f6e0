import * as v from 'valibot'
import { ageBands } from './age'
import { phone } from './contact'
import { intentId, line, personId, shortId } from './input'
import type { Loan, LoanState } from './loan'
import { conditions, type Glyph, glyphs } from './thing'

/** The most pieces, of whatever kind, that one member may have or be kept at a time. */
export const mostLoans = 4

/** A thing in the list, as anyone sees it. */
export interface ThingCard {
  id: string
  name: string
  item: string
  glyph: Glyph
  stock: number
  /** Nobody has them and they are kept for nobody. */
  free: number
  waiting: number
  days: number
}

/** One of one's own loans, with what may be done about it. */
export interface OwnLoan {
  id: string
  thing: string
  name: string
  glyph: Glyph
  /** For whom: a name of one's family, or oneself. */
  person: { id: string; name: string }
  state: LoanState
  keptUntil?: number
  position?: number
  outAt?: number
  dueAt?: number
  endedAt?: number
  /** It may be kept longer: not late, not extended before, nobody waits. */
  extends: boolean
}

/** The page of one thing. */
export interface ThingPage extends ThingCard {
  note: string
  deposit: string | null
  /** When the first of those that are out is due; nothing where none is out. */
  back: number | null
  waitRoom: number
  mine: OwnLoan[]
  /** May be lent now at all. */
  open: boolean
}

/** What I have and wait for, and what is over lately. */
export interface OwnLoans {
  open: OwnLoan[]
  past: OwnLoan[]
}

/** A loan at the desk, with names. */
export interface DeskLoan {
  id: string
  thing: string
  /** Nothing where they deleted their account. */
  name: string | null
  building: string | null
  /** Whose record it is, where the piece is for one of the family. */
  of: string | null
  /** Without an account: the desk keeps the record. */
  kept: boolean
  state: LoanState
  keptUntil?: number
  position?: number
  dueAt?: number
  /** Late by so many days; and by so many that everyone at the desk is to see to it. */
  late: number
  urgent: boolean
}

export interface DeskThing {
  id: string
  name: string
  item: string
  glyph: Glyph
  note: string
  deposit: string | null
  days: number
  stock: number
  mending: number
  free: number
  open: boolean
  version: number
  loans: DeskLoan[]
}

/** Late by so many days it is everyone's at the desk, not only theirs who handed it out. */
export const urgentFrom = 3

export interface LoanDesk {
  things: DeskThing[]
  /** Whether who looks may ask for the number of whoever is late. */
  contacts: boolean
}

/** Someone a piece can be handed out to. */
export interface Borrower {
  id: string
  holder: string
  name: string
  building: string | null
  of: string | null
}

/** What the desk is told after it lent: who has it and until when. */
export interface Lent {
  loan: string
  name: string
  dueAt: number
}

const thing = { thing: shortId } as const
const loan = { ...thing, loan: intentId } as const
const number = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

export const thingInput = v.strictObject(thing)

/** For whom: oneself, or one of one's family. */
export const borrowInput = v.strictObject({ intent: intentId, ...thing, person: personId })

export const ownLoanInput = v.strictObject({ intent: intentId, ...loan })

export const handOutInput = v.strictObject({ intent: intentId, ...loan })

export const findBorrowerInput = v.strictObject({ ...thing, words: line(1, 12) })

/** Handed out at once to a member, or one of their family. */
export const lendInput = v.strictObject({ intent: intentId, ...thing, holder: shortId, person: personId })

/** Handed out at once to someone without an account, who agreed to their name being kept. */
export const lendGuestInput = v.strictObject({
  intent: intentId,
  ...thing,
  name: line(1, 12),
  band: v.picklist(ageBands),
  building: v.nullable(shortId),
  // What is late is asked for by it. A desk whose mini-program is older than the question sends nothing.
  phone: v.optional(v.nullable(phone), null),
  consent: v.literal(true),
})

export const takeBackInput = v.strictObject({
  intent: intentId,
  ...loan,
  condition: v.picklist(conditions),
  note: v.nullable(line(1, 60)),
})

export const loseInput = v.strictObject({ intent: intentId, ...loan, reason: line(2, 60) })

/** Whom to call about what is late, with the reason that its owner will read. */
export const loanContactInput = v.strictObject({ intent: intentId, ...loan, reason: line(2, 60) })

export const mendedInput = v.strictObject({ intent: intentId, ...thing, pieces: number(1, 999) })

/** A member's own code, as it is read at the desk. */
export const loanCodeInput = v.strictObject({ code: v.pipe(v.string(), v.minLength(6), v.maxLength(120)) })

/** A kind of thing as staff write it down; `version` is the one they saw, 0 for a new one. */
export const saveThingInput = v.strictObject({
  intent: intentId,
  ...thing,
  version: number(0, 1e6),
  name: line(1, 16),
  item: shortId,
  glyph: v.picklist(glyphs),
  note: line(1, 60),
  deposit: v.nullable(line(1, 40)),
  days: number(0, 180),
  stock: number(0, 9999),
  open: v.boolean(),
})

/** What of a loan its own borrower sees. */
export const ownLoan = (
  of: { _id: string; name: string; glyph: Glyph },
  loan: Loan,
  person: string,
  extendable: boolean,
): OwnLoan => ({
  id: loan.id,
  thing: of._id,
  name: of.name,
  glyph: of.glyph,
  person: { id: loan.person, name: person },
  state: loan.state,
  ...(loan.keptUntil !== undefined && { keptUntil: loan.keptUntil }),
  ...(loan.position !== undefined && { position: loan.position }),
  ...(loan.outAt !== undefined && { outAt: loan.outAt }),
  ...(loan.dueAt !== undefined && { dueAt: loan.dueAt }),
  ...(loan.endedAt !== undefined && { endedAt: loan.endedAt }),
  extends: extendable,
})
