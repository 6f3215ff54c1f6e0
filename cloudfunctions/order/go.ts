import type { Order } from '../../src/domain/order'
import { type Doer, type Part, whyNotCleared, whyNotThen } from '../../src/domain/order-deed'
import type { Standing } from '../../src/domain/order-standing'
import type { Refusal } from '../../src/domain/refusal'
import type { MemberCall } from '../runtime/procedure'
import { papersBrought, whyNotGoing } from './licensed'

/**
 * Why someone who may be the one to go there cannot: no yes of staff's yet; or, before they take it, no time then, or no
 * certificate that the item demands.
 */
export function whyNotGo(
  call: MemberCall,
  doer: Doer,
  order: Order,
  standing: Standing,
  parts: readonly Part[],
): Refusal | undefined {
  const goes = parts.some((part) => part === 'asked' || part === 'volunteer' || part === 'taker')
  const whyNot = goes ? whyNotCleared(doer, order, standing) : undefined
  const may = parts.includes('asked') || (parts.includes('volunteer') && !parts.includes('holder'))
  if (whyNot || !may || parts.includes('taker')) return whyNot
  return (
    whyNotThen(doer, order, standing, call.now) ??
    whyNotGoing(order, call.member, standing.to, papersBrought(call), 'own', call.now)
  )
}
