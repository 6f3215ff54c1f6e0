import { day } from './day'
import type { Wait } from './menu-page'

/** What happened so lately is looked at. */
export const waitLooksBack = 90 * day

/** When something was ordered, when its waiting ended, and how. Epoch milliseconds; what is still open has no end. */
export type Waited =
  | { placedAt: number; how: 'served' | 'called-off'; at: number }
  | { placedAt: number; how: 'open'; at?: never }

/** How long it was seen waiting, from age to age in milliseconds. */
interface Seen {
  from: number
  to: number
  served: boolean
}

/** The part of each order's waiting that lies in the last 90 days; what has none there is left out. */
const seenOf = (orders: readonly Waited[], now: number): Seen[] =>
  orders.flatMap(({ placedAt, how, at = now }) => {
    if (placedAt > now || at > now || at < placedAt || at <= now - waitLooksBack) return []
    return [{ from: Math.max(0, now - waitLooksBack - placedAt), to: at - placedAt, served: how === 'served' }]
  })

/**
 * How long it takes to be served: the median by Kaplan and Meier (“Nonparametric Estimation from Incomplete
 * Observations”, J. Amer. Statist. Assoc. 53, 1958), of what was waited for within the last 90 days. What is still open
 * counts as having waited at least its age, what was called off as long as it waited, and what was placed before the 90
 * days from the age that it had then on (their left truncation): so one quick service does not hide a queue. In whole
 * days, begun ones counted. No days where the half was not reached, as most are still waiting; nothing where nobody
 * ordered and nothing can be said.
 */
export function waitOf(orders: readonly Waited[], now: number): Wait | null {
  const seen = seenOf(orders, now)
  const open = orders.filter(({ placedAt, how }) => how === 'open' && placedAt <= now)
  const served = seen.filter((each) => each.served)
  if (served.length === 0 && open.length === 0) return null
  const half = medianOf(seen)
  const oldest = Math.min(now, ...open.map(({ placedAt }) => placedAt))
  return {
    days: half === null ? null : Math.ceil(half / day),
    orders: served.length,
    waiting: open.length,
    longest: Math.floor((now - oldest) / day),
  }
}

/** The first age by which half were served; nothing where that is further than anyone was seen. */
function medianOf(seen: readonly Seen[]): number | null {
  const ages = [...new Set(seen.flatMap(({ served, to }) => (served ? [to] : [])))].sort((a, b) => a - b)
  let still = 1
  for (const age of ages) {
    const atRisk = seen.filter(({ from, to }) => from <= age && to >= age).length
    still *= 1 - seen.filter(({ served, to }) => served && to === age).length / atRisk
    // Products of shares miss a half by a hair.
    if (still <= 0.5 + 1e-9) return age
  }
  return null
}
