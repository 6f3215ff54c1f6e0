import { createHash } from 'node:crypto'
import type { Index } from '../../cloudfunctions/runtime/collections'
import { type Doc, fieldOf, isFields, ObjectId, type Value } from '../document/value'
import { keyOfId } from './id'
import type { Key } from './tables'

/** One field's value in an index key: its type's rank in the database's order, and itself or what stands for it. */
export type Part = readonly [rank: number, value: number | string]

/** The ranks are MongoDB's order of types; not-a-number comes before all numbers. */
export const rank = {
  null: 1,
  notANumber: 1.5,
  number: 2,
  text: 3,
  object: 4,
  list: 5,
  id: 7,
  truth: 8,
  date: 9,
  pattern: 11,
} as const

/** Longer text is cut in the key; the document itself is always asked in the end. */
const longestText = 120

/** The bytes that one part may take, its rank among them. */
export const longestPart = 3 * longestText + 12

/** The part that a value has in an index key. */
export function partOf(value: Value | undefined): Part {
  if (value === null || value === undefined) return [rank.null, 0]
  // Zero has one key, whatever its sign.
  if (typeof value === 'number') return Number.isNaN(value) ? [rank.notANumber, 0] : [rank.number, value + 0]
  if (typeof value === 'string') return [rank.text, value.slice(0, longestText)]
  if (typeof value === 'boolean') return [rank.truth, value ? 1 : 0]
  if (value instanceof Date) return [rank.date, value.getTime()]
  if (value instanceof ObjectId) return [rank.id, value.hex]
  if (value instanceof RegExp) return [rank.pattern, `${value}`.slice(0, longestText)]
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64')
  return [Array.isArray(value) ? rank.list : rank.object, digest]
}

/** The parts under which documents may lie that equal a value: a list lies there by its elements, or in another list. */
export const partsOf = (value: Value): Part[] =>
  Array.isArray(value) ? [partOf(value[0]), partOf(value)] : [partOf(value)]

/** Whether two values may share a part without being equal. */
export const isCut = (value: unknown): boolean => typeof value === 'string' && value.length >= longestText

/** Whether parts of this kind lie in an order of their own, not in that of their values. */
const isOutOfOrder = ([kind, value]: Part): boolean =>
  kind === rank.object || kind === rank.list || kind === rank.pattern || isCut(value)

/** The values at a path, lists on the way and at its end opened, an empty one as it is; nothing there counts as null. */
export function valuesAt(doc: Doc, path: string): { values: (Value | undefined)[]; several: boolean } {
  const names = path.split('.')
  const values: (Value | undefined)[] = []
  let several = false
  const gather = (value: Value | undefined, at: number): void => {
    const name = names[at]
    if (Array.isArray(value)) {
      several = true
      if (name === undefined) return void values.push(...(value.length > 0 ? value : [[]]))
      if (/^\d+$/.test(name) && value[Number(name)] !== undefined) gather(value[Number(name)], at + 1)
      for (const each of value) if (isFields(each)) gather(each, at)
    } else if (name === undefined) values.push(value)
    else gather(isFields(value) ? fieldOf(value, name) : undefined, isFields(value) ? at + 1 : names.length)
  }
  gather(doc, 0)
  return { values: values.length > 0 ? values : [undefined], several }
}

/**
 * Every key that a document has in an index, as lists of parts; and whether the index no longer has each document once,
 * in the order of its values. A place on the map has one key, or none where there is no place.
 */
export function entriesOf(index: Index, doc: Doc): { entries: Part[][]; several: boolean } {
  let entries: Part[][] = [[]]
  let several = false
  for (const [path, kind] of Object.entries(index.keys)) {
    const found = valuesAt(doc, path)
    const values = kind === '2dsphere' ? found.values.filter((value) => value !== undefined).slice(0, 1) : found.values
    const parts = new Map(
      values.map((value) => {
        const part: Part = kind === '2dsphere' ? [rank.object, 0] : partOf(value)
        return [String(part), part]
      }),
    )
    several ||= found.several || [...parts.values()].some(isOutOfOrder)
    entries = entries.flatMap((entry) => [...parts.values()].map((part) => [...entry, part]))
  }
  return { entries, several }
}

/** By what an index is known to be the one that was made. */
export const madeOf = ({ keys, unique }: Index): string => JSON.stringify(unique ? [keys, 'unique'] : keys)

/** An entry's key in an index, its document's id at the end. */
export const keyOf = (collection: string, index: Index, entry: readonly Part[], doc: Doc): Key => [
  collection,
  index.name,
  ...entry.flat(),
  keyOfId(doc._id),
]

export const keysOf = (collection: string, index: Index, doc: Doc): Key[] =>
  entriesOf(index, doc).entries.map((entry) => keyOf(collection, index, entry, doc))

/** Keys of an index, those that agree in their first fields the other way round. */
export function* turned(keys: Iterable<Key>, fields: number): Generator<Key> {
  let group: Key[] = []
  let of = ''
  for (const key of keys) {
    // A collection, an index, and the two parts of each field; JSON has no infinity.
    const head = key.slice(0, 2 + 2 * fields).map((part) => (typeof part === 'number' ? part : JSON.stringify(part)))
    if (head.join() !== of) {
      yield* group.reverse()
      group = []
    }
    group.push(key)
    of = head.join()
  }
  yield* group.reverse()
}
