/**
 * What MongoDB's manual says, a second time: as plain as possible, without a thought of speed, and with nothing taken
 * from local/. The property test compares both.
 */
export type Thing = null | boolean | number | string | Date | Thing[] | { [name: string]: Thing }
export type Doc = { [name: string]: Thing }

/** A request that must be refused. */
export class Refused extends Error {}

const kindOf = (thing: Thing | undefined): string => Object.prototype.toString.call(thing).slice(8, -1)

const kindsInOrder = ['Null', 'Number', 'String', 'Object', 'Array', 'Boolean', 'Date']

export const isDoc = (thing: Thing | undefined): thing is Doc => kindOf(thing) === 'Object'

export const kindRank = (thing: Thing | undefined): number =>
  kindOf(thing) === 'Undefined' ? -1 : kindsInOrder.indexOf(kindOf(thing))

const sign = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Everything in one order. */
export function compare(a: Thing | undefined, b: Thing | undefined): number {
  if (kindRank(a) !== kindRank(b)) return sign(kindRank(a), kindRank(b))
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let at = 0; at < a.length && at < b.length; at += 1) {
      const found = compare(a[at], b[at])
      if (found !== 0) return found
    }
    return sign(a.length, b.length)
  }
  if (isDoc(a) && isDoc(b)) {
    const [left, right] = [Object.entries(a), Object.entries(b)]
    for (let at = 0; at < left.length && at < right.length; at += 1) {
      const [[name, value], [otherName, other]] = [left[at], right[at]] as [[string, Thing], [string, Thing]]
      const found = sign(kindRank(value), kindRank(other)) || sign(name, otherName) || compare(value, other)
      if (found !== 0) return found
    }
    return sign(left.length, right.length)
  }
  if (a instanceof Date && b instanceof Date) return sign(a.getTime(), b.getTime())
  if (a === null || a === undefined) return 0
  // Not-a-number comes before all numbers, and equals itself.
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return sign(a as string, b as string)
}

export const same = (a: Thing | undefined, b: Thing | undefined): boolean => compare(a, b) === 0

/** A value sorts by the least of a list, or by its greatest downwards; an empty list before everything. */
export function sorted<Row extends Doc>(rows: readonly Row[], order: [path: string, direction: 1 | -1][]): Row[] {
  const key = (row: Row, path: string, direction: 1 | -1): Thing[] => {
    const value = path.split('.').reduce<Thing | undefined>((at, name) => (isDoc(at) ? at[name] : undefined), row)
    const values = Array.isArray(value) ? value : [value ?? null]
    return values.length === 0
      ? []
      : [values.reduce((best, each) => (compare(each, best) * direction < 0 ? each : best)) as Thing]
  }
  const between = (a: Row, b: Row): number => {
    for (const [path, direction] of order) {
      const [left, right] = [key(a, path, direction), key(b, path, direction)]
      const found =
        left.length === 0 || right.length === 0 ? sign(left.length, right.length) : compare(left[0], right[0])
      if (found !== 0) return found * direction
    }
    return 0
  }
  return rows
    .map((row, at) => ({ row, at }))
    .sort((a, b) => between(a.row, b.row) || a.at - b.at)
    .map(({ row }) => row)
}
