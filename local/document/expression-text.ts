import { refused } from './database-error'
import {
  fixed,
  isNothing,
  type Maybe,
  type Operator,
  type Operators,
  textOf,
  untilNothing,
} from './expression-argument'
import { typeName } from './value'

/** A value as text, where an operator takes more than texts; nothing is an empty one. */
function asText(name: string, value: Maybe): string {
  if (isNothing(value)) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value instanceof Date) return value.toISOString()
  throw refused(`${name}: can't convert from BSON type ${typeName(value)} to String`)
}

/** Only the letters of ASCII have another case here, as in MongoDB. */
const upper = (text: string): string => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase())
const lower = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())

/** A place or a length: a whole number that is not negative. */
function placeOf(name: string, value: Maybe): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw refused(`${name} requires a whole number that is not negative, found: ${typeName(value)} ${String(value)}`)
}

/** Of a text in units (bytes or code points), the place of another one in it; -1 where it is not. */
const indexOf = (name: string, unitsOf: (text: string) => readonly (string | number)[]): Operator =>
  fixed(name, 2, 4, (value, part, first = 0, end) => {
    if (isNothing(value)) return null
    const [units, wanted] = [unitsOf(textOf(name, value)), unitsOf(textOf(name, part))]
    const from = placeOf(name, first)
    const to = Math.min(units.length, end === undefined ? units.length : placeOf(name, end))
    for (let at = from; at + wanted.length <= to; at += 1)
      if (wanted.every((unit, n) => units[at + n] === unit)) return at
    return -1
  })

/** Part of a text by its bytes, never cut within a character. A negative length is all the rest. */
const byBytes = (name: string): Operator =>
  fixed(name, 3, 3, (value, first, count) => {
    const bytes = Buffer.from(asText(name, value))
    if (typeof first !== 'number')
      throw refused(`${name}: starting index must be a numeric type (is ${typeName(first)})`)
    if (typeof count !== 'number') throw refused(`${name}: length must be a numeric type (is ${typeName(count)})`)
    const [start, length] = [Math.trunc(first), Math.trunc(count)]
    if (start < 0) throw refused(`${name}: starting index must be non-negative (got: ${start})`)
    const part = bytes.subarray(start, length < 0 ? undefined : start + length)
    const isInside = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80
    if (isInside(start) || isInside(start + part.length))
      throw refused(`${name}: Invalid range, a UTF-8 character would be cut`)
    return part.toString()
  })

export const texts: Operators = {
  $concat: untilNothing(
    (value) => textOf('$concat', value),
    (parts) => parts.join(''),
  ),
  $indexOfBytes: indexOf('$indexOfBytes', (text) => [...Buffer.from(text)]),
  $indexOfCP: indexOf('$indexOfCP', (text) => [...text]),
  $split: fixed('$split', 2, 2, (value, separator) => {
    if (isNothing(value) || isNothing(separator)) return null
    const [text, between] = [textOf('$split', value), textOf('$split', separator)]
    if (between === '') throw refused('$split requires a non-empty separator')
    return text.split(between)
  }),
  $strLenBytes: fixed('$strLenBytes', 1, 1, (value) => Buffer.byteLength(textOf('$strLenBytes', value))),
  $strLenCP: fixed('$strLenCP', 1, 1, (value) => [...textOf('$strLenCP', value)].length),
  $strcasecmp: fixed('$strcasecmp', 2, 2, (left, right) =>
    Buffer.compare(Buffer.from(upper(asText('$strcasecmp', left))), Buffer.from(upper(asText('$strcasecmp', right)))),
  ),
  $substr: byBytes('$substr'),
  $substrBytes: byBytes('$substrBytes'),
  $substrCP: fixed('$substrCP', 3, 3, (value, first, count) => {
    const [start, length] = [placeOf('$substrCP', first), placeOf('$substrCP', count)]
    return [...asText('$substrCP', value)].slice(start, start + length).join('')
  }),
  $toLower: fixed('$toLower', 1, 1, (value) => lower(asText('$toLower', value))),
  $toUpper: fixed('$toUpper', 1, 1, (value) => upper(asText('$toUpper', value))),
}
