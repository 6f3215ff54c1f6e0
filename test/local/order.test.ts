import { compareValues, type Order, sortDocs } from '../../local/document/order'
import type { Fields, Value } from '../../local/document/value'

const reversed = <Item>(items: readonly Item[]): Item[] => items.map((_item, n) => items[items.length - 1 - n] as Item)

test('values of different types have one order', () => {
  const ordered: Value[] = [null, Number.NaN, -1, 0, 2.5, '', 'a', 'b', {}, { a: 1 }, [], [1], false, true]
  ordered.push(new Date(0), new Date(1), /a/)
  expect(reversed(ordered).sort(compareValues)).toEqual(ordered)
})

test.each<[string, Value[]]>([
  ['texts by code point, not by half of one', ['a', 'b', '社', '\uffee', '😀']],
  ['lists by their elements, then by length', [[1], [1, 2], [2]]],
  ['documents by name, then by value', [{ a: 1 }, { a: 2 }, { b: 0 }]],
])('%s', (_, ordered) => expect(reversed(ordered).sort(compareValues)).toEqual(ordered))

test.each<[string, Order, Fields[]]>([
  ['by one field', { a: 1 }, [{ a: 1 }, { a: 2 }]],
  [
    'by two',
    { a: 1, b: -1 },
    [
      { a: 1, b: 2 },
      { a: 1, b: 1 },
      { a: 2, b: 3 },
    ],
  ],
  ['what is missing first', { a: 1 }, [{}, { a: 0 }]],
  ['what is missing last, the other way', { a: -1 }, [{ a: 0 }, {}]],
  ['lists by their least', { a: 1 }, [{ a: [5, 1] }, { a: 2 }, { a: [9, 3] }]],
  ['lists by their greatest, the other way', { a: -1 }, [{ a: [1, 9] }, { a: 5 }, { a: [2, 4] }]],
  ['an empty list before nothing', { a: 1 }, [{ a: [] }, { a: null }]],
  ['by a path', { 'a.b': 1 }, [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 7 }] }, { a: { b: 3 } }]],
])('rows sort %s', (_, order, sorted) => expect(sortDocs(reversed(sorted), order)).toEqual(sorted))

test('equal rows keep their order, and the given list its own', () => {
  const rows: Fields[] = [
    { a: 1, n: 1 },
    { a: 0, n: 2 },
    { a: 1, n: 3 },
  ]
  expect(sortDocs(rows, { a: 1 }).map((row) => row.n)).toEqual([2, 1, 3])
  expect(rows.map((row) => row.n)).toEqual([1, 2, 3])
})
