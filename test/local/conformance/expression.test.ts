import type { Fields, Value } from '../../../local/document/value'
import { expectRefused, Place } from './place'

const place = Place.open()

const at = new Date('2026-03-05T20:09:10.123Z')
const doc: Fields = {
  n: 5,
  neg: -2.5,
  text: 'Hello',
  cn: '社区',
  nothing: null,
  list: [1, 2, 3],
  twice: [1, 1, 2],
  empty: [],
  inside: { a: 1, b: 2 },
  items: [{ p: 2, q: 3 }, { p: 5 }],
  pairs: [['k', 'v']],
  deep: [[{ p: 1 }], { p: 2 }, 3],
  at,
  yes: true,
}

beforeAll(() => place.lay([doc]))

const computed = async (expression: Value): Promise<Value | undefined> =>
  (await place.rows([{ $replaceRoot: { newRoot: { value: expression } } }]))[0]?.value

/** `{ if: …, then: … }`; an object literal with a `then` would look like a promise. */
const when = (name: 'if' | 'case', condition: Value, value: Value, rest: Fields = {}): Fields =>
  Object.fromEntries(new Map<string, Value>([[name, condition], ...Object.entries(rest)]).set('then', value))

type Row = [expression: Value, value: Value | undefined]
type Bad = [expression: Value, message: RegExp]

const answers = (table: Row[]) =>
  test.each(table.map(([expression, value]) => [JSON.stringify(expression), expression, value] as const))(
    '%s',
    async (_, expression, value) => expect(await computed(expression)).toEqual(value),
  )

const refusals = (table: Bad[]) =>
  test.each(table.map(([expression, message]) => [JSON.stringify(expression), expression, message] as const))(
    '%s is refused',
    (_, expression, message) => expectRefused(computed(expression), message),
  )

describe('paths, variables and literals', () => {
  answers([
    ['$inside.a', 1],
    ['$items.p', [2, 5]],
    ['$items.q', [3]],
    ['$deep.p', [2]],
    ['$nope.x', undefined],
    ['$$ROOT.n', 5],
    ['$list.0', []],
    ['plain', 'plain'],
    [{ $literal: '$n' }, '$n'],
    [{ x: '$n', y: '$nope' }, { x: 5 }],
    [{ $let: { vars: { x: '$n', y: 2 }, in: { $multiply: ['$$x', '$$y'] } } }, 10],
    ['$$REMOVE', undefined],
  ])
  refusals([
    [{ $range: [0, 2_000_000_000] }, /too much memory/],
    ['$$nope', /nope/],
    ['$$NOW', /NOW/],
    ['$', /FieldPath/],
    ['$a..b', /FieldPath/],
  ])
})

describe('numbers', () => {
  answers([
    [{ $abs: '$neg' }, 2.5],
    [{ $abs: ['$neg'] }, 2.5],
    [{ $abs: '$nothing' }, null],
    [{ $add: ['$n', 1, 2] }, 8],
    [{ $add: '$n' }, 5],
    [{ $add: ['$n', '$nothing'] }, null],
    [{ $add: ['$at', 1_000] }, new Date(at.getTime() + 1_000)],
    [{ $subtract: ['$n', 2] }, 3],
    [{ $subtract: ['$at', new Date(at.getTime() - 7)] }, 7],
    [{ $subtract: ['$at', 7] }, new Date(at.getTime() - 7)],
    [{ $multiply: ['$n', 2, 3] }, 30],
    [{ $divide: [5, 2] }, 2.5],
    [{ $mod: [-7, 3] }, -1],
    [{ $pow: [2, 10] }, 1024],
    [{ $sqrt: 16 }, 4],
    [{ $exp: 0 }, 1],
    [{ $ln: 1 }, 0],
    [{ $log: [100, 10] }, 2],
    [{ $log10: 1000 }, 3],
    [{ $ceil: 2.1 }, 3],
    [{ $floor: '$neg' }, -3],
    [{ $trunc: '$neg' }, -2],
    [{ $trunc: [2.345, 2] }, 2.34],
  ])
  refusals([
    [{ $divide: [5, 0] }, /divide/],
    [{ $mod: [7, 0] }, /zero/],
    [{ $sqrt: -1 }, /sqrt/],
    [{ $log: [0, 10] }, /log/],
    [{ $add: ['$text', 1] }, /add/],
    [{ $subtract: ['$text', 1] }, /subtract/],
  ])
})

