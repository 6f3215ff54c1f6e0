/** An id as MongoDB makes them, in 24 hexadecimal digits. It is another value than the text of its digits. */
export class ObjectId {
  constructor(readonly hex: string) {}

  /** The time in its first four bytes, in milliseconds. */
  get time(): number {
    return Number.parseInt(this.hex.slice(0, 8), 16) * 1000
  }

  toString(): string {
    return this.hex
  }
}

/** Whatever a field may hold. */
export type Value = null | boolean | number | string | Date | RegExp | ObjectId | Value[] | Fields

/** A document, a part of one, or a row of an aggregate. */
export type Fields = { [field: string]: Value }

export type Id = string | number | ObjectId

export type Doc = { _id: Id; [field: string]: Value }

/** Conditions, as they travel: `{ room: { $gte: 2 } }`. */
export type Filter = Fields

/** Changes, as they travel: `{ $inc: { room: -2 } }`. */
export type Update = Fields

/** Whether a value has fields; most are plain objects, told at once. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  (Object.getPrototypeOf(value) === Object.prototype ||
    !(Array.isArray(value) || value instanceof Date || value instanceof RegExp || value instanceof ObjectId))

/** The field itself, never what every object inherits: names come from callers. */
export const fieldOf = (fields: Fields, name: string): Value | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined

/** Whether this is `{ $operator: … }` rather than a document. Mixing both is for the reader of it to refuse. */
export const hasOperators = (value: Value | undefined): value is Fields =>
  isFields(value) && Object.keys(value).some((key) => key.startsWith('$'))

/** MongoDB's name of a value's type, for messages and `$type`. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegExp) return 'regex'
  if (value instanceof ObjectId) return 'objectId'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number') return wholeType(value)
  return typeof value
}

/** Whole numbers are stored as the narrowest type that holds them, as the SDK does. */
function wholeType(value: number): string {
  if (!Number.isInteger(value) || Object.is(value, -0)) return 'double'
  if (Math.abs(value) < 2 ** 31) return 'int'
  return Number.isSafeInteger(value) ? 'long' : 'double'
}
