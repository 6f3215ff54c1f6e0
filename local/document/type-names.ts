import { refused } from './database-error'
import { typeName, type Value } from './value'

/** BSON's numbers of its types; of some no value can be stored here. */
const byNumber = new Map([
  [-1, 'minKey'],
  [1, 'double'],
  [2, 'string'],
  [3, 'object'],
  [4, 'array'],
  [5, 'binData'],
  [6, 'undefined'],
  [7, 'objectId'],
  [8, 'bool'],
  [9, 'date'],
  [10, 'null'],
  [11, 'regex'],
  [12, 'dbPointer'],
  [13, 'javascript'],
  [14, 'symbol'],
  [15, 'javascriptWithScope'],
  [16, 'int'],
  [17, 'timestamp'],
  [18, 'long'],
  [19, 'decimal'],
  [127, 'maxKey'],
])
const names = new Set([...byNumber.values(), 'number'])

/** The test for `$type`: a name, a number, or a list of them. */
export function typeTest(argument: Value): (value: Value | undefined) => boolean {
  const wanted = new Set((Array.isArray(argument) ? argument : [argument]).map(nameOf))
  if (wanted.has('number')) for (const name of ['int', 'long', 'double', 'decimal']) wanted.add(name)
  return (value) => value !== undefined && wanted.has(typeName(value))
}

function nameOf(type: Value): string {
  const name = typeof type === 'number' ? byNumber.get(type) : type
  if (typeof name !== 'string' || !names.has(name)) throw refused(`Unknown type name alias: ${JSON.stringify(type)}`)
  return name
}
