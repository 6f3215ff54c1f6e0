import { whyNotDo } from '../../src/domain/order-deed'
import type { Order, OrderEvent } from '../../src/domain/order'
import { orderAddressInput } from '../../src/domain/order-input'
import type { OrderAddress, OrderPhone } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { sees } from '../../src/domain/visibility'
import { writeLook } from '../audit/look'
import { type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { standingOn } from './act'
import { follow } from './follow'
import { buildingNames, knownAs } from './row'

export async function reached(
  call: MemberCall,
  deed: 'address' | 'phone' | 'photo' | 'judgePhoto',
  id: string,
  admit?: (order: Order) => void,
) {
  const order = await call.db.orders.get(id)
  if (!order) throw new Refused({ reason: 'not-found' })
  admit?.(order)
  const whyNot = whyNotDo(deed, call.member, order, standingOn(order), call.now)
  if (whyNot) throw new Refused(whyNot)
  return order
}

/**
 * Writes into the order's own log who looked, once each, and answers the order as it is in that moment: whoever saw what
 * is said otherwise later is told so, and whoever looks later sees what is new.
 */
async function looked(call: MemberCall, id: string, what: 'room' | 'phone'): Promise<Order> {
  const { db, now, self } = call
  const order = await follow(db, id, ({ events, version }): OrderEvent | null =>
    events.some((event) => event.kind === 'looked' && event.by === self && event.what === what)
      ? null
      : { id: `look.${version}`, at: now, by: self, kind: 'looked', what },
  )
  if (!order) throw new Refused({ reason: 'not-found' })
  return order
}

/** Where it is, in full: for who serves while they serve, and for staff with a reason. The look is written down first. */
export const address = procedure({
  needs: 'see-order-address',
  input: orderAddressInput,
  run: async (call, { intent, order: id, reason }): Promise<OrderAddress> => {
    const order = await reached(call, 'address', id)
    const serves = order.takers.includes(call.self)
    if (!serves && !sees(call.member.roles, 'room-no', 'full', 'on-request-logged'))
      throw new Refused({ reason: 'no-permission' })
    await writeLook(call, { intent, of: id, about: order.holder, what: ['room'], reason, title: knownAs(order) })
    const { building, room, reach } = await looked(call, id, 'room')
    return {
      building: building === null ? null : (buildingNames(call.centre).get(building) ?? null),
      room: room === undefined ? null : unseal('order-room', id, room),
      reach,
    }
  },
})

/** The phone that was left with it, for the desk with a reason: nobody else rings. */
export const phone = procedure({
  needs: 'see-order-address',
  input: orderAddressInput,
  run: async (call, { intent, order: id, reason }): Promise<OrderPhone> => {
    const order = await reached(call, 'phone', id)
    if (!sees(call.member.roles, 'phone', 'on-request-logged')) throw new Refused({ reason: 'no-permission' })
    if (order.phone === undefined) return { phone: null }
    await writeLook(call, { intent, of: id, about: order.holder, what: ['phone'], reason, title: knownAs(order) })
    const { phone: left } = await looked(call, id, 'phone')
    return { phone: left === undefined ? null : unseal('order-phone', id, left) }
  },
})
