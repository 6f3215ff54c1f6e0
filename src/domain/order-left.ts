import type { OrderOwner, OrderState } from './order'
import { patience } from './order-due'
import type { Hold } from './order-time'

/** As much of how an order stands as it takes to leave it. */
interface Begun {
  state: OrderState
  owner: OrderOwner | null
  dueAt: number | null
  takers: readonly string[]
  left: readonly string[]
  holds: readonly Hold[]
  at: number
}

/**
 * Who is in somebody's home at that moment may serve no more: it stays begun, since they are there, and staff own it at
 * once, who ring. Whoever came along may still end it. Nothing where they are not there, or it was said already.
 */
export function leftBy<Standing extends Begun>(standing: Standing, by: string): Standing | null {
  const { state, takers, left, owner, holds, at } = standing
  if (state !== 'started' || !takers.includes(by) || left.includes(by)) return null
  return {
    ...standing,
    left: [...left, by],
    holds: holds.filter(({ member }) => member !== by),
    owner: owner === 'committee' ? owner : 'desk',
    dueAt: at + patience.left,
  }
}