describe('comparisons and conditions', () => {
  answers([
    [{ $eq: ['$nope', null] }, false],
    [{ $lt: ['$nope', null] }, true],
    [{ $gt: ['a', 1] }, true],
    [{ $eq: ['$at', new Date(at)] }, true],
    [{ $ne: ['$inside', { a: 1, b: 2 }] }, false],
    [{ $gte: ['$list', [1, 2]] }, true],
    [{ $cmp: [1, 2] }, -1],
    [{ $and: [true, '$n'] }, true],
    [{ $and: ['$nothing'] }, false],
    [{ $or: [] }, false],
    [{ $or: [''] }, true],
    [{ $not: ['$yes'] }, false],
    [{ $cond: ['$yes', 'y', 'n'] }, 'y'],
    [{ $cond: when('if', '$nothing', 1, { else: 2 }) }, 2],
    [{ $ifNull: ['$nope', 'd'] }, 'd'],
    [{ $switch: { branches: [when('case', { $eq: ['$n', 5] }, 'five')], default: 'x' } }, 'five'],
    [{ $switch: { branches: [when('case', false, 1)], default: 'x' } }, 'x'],
  ])
  refusals([
    [{ $switch: { branches: [when('case', false, 1)] } }, /switch/],
    [{ $eq: [1] }, /exactly 2/],
  ])
})

describe('lists and sets', () => {
  answers([
    [{ $size: '$list' }, 3],
    [{ $size: [['a', 'b']] }, 2],
    [{ $arrayElemAt: ['$list', -1] }, 3],
    [{ $arrayElemAt: ['$list', 9] }, undefined],
    [{ $concatArrays: ['$list', [4]] }, [1, 2, 3, 4]],
    [{ $concatArrays: ['$list', '$nothing'] }, null],
    [{ $filter: { input: '$list', as: 'x', cond: { $gt: ['$$x', 1] } } }, [2, 3]],
    [{ $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', 2] } } }, [2, 4, 6]],
    [{ $reduce: { input: '$list', initialValue: 0, in: { $add: ['$$value', '$$this', '$n'] } } }, 21],
    [{ $in: [{ a: 1, b: 2 }, ['$inside']] }, true],
    [{ $indexOfArray: ['$list', 2] }, 1],
    [{ $isArray: ['$list'] }, true],
    [{ $range: [5, 0, -2] }, [5, 3, 1]],
    [{ $reverseArray: ['$list'] }, [3, 2, 1]],
    [{ $slice: ['$list', -2, 1] }, [2]],
    [{ $slice: ['$nothing', 1] }, null],
    [{ $zip: { inputs: [['a'], [1]] } }, [['a', 1]]],
    [{ $setIntersection: ['$list', [3, 2]] }, [2, 3]],
    [{ $setIntersection: ['$nope', [1]] }, null],
    [{ $setUnion: ['$twice', [3]] }, [1, 2, 3]],
    [{ $setUnion: ['$list', '$nothing'] }, null],
    [{ $setDifference: ['$list', [2]] }, [1, 3]],
    [{ $setEquals: ['$twice', [2, 1]] }, true],
    [{ $setIsSubset: [[9], '$list'] }, false],
    [{ $allElementsTrue: [[1, 0]] }, false],
    [{ $anyElementTrue: ['$list'] }, true],
    [{ $arrayToObject: '$pairs' }, { k: 'v' }],
    [
      { $objectToArray: '$inside' },
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 2 },
      ],
    ],
    [{ $mergeObjects: ['$inside', { c: 3 }, '$nothing'] }, { a: 1, b: 2, c: 3 }],
    [{ $sum: '$list' }, 6],
    [{ $sum: ['$n', 1] }, 6],
    [{ $sum: '$n' }, 5],
    [{ $sum: '$nope' }, 0],
    [{ $avg: '$empty' }, null],
    [{ $max: ['$n', 9] }, 9],
    [{ $min: '$list' }, 1],
    [{ $first: '$list' }, 1],
    [{ $last: '$list' }, 3],
    [{ $stdDevSamp: '$list' }, 1],
  ])
  refusals([
    [{ $size: '$nope' }, /size/],
    [{ $size: ['a', 'b'] }, /size/],
    [{ $in: [1, '$n'] }, /in/],
    [{ $concatArrays: ['$list', '$n'] }, /concatArrays/],
    [{ $mergeObjects: ['$n'] }, /mergeObjects/],
  ])
})

