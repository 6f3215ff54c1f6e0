import type { Value } from '../../../local/document/value'
import { expectRefused, Place } from './place'

/** `jsonSchema`, keyword by keyword: which values of `v` fit, by MongoDB's manual. */
const place = Place.open()

const values: Record<string, Value> = {
  int: 3,
  half: 2.5,
  text: '社区ab',
  yes: true,
  nothing: null,
  list: [1, 'x', 1],
  pair: [1, 2],
  object: { a: 1, b: 'x' },
  date: new Date(0),
}

beforeAll(() => place.lay([...Object.entries(values).map(([_id, v]) => ({ _id, v })), { _id: 'missing' }]))

const found = async (schema: object): Promise<string[]> => {
  const { data } = await place.things.where(place.database.command.jsonSchema(schema)).get()
  return data.map((doc) => String(doc._id)).sort()
}
const all = [...Object.keys(values), 'missing']
const but = (...names: string[]) => all.filter((name) => !names.includes(name)).sort()

test.each<[string, object, string[]]>([
  ['bsonType', { bsonType: 'int' }, ['int', 'missing']],
  ['bsonType of several', { bsonType: ['double', 'date'] }, ['date', 'half', 'missing']],
  ['type', { type: 'number' }, ['half', 'int', 'missing']],
  ['type of several', { type: ['boolean', 'null'] }, ['missing', 'nothing', 'yes']],
  ['enum', { enum: [3, { a: 1, b: 'x' }] }, ['int', 'missing', 'object']],
  ['minimum', { minimum: 3 }, but('half')],
  ['exclusiveMinimum', { minimum: 2.5, exclusiveMinimum: true }, but('half')],
  ['maximum', { maximum: 2.5 }, but('int')],
  ['exclusiveMaximum', { maximum: 3, exclusiveMaximum: true }, but('int')],
  ['multipleOf', { multipleOf: 1.5 }, but('half')],
  ['minLength, in characters', { minLength: 5 }, but('text')],
  ['maxLength, in characters', { maxLength: 4 }, but()],
  ['pattern', { pattern: '^社' }, but()],
  ['pattern that does not fit', { pattern: '^x' }, but('text')],
  ['minItems', { minItems: 3 }, but('pair')],
  ['maxItems', { maxItems: 2 }, but('list')],
  ['uniqueItems', { uniqueItems: true }, but('list')],
  ['items', { items: { type: 'number' } }, but('list')],
  ['items one by one', { items: [{ type: 'number' }, { type: 'string' }] }, but('pair')],
  ['additionalItems', { items: [{}, {}], additionalItems: false }, but('list')],
  ['required', { required: ['c'] }, but('object')],
  ['minProperties', { minProperties: 3 }, but('object')],
  ['maxProperties', { maxProperties: 2 }, but()],
  ['properties', { properties: { a: { type: 'string' } } }, but('object')],
  ['additionalProperties', { properties: { a: {} }, additionalProperties: false }, but('object')],
  ['patternProperties', { patternProperties: { '^b': { type: 'number' } } }, but('object')],
  ['dependencies by name', { dependencies: { a: ['c'] } }, but('object')],
  ['dependencies by schema', { dependencies: { a: { required: ['b'] } } }, but()],
  ['allOf', { allOf: [{ type: 'number' }, { minimum: 3 }] }, ['int', 'missing']],
  ['anyOf', { anyOf: [{ type: 'string' }, { type: 'array' }] }, ['list', 'missing', 'pair', 'text']],
  ['oneOf', { oneOf: [{ type: 'number' }, { bsonType: 'int' }] }, ['half', 'missing']],
  ['not', { not: { type: ['number', 'string', 'array', 'object'] } }, ['date', 'missing', 'nothing', 'yes']],
  ['title and description', { title: 't', description: 'd' }, but()],
])('%s', async (_, schema, fit) => expect(await found({ properties: { v: schema } })).toEqual(fit))

test('it joins with others, and the whole document is asked', async () => {
  const { command: _ } = place.database
  expect(await found({ required: ['v'] })).toEqual(but('missing'))
  const { total } = await place.things.where(_.nor([_.jsonSchema({ required: ['v'] })])).count()
  expect(total).toBe(1)
})

test.each<[string, object, RegExp]>([
  ['an unknown keyword', { format: 'date' }, /format/],
  ['a reference', { $ref: '#/x' }, /\$ref/],
  ['an unknown type', { type: 'integer' }, /integer/],
  ['an unknown bsonType', { bsonType: 'thing' }, /thing/],
  ['a length that is none', { minLength: -1 }, /minLength/],
  ['names that are none', { required: 'v' }, /required/],
])('%s is refused', (_, schema, words) => expectRefused(found({ properties: { v: schema } }), words))
