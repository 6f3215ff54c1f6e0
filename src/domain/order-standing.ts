import type { OfferedTo, Order, OrderOwner, OrderRoute, OrderRules, OrderState, Score, Slot } from './order'
import type { Settled } from './order-settle'
import type { Hold } from './order-time'

/** What of an order the fold begins with: whose it is never changes; its rules do where the log says so. */
export type OrderTerms = OrderRules & Pick<Order, 'kept'>

/** How an order stands, as its log says it. */
export interface Standing {
  state: OrderState
  /** Who must act now; nobody once it is closed. Nothing else is ever without an owner. */
  owner: OrderOwner | null
  /** By when; nothing once it is closed. */
  dueAt: number | null
  route: OrderRoute
  rules: OrderRules
  settled: Settled
  /** Whether staff passed the words for volunteers. */
  words: boolean
  to: OfferedTo | null
  /** Who serves, the lead first. */
  takers: readonly string[]
  /** How many an organisation says that it sends; 0 where it has not said, and where people go by name. */
  sent: number
  /** Those of them who may serve no more, while they are still there. */
  left: readonly string[]
  wants: Slot | null
  slot: Slot | null
  /** The time of those who serve that it has; none of whom an organisation sends, which has more than one to send. */
  holds: readonly Hold[]
  /** The time that visits took of those who made them; it stays, whatever becomes of the order. */
  served: readonly Hold[]
  /** Who of two is at the door: they go in together. */
  here: readonly string[]
  startedAt: number | null
  endedAt: number | null
  score: Score | null
  reported: boolean
  /** The cancellation, and what stood before it, while it may be taken back. */
  before: { id: string; until: number; standing: Standing } | null
  /** The time of the last event, never before an earlier one's. */
  at: number
}

/** Into another state, with what else changes. */
export type Into = (next: OrderState, more?: Partial<Standing>) => Standing
