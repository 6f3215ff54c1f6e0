import type { Index } from '../../cloudfunctions/runtime/collections'
import { DatabaseError, refused } from '../document/database-error'
import { shapeOf } from '../document/geometry'
import { equalValues } from '../document/order'
import { anyWhole } from '../document/path'
import type { Doc, Id, Value } from '../document/value'
import { keyOfId, nameOf } from './id'
import { entriesOf, longestPart, type Part, valuesAt } from './index-keys'

/** What LMDB takes as one key, in bytes, with some room for what stands between its parts. */
const longestKey = 1900

/** Where the documents are that have a key already. */
interface Holders {
  idsUnder(collection: string, index: Index, entry: readonly Part[]): Iterable<Id>
  get(collection: string, id: Id): { doc: Doc } | undefined
}

/**
 * Refuses documents that indexes cannot take: keys that are too long, places that are none, and unique keys that another
 * has, of them or of those that are there. They are looked at in their order, as they would be written: what each was
 * before is out of the way once it is its turn, with all in `leaving`.
 */
export function checkKeys(
  there: Holders,
  collection: string,
  indexes: readonly Index[],
  docs: readonly Doc[],
  leaving: ReadonlySet<string> = new Set(),
): void {
  for (const index of indexes) {
    for (const doc of docs) {
      checkLength(collection, index, doc)
      checkPlaces(index, doc)
    }
    if (index.unique) checkUnique(there, collection, index, docs, leaving)
  }
}

const bytesOf = (part: string | number): number => (typeof part === 'string' ? Buffer.byteLength(part) + 1 : 10)

function checkLength(collection: string, index: Index, doc: Doc): void {
  const id = keyOfId(doc._id)
  const characters = collection.length + index.name.length + (typeof id === 'string' ? id.length : 10)
  // A character has three bytes at most: of nearly all documents this is all that is asked.
  if (3 * characters + Object.keys(index.keys).length * longestPart <= longestKey) return
  const own = bytesOf(collection) + bytesOf(index.name) + bytesOf(id)
  for (const entry of entriesOf(index, doc).entries) {
    const bytes = entry.reduce((sum, [, value]) => sum + 10 + bytesOf(value), own)
    if (bytes > longestKey)
      throw refused(`key too large to index: ${collection}.${index.name}, ${bytes} bytes, ${longestKey} at most`)
  }
}

/** What an index of places has must be a geometry. */
function checkPlaces({ keys }: Index, doc: Doc): void {
  for (const [path, kind] of Object.entries(keys))
    if (kind === '2dsphere' && !isPlaceAt(doc, path))
      throw refused(`Can't extract geo keys: ${path} of ${JSON.stringify(doc._id)}`)
}

/** Whether what is at a path, if anything, is on the map: a geometry, or a list of some. */
function isPlaceAt(doc: Doc, path: string): boolean {
  const whole: (Value | undefined)[] = []
  anyWhole(doc, path.split('.'), (value) => {
    whole.push(...(shapeOf(value) || !Array.isArray(value) ? [value] : value))
    return false
  })
  return whole.every((value) => value === undefined || value === null || shapeOf(value))
}

function checkUnique(
  there: Holders,
  collection: string,
  index: Index,
  docs: readonly Doc[],
  leaving: ReadonlySet<string>,
): void {
  const [taken, gone] = [new Map<string, Doc[]>(), new Set(leaving)]
  const holders = (entry: readonly Part[]): Doc[] =>
    [...there.idsUnder(collection, index, entry)].flatMap((id) =>
      gone.has(nameOf(collection, id)) ? [] : (there.get(collection, id)?.doc ?? []),
    )
  for (const doc of docs) {
    gone.add(nameOf(collection, doc._id))
    for (const entry of entriesOf(index, doc).entries) {
      const before = taken.get(String(entry)) ?? []
      if ([...before, ...holders(entry)].some((other) => sameKeys(index, doc, other)))
        throw duplicate(collection, index.name, entry)
      taken.set(String(entry), [...before, doc])
    }
  }
}

/** Whether two documents that share a key share its values: a long text is cut there. */
const sameKeys = (index: Index, doc: Doc, other: Doc): boolean =>
  Object.keys(index.keys).every((path) => {
    const theirs = valuesAt(other, path).values
    return valuesAt(doc, path).values.some((value) => theirs.some((each) => equalValues(value ?? null, each ?? null)))
  })

export const duplicate = (collection: string, index: string, entry: readonly Part[] | Id): DatabaseError =>
  new DatabaseError(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${JSON.stringify(entry)}`,
  )
