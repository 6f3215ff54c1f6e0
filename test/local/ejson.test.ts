import { createRequire } from 'node:module'
import { EJSON } from 'bson'
import { clone, decode, encode, read } from '../../local/document/ejson'
import { type Fields, ObjectId } from '../../local/document/value'

/** The SDK brings an older bson of its own, and reads with that. */
const sdk: { EJSON: typeof EJSON } = createRequire(require.resolve('@cloudbase/database'))('bson')

const now = Date.UTC(2026, 2, 5)

test('what the SDK writes in canonical form is read as plain values', () => {
  const sent = {
    whole: 5,
    part: 2.5,
    large: 1_790_000_000_000,
    text: '社区',
    nothing: null,
    yes: true,
    at: new Date(5),
    list: [1, { a: 2 }],
    inside: { b: 'c' },
  }
  expect(decode(EJSON.stringify(sent, { relaxed: false }), now)).toEqual(sent)
})

test.each<[string, string, unknown]>([
  ['the server’s date', '{"$tcb_server_date":{"offset":0}}', new Date(now)],
  ['the server’s date later', '{"$tcb_server_date":{"offset":60000}}', new Date(now + 60_000)],
  ['an object id', JSON.stringify({ $oid: 'a'.repeat(24) }), new ObjectId('a'.repeat(24))],
  ['a regular expression', '{"$regularExpression":{"pattern":"^a","options":"i"}}', /^a/i],
  ['a long', '{"$numberLong":"1790000000000"}', 1_790_000_000_000],
  ['a point', '{"type":"Point","coordinates":[121.5,31.2]}', { type: 'Point', coordinates: [121.5, 31.2] }],
])('%s is understood', (_, text, value) => {
  expect(decode(`{"a":${text}}`, now)).toEqual({ a: value })
})

test('nothing is an empty document', () => {
  expect(decode('', now)).toEqual({})
  expect(decode(undefined, now)).toEqual({})
})

test.each([
  ['broken text', '{"a":'],
  ['a list for a document', '[]'],
  ['a decimal', '{"a":{"$numberDecimal":"0.1"}}'],
  ['bytes', '{"a":{"$binary":{"base64":"AA==","subType":"00"}}}'],
])('%s is refused', (_, text) => {
  expect(() => decode(text, now)).toThrow(expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }))
})

test('an inherited name stays a field of the document', () => {
  const fields = decode('{"__proto__":{"admin":true}}', now)
  expect(Object.keys(fields)).toEqual(['__proto__'])
  expect('admin' in fields).toBe(false)
})

test('the SDK reads back what is written, to the same values', () => {
  const fields: Fields = {
    _id: 'an-id',
    whole: 5,
    large: 1_790_000_000_000,
    part: 0.1,
    huge: 1e300,
    nan: Number.NaN,
    at: new Date(5),
    before: new Date(-5),
    list: [null, [1], { a: new Date(7) }],
  }
  expect(sdk.EJSON.parse(encode(fields))).toEqual(fields)
  expect(decode(encode(fields), now)).toEqual(fields)
})

test('a copy shares nothing that can be changed', () => {
  const fields: Fields = { a: { b: [1] }, at: new Date(5) }
  const copy = clone(fields)
  expect(copy).toEqual(fields)
  expect(copy.a).not.toBe(fields.a)
  expect(copy.at).not.toBe(fields.at)
})

test('what is kept on disk comes back as it was', () => {
  const kept = {
    _id: 'kept',
    at: new Date(1_758_000_000_000),
    pattern: /^楼/im,
    endless: Number.POSITIVE_INFINITY,
    none: null,
    list: [1, [new Date(0), { deep: Number.NaN }], '字'],
  }
  expect(read(encode(kept))).toEqual(kept)
})
