import { createHash } from 'node:crypto'
import type { Index } from '../../cloudfunctions/runtime/collections'
import type { Doc } from '../document/value'

/** One field's value in an index key: its type's rank in the database's order, and itself or what stands for it. */
export type Part = readonly [rank: number, value: number | string]

/** The ranks are MongoDB's order of types: null, numbers, text, objects, lists, truth, dates. */
export const rank = { null: 1, number: 2, text: 3, object: 4, list: 5, truth: 8, date: 9 } as const

/** Longer text is cut in the key; the document itself is always asked in the end. */
const longestText = 120

/** The part that a value has in an index key. */
export function partOf(value: unknown): Part {
  if (value === null || value === undefined) return [rank.null, 0]
  if (typeof value === 'number') return [rank.number, value]
  if (typeof value === 'string') return [rank.text, value.slice(0, longestText)]
  if (typeof value === 'boolean') return [rank.truth, value ? 1 : 0]
  if (value instanceof Date) return [rank.date, value.getTime()]
  const digest = createHash('sha256').update(JSON.stringify(value)).digest('base64')
  return [Array.isArray(value) ? rank.list : rank.object, digest]
}

/** Whether two values may share a part without being equal. */
export const isCut = (value: unknown): boolean => typeof value === 'string' && value.length >= longestText

/** The values at a path, lists on the way and at its end opened; nothing there counts as null. */
export function valuesAt(doc: Doc, path: string): { values: unknown[]; several: boolean } {
  let level: unknown[] = [doc]
  let several = false
  for (const step of path.split('.')) {
    const opened = level.flatMap((each) => {
      if (!Array.isArray(each)) return [each]
      if (/^\d+$/.test(step)) return [{ [step]: each[Number(step)] }]
      several = true
      return each
    })
    level = opened.map((each) => (typeof each === 'object' && each !== null ? (each as Doc)[step] : undefined))
  }
  const values = level.flatMap((each) => {
    if (!Array.isArray(each)) return [each]
    several = true
    return each.length > 0 ? each : [undefined]
  })
  return { values: values.length > 0 ? values : [undefined], several }
}

/** Every key that a document has in an index, as lists of parts; and whether some field of it is a list. */
export function entriesOf(index: Index, doc: Doc): { entries: Part[][]; several: boolean } {
  let entries: Part[][] = [[]]
  let several = false
  for (const path of Object.keys(index.keys)) {
    const found = valuesAt(doc, path)
    several ||= found.several
    const parts = new Map(found.values.map((value) => [String(partOf(value)), partOf(value)]))
    entries = entries.flatMap((entry) => [...parts.values()].map((part) => [...entry, part]))
  }
  return { entries, several }
}
