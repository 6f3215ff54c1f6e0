import fc from 'fast-check'
import type { RosterEvent, SeatRules } from '../../src/domain/roster'

const hour = 3_600_000

/** A log and the rules that it is played by. */
export interface Story {
  rules: SeatRules
  events: RosterEvent[]
}

const step = fc.record({
  kind: fc.integer({ min: 0, max: 21 }),
  which: fc.nat(30),
  size: fc.integer({ min: 1, max: 4 }),
  minutes: fc.integer({ min: -3, max: 90 }),
  first: fc.boolean(),
})

/** A random log: joins of one to four, leaves, takes, moves, cuts, new times, clocks that disagree. */
export const story: fc.Arbitrary<Story> = fc
  .record({
    capacity: fc.integer({ min: 0, max: 8 }),
    mostOvertakes: fc.integer({ min: 0, max: 3 }),
    window: fc.boolean(),
    offers: fc.boolean(),
    steps: fc.array(step, { minLength: 4, maxLength: 26 }),
  })
  .map(({ capacity, mostOvertakes, window, offers, steps }) => {
    const rules: SeatRules = {
      capacity,
      mostOvertakes,
      priority: window ? { until: 4 * hour, bands: [], buildings: [], label: '' } : null,
      offersFrom: offers ? 6 * hour : 1000 * hour,
      offerFor: 2 * hour,
      settledFrom: 1000 * hour,
    }
    let at = 0
    const events = steps.map(({ kind, which, size, minutes, first }, index): RosterEvent => {
      at += minutes * 60_000
      const id = `e${index}`
      const party = `e${which % (index + 2)}`
      if (kind < 10) {
        const people = Array.from({ length: size }, (_, person) => `p${index}.${person}`)
        return { id, at, kind: 'join', member: `p${index}`, people, first }
      }
      if (kind < 14) return { id, at, kind: 'leave', undoes: party }
      if (kind < 16) return { id, at, kind: 'take', party }
      if (kind === 16) return { id, at, kind: 'move', party, to: 'seat', by: 's', reason: 'r' }
      if (kind === 17) return { id, at, kind: 'move', party, to: 'wait', by: 's', reason: 'r' }
      if (kind === 18) return { id, at, kind: 'capacity', capacity: which % 9, waitCapacity: 50, by: 's', reason: 'r' }
      // The start moves to and fro, behind and before what has passed already.
      if (kind === 19) return { id, at, kind: 'time', ...timesAt(which * hour), by: 's', reason: 'r' }
      if (kind === 20) return { id, at, kind: 'notice', text: 't', by: 's' }
      return { id, at, kind: 'tick' }
    })
    return { rules, events }
  })

/** A start, and freed seats offered from four hours before it. */
const timesAt = (startsAt: number) => ({
  startsAt,
  endsAt: startsAt + hour,
  closesAt: startsAt,
  offersFrom: startsAt - 4 * hour,
  settledFrom: startsAt,
})
