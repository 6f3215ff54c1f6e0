import type { PartyState, Roster, RosterEvent, SeatRules } from './roster'

/** A party as the fold sees it: people who came together and are never split. */
export interface Party {
  /** The id of the join that made it. */
  id: string
  member: string
  people: string[]
  /** Whether it may be seated while a priority window lasts. */
  first: boolean
  state: PartyState
  joinedAt: number
  /** How many parties behind it were seated before it, because it did not fit. */
  overtaken: number
  /** While offered: until when the seat is kept. */
  expiresAt?: number
}

/** Who has a seat and who waits, at one moment. */
export interface Seating {
  /** Every party on the list: the seated, those with an offer, the line in its order, then lapsed and held ones. */
  parties: Party[]
  capacity: number
  /** Seats that no one has and that are kept for no one; never negative. */
  free: number
  /** People on the list without a seat. */
  waiting: number
  /** True where time alone changed something since the last event: record a `tick` before telling anyone. */
  untold: boolean
}

/**
 * The seat rule. Folds a roster's log into who has a seat and who waits at `now` (epoch milliseconds).
 *
 * - Parties stand in the line in the order of the log. A free seat goes to the first party that fits.
 * - A party that does not fit may be overtaken `mostOvertakes` times; then the next seats are held for it.
 * - While a priority window lasts only its parties are seated; the others keep their place in the line.
 * - From `offersFrom` on, a party that had to wait is offered its seats for `offerFor` milliseconds and has to take
 *   them; whoever lets them pass stays on the list but out of the line until they ask again.
 * - A seat once given ends only by an event of its holder or of staff; a cut in capacity unseats nobody.
 * - Staff may seat anyone, over capacity too, and may hold a party back.
 * - A new time moves the times of the rule from there on; an offer lasts no longer than until the new start.
 * - Once it is cancelled everyone stays where they are: nobody is moved up any more, and no offer lapses.
 *
 * An event whose id the log already has counts once. A `leave` may stand before the `join` that it undoes.
 * An event's time counts only as "not before the ones in front of it".
 */
export function seats(roster: Pick<Roster, 'events' | 'rules'>, now: number): Seating {
  const table = new Table(roster.rules)
  const seen = new Set<string>()
  for (const event of roster.events) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    table.passTimeUntil(event.at)
    table.take(event)
  }
  return table.seatingAt(now)
}

/** How everyone stands right after one event of the log, its number counted from 0. */
export interface Step {
  event: RosterEvent
  index: number
  parties: readonly Readonly<Party>[]
}

/**
 * The same fold, told step by step: after each event that counts, the parties as they stand then. They are the fold's
 * own and change with the next step.
 */
export function* steps(roster: Pick<Roster, 'events' | 'rules'>): Generator<Step> {
  const table = new Table(roster.rules)
  const seen = new Set<string>()
  for (const [index, event] of roster.events.entries()) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    table.passTimeUntil(event.at)
    table.take(event)
    yield { event, index, parties: table.everyone() }
  }
}

class Table {
  private rules: SeatRules
  private cancelled = false
  private readonly undone = new Set<string>()
  private readonly parties = new Map<string, Party>()
  /** Those who may be moved up, first come first. */
  private line: Party[] = []
  private offered: Party[] = []
  private capacity: number
  /** Seats given or kept. */
  private taken = 0
  private clock = Number.NEGATIVE_INFINITY
  private changes = 0

  constructor(rules: SeatRules) {
    this.rules = rules
    this.capacity = rules.capacity
  }

  /** Lets everything fall due that falls due until `moment`, in its own order. */
  passTimeUntil(moment: number): void {
    for (let due = this.nextDue(); due <= moment; due = this.nextDue()) {
      this.clock = due
      for (const party of this.offered.filter((each) => (each.expiresAt as number) <= due)) this.lapse(party)
      this.moveUp()
    }
    this.clock = Math.max(this.clock, moment)
  }

  take(event: RosterEvent): void {
    switch (event.kind) {
      case 'join':
        return this.join(event)
      case 'leave':
        return this.leave(event.undoes)
      case 'take':
        return this.takeUp(this.parties.get(event.party))
      case 'move':
        return this.move(this.parties.get(event.party), event.to)
      case 'capacity':
        this.capacity = event.capacity
        return this.moveUp()
      case 'time':
        return this.reschedule(event)
      case 'cancel':
        this.cancelled = true
        return
      // Who came changes nobody's seat.
      case 'check-in':
      case 'undo-check-in':
      case 'notice':
      case 'tick':
        return
    }
  }

  everyone(): Party[] {
    return [...this.parties.values()]
  }

