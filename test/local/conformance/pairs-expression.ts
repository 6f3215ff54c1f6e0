import type { Sdk } from '../sdk'
import { branch } from './kinds'

type Aggregate = Sdk['database']['command']['aggregate']

/** The kinds of value that an argument may have, in the order of the tables' columns. */
export const columns = 'missing null int double nan text object list id bool date regex'.split(' ')

/**
 * What each operator comes to by the kind of one of its arguments: v a value, 0 null, - nothing, ! refused by name.
 * The columns are those above; from MongoDB's manual of each operator.
 */
const anything = 'v v v v v v v v v v v v'
const numbers = '0 0 v v v ! ! ! ! ! ! !'
const lists = '0 0 ! ! ! ! ! v ! ! ! !'
const listsOnly = '! ! ! ! ! ! ! v ! ! ! !'
const texts = '0 0 ! ! ! v ! ! ! ! ! !'
const asText = 'v v v v v v ! ! ! ! v !'
const dates = '0 0 ! ! ! ! ! ! v ! v !'
const sums = '0 0 v v v 0 0 v 0 0 0 0'
const most = '0 0 v v v v v v v v v v'

export type Use = [comesTo: string, expression: ($: Aggregate, argument: unknown) => unknown]

const one = (name: keyof Aggregate, comesTo: string): Use => [
  comesTo,
  ($, x) => ($[name] as (x: unknown) => unknown)(x),
]
const list = (name: keyof Aggregate, comesTo: string, ...rest: unknown[]): Use => [
  comesTo,
  ($, x) => ($[name] as (x: unknown) => unknown)([x, ...rest]),
]
const among = <Name extends keyof Aggregate>(names: readonly Name[], use: (name: Name) => Use) =>
  Object.fromEntries(names.map((name) => [name, use(name)]))

export const expressionPairs: Record<string, Use> = {
  ...among(['abs', 'ceil', 'floor', 'exp', 'ln', 'log10', 'sqrt', 'trunc'], (name) => one(name, numbers)),
  ...among(['divide', 'mod', 'pow', 'log'], (name) => list(name, numbers, 2)),
  add: list('add', '0 0 v v v ! ! ! ! ! v !', 1),
  subtract: list('subtract', '0 0 v v v ! ! ! ! ! v !', 1),
  multiply: list('multiply', numbers, 2),
  arrayElemAt: list('arrayElemAt', lists, 0),
  arrayToObject: one('arrayToObject', '0 0 ! ! ! ! ! ! ! ! ! !'),
  concatArrays: list('concatArrays', lists, [9]),
  filter: [lists, ($, input) => $.filter({ input, as: 'x', cond: true })],
  map: [lists, ($, input) => $.map({ input, as: 'x', in: '$$x' })],
  reduce: [lists, ($, input) => $.reduce({ input, initialValue: 0, in: '$$this' })],
  in: [listsOnly, ($, x) => $.in([1, x])],
  indexOfArray: list('indexOfArray', lists, 1),
  isArray: list('isArray', anything),
  range: ['! ! v ! ! ! ! ! ! ! ! !', ($, x) => $.range([0, x])],
  reverseArray: one('reverseArray', lists),
  size: one('size', listsOnly),
  slice: list('slice', lists, 1),
  zip: [lists, ($, x) => $.zip({ inputs: [x, [1]] })],
  ...among(['and', 'or', 'not'], (name) => list(name, anything)),
  ...among(['cmp', 'eq', 'gt', 'gte', 'lt', 'lte', 'neq'], (name) => list(name, anything, 1)),
  cond: list('cond', anything, 1, 2),
  ifNull: list('ifNull', anything, 1),
  switch: [
    anything,
    ($, x) =>
      $.switch({
        branches: [branch(x, 1)],
        default: 2,
      }),
  ],
  dateFromParts: ['0 0 v ! ! ! ! ! ! ! ! !', ($, year) => $.dateFromParts({ year })],
  dateFromString: ['0 0 ! ! ! ! ! ! ! ! ! !', ($, dateString) => $.dateFromString({ dateString })],
  dateToString: [dates, ($, date) => $.dateToString({ date, format: '%Y' })],
  ...among(
    [
      ...(['dayOfMonth', 'dayOfWeek', 'dayOfYear', 'isoDayOfWeek', 'isoWeek', 'isoWeekYear', 'millisecond'] as const),
      ...(['minute', 'month', 'second', 'hour', 'week', 'year'] as const),
    ],
    (name) => one(name, dates),
  ),
  literal: one('literal', anything),
  mergeObjects: list('mergeObjects', 'v v ! ! ! ! v ! ! ! ! !'),
  objectToArray: one('objectToArray', '0 0 ! ! ! ! v ! ! ! ! !'),
  ...among(['allElementsTrue', 'anyElementTrue'], (name) => list(name, listsOnly)),
  ...among(['setEquals', 'setIsSubset'], (name) => list(name, listsOnly, [1])),
  ...among(['setDifference', 'setIntersection', 'setUnion'], (name) => list(name, lists, [1])),
  concat: list('concat', texts, '!'),
  split: list('split', texts, '-'),
  ...among(['indexOfBytes', 'indexOfCP'], (name) => list(name, texts, 'b')),
  ...among(['strLenBytes', 'strLenCP'], (name) => one(name, '! ! ! ! ! v ! ! ! ! ! !')),
  strcasecmp: list('strcasecmp', asText, 'B'),
  ...among(['substr', 'substrBytes', 'substrCP'], (name) => list(name, asText, 0, 1)),
  ...among(['toLower', 'toUpper'], (name) => one(name, asText)),
  avg: one('avg', sums),
  sum: one('sum', anything),
  max: one('max', most),
  min: one('min', most),
  stdDevPop: one('stdDevPop', sums),
  stdDevSamp: one('stdDevSamp', '0 0 0 0 0 0 0 v 0 0 0 0'),
  ...among(['first', 'last'], (name) => one(name, lists)),
  let: [anything.replace('v v', '- 0'), ($, a) => $.let({ vars: { a }, in: '$$a' })],
  // Only in a group, or with a full-text index, which CloudBase does not have.
  ...among(['addToSet', 'push', 'meta'], (name) => one(name, anything.replaceAll('v', '!'))),
}

