import { whyNotDo } from '../../src/domain/order-deed'
import { orderAddressInput, photoInput } from '../../src/domain/order-input'
import type { OrderAddress } from '../../src/domain/order-page'
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
import { buildingNames, unnamed } from './row'

async function reached(call: MemberCall, deed: 'address' | 'photo', id: string) {
  const order = await call.db.orders.get(id)
  if (!order) throw new Refused({ reason: 'not-found' })
  const whyNot = whyNotDo(deed, call.member, order, standingOn(order), call.now)
  if (whyNot) throw new Refused(whyNot)
  return order
}

/** Where it is, in full: for who serves while they serve, and for staff with a reason. The look is written down first. */
export const address = procedure({
  needs: 'see-order-address',
  input: orderAddressInput,
  run: async (call, { intent, order: id, reason }): Promise<OrderAddress> => {
    const order = await reached(call, 'address', id)
    const { building, room, reach, holder, title, locked, route } = order
    const serves = order.takers.includes(call.self)
    if (!serves && !sees(call.member.roles, 'room-no', 'full', 'on-request-logged'))
      throw new Refused({ reason: 'no-permission' })
    const known = locked || route !== 'volunteers' ? unnamed : title
    await writeLook(call, { intent, of: id, about: holder, what: ['room'], reason, title: known })
    return {
      building: building === null ? null : (buildingNames(call.centre).get(building) ?? null),
      room: room === undefined ? null : unseal('order-room', id, room),
      reach,
    }
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
