import { isClosed, type OrderState } from './order'
import type { OrderRow, OwnOrders } from './order-page'

/** One line of one's own orders. */
export interface OwnOrderRow extends OrderRow {
  /** How one's own words begin, where nothing of the menu was named; for who ordered it, and for nobody else. */
  said: string | null
}

export interface OwnOrderPage {
  rows: OwnOrderRow[]
  next: OwnOrders['next']
}

/** As much of one's own words as tells one order from another. */
const beginning = 14

/** How somebody's words begin, in one line. */
export function beginningOf(words: string): string {
  const line = [...words.trim().replace(/\s+/g, ' ')]
  return line.length > beginning ? `${line.slice(0, beginning).join('')}…` : line.join('')
}

/** What waits for its holder's word first, then what others see to, then what is closed; within each as it was. */
export const needsMeFirst = <Row extends Pick<OrderRow, 'state'>>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => rank(one.state) - rank(other.state))

const rank = (state: OrderState): number => (state === 'ended' ? 0 : isClosed(state) ? 2 : 1)