  seatingAt(now: number): Seating {
    const before = this.changes
    this.passTimeUntil(now)
    const all = [...this.parties.values()]
    const inState = (...states: PartyState[]) => all.filter((party) => states.includes(party.state))
    const parties = [...inState('seated'), ...this.offered, ...this.line, ...inState('lapsed', 'held')]
    return {
      parties,
      capacity: this.capacity,
      free: Math.max(0, this.capacity - this.taken),
      waiting: parties.reduce((sum, { state, people }) => (state === 'seated' ? sum : sum + people.length), 0),
      untold: this.changes > before,
    }
  }

  private join(event: RosterEvent & { kind: 'join' }): void {
    if (this.undone.has(event.id)) return
    const { id, member, people, first, at } = event
    const party: Party = { id, member, people, first, state: 'waiting', joinedAt: at, overtaken: 0 }
    this.parties.set(id, party)
    this.line.push(party)
    this.moveUp(party)
  }

  private leave(id: string): void {
    this.undone.add(id)
    const party = this.parties.get(id)
    if (!party) return
    this.clear(party)
    this.parties.delete(id)
    this.moveUp()
  }

  private takeUp(party: Party | undefined): void {
    if (party?.state === 'offered') {
      this.offered = this.offered.filter((each) => each !== party)
      this.give(party)
    } else if (party?.state === 'lapsed') {
      party.state = 'waiting'
      this.line.push(party)
      this.moveUp(party)
    } else if (party?.state === 'waiting' && this.clock >= this.rules.settledFrom) {
      // It has begun, and they stand at the door: whoever asks then has a seat before a stranger has.
      this.moveUp(party)
    }
  }

  private move(party: Party | undefined, to: 'seat' | 'wait'): void {
    if (!party || party.state === (to === 'seat' ? 'seated' : 'held')) return
    this.clear(party)
    if (to === 'seat') {
      this.taken += party.people.length
      this.give(party)
    } else party.state = 'held'
    this.moveUp()
  }

  private reschedule({ offersFrom, settledFrom }: RosterEvent & { kind: 'time' }): void {
    this.rules = { ...this.rules, offersFrom, settledFrom }
    for (const party of this.offered) {
      if ((party.expiresAt as number) <= settledFrom) continue
      if (settledFrom > this.clock) party.expiresAt = settledFrom
      else this.lapse(party)
    }
    this.moveUp()
  }

  /** Moves up whoever is next, again and again. `present` is who just asked: they get a seat rather than an offer. */
  private moveUp(present?: Party): void {
    while (!this.cancelled && this.line.length > 0 && this.taken < this.capacity) {
      const next = this.next(present)
      if (!next) return
      for (const party of this.line) {
        if (party === next) break
        if (this.isInTurn(party)) party.overtaken += 1
      }
      this.changes += 1
      this.line = this.line.filter((party) => party !== next)
      this.taken += next.people.length
      if (next === present || this.clock < this.rules.offersFrom) this.give(next)
      else this.offer(next)
    }
  }

  private next(present: Party | undefined): Party | undefined {
    const free = this.capacity - this.taken
    if (this.clock >= this.rules.settledFrom)
      return present && this.line.includes(present) && present.people.length <= free ? present : undefined
    for (const party of this.line) {
      if (!this.isInTurn(party)) continue
      if (party.people.length <= free) return party
      if (party.overtaken >= this.rules.mostOvertakes) return undefined
    }
    return undefined
  }

  /** A party too large for the whole table, or outside the priority window, is not waiting for a seat now. */
  private isInTurn(party: Party): boolean {
    const { priority } = this.rules
    return party.people.length <= this.capacity && (party.first || !priority || this.clock >= priority.until)
  }

  private give(party: Party): void {
    party.state = 'seated'
    delete party.expiresAt
  }

  private offer(party: Party): void {
    party.state = 'offered'
    party.expiresAt = Math.min(this.clock + this.rules.offerFor, this.rules.settledFrom)
    this.offered.push(party)
  }

  private lapse(party: Party): void {
    this.clear(party)
    party.state = 'lapsed'
    this.changes += 1
  }

  /** Takes a party from wherever it is: its seats are free, its place in the line is gone. */
  private clear(party: Party): void {
    if (party.state === 'seated' || party.state === 'offered') this.taken -= party.people.length
    this.line = this.line.filter((each) => each !== party)
    this.offered = this.offered.filter((each) => each !== party)
    delete party.expiresAt
  }

  private nextDue(): number {
    if (this.cancelled) return Number.POSITIVE_INFINITY
    const moments = this.offered.map((party) => party.expiresAt as number)
    if (this.rules.priority) moments.push(this.rules.priority.until)
    return Math.min(Number.POSITIVE_INFINITY, ...moments.filter((moment) => moment > this.clock))
  }
}
