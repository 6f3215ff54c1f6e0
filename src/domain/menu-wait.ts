import { day } from './day'
import type { Wait } from './menu-page'

/** Orders that were served so lately are looked at. */
export const waitLooksBack = 90 * day

/** When something was ordered, and when it was served. Epoch milliseconds. */
export interface Served {
  placedAt: number
  servedAt: number
}

/**
 * How long it takes to be served: the median of whole days, begun days counted, of what was served in the last 90 days.
 * A median, so that one who asked for next month does not make everyone's wait look long. Nothing where nobody was
 * served: then nobody can say.
 */
export function waitOf(orders: readonly Served[], now: number): Wait | null {
  const days = orders
    .filter(({ servedAt, placedAt }) => servedAt > now - waitLooksBack && servedAt <= now && placedAt <= servedAt)
    .map(({ placedAt, servedAt }) => Math.ceil((servedAt - placedAt) / day))
    .sort((a, b) => a - b)
  const middle = days[Math.floor((days.length - 1) / 2)]
  return middle === undefined ? null : { days: middle, orders: days.length }
}
