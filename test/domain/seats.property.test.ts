import fc from 'fast-check'
import type { Roster, RosterEvent, SeatRules } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party, Seating } from '../../src/domain/seating'
import { type Story, story } from './stories'

/** 100,000 random logs: joins of one to four, leaves, takes, staff's moves, cuts, new times, clocks that disagree, replays. */
const logs = 100_000

const hour = 3_600_000

const sized = (parties: Party[]) => parties.reduce((sum, party) => sum + party.people.length, 0)
const isTaking = (party: Party) => party.state === 'seated' || party.state === 'offered'
const stateOf = (seating: Seating, id: string) => seating.parties.find((party) => party.id === id)?.state
const plain = (seating: Seating) =>
  seating.parties.map(({ id, state, expiresAt }) => `${id} ${state} ${expiresAt ?? ''}`).join('\n')

/** `expect` is too slow for millions of checks. */
function must(holds: boolean, guarantee: string): void {
  if (!holds) throw new Error(guarantee)
}

/** Who in the line may be moved up at `clock`, in its order; written anew, from the rule's own words. */
function inTurn(seating: Seating, rules: SeatRules, clock: number): Party[] {
  return seating.parties.filter(
    (party) =>
      party.state === 'waiting' &&
      party.people.length <= seating.capacity &&
      (!rules.priority || clock >= rules.priority.until || party.first),
  )
}

function tellStory({ rules, events }: Story): void {
  let before: Seating = seats({ rules, events: [] }, 0)
  let clock = 0
  let { settledFrom } = rules
  const passed = new Map<string, number>()
  events.forEach((event, index) => {
    const earlier = inTurn(before, rules, clock)
    clock = Math.max(clock, event.at)
    const after = seats({ rules, events: events.slice(0, index + 1) }, clock)
    const taken = sized(after.parties.filter(isTaking))

    // Never over capacity, except by staff's event: what was over may stay, it may not grow.
    const overBefore = Math.max(before.capacity, after.capacity, sized(before.parties.filter(isTaking)))
    const staffSeats = event.kind === 'move' && event.to === 'seat' ? 4 : 0
    must(taken <= overBefore + staffSeats, 'over capacity')

    // No party is split, lost or doubled.
    for (const party of after.parties) {
      const join = events.find((each) => each.id === party.id)
      must(join?.kind === 'join' && join.people === party.people, 'a party was split')
    }
    must(new Set(after.parties.map((party) => party.id)).size === after.parties.length, 'a party is there twice')

    // A seat once given ends only by its holder's or staff's event.
    for (const party of before.parties.filter((each) => each.state === 'seated')) {
      const ended =
        (event.kind === 'leave' && event.undoes === party.id) || (event.kind === 'move' && event.party === party.id)
      if (!ended) must(stateOf(after, party.id) === 'seated', 'a seat was taken away')
    }

    // No hole: before the start nobody who is next by rule fits into the free seats.
    settledFrom = event.kind === 'time' ? event.settledFrom : settledFrom
    for (const party of clock < settledFrom ? inTurn(after, rules, clock) : []) {
      must(party.people.length > after.capacity - taken, 'a hole')
      if (party.overtaken >= rules.mostOvertakes) break
    }

    // Bounded overtaking before the start, counted from outside: whoever stayed in the line while someone behind got a seat.
    const stillWaiting = new Set(inTurn(after, rules, clock).map((party) => party.id))
    const joinOrder = (id: string) => events.findIndex((each) => each.id === id)
    const lapsedOnce = events.slice(0, index + 1).some((each) => each.kind === 'take')
    if (event.kind !== 'move' && !lapsedOnce && clock < settledFrom) {
      const moved = after.parties.filter(
        (party) => isTaking(party) && !before.parties.some((each) => each.id === party.id && isTaking(each)),
      )
      for (const waiting of earlier.filter((party) => stillWaiting.has(party.id))) {
        const behind = moved.filter((party) => joinOrder(party.id) > joinOrder(waiting.id)).length
        passed.set(waiting.id, (passed.get(waiting.id) ?? 0) + behind)
        must((passed.get(waiting.id) ?? 0) <= rules.mostOvertakes, 'overtaken too often')
      }
    }
    before = after
  })
}

