import { whyNotDo } from '../../src/domain/order-deed'
import type { Order, OrderEvent } from '../../src/domain/order'
import { orderAddressInput, photoInput } from '../../src/domain/order-input'
import type { OrderAddress, OrderPhone } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { sees } from '../../src/domain/visibility'
import { writeLook } from '../audit/look'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { unseal } from '../runtime/secret'
import { addressOf, keepFile, removeFile } from '../runtime/storage'
import { wechat } from '../runtime/wechat'
import { standingOn } from './act'
import { follow } from './give-back'
import { buildingNames, unnamed } from './row'

async function reached(call: MemberCall, deed: 'address' | 'phone' | 'photo', id: string) {
  const order = await call.db.orders.get(id)
  if (!order) throw new Refused({ reason: 'not-found' })
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

/** What it is called where a look at it is written down. */
const knownAs = ({ locked, route, title }: Order): string => (locked || route !== 'volunteers' ? unnamed : title)

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

/** A picture of what is to be done. Only who placed it, who serves and the desk see it, and it goes with the order. */
export const setPhoto = procedure({
  needs: 'place-order',
  input: photoInput,
  run: async (call, { order: id, image }): Promise<{ photo: string | null }> => {
    const order = await reached(call, 'photo', id)
    const content = Buffer.from(image, 'base64')
    const type = typeOf(content)
    if (!type) throw new Refused({ reason: 'bad-input', field: 'image' })
    const file = await keepFile(`orders/${call.centre._id}/${derivedId(24, 'photo', id, image)}.${type}`, content)
    await call.db.orders.change({ _id: id, active: true }, { photo: _.set(file), keeps: true })
    if (order.photo !== undefined && order.photo !== file) await removeFile(order.photo)
    const photo = await addressOf(file)
    // What must not be sent at all WeChat tells; nobody but those few sees it either way.
    if (photo) await wechat('security.mediaCheckAsync', { media_url: photo, media_type: 2 }).catch(() => undefined)
    return { photo }
  },
})

/** By its first bytes, whatever it is called. */
function typeOf(content: Buffer): 'jpg' | 'png' | undefined {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png'
  return undefined
}
