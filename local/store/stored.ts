import { read } from '../document/ejson'
import type { Doc } from '../document/value'
import { sumOf } from './checksum'
import { DataDamaged } from './data-file'
import { encoded } from './encoded'
import type { IdKey } from './id'

/** A document and the version of its last write, by which a transaction sees that someone else was there. */
export interface Stored {
  version: number
  doc: Doc
}

/**
 * On disk a document is its version, a checksum, and its extended JSON: whatever reads it, a date stays a date. The
 * checksum is of the key too, so that a whole document in another's place is no better than a broken one.
 */
export function textOf(collection: string, id: IdKey, version: number, doc: Doc): string {
  return checked(collection, id, version, encoded(doc))
}

export function checked(collection: string, id: IdKey, version: number, json: string): string {
  return `${version} ${sum(collection, id, version, json)} ${json}`
}

/** Reads what `textOf` wrote; refuses what does not agree with its checksum. */
export function storedOf(collection: string, id: IdKey, text: string): Stored {
  const json = jsonOf(collection, id, text)
  return { version: Number(text.slice(0, text.indexOf(' '))), doc: read(json) as Doc }
}

/** The extended JSON of a document on disk, its checksum looked at. */
export function jsonOf(collection: string, id: IdKey, text: string): string {
  const first = text.indexOf(' ')
  const second = text.indexOf(' ', first + 1)
  const json = text.slice(second + 1)
  const version = Number(text.slice(0, first))
  if (second < 0 || sum(collection, id, version, json) !== text.slice(first + 1, second))
    throw new DataDamaged(`the document "${String(id)}" of "${collection}" does not agree with its checksum`)
  return json
}

const sum = (collection: string, id: IdKey, version: number, json: string): string =>
  sumOf(json, sumOf(`${collection} ${typeof id} ${id} ${version}`)).toString(36)
