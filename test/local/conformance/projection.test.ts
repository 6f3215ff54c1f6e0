import type { Fields } from '../../../local/document/value'
import { expectRefused, Place } from './place'

const place = Place.open()

const doc: Fields = {
  _id: 1,
  name: 'n',
  secret: 's',
  place: { name: 'p', room: 'r' },
  list: [{ a: 1, b: 2 }, { a: 3 }, 5],
}

beforeAll(() => place.lay([doc]))

const shown = async (projection: Fields, filter: Fields = { _id: 1 }): Promise<Fields> =>
  (await place.raw.where(filter).field(projection).get()).data[0]

test.each<[string, Fields, Fields]>([
  ['everything where nothing is asked for', {}, doc],
  ['what is kept, and the id', { name: 1 }, { _id: 1, name: 'n' }],
  ['what is kept, without the id', { name: true, _id: 0 }, { name: 'n' }],
  ['all but what is left out', { secret: 0, list: 0 }, { _id: 1, name: 'n', place: { name: 'p', room: 'r' } }],
  ['a part of a document', { _id: 0, 'place.name': 1 }, { place: { name: 'p' } }],
  ['a document without a part', { _id: 0, name: 0, secret: 0, list: 0, 'place.name': 0 }, { place: { room: 'r' } }],
  ['a part of each document in a list', { _id: 0, 'list.a': 1 }, { list: [{ a: 1 }, { a: 3 }] }],
  ['a field that is not there', { nope: 1 }, { _id: 1 }],
  ['the first of a list', { _id: 0, list: { $slice: 1 }, name: 1 }, { name: 'n', list: [{ a: 1, b: 2 }] }],
  [
    'the last of a list, and everything else',
    { list: { $slice: -1 }, place: 0, secret: 0 },
    { _id: 1, name: 'n', list: [5] },
  ],
  ['a stretch of a list', { _id: 0, name: 1, list: { $slice: [1, 1] } }, { name: 'n', list: [{ a: 3 }] }],
  ['the first element that matches', { _id: 0, list: { $elemMatch: { a: { $gt: 1 } } } }, { list: [{ a: 3 }] }],
  ['no list where no element matches', { name: 1, list: { $elemMatch: { a: 9 } } }, { _id: 1, name: 'n' }],
])('%s', async (_, projection, expected) => expect(await shown(projection)).toEqual(expected))

test.each<[string, Fields, RegExp]>([
  ['keeping and leaving out at once', { name: 1, secret: 0 }, /exclusion/],
  ['an unknown operator', { list: { $foo: 1 } }, /\$foo/],
  ['a path and a part of it', { place: 1, 'place.name': 1 }, /collision/],
  ['a slice that is none', { list: { $slice: 'x' } }, /\$slice/],
])('%s is refused', (_, projection, message) => expectRefused(shown(projection), message))

test('the element that the filter found is kept by its positional $', async () => {
  const filter = { 'list.a': { $gt: 1 } }
  expect(await shown({ _id: 0, 'list.$': 1 }, filter)).toEqual({ list: [{ a: 3 }] })
  await expectRefused(shown({ 'list.$': 1 }, { name: 'n' }), /list\.\$/)
  await expectRefused(shown({ 'list.$': 0 }, filter), /exclude/)
})
