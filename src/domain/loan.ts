import { day, hour, startOfDay } from './day'
import { keptFor, seatLog, seatRules } from './loan-seats'
import { seats } from './seats'
import type { Party } from './seating'
import type { Condition, LoanEvent, Thing } from './thing'

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
  /** Has no account; staff keep the record. */
  guest?: true
  endedAt?: number
  condition?: Condition
  note?: string | null
}

/** By when it is brought back on its last day. */
const broughtBackBy = 20 * hour

/** When a piece handed out at `at` is due: the evening of the last day; lent after that, an hour later. */
export const dueOf = (at: number, days: number): number =>
  Math.max(startOfDay(at) + days * day + broughtBackBy, at + hour)

/** The evening so many days later. */
export const laterDue = (dueAt: number, days: number): number =>
  startOfDay(dueAt) + Math.max(1, days) * day + broughtBackBy

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
  const seating = seats({ rules: seatRules(thing), events: seatLog(thing) }, now)
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

const asked = ({ id, at, member, person, guest }: LoanEvent & { kind: 'borrow' }): Loan => ({
  id,
  member,
  person,
  state: 'kept',
  askedAt: at,
  keptUntil: at + keptFor,
  extended: false,
  ...(guest && { guest }),
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
