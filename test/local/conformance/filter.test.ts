import { compileFilter } from '../../../local/document/filter'
import type { Fields, Filter, Value } from '../../../local/document/value'
import { expectRefused, Place } from './place'

const place = Place.open()

type Row = [what: string, filter: Filter, fields: Fields, matches: boolean]

const rows = (table: Row[]) =>
  test.each(table)('%s', async (_, filter, fields, expected) => {
    await place.lay([{ _id: 'one', ...fields }])
    expect((await place.raw.where(filter).count()).total).toBe(expected ? 1 : 0)
  })

describe('values and nothing', () => {
  rows([
    ['null is found where the field is missing', { a: null }, {}, true],
    ['null is found where the field is null', { a: null }, { a: null }, true],
    ['null is not zero', { a: null }, { a: 0 }, false],
    ['a missing field differs from any value', { a: { $ne: 1 } }, {}, true],
    ['a missing field is not unlike null', { a: { $ne: null } }, {}, false],
    ['nothing is less than a missing field', { a: { $lt: 5 } }, {}, false],
    ['null is at least null, as is what is missing', { a: { $gte: null } }, {}, true],
    ['a field exists that is null', { a: { $exists: true } }, { a: null }, true],
    ['a missing field does not exist', { a: { $exists: true } }, {}, false],
    ['a missing field is found as such', { a: { $exists: false } }, {}, true],
    ['a field of the prototype does not exist', { toString: { $exists: true } }, {}, false],
    ['a document equals one of the same fields in the same order', { a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
    ['a document with fields in another order is another', { a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
    ['not-a-number is itself', { a: Number.NaN }, { a: Number.NaN }, true],
    ['not-a-number is less than nothing', { a: { $lt: 5 } }, { a: Number.NaN }, false],
    ['an empty filter matches everything', {}, { a: 1 }, true],
  ])
})

describe('comparisons stay within a type', () => {
  const date = new Date(1_000)
  rows([
    ['a text is not greater than a number', { a: { $gt: 1 } }, { a: 'z' }, false],
    ['a date is not greater than a number', { a: { $gt: 1 } }, { a: date }, false],
    ['a date compares with a date', { a: { $gt: new Date(0) } }, { a: date }, true],
    ['false is less than true', { a: { $lt: true } }, { a: false }, true],
    ['equal dates are equal', { a: new Date(1_000) }, { a: date }, true],
    ['a pattern’s dot is a whole character', { a: /^.[😀😁]$/u }, { a: '邻😁' }, true],
    ['texts compare by code point', { a: { $gt: '\uffee' } }, { a: '😀' }, true],
    ['a range holds inside', { a: { $gte: 1, $lt: 3 } }, { a: 2 }, true],
    ['a range excludes its end', { a: { $gte: 1, $lt: 3 } }, { a: 3 }, false],
    ['lists compare element by element', { a: { $gt: [1, 2] } }, { a: [1, 3] }, true],
  ])
})

describe('lists', () => {
  const log: Fields = { events: [{ id: 'a', undoes: 'x' }, { id: 'b' }] }
  rows([
    ['a list holds its elements', { a: 2 }, { a: [1, 2] }, true],
    ['a list equals itself', { a: [1, 2] }, { a: [1, 2] }, true],
    ['a list is not the same in another order', { a: [2, 1] }, { a: [1, 2] }, false],
    ['different elements may fulfil each end of a range', { a: { $gt: 5, $lt: 3 } }, { a: [1, 9] }, true],
    ['unlike means that no element is alike', { a: { $ne: 2 } }, { a: [1, 2] }, false],
    ['a path goes through a list of documents', { 'events.id': 'b' }, log, true],
    ['none of the ids are in the log', { 'events.id': { $nin: ['c'] } }, log, true],
    ['one of the ids is in the log', { 'events.id': { $nin: ['c', 'b'] } }, log, false],
    ['an empty log holds no id', { 'events.id': { $nin: ['c'] } }, { events: [] }, true],
    ['a field that one element lacks is null there', { 'events.undoes': null }, log, true],
    ['in an empty list nothing is null', { 'events.undoes': null }, { events: [] }, false],
    ['in a list of texts no field is null', { 'events.id': null }, { events: ['a'] }, false],
    ['a number in a path is a place in the list', { 'events.1.id': 'b' }, log, true],
    ['another place holds another', { 'events.0.id': 'b' }, log, false],
    ['one of several', { a: { $in: [5, 2] } }, { a: [1, 2] }, true],
    ['one of none', { a: { $in: [] } }, { a: 1 }, false],
    ['null among several finds what is missing', { a: { $in: [null] } }, {}, true],
    ['a regular expression among several', { a: { $in: [/^x/] } }, { a: 'xy' }, true],
    ['all of them', { a: { $all: ['x', 'y'] } }, { a: ['y', 'z', 'x'] }, true],
    ['not all of them', { a: { $all: ['x', 'q'] } }, { a: ['y', 'x'] }, false],
    ['all of one in a bare value', { a: { $all: ['x'] } }, { a: 'x' }, true],
    ['all of none matches nothing', { a: { $all: [] } }, { a: [] }, false],
    ['a size', { a: { $size: 2 } }, { a: [1, 2] }, true],
    ['the size of an inner list does not count', { a: { $size: 2 } }, { a: [[1, 2]] }, false],
    ['a text has no size', { a: { $size: 1 } }, { a: 'x' }, false],
  ])
})

describe('elements that fulfil several conditions at once', () => {
  const calendar: Fields = { calendar: [{ roster: 'r1', people: ['p'], startsAt: 10, endsAt: 20 }] }
  const overlap = (from: number, to: number, person = 'p'): Fields => ({
    roster: { $ne: 'r2' },
    people: { $in: [person] },
    startsAt: { $lt: to },
    endsAt: { $gt: from },
  })
  const inner = { $elemMatch: { qty: { $gt: 3 } } }
  rows([
    ['an overlap is found', { calendar: { $elemMatch: overlap(15, 25) } }, calendar, true],
    ['times that touch do not overlap', { calendar: { $elemMatch: overlap(20, 25) } }, calendar, false],
    ['another person’s time does not count', { calendar: { $elemMatch: overlap(15, 25, 'q') } }, calendar, false],
    [
      'no overlap: refused while there is one',
      { calendar: { $not: { $elemMatch: overlap(15, 25) } } },
      calendar,
      false,
    ],
    ['no overlap: passes when free', { calendar: { $not: { $elemMatch: overlap(20, 25) } } }, calendar, true],
    ['no overlap: passes without a calendar', { calendar: { $not: { $elemMatch: overlap(1, 2) } } }, {}, true],
    ['a bare value never passes for a document', { a: { $elemMatch: { f: { $ne: 1 } } } }, { a: ['x', 3] }, false],
    [
      'an element that lacks the field differs from a value',
      { a: { $elemMatch: { f: { $ne: 1 } } } },
      { a: [{}] },
      true,
    ],
    ['one element must fulfil both ends', { a: { $elemMatch: { $gt: 5, $lt: 3 } } }, { a: [1, 9] }, false],
    ['one element fulfils both ends', { a: { $elemMatch: { $gt: 0, $lt: 3 } } }, { a: [1, 9] }, true],
    ['a document is no list', { a: { $elemMatch: { f: 1 } } }, { a: { f: 1 } }, false],
    ['alternatives inside', { a: { $elemMatch: { $or: [{ f: 1 }, { f: 2 }] } } }, { a: [{ f: 2 }] }, true],
    ['all of several elements', { a: { $all: [inner] } }, { a: [{ qty: 1 }, { qty: 4 }] }, true],
  ])
})

describe('logic, texts and types', () => {
  rows([
    ['both', { $and: [{ a: 1 }, { b: 2 }] }, { a: 1, b: 2 }, true],
    ['either', { $or: [{ a: 1 }, { b: 3 }] }, { a: 2, b: 3 }, true],
    ['neither', { $nor: [{ a: 1 }, { b: 3 }] }, { a: 2, b: 3 }, false],
    ['alternatives beside a condition', { c: 1, $or: [{ a: 1 }, { a: 2 }] }, { c: 1, a: 2 }, true],
    ['not greater includes what is missing', { a: { $not: { $gt: 5 } } }, {}, true],
    ['not like', { a: { $not: /^x/ } }, { a: 'xy' }, false],
    ['a pattern', { a: /书法/ }, { a: '周三书法班' }, true],
    ['a pattern with options', { a: { $regex: '^YOGA', $options: 'i' } }, { a: 'yoga' }, true],
    ['a pattern over a list', { a: { $regex: 'x' } }, { a: ['y', 'xx'] }, true],
    ['a pattern is no match for a number', { a: /1/ }, { a: 1 }, false],
    ['a remainder', { a: { $mod: [4, 1] } }, { a: 9 }, true],
    ['a type by name', { a: { $type: 'string' } }, { a: 'x' }, true],
    ['a type by number', { a: { $type: 2 } }, { a: 1 }, false],
    ['any number', { a: { $type: 'number' } }, { a: 1.5 }, true],
    ['a whole number is an int', { a: { $type: 'int' } }, { a: 5 }, true],
    ['a list is a list', { a: { $type: 'array' } }, { a: [1] }, true],
    ['an expression over two fields', { $expr: { $gt: ['$a', '$b'] } }, { a: 2, b: 1 }, true],
    ['an expression that is zero is false', { $expr: '$a' }, { a: 0 }, false],
  ])
})

describe('what is not understood is refused by name, before any document is read', () => {
  const refusals: [string, Filter, RegExp][] = [
    ['an unknown operator', { a: { $near: 1 } }, /\$near/],
    ['an unknown operator at the top', { $where: 'true' }, /\$where/],
    ['a full-text search', { $text: { $search: 'x' } }, /\$text/],
    ['an operator inside an element', { a: { $elemMatch: { b: { $foo: 1 } } } }, /\$foo/],
    ['an operator inside alternatives', { $or: [{ a: { $foo: 1 } }] }, /\$foo/],
    ['operators mixed with fields', { a: { $gt: 1, b: 2 } }, /operator: b/],
    ['one of something that is no list', { a: { $in: 'x' } }, /\$in/],
    ['operators among several', { a: { $in: [{ $gt: 1 }] } }, /\$in/],
    ['no alternatives', { $or: [] }, /\$or/],
    ['an operator without a condition', { a: { $not: 5 } }, /\$not/],
    ['a pattern that is none', { a: { $regex: '(' } }, /invalid/],
    ['flags that are not supported', { a: { $regex: 'a', $options: 'x' } }, /flags/],
    ['a division by zero', { a: { $mod: [0, 1] } }, /divisor/],
    ['a size that is none', { a: { $size: -1 } }, /\$size/],
    ['an unknown type', { a: { $type: 'thing' } }, /thing/],
    ['an unknown expression', { $expr: { $foo: 1 } }, /\$foo/],
  ]
  test.each(refusals)('%s', async (_, filter, message) => {
    await place.lay([])
    await expectRefused(place.raw.where(filter).get(), message)
  })
})

test('a thousand events are searched for an id in milliseconds', () => {
  const events: Value = Array.from({ length: 1_000 }, (_, at) => ({ id: `e${at}` }))
  const match = compileFilter({ 'events.id': { $nin: ['x'] }, people: { $nin: ['p'] } })
  const before = performance.now()
  for (let time = 0; time < 200; time += 1) match({ events, people: ['q'] })
  expect((performance.now() - before) / 200).toBeLessThan(20)
})
