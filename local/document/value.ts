/** Whatever a field may hold. */
export type Value = null | boolean | number | string | Date | RegExp | Value[] | Fields

/** A document, a part of one, or a row of an aggregate. */
export type Fields = { [field: string]: Value }

export type Doc = { _id: string | number; [field: string]: Value }

/** Conditions, as they travel: `{ room: { $gte: 2 } }`. */
export type Filter = Fields

/** Changes, as they travel: `{ $inc: { room: -2 } }`. */
export type Update = Fields

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

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
