import type { Order } from '../../src/domain/order'
import type { OrderOwed } from '../../src/domain/order-notice'
import { judgePhotoInput, photoInput } from '../../src/domain/order-input'
import { Refused } from '../../src/domain/refusal'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { checkPicture } from '../runtime/picture-check'
import { demand, procedure } from '../runtime/procedure'
import { addressOf, keepFile, removeFile } from '../runtime/storage'
import { reached } from './address'
import { knownAs } from './row'
import { belongingOf } from './staff'

/** How often it is tried where another picture came in between. */
const attempts = 6

/** A picture by the name that it has for those who may see it; nothing of where it is kept. */
export const keyOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[a-z]+$/, '')

/**
 * A picture of what is to be done. Who placed it and the desk see it at once; who serves only once staff have looked at
 * it, as with words. Of two that are set at once the later one stays, and no file is left that nothing names.
 */
export const setPhoto = procedure({
  needs: 'place-order',
  input: photoInput,
  run: async (call, { intent, order: id, image }): Promise<{ photo: string | null }> => {
    const { db, centre } = call
    const content = Buffer.from(image, 'base64')
    const type = typeOf(content)
    if (!type) throw new Refused({ reason: 'bad-input', field: 'image' })
    let order = await reached(call, 'photo', id)
    if (wasSet(order, intent)) return { photo: order.photo === undefined ? null : await addressOf(order.photo) }
    const file = await keepFile(`orders/${centre._id}/${derivedId(24, 'photo', id, intent, image)}.${type}`, content)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = order.photo
      const set = await db.orders.findAndChange(
        { _id: id, active: true, photo: before ?? _.exists(false), photoIntents: _.nin([intent]) },
        { photo: _.set(file), photoWaits: true, keeps: true, photoIntents: _.push([intent]), toTell: true },
      )
      if (set) {
        if (before !== undefined && before !== file) await removeFile(before)
        await checkPicture(db, { centre: centre._id, of: 'order', about: id, file, at: call.now })
        return { photo: await addressOf(file) }
      }
      // It was closed meanwhile, or has another picture: what nobody will name is not kept.
      order = await reached(call, 'photo', id).catch(async (refusal: unknown) => {
        await removeFile(file)
        throw refusal
      })
      if (!wasSet(order, intent)) continue
      // The step was made and its reply lost: what it replaced is nobody's.
      if (before !== undefined && before !== file) await removeFile(before)
      if (order.photo !== file) await removeFile(file)
      return { photo: order.photo === undefined ? null : await addressOf(order.photo) }
    }
    await removeFile(file)
    throw new Refused({ reason: 'server-busy' })
  },
})

const wasSet = ({ photoIntents = [] }: Order, intent: string): boolean => photoIntents.includes(intent)

/** What the desk is owed of a picture: that it waits for them, each once by its own name. */
export const photoOwed = ({ active, photo, photoWaits }: Order, now: number): OrderOwed[] =>
  active && photoWaits && photo !== undefined ? [{ to: 'desk', kind: 'order-photo', cause: keyOf(photo), at: now }] : []

/** A social worker has looked at this very picture: who serves may see it, or it goes. */
export const judgePhoto = procedure({
  needs: 'dispatch-order',
  input: judgePhotoInput,
  run: async (call, { order: id, photo, pass }): Promise<null> => {
    const order = await reached(call, 'judgePhoto', id, (found) => demand(call, 'dispatch-order', belongingOf(found)))
    const file = order.photo
    if (file === undefined || keyOf(file) !== photo) {
      // What was to go is gone: a replay, or another came in place of it, which waits by itself.
      if (!pass) return null
      throw new Refused({ reason: 'changed-meanwhile' })
    }
    if (!pass) {
      await takeAway(call.db, id, file, call.now)
      return null
    }
    const passed = await call.db.orders.findAndChange({ _id: id, photo: file }, { photoWaits: false })
    if (!passed) throw new Refused({ reason: 'changed-meanwhile' })
    return null
  },
})

/**
 * Takes a picture off the order that has it still, and tells its holder; once. The order names it until the rest is
 * done: cut short, it is all done by the next try, and no file is left that nothing names.
 */
export async function takeAway(db: Database, id: string, file: string, now: number): Promise<void> {
  const order = await db.orders.get(id)
  if (order?.photo === file) {
    const told = { kind: 'order-photo-off', noun: 'order', about: id, cause: keyOf(file), at: now } as const
    await notify(db, order.centre, [{ to: order.holder, title: knownAs(order), ...told }])
  }
  await removeFile(file)
  await db.orders.change({ _id: id, photo: file }, { photo: _.remove(), photoWaits: false })
}

/** By its first bytes, whatever it is called. */
function typeOf(content: Buffer): 'jpg' | 'png' | undefined {
  if (content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (content.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'png'
  return undefined
}
