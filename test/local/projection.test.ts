import { compileProjection } from '../../local/document/projection'
import type { Fields } from '../../local/document/value'

const doc: Fields = {
  _id: 1,
  name: 'n',
  secret: 's',
  place: { name: 'p', room: 'r' },
  list: [{ a: 1, b: 2 }, { a: 3 }, 5],
}

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
])('%s', (_, projection, expected) => expect(compileProjection(projection)(doc)).toEqual(expected))

test.each<[string, Fields, RegExp]>([
  ['keeping and leaving out at once', { name: 1, secret: 0 }, /exclusion/],
  ['an unknown operator', { list: { $foo: 1 } }, /\$foo/],
  ['a path and a part of it', { place: 1, 'place.name': 1 }, /collision/],
  ['a slice that is none', { list: { $slice: 'x' } }, /\$slice/],
])('%s is refused', (_, projection, message) => expect(() => compileProjection(projection)).toThrow(message))

test('the element that the filter found is kept by its positional $', () => {
  const filter = { 'list.a': { $gt: 1 } }
  expect(compileProjection({ _id: 0, 'list.$': 1 }, filter)(doc)).toEqual({ list: [{ a: 3 }] })
  expect(() => compileProjection({ 'list.$': 1 }, { name: 'n' })(doc)).toThrow(/list\.\$/)
  expect(() => compileProjection({ 'list.$': 0 }, filter)).toThrow(/exclude/)
})