/** The same for what gathers one value from each row of a group. */
export const accumulatorPairs: Record<string, string> = {
  addToSet: anything,
  push: anything,
  avg: sums.replace('0 0 v v v 0 0 v', '0 0 v v v 0 0 0'),
  sum: anything,
  first: anything.replace('v v', '0 0'),
  last: anything.replace('v v', '0 0'),
  max: most,
  min: most,
  stdDevPop: sums.replace('0 0 v v v 0 0 v', '0 0 v v v 0 0 0'),
  stdDevSamp: anything.replaceAll('v', '0'),
  mergeObjects: 'v v ! ! ! ! v ! ! ! ! !',
}

/** Which kinds of argument a stage takes; the others are refused by the stage's name. */
export const stagePairs: Record<string, { takes: Record<string, unknown>; needs?: 'first' }> = {
  addFields: { takes: { object: { y: 1 } } },
  bucket: { takes: { object: { groupBy: '$int', boundaries: [0, 5] } } },
  bucketAuto: { takes: { object: { groupBy: '$int', buckets: 2 } } },
  count: { takes: { text: 'n' } },
  group: { takes: { object: { _id: '$int' } } },
  limit: { takes: { int: 3 } },
  lookup: { takes: { object: { from: 'others', localField: 'int', foreignField: 'n', as: 'found' } } },
  match: { takes: { object: { int: 3 } } },
  project: { takes: { object: { int: 1 } } },
  replaceRoot: { takes: { object: { newRoot: '$object' } } },
  sample: { takes: { object: { size: 1 } } },
  skip: { takes: { int: 1 } },
  sort: { takes: { object: { int: 1 } } },
  sortByCount: { takes: { text: '$int', object: { $abs: '$int' } } },
  unwind: { takes: { text: '$list', object: { path: '$list' } } },
  geoNear: { takes: { object: {} } },
}

/** The same for what a projection shows of the list [1, 'b', 1]; kinds that are not named are refused. */
export const projectionPairs: Record<
  string,
  { takes: Record<string, unknown>; more: [argument: unknown, shows: unknown][] }
> = {
  slice: {
    takes: { int: [1, 'b', 1] },
    more: [
      [1, [1]],
      [-1, [1]],
      [0, []],
      [[1, 1], ['b']],
      [
        [-2, 5],
        ['b', 1],
      ],
    ],
  },
  elemMatch: {
    // An id is sent as the object that it is.
    takes: { object: undefined, point: undefined, id: undefined },
    more: [
      [{ $gte: 1 }, [1]],
      [{ $gt: 5 }, undefined],
    ],
  },
}
