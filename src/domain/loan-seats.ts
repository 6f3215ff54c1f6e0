import { day } from './day'
import type { RosterEvent, SeatRules } from './roster'
import type { Thing } from './thing'

/** How long a piece waits at the desk, and an offer for a yes, in milliseconds. */
export const keptFor = day

/** The seat rule as lending plays it: a freed piece is offered to whoever is next, for a day, at any time. */
export const seatRules = (thing: Pick<Thing, 'firstStock'>): SeatRules => ({
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
