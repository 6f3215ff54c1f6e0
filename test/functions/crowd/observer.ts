import type { SignUpOutcome } from '../../../src/domain/activity'
import type { Roster } from '../../../src/domain/roster'
import { seats } from '../../../src/domain/seats'
import type { Party } from '../../../src/domain/seating'

/** What one person asked and was told, with the moments before asking and after hearing. */
export interface Told {
  person: string
  intent: string
  people: number
  asked: number
  heard: number
  outcome: SignUpOutcome | { refused: string }
}

/** One who stands outside and believes only what people were told. */
export class Observer {
  readonly told: Told[] = []
  /** Parties whose holder was told that they are off, or whom staff took off. */
  readonly off = new Set<string>()

  hear(told: Told): void {
    this.told.push(told)
  }

  private get seated(): Told[] {
    return this.told.filter(({ outcome }) => 'party' in outcome)
  }

  count(what: 'seated' | 'waiting' | string): number {
    return this.told.filter(({ outcome }) => ('party' in outcome ? outcome.party.state : outcome.refused) === what)
      .length
  }

  /** Everything that is wrong with this roster, given what people were told; nothing where all is well. */
  complaints(roster: Roster, now: number): string[] {
    const seating = seats(roster, now)
    const standing = new Map(seating.parties.map((party) => [party.id, party]))
    return [
      ...this.lost(standing),
      ...this.unseated(standing),
      ...this.jumped(roster),
      ...twice(roster, seating.parties),
      ...holes(roster, seating.parties, seating.capacity),
      ...drift(roster, seating.parties, seating.capacity),
      ...this.uninvited(seating.parties),
    ]
  }

  /** Told that they are on the list, and not on it. */
  private lost(standing: Map<string, Party>): string[] {
    return this.seated
      .filter(({ intent }) => !this.off.has(intent) && !standing.has(intent))
      .map(({ person }) => `${person} was told they are on the list and is not`)
  }

  /** Told that they have a seat, and without one. */
  private unseated(standing: Map<string, Party>): string[] {
    return this.seated
      .filter(({ intent, outcome }) => 'party' in outcome && outcome.party.state === 'seated' && !this.off.has(intent))
      .filter(({ intent }) => standing.get(intent)?.state !== 'seated')
      .map(({ person }) => `${person} was told they have a seat and has none`)
  }

  /** Whoever heard before another asked is ahead of them in the log. */
  private jumped(roster: Roster): string[] {
    const order = new Map(roster.events.map((event, index) => [event.id, index]))
    const joined = this.seated.filter(({ intent }) => order.has(intent)).sort((a, b) => a.asked - b.asked)
    const wrong: string[] = []
    // Among those who had heard before this one asked, the one furthest back in the log is the one to compare with.
    const byHeard = [...joined].sort((a, b) => a.heard - b.heard)
    let next = 0
    let furthest = -1
    for (const one of joined) {
      for (let other = byHeard[next]; other && other.heard < one.asked; other = byHeard[++next])
        furthest = Math.max(furthest, order.get(other.intent) as number)
      if (furthest > (order.get(one.intent) as number)) wrong.push(`${one.person} got ahead of someone who came before`)
    }
    return wrong
  }

  /** On the list, and never told so. */
  private uninvited(parties: Party[]): string[] {
    const invited = new Set(this.seated.map(({ intent }) => intent))
    return parties.filter((party) => !invited.has(party.id)).map((party) => `${party.id} is on the list unheard`)
  }
}

const sized = (parties: Party[]) => parties.reduce((sum, party) => sum + party.people.length, 0)

function twice(roster: Roster, parties: Party[]): string[] {
  const people = parties.flatMap((party) => party.people)
  return [
    ...(new Set(people).size === people.length ? [] : ['someone is on the list twice']),
    ...(new Set(roster.people).size === roster.people.length ? [] : ['someone is in the guard twice']),
  ]
}

/** Free seats that the party next by rule would fit into. */
function holes({ rules }: Roster, parties: Party[], capacity: number): string[] {
  const free = capacity - sized(parties.filter((party) => party.state === 'seated' || party.state === 'offered'))
  for (const party of parties.filter((each) => each.state === 'waiting' && each.people.length <= capacity)) {
    if (party.people.length <= free) return [`${party.id} waits beside ${free} free seats`]
    if (party.overtaken >= rules.mostOvertakes) return []
  }
  return []
}

/** Guard fields that do not follow from the log, or more people than there are places. */
function drift(roster: Roster, parties: Party[], capacity: number): string[] {
  const people = parties.flatMap((party) => party.people)
  const cut = roster.events.some((event) => event.kind === 'capacity')
  const places = roster.capacity + roster.waitCapacity
  return [
    ...([...people].sort().join() === [...roster.people].sort().join() ? [] : ['the guard’s people are not the log’s']),
    ...(roster.room === places - people.length ? [] : [`the room is ${roster.room}, not ${places - people.length}`]),
    ...(roster.capacity === capacity ? [] : ['the guard’s capacity is not the log’s']),
    ...(cut || people.length <= places ? [] : [`${people.length} people on ${places} places`]),
  ]
}
