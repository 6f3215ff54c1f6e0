import { Binary, BSONRegExp, ObjectId as BsonObjectId, Decimal128, EJSON, Long } from 'bson'
import { refused } from './database-error'
import { type Fields, isFields, ObjectId, type Value } from './value'

/**
 * Reads what the SDK sends: a document, a filter or an update as extended JSON. Nothing, or an empty text, is `{}`.
 * The server's date becomes `now` (epoch milliseconds) plus its offset.
 */
export function decode(text: string | undefined, now: number): Fields {
  if (text === undefined || text === '') return {}
  const value = decodeValue(text, now)
  if (!isFields(value)) throw refused('a document was expected')
  return value
}

/** The same for what need not be a document: a stage's value may be a text or a number. */
export function decodeValue(text: string, now: number): Value {
  let parsed: unknown
  try {
    parsed = EJSON.parse(text, { relaxed: true })
  } catch (error) {
    throw refused(`not extended JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  return revive(parsed, now)
}

function revive(value: unknown, now: number): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date || value instanceof RegExp) return value
  if (Array.isArray(value)) return value.map((each) => revive(each, now))
  if (value instanceof BSONRegExp) return regExpOf(value.pattern, value.options)
  if (value instanceof BsonObjectId) return new ObjectId(value.toHexString())
  if (value instanceof Long) return value.toNumber()
  if (value instanceof Decimal128) throw refused('decimal values are not kept: they would lose digits')
  if (value instanceof Binary) throw refused('binary values are not kept; use the file storage')
  if (typeof value !== 'object' || '_bsontype' in value) throw refused('a value of a type that is not kept')
  if ('operator' in value && 'operands' in value && 'fieldName' in value)
    throw refused(`the SDK does not serialise a command in this place: ${String(value.operator)}`)
  if ('$tcb_server_date' in value) return serverDate(value.$tcb_server_date, now)
  // fromEntries makes own fields of any name, `__proto__` too.
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, revive(each, now)]))
}

function serverDate(date: unknown, now: number): Date {
  const offset = typeof date === 'object' && date !== null && 'offset' in date ? Number(date.offset) : 0
  return new Date(now + (offset || 0))
}

/** A regular expression of the database; flags that make one remember its place are left out, others are refused. */
export function regExpOf(pattern: string, flags: string): RegExp {
  const known = flags.replace(/[gy]/g, '')
  if (/[^imsu]/.test(known)) throw refused(`regular expression flags '${flags}' are not supported`)
  try {
    return new RegExp(pattern, known)
  } catch {
    throw refused(`Regular expression is invalid: ${pattern}`)
  }
}

/** Whether texts fit a pattern, whose dot and classes take whole characters, as in MongoDB, where JavaScript lets them. */
export function fitting(pattern: RegExp): (text: string) => boolean {
  let whole = pattern
  try {
    whole = new RegExp(pattern.source, pattern.flags.includes('u') ? pattern.flags : `${pattern.flags}u`)
  } catch {
    // It has something that only the looser reading knows.
  }
  return (text) => whole.test(text)
}

/** Writes a document, or any value, as extended JSON that the SDK reads back to the same; equal values, equal texts. */
export const encode = (value: Value): string => JSON.stringify(wire(value))

/** The value as JSON can carry it; parts that it can carry as they are, are not copied: most documents are those. */
function wire(value: Value): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return { $date: { $numberLong: String(value.getTime()) } }
  if (value instanceof RegExp) return { $regularExpression: { pattern: value.source, options: value.flags } }
  if (value instanceof ObjectId) return { $oid: value.hex }
  return Array.isArray(value) ? wireList(value) : wireFields(value)
}

function wireList(list: Value[]): unknown[] {
  let copy: unknown[] | undefined
  for (let at = 0; at < list.length; at += 1) {
    const value = list[at] ?? null
    const sent = wire(value)
    if (sent !== value) (copy ??= [...list])[at] = sent
  }
  return copy ?? list
}

function wireFields(fields: Fields): Record<string, unknown> {
  let copy: Record<string, unknown> | undefined
  for (const key of Object.keys(fields)) {
    const value = fields[key] ?? null
    const sent = wire(value)
    if (sent !== value) (copy ??= { ...fields })[key] = sent
  }
  return copy ?? fields
}

/** Reads what `encode` wrote, and nothing else: a fraction of what reading any extended JSON costs. */
export const read = (text: string): Value => unwire(JSON.parse(text))

/** Changes the value in place: it was just parsed, and is nobody else's. */
function unwire(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) if (typeof each === 'object') value[at] = unwire(each)
    return value
  }
  const fields = value as Fields
  if ('$date' in fields) return new Date(Number((fields.$date as Fields).$numberLong))
  if ('$oid' in fields) return new ObjectId(String(fields.$oid))
  if ('$numberDouble' in fields) return Number(fields.$numberDouble)
  if ('$regularExpression' in fields) {
    const { pattern, options } = fields.$regularExpression as Fields
    return regExpOf(String(pattern), String(options))
  }
  for (const key of Object.keys(fields)) {
    const each = fields[key]
    if (typeof each === 'object') fields[key] = unwire(each)
  }
  return fields
}

/** A copy that shares nothing with the original that can be changed. */
export function clone<V extends Value>(value: V): V
export function clone(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof RegExp || value instanceof ObjectId) return value
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map((each) => clone(each))
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, clone(each)]))
}
