import { compileUpdate } from '../../../local/document/update'
import type { Doc, Fields, Filter, Update, Value } from '../../../local/document/value'
import { expectRefused, Place } from './place'

const place = Place.open()

const change = async (fields: Fields, update: Update, filter: Filter = {}): Promise<Fields> => {
  await place.lay([{ _id: 'd', ...fields }])
  expect(await place.raw.where({ ...filter, _id: 'd' }).update(update)).toMatchObject({ updated: 1 })
  const [{ _id, ...after }] = (await place.things.doc('d').get()).data
  return after
}

type Row = [what: string, before: Fields, update: Update, after: Fields]

const rows = (table: Row[]) =>
  test.each(table)('%s', async (_, before, update, after) => expect(await change(before, update)).toEqual(after))

describe('fields', () => {
  rows([
    ['set', { a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
    ['set inside a document that is not there', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
    ['set beside what is there', { a: { x: 1 } }, { $set: { 'a.y': 2 } }, { a: { x: 1, y: 2 } }],
    ['set a whole document in place of another', { a: { x: 1 } }, { $set: { a: { y: 2 } } }, { a: { y: 2 } }],
    ['set an element of a list', { a: [1, 2] }, { $set: { 'a.1': 9 } }, { a: [1, 9] }],
    ['set beyond the end of a list', { a: [1] }, { $set: { 'a.3': 9 } }, { a: [1, null, null, 9] }],
    ['take a field away', { a: 1, b: 2 }, { $unset: { a: '' } }, { b: 2 }],
    ['take away what is not there', { b: 2 }, { $unset: { 'a.c': '' } }, { b: 2 }],
    ['take an element away: the others stay in place', { a: [1, 2] }, { $unset: { 'a.0': '' } }, { a: [null, 2] }],
    ['increase', { room: 5 }, { $inc: { room: -2 } }, { room: 3 }],
    ['increase from nothing', {}, { $inc: { 'a.b': 2 } }, { a: { b: 2 } }],
    ['multiply', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
    ['the lesser', { a: 3, b: 1 }, { $min: { a: 2, b: 2, c: 2 } }, { a: 2, b: 1, c: 2 }],
    ['the greater', { a: 3, b: 1 }, { $max: { a: 2, b: 2, c: 2 } }, { a: 3, b: 2, c: 2 }],
    ['the greater of different types', { a: 3 }, { $max: { a: 'x' } }, { a: 'x' }],
    ['rename', { a: 1 }, { $rename: { a: 'b.c' } }, { b: { c: 1 } }],
    ['rename onto another', { a: 1, b: 2 }, { $rename: { a: 'b' } }, { b: 1 }],
    ['rename what is not there', { b: 2 }, { $rename: { a: 'b' } }, { b: 2 }],
    ['bits', { a: 12 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    ['the present', {}, { $currentDate: { at: true } }, { at: expect.any(Date) }],
    ['what is for inserts only', { a: 1 }, { $setOnInsert: { a: 2 } }, { a: 1 }],
    ['the same value again', { a: 1 }, { $set: { a: 1 } }, { a: 1 }],
  ])
})

describe('lists', () => {
  const entries: Value[] = [{ party: 'p', x: 1 }, { party: 'q' }, 'text']
  rows([
    ['push one', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
    ['push a list as one', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    ['push several', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    ['push to nothing', {}, { $push: { 'a.b': { $each: [1] } } }, { a: { b: [1] } }],
    ['push at the front', { a: [1] }, { $push: { a: { $each: [2, 3], $position: 0 } } }, { a: [2, 3, 1] }],
    ['push before the last', { a: [1, 2] }, { $push: { a: { $each: [9], $position: -1 } } }, { a: [1, 9, 2] }],
    ['keep the last ones', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
    ['keep none', { a: [1] }, { $push: { a: { $each: [3], $slice: 0 } } }, { a: [] }],
    ['push in order', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
    [
      'push in order of a field',
      { a: [{ n: 1 }, { n: 3 }] },
      { $push: { a: { $each: [{ n: 2 }], $sort: { n: -1 }, $slice: 2 } } },
      { a: [{ n: 3 }, { n: 2 }] },
    ],
    ['pop the last', { a: [1, 2] }, { $pop: { a: 1 } }, { a: [1] }],
    ['pop the first', { a: [1, 2] }, { $pop: { a: -1 } }, { a: [2] }],
    ['pop from nothing', {}, { $pop: { a: 1 } }, {}],
    ['pull a value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
    ['pull by conditions', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    ['pull several', { a: ['x', 'y', 'z'] }, { $pull: { a: { $in: ['x', 'z'] } } }, { a: ['y'] }],
    ['pull documents', { a: entries }, { $pull: { a: { party: { $in: ['p'] } } } }, { a: [{ party: 'q' }, 'text'] }],
    [
      'pull documents that have more fields',
      { a: entries },
      { $pull: { a: { x: 1 } } },
      { a: [{ party: 'q' }, 'text'] },
    ],
    ['pull from nothing', {}, { $pull: { a: 1 } }, {}],
    ['pull all of a list', { a: ['x', 'y', 'x'] }, { $pullAll: { a: ['x', 'q'] } }, { a: ['y'] }],
    [
      'pull all equal documents',
      { a: [{ n: 1 }, { n: 1, m: 2 }] },
      { $pullAll: { a: [{ n: 1 }] } },
      { a: [{ n: 1, m: 2 }] },
    ],
    ['add what is not there', { a: [1] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
    ['add what is there', { a: [{ n: 1 }] }, { $addToSet: { a: { n: 1 } } }, { a: [{ n: 1 }] }],
    ['add several, each once', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
    ['add a list as one', { a: [] }, { $addToSet: { a: [1, 2] } }, { a: [[1, 2]] }],
    ['add to nothing', {}, { $addToSet: { a: 1 } }, { a: [1] }],
    [
      'a sign-up: room, people and log in one step',
      { room: 5, people: ['p'], events: [] },
      { $inc: { room: -2 }, $push: { people: { $each: ['q', 'r'] }, events: { $each: [{ id: 'i' }] } } },
      { room: 3, people: ['p', 'q', 'r'], events: [{ id: 'i' }] },
    ],
  ])
})

describe('the element that the filter found', () => {
  const family: Fields = {
    family: [
      { id: 'a', n: 1 },
      { id: 'b', n: 2 },
    ],
  }
  test.each<[string, Filter]>([
    ['by a field of it', { 'family.id': 'b' }],
    ['by several', { family: { $elemMatch: { id: 'b', n: { $gt: 1 } } } }],
    ['inside an and', { $and: [{ 'family.id': 'b' }] }],
  ])('is changed: %s', async (_, filter) => {
    expect(await change(family, { $set: { 'family.$.n': 9 } }, filter)).toEqual({
      family: [
        { id: 'a', n: 1 },
        { id: 'b', n: 9 },
      ],
    })
  })
  test('each element, and each of each, is changed by $[]', async () => {
    const lists: Fields = { a: [{ b: [1, 2] }, { b: [3] }] }
    expect(await change(lists, { $inc: { 'a.$[].b.$[]': 10 } })).toEqual({ a: [{ b: [11, 12] }, { b: [13] }] })
    expect(await change({ a: [] }, { $set: { 'a.$[].b': 1 } })).toEqual({ a: [] })
  })
  test('is refused where the filter found none', async () => {
    await expectRefused(change(family, { $set: { 'family.$.n': 9 } }, { _id: 'd' }), /positional/)
  })
})

describe('what cannot be done is refused, never passed over', () => {
  test.each<[string, Fields, Update, RegExp]>([
    ['increasing a text', { a: 'x' }, { $inc: { a: 1 } }, /non-numeric/],
    ['increasing null', { a: null }, { $inc: { a: 1 } }, /non-numeric/],
    ['increasing by a text', { a: 1 }, { $inc: { a: '1' } }, /\$inc/],
    ['multiplying a list', { a: [1] }, { $mul: { a: 2 } }, /non-numeric/],
    ['pushing to a number', { a: 1 }, { $push: { a: 2 } }, /must be an array/],
    ['pushing to null', { a: null }, { $push: { a: 2 } }, /must be an array but is of type null/],
    ['adding to a text', { a: 'x' }, { $addToSet: { a: 2 } }, /must be an array/],
    ['pulling from a document', { a: {} }, { $pull: { a: 2 } }, /must be an array/],
    ['popping from a text', { a: 'x' }, { $pop: { a: 1 } }, /must be an array/],
    ['popping in no direction', { a: [1] }, { $pop: { a: 2 } }, /\$pop/],
    ['pulling all of what is no list', { a: [1] }, { $pullAll: { a: 1 } }, /\$pullAll/],
    ['setting through a number', { b: 1 }, { $set: { 'b.c': 1 } }, /Cannot create field 'c'/],
    ['setting through null', { b: null }, { $set: { 'b.c': 1 } }, /Cannot create field 'c'/],
    ['setting a field of a list', { b: [1] }, { $set: { 'b.c': 1 } }, /Cannot create field 'c'/],
    ['changing the id', {}, { $set: { _id: 'e' } }, /immutable/],
    ['taking the id away', {}, { $unset: { _id: '' } }, /immutable/],
    ['two changes of one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, /conflict at 'a'/],
    ['a change of a value and of a part of it', {}, { $set: { a: {}, 'a.b': 1 } }, /conflict at 'a'/],
    ['renaming onto what is changed', { a: 1 }, { $rename: { a: 'b' }, $set: { b: 1 } }, /conflict/],
    ['an unknown operator', {}, { $push2: { a: 1 } }, /\$push2/],
    ['a field where an operator belongs', {}, { a: 1 }, /modifier: a/],
    ['no change at all', {}, {}, /without changes/],
    ['an unknown clause', { a: [] }, { $push: { a: { $each: [1], $foo: 1 } } }, /\$foo/],
    ['an empty name', {}, { $set: { 'a..b': 1 } }, /empty field name/],
    ['a stored operator', {}, { $set: { a: { $gt: '' } } }, /dollar/],
    ['array filters', { a: [1] }, { $set: { 'a.$[x]': 1 } }, /No array filter/],
    ['each element of what is no list', { a: 1 }, { $inc: { 'a.$[]': 1 } }, /a/],
    ['bits by an unknown way', { a: 1 }, { $bit: { a: { not: 1 } } }, /not/],
    ['an unknown operator in a pull', { a: [1] }, { $pull: { a: { $foo: 1 } } }, /\$foo/],
  ])('%s', async (_, before, update, message) => {
    await expectRefused(change(before, update), message)
    const [{ _id, ...after }] = (await place.things.doc('d').get()).data
    expect(after).toEqual(before)
  })
})

test('a name that every object inherits is a field like any other', () => {
  const after = compileUpdate({ $set: { '__proto__.polluted': 1, 'constructor.x': 2 } }, {})({ _id: 'd' }, 0)
  expect(Object.keys(after).sort()).toEqual(['__proto__', '_id', 'constructor'])
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
})

test('what a change does not touch is shared with the document before', () => {
  const doc: Doc = { _id: 'd', events: [{ id: 'a' }], room: 1 }
  expect(compileUpdate({ $inc: { room: 1 } }, {})(doc, 0).events).toBe(doc.events)
})

test.each<[string, Update]>([
  ['an unknown operator', { $foo: { a: 1 } }],
  ['increasing by a text', { $inc: { a: 'x' } }],
  ['two changes of one path', { $set: { a: 1 }, $inc: { a: 1 } }],
  ['no change at all', {}],
])('%s is refused even where there is no document to change', async (_, update) => {
  await place.lay([])
  await expectRefused(place.raw.where({ a: 1 }).update(update), /./)
})

test('a command that the SDK leaves as it is in a place that it does not look into is refused', async () => {
  const { command: _ } = place.database
  await place.lay([{ _id: 'd', a: [{ l: [1, 5] }] }])
  const asked = place.things.doc('d').update({ a: _.pull({ l: _.elemMatch(_.gt(4)) }) })
  await expectRefused(asked, /does not serialise a command in this place: gt/)
})
