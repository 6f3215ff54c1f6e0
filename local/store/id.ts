import { type Id, ObjectId } from '../document/value'

/** How an id stands in keys on the disk: behind every text comes what is an object id. */
export type IdKey = string | number

const mark = '￿'

export const keyOfId = (id: Id): IdKey => (id instanceof ObjectId ? `${mark}${id.hex}` : id)

export const idOfKey = (key: IdKey): Id =>
  typeof key === 'string' && key.startsWith(mark) ? new ObjectId(key.slice(mark.length)) : key

export const isId = (value: unknown): value is Id =>
  typeof value === 'string' || typeof value === 'number' || value instanceof ObjectId

/** One name for a document among all; the text "1" and the number 1 are two. */
export const nameOf = (collection: string, id: Id): string => {
  const key = keyOfId(id)
  return `${collection} ${typeof key} ${key}`
}

/** Bytes of UTF-8. An id is in every key of its document, of which half is left to what else is in it. */
export const longestId = 900

/** Whether an id can be looked for at all: a longer one is nobody's. */
export const fits = (id: Id): boolean =>
  typeof id !== 'string' || id.length * 3 <= longestId || Buffer.byteLength(id) <= longestId
