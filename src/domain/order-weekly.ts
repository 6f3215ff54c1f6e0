import { day } from './day'
import { isClosed, type Order, type OrderEvent, type Slot } from './order'
import { patience } from './order-due'
import type { Standing } from './order-standing'

const week = 7 * day

/** What of an order says when what follows of it is seen to. */
export type Following = Partial<Pick<Order, 'repeatDue' | 'repeatFrom'>>

/**
 * When a step of a weekly order makes it time to see to the next one: at once where it is done, here or elsewhere; where this
 * week was cancelled, once that cannot be taken back any more; and without a time that was wished not before the week is over.
 * Where something is said against it only afterwards, the next one is looked at anew.
 */
export function following(
  { repeat, placedAt, events }: Pick<Order, 'repeat' | 'placedAt' | 'events'>,
  before: Standing,
  event: OrderEvent,
  after: Standing,
): Following {
  if (repeat === null) return {}
  if (event.kind === 'restored') return { repeatDue: false }
  const [first] = events
  /** Not before the week is over, where no time that was wished puts the next one into its own week. */
  const inTurn = (at: number) => (first?.kind === 'placed' && first.wants === null ? Math.max(at, placedAt + week) : at)
  if ((event.kind === 'cancelled' || event.kind === 'guided') && event.series) {
    const final = event.kind === 'cancelled' ? after.at + patience.undo : after.at
    return { repeatDue: true, repeatFrom: event.series === 'goes-on' ? inTurn(final) : final }
  }
  if (doubts(event) && isClosed(before.state)) return { repeatDue: true, repeatFrom: inTurn(after.at) }
  const done = after.state === 'confirmed' || after.state === 'rated'
  return done && !isClosed(before.state) ? { repeatDue: true, repeatFrom: inTurn(after.at) } : {}
}

/** Whether something is said of a visit that whoever goes next must not walk into. */
const doubts = (event: OrderEvent): boolean =>
  event.kind === 'complained' || (event.kind === 'reported' && event.how !== 'well')

/** The last thing of that kind that was said of an order: staff look at the next one before anybody goes. */
export const doubtOf = ({ events }: Pick<Order, 'events'>): OrderEvent | null => events.filter(doubts).at(-1) ?? null

/** The step by which it was cancelled or is done elsewhere, as long as that stands; nothing of any other. */
export const closingOf = ({ events }: Pick<Order, 'events'>, { state }: Pick<Standing, 'state'>) =>
  events.filter((event) => event.kind === state && (event.kind === 'cancelled' || event.kind === 'guided')).at(-1)

/** What was said of the next ones by it. */
export function seriesOf(order: Pick<Order, 'events'>, standing: Pick<Standing, 'state'>) {
  const last = closingOf(order, standing)
  return last && 'series' in last ? (last.series ?? null) : null
}

const again = 'again.'

/** The id of the step by which the next of a weekly order was placed, and whether a step is one. */
export const againId = (nth: number): string => `${again}${nth}`
export const isAgain = (id: string): boolean => id.startsWith(again)

/** The same stretch in the first week that still lies ahead, at least one later. */
export function weekLater(wants: Slot, now: number): Slot {
  const by = Math.max(1, Math.ceil((now - wants.startsAt) / week)) * week
  return { startsAt: wants.startsAt + by, endsAt: wants.endsAt + by }
}
