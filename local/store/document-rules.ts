import { randomBytes } from 'node:crypto'
import { calculateObjectSize } from 'bson'
import { refused } from '../document/database-error'
import { read } from '../document/ejson'
import { checkStorable } from '../document/storable'
import type { Doc } from '../document/value'
import { encoded } from './encoded'
import { fits, isId, longestId } from './id'

/** A document may be 16 MB, as MongoDB's. */
const largest = 16 * 1024 * 1024

/** MongoDB's rules; and it is a file's name in a backup. */
export function checkName(collection: string): void {
  if (!/^(?!system\.)[^$/\\\0]{1,100}$/.test(collection))
    throw refused(`Invalid collection name specified '${collection}'`)
}

export const newId = (): string => randomBytes(16).toString('hex')

/** Refuses a document that could not be kept, or not be found again. */
export function check(doc: Doc): void {
  checkStorable(doc)
  if (!isId(doc._id)) throw refused('An _id is text, a number or an ObjectId.')
  if (!fits(doc._id)) throw refused(`key too large to index: an _id of more than ${longestId} bytes`)
  // A list of small numbers has most bytes for its characters as text: fewer than eight.
  if (encoded(doc).length > largest / 8 && calculateObjectSize(read(encoded(doc)) as Doc) > largest)
    throw refused(`document is larger than the maximum size ${largest}`)
}
