import type { PartyState, RosterEvent, SeatRules } from './roster'
import type { Party, Seating } from './seating'

/**
 * The parties of a roster at one moment of its log, and how each event and the time that passes change them: the seat
 * rule of `seats.ts`, step by step.
 */
export class Table {
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
