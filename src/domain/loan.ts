import { day, hour, startOfDay } from './day'
import type { RosterEvent, SeatRules } from './roster'
import { type Party, seats } from './seats'

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
export type LoanEvent = { id: string; at: number } & (
  | { kind: 'borrow'; member: string; person: string; by?: string }
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

/** kept: waits at the desk · lapsed: let an offer pass; out of the line until they ask again · out: somebody has it. */
export type LoanState = 'kept' | 'waiting' | 'offered' | 'lapsed' | 'out' | 'returned' | 'lost' | 'cancelled'

export const openStates: readonly LoanState[] = ['kept', 'waiting', 'offered', 'lapsed', 'out']

/** One borrowing, from asking to bringing back. Times are epoch milliseconds. */
export interface Loan {
  id: string
  member: string
  person: string
  state: LoanState
  askedAt: number
  /** Until when a kept one waits at the desk, or an offered one for a yes. */
  keptUntil?: number
  /** In the line: from 1. */
  position?: number
  outAt?: number
  /** Who handed it out: whoever did looks after its coming back. */
  outBy?: string
  dueAt?: number
  extended: boolean
  endedAt?: number
  condition?: Condition
  note?: string | null
}

/** How long a piece waits at the desk, and an offer for a yes, in milliseconds. */
export const keptFor = day

/** By when it is brought back on its last day. */
const broughtBackBy = 20 * hour

/** When a piece handed out at `at` is due: the evening of the last day; lent after that, an hour later. */
export const dueOf = (at: number, days: number): number =>
  Math.max(startOfDay(at) + days * day + broughtBackBy, at + hour)

/** The evening so many days later. */
export const laterDue = (dueAt: number, days: number): number =>
  startOfDay(dueAt) + Math.max(1, days) * day + broughtBackBy

/** The seat rule as lending plays it: a freed piece is offered to whoever is next, for a day, at any time. */
const rulesOf = (thing: Pick<Thing, 'firstStock'>): SeatRules => ({
  capacity: thing.firstStock,
  mostOvertakes: 0,
  priority: null,
  offersFrom: Number.NEGATIVE_INFINITY,
  offerFor: keptFor,
  settledFrom: Number.POSITIVE_INFINITY,
})

/**
 * The log as the seat rule reads it: a piece is a seat. Before a lost or a broken one is off the list there is one seat
 * fewer, so that nobody is offered it.
 */
export function seatLog({ firstStock, events }: Pick<Thing, 'firstStock' | 'events'>): RosterEvent[] {
  let pieces = firstStock
  let mending = 0
  const capacity = (id: string, at: number): RosterEvent => ({
    id: `${id}.pieces`,
    at,
    kind: 'capacity',
    capacity: Math.max(0, pieces - mending),
    waitCapacity: 0,
    by: '',
    reason: '',
  })
  return events.flatMap((event): RosterEvent[] => {
    const { id, at } = event
    switch (event.kind) {
      case 'borrow':
        return [{ id, at, kind: 'join', member: event.member, people: [event.person], first: true }]
      case 'take':
        return [{ id, at, kind: 'take', party: event.loan }]
      case 'cancel':
        return [{ id, at, kind: 'leave', undoes: event.undoes }]
      case 'return':
        if (event.condition === 'broken') mending += 1
        return [capacity(id, at), { id, at, kind: 'leave', undoes: event.undoes }]
      case 'lost':
        pieces -= 1
        return [capacity(id, at), { id, at, kind: 'leave', undoes: event.undoes }]
      case 'mended':
        mending -= event.pieces
        return [capacity(id, at)]
      case 'stock':
        pieces = event.stock
        return [capacity(id, at)]
      case 'tick':
        return [{ id, at, kind: 'tick' }]
      default:
        return []
    }
  })
}

/** Who has one, who is kept one, who waits, and what is over; and how many pieces nobody has and nobody is kept. */
export interface Lending {
  loans: Loan[]
  free: number
  waiting: number
  /** True where time alone changed something since the last event: record a `tick` before telling anyone. */
  untold: boolean
}

/**
 * Folds a thing's log into its loans at `now`, by the seat rule: first come; a freed piece is offered to whoever is next
 * for a day and then to the one after. Refuses nothing: an event whose id is there already counts once.
 */
export function lendingOf(thing: Pick<Thing, 'firstStock' | 'events'>, now: number): Lending {
  const seating = seats({ rules: rulesOf(thing), events: seatLog(thing) }, now)
  const line = seating.parties.filter(({ state }) => state === 'waiting')
  const parties = new Map(seating.parties.map((party) => [party.id, party]))
  const loans = new Map<string, Loan>()
  const seen = new Set<string>()
  for (const event of thing.events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    if (event.kind === 'borrow') loans.set(event.id, asked(event))
    const about = 'loan' in event ? event.loan : 'undoes' in event ? event.undoes : undefined
    const loan = about === undefined ? undefined : loans.get(about)
    if (loan) happen(loan, event)
  }
  for (const loan of loans.values()) stand(loan, parties.get(loan.id), line)
  return { loans: [...loans.values()], free: seating.free, waiting: line.length, untold: seating.untold }
}

const asked = ({ id, at, member, person }: LoanEvent & { kind: 'borrow' }): Loan => ({
  id,
  member,
  person,
  state: 'kept',
  askedAt: at,
  keptUntil: at + keptFor,
  extended: false,
})

function happen(loan: Loan, event: LoanEvent): void {
  switch (event.kind) {
    case 'take':
      loan.keptUntil = event.at + keptFor
      return
    case 'cancel':
      loan.state = 'cancelled'
      loan.endedAt = event.at
      return
    case 'hand-out':
      Object.assign(loan, { state: 'out', outAt: event.at, outBy: event.by, dueAt: event.dueAt })
      return
    case 'extend':
      loan.dueAt = event.dueAt
      loan.extended = true
      return
    case 'return':
      Object.assign(loan, { state: 'returned', endedAt: event.at, condition: event.condition, note: event.note })
      return
    case 'lost':
      Object.assign(loan, { state: 'lost', endedAt: event.at, note: event.note })
      return
    default:
      return
  }
}

/** What the seat rule says of it, while it is asked for and not handed out. */
function stand(loan: Loan, party: Party | undefined, line: readonly Party[]): void {
  if (loan.state !== 'kept') {
    delete loan.keptUntil
    return
  }
  if (party?.state === 'waiting') {
    loan.state = 'waiting'
    loan.position = line.indexOf(party) + 1
    delete loan.keptUntil
  } else if (party?.state === 'offered') {
    loan.state = 'offered'
    loan.keptUntil = party.expiresAt as number
  } else if (party?.state === 'lapsed') {
    loan.state = 'lapsed'
    delete loan.keptUntil
  }
}

/** One loan of a thing. */
export const loanOf = (thing: Pick<Thing, 'firstStock' | 'events'>, id: string, now: number): Loan | undefined =>
  lendingOf(thing, now).loans.find((loan) => loan.id === id)

export const isOverdue = ({ state, dueAt }: Pick<Loan, 'state' | 'dueAt'>, now: number): boolean =>
  state === 'out' && dueAt !== undefined && now > dueAt

/** How many days late, counted in days of the calendar; at least one. */
export const daysLate = (dueAt: number, now: number): number =>
  Math.max(1, Math.round((startOfDay(now) - startOfDay(dueAt)) / day))

/** How many pieces are there to be taken, from the guard fields alone. */
export const freeOf = ({ left, waitCapacity }: Pick<Thing, 'left' | 'waitCapacity'>): number =>
  Math.max(0, left - waitCapacity)
