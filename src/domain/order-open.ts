import { isMinor } from './age'
import type { Order } from './order'
import { type Doer, type Facts, whyNotCleared, whyNotThen } from './order-deed'
import type { Refusal } from './refusal'

/** Why a volunteer may not take what is up for all of them, as their list says it before they try. */
export const whyNotOpen = (
  doer: Pick<Doer, '_id' | 'roles' | 'cleared' | 'band' | 'calendar' | 'rest'>,
  order: Pick<Facts, '_id' | 'home' | 'band'> & Pick<Order, 'wants'>,
  now: number,
): Refusal | undefined =>
  order.home && isMinor(doer.band)
    ? { reason: 'order-adults-only' }
    : (whyNotCleared(doer, order, { to: null }) ??
      whyNotThen(doer, order, { wants: order.wants, to: null, route: 'volunteers' }, now))
