import type { Roster, RosterEvent } from './roster'
import type { Party, Seating } from './seating'
import { Table } from './seat-table'

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
