import { init } from '@cloudbase/node-sdk'

/** The SDK by itself, for its commands and kinds of value; nothing is asked of it. */
export const offline = init({ env: 'local', secretId: 'local', secretKey: 'local' }).database()

/** The kinds of value that the SDK can send, and that a field can hold; `missing` is a field that is not there. */
export const kinds = [
  ...(['missing', 'null', 'int', 'double', 'nan', 'text', 'object', 'list'] as const),
  ...(['id', 'bool', 'date', 'regex', 'point'] as const),
] as const

export type Kind = (typeof kinds)[number]

export const hex = '64b0c3f1a1b2c3d4e5f60718'

/** A value of each kind, as a caller of the SDK writes it. */
export const given: Record<Kind, unknown> = {
  missing: undefined,
  null: null,
  int: 3,
  double: 2.5,
  nan: Number.NaN,
  text: 'b',
  object: { x: 1 },
  list: [1, 'b'],
  id: offline.ObjectId({ id: hex }),
  bool: true,
  date: new Date(1_700_000_000_000),
  regex: /b/,
  point: new offline.Geo.Point(121.5, 31.2),
}

/** The same, as the SDK answers it: an id as its digits, a pattern in its parts. */
export const answered: Record<Kind, unknown> = {
  ...given,
  id: hex,
  regex: { pattern: 'b', options: '' },
}

/** Kinds by their names, put apart by spaces. */
export const named = (names: string): Kind[] => (names === '' ? [] : (names.split(' ') as Kind[]))

/** `{ case: …, then: … }`; an object literal with a `then` would look like a promise. */
export const branch = (condition: unknown, value: unknown): object =>
  Object.fromEntries(new Map<string, unknown>([['case', condition]]).set('then', value))