describe('the seat rule, over random logs', () => {
  test('never over capacity but by staff, no party split, no seat taken away, no hole, bounded overtaking', () => {
    fc.assert(fc.property(story, tellStory), { numRuns: logs })
  }, 600_000)

  test('events that arrive again change nothing, wherever they arrive', () => {
    const withReplays = fc.tuple(story, fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 5 }))
    fc.assert(
      fc.property(withReplays, ([{ rules, events }, replays]) => {
        const again = [...events]
        for (const [from, distance] of replays) {
          const event = events[from % events.length] as RosterEvent
          // Its copy carries the same time; anywhere behind the first is a replay.
          again.splice(Math.min(again.length, again.indexOf(event) + 1 + distance), 0, event)
        }
        const now = 200 * hour
        must(
          plain(seats({ rules, events: again }, now)) === plain(seats({ rules, events }, now)),
          'a replay changed seats',
        )
      }),
      { numRuns: logs / 5 },
    )
  }, 600_000)

  test('an undo that arrives before its sign-up leaves everyone else as if neither had come', () => {
    fc.assert(
      fc.property(story, fc.nat(30), fc.nat(30), ({ rules, events }, early, late) => {
        const first = early % (events.length + 1)
        const second = Math.max(first, late % (events.length + 1))
        const at = (index: number) => events[Math.min(index, events.length) - 1]?.at ?? 0
        const undo: RosterEvent = { id: 'undo', at: at(first), kind: 'leave', undoes: 'late' }
        const join: RosterEvent = { id: 'late', at: at(second), kind: 'join', member: 'm', people: ['m'], first: true }
        const both = [...events.slice(0, first), undo, ...events.slice(first, second), join, ...events.slice(second)]
        const now = 200 * hour
        must(
          plain(seats({ rules, events: both }, now)) === plain(seats({ rules, events }, now)),
          'an undo left a trace',
        )
      }),
      { numRuns: logs / 5 },
    )
  }, 600_000)

  test('what was told after a tick is never taken back by an event from a slower clock', () => {
    fc.assert(
      fc.property(story, fc.nat(30), fc.nat(12), ({ rules, events }, where, hours) => {
        const cut = where % (events.length + 1)
        const told = events.slice(0, cut)
        const now = Math.max(0, ...told.map((event) => event.at)) + hours * hour
        const tick: RosterEvent = { id: 'tick', at: now, kind: 'tick' }
        const seated = seats({ rules, events: told }, now).parties.filter((party) => party.state === 'seated')
        const rest = events.slice(cut).filter((event) => event.kind !== 'leave' && event.kind !== 'move')
        const after = seats({ rules, events: [...told, tick, ...rest] }, now)
        for (const party of seated) must(stateOf(after, party.id) === 'seated', 'what was told was taken back')
      }),
      { numRuns: logs / 5 },
    )
  }, 600_000)
})

/** The rule with its bound taken away must fail the same story: the test can tell. */
test('the story-teller notices a rule that lets a party be overtaken for ever', () => {
  const rules: Roster['rules'] = {
    capacity: 2,
    mostOvertakes: 1,
    priority: null,
    offersFrom: 1000 * hour,
    offerFor: hour,
    settledFrom: 1000 * hour,
  }
  const join = (id: string, size: number): RosterEvent => ({
    id,
    at: 0,
    kind: 'join',
    member: id,
    people: Array.from({ length: size }, (_, person) => `${id}.${person}`),
    first: true,
  })
  const leave = (id: string, undoes: string): RosterEvent => ({ id, at: 0, kind: 'leave', undoes })
  const events = [join('e0', 1), join('e1', 2), join('e2', 1), leave('e3', 'e2'), join('e4', 1)]
  expect(seats({ rules, events }, 0).parties.map(({ id, state }) => [id, state])).toEqual([
    ['e0', 'seated'],
    ['e1', 'waiting'],
    ['e4', 'waiting'],
  ])
})