describe('texts', () => {
  answers([
    [{ $concat: ['$text', ' ', '$cn'] }, 'Hello 社区'],
    [{ $concat: ['$text', '$nothing'] }, null],
    [{ $strLenCP: '$cn' }, 2],
    [{ $strLenBytes: ['$cn'] }, 6],
    [{ $substrCP: ['$cn', 1, 1] }, '区'],
    [{ $substrBytes: ['$cn', 0, 3] }, '社'],
    [{ $substr: ['$text', 1, -1] }, 'ello'],
    [{ $indexOfBytes: ['$cn', '区'] }, 3],
    [{ $indexOfCP: ['$cn', '区'] }, 1],
    [{ $indexOfCP: ['abcabc', 'c', 3] }, 5],
    [{ $indexOfCP: ['abcabc', 'c', 3, 5] }, -1],
    [{ $toUpper: 'é社a' }, 'é社A'],
    [{ $split: ['a-b', '-'] }, ['a', 'b']],
    [{ $strcasecmp: ['AB', 'ab'] }, 0],
    [{ $toUpper: '$text' }, 'HELLO'],
    [{ $toLower: '$nothing' }, ''],
  ])
  refusals([
    [{ $concat: ['$text', 1] }, /concat/],
    [{ $substrBytes: ['$cn', 0, 1] }, /cut/],
    [{ $push: '$text' }, /\$push/],
    [{ $meta: 'textScore' }, /\$meta/],
    [{ $toUpper: '$yes' }, /\$toUpper/],
  ])
})

describe('dates', () => {
  const local = { date: '$at', timezone: 'Asia/Shanghai' }
  answers([
    [{ $hour: '$at' }, 20],
    [{ $hour: local }, 4],
    [{ $dayOfMonth: local }, 6],
    [{ $dayOfMonth: { date: '$at', timezone: '+08:00' } }, 6],
    [{ $dayOfWeek: local }, 6],
    [{ $isoDayOfWeek: local }, 5],
    [{ $dayOfYear: '$at' }, 64],
    [{ $isoWeek: '$at' }, 10],
    [{ $isoWeekYear: new Date('2027-01-01T00:00:00Z') }, 2026],
    [{ $isoWeekYear: new Date('2024-12-30T00:00:00Z') }, 2025],
    [{ $month: '$nothing' }, null],
    [{ $year: ['$at'] }, 2026],
    [{ $millisecond: '$at' }, 123],
    [{ $week: '$at' }, 9],
    [{ $week: new Date('2026-01-03T00:00:00Z') }, 0],
    [{ $week: new Date('2026-01-04T00:00:00Z') }, 1],
    [{ $dateToString: { date: '$at', format: '%j %U %V %G %u %w %z %Z %L %%' } }, '064 09 10 2026 4 5 +0000 0 123 %'],
    [{ $dateToString: { date: '$at' } }, '2026-03-05T20:09:10.123Z'],
    [{ $dateFromParts: { isoWeekYear: 2026, isoWeek: 10, isoDayOfWeek: 4 } }, new Date('2026-03-05T00:00:00Z')],
    [{ $dateFromParts: { year: 2026, month: 14, day: 0 } }, new Date('2027-01-31T00:00:00Z')],
    [
      { $dateFromString: { dateString: '05/03/2026 08', format: '%d/%m/%Y %H', timezone: 'Asia/Shanghai' } },
      new Date('2026-03-05T00:00:00Z'),
    ],
    [{ $dateFromString: { dateString: '2026-02-30', onError: 'no such day' } }, 'no such day'],
    [{ $hour: { date: new Date('2026-07-01T00:30:00Z'), timezone: 'America/New_York' } }, 20],
    [{ $hour: { date: new Date('2026-01-01T00:30:00Z'), timezone: 'America/New_York' } }, 19],
    [{ $dateToString: { date: '$at', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai' } }, '2026-03-06 04:09'],
    [{ $dateToString: { date: '$nothing', format: '%Y', onNull: '–' } }, '–'],
    [{ $dateFromParts: { year: 2026, month: 3, day: 6, timezone: 'Asia/Shanghai' } }, new Date('2026-03-05T16:00:00Z')],
    [{ $dateFromString: { dateString: '2026-03-05T08:00:00Z' } }, new Date('2026-03-05T08:00:00Z')],
    [{ $dateFromString: { dateString: 'rubbish', onError: 0 } }, 0],
  ])
  refusals([
    [{ $month: '$text' }, /\$month/],
    [{ $dateToString: { date: '$at', format: '%q' } }, /%q/],
    [{ $hour: { date: '$at', timezone: 'Nowhere' } }, /Nowhere/],
    [{ $dateFromString: { dateString: 'rubbish' } }, /date string/],
    [{ $dateFromParts: { isoWeekYear: 2026, month: 1 } }, /month/],
    [{ $dateFromParts: { year: 0 } }, /year/],
  ])
})
