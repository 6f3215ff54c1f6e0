import type { Doc, Fields } from '../../../local/document/value'
import { expectRefused, Place } from './place'

const place = Place.open()

const run = async (docs: Doc[], ...stages: Fields[]): Promise<Fields[]> => {
  await place.lay(docs)
  return place.rows(stages)
}

const people: Doc[] = [
  { _id: 1, door: 'lobby', hours: 2, tags: ['a', 'b'] },
  { _id: 2, door: 'card', hours: 5, tags: [] },
  { _id: 3, door: 'lobby', hours: 4 },
]

describe('stages', () => {
  test.each<[string, Fields[], unknown[]]>([
    ['match', [{ $match: { hours: { $gt: 3 } } }, { $project: { _id: 1 } }], [{ _id: 2 }, { _id: 3 }]],
    [
      'sort, skip and limit',
      [{ $sort: { hours: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }],
      [{ _id: 3 }],
    ],
    [
      'sort by several',
      [{ $sort: { door: 1, hours: -1 } }, { $project: { _id: 1 } }],
      [{ _id: 2 }, { _id: 3 }, { _id: 1 }],
    ],
    ['count', [{ $match: { door: 'lobby' } }, { $count: 'visits' }], [{ visits: 2 }]],
    ['a count of nothing gives no row', [{ $match: { door: 'x' } }, { $count: 'visits' }], []],
    [
      'group',
      [
        {
          $group: {
            _id: '$door',
            total: { $sum: '$hours' },
            rows: { $sum: 1 },
            mean: { $avg: '$hours' },
            most: { $max: '$hours' },
            least: { $min: '$hours' },
            first: { $first: '$_id' },
            last: { $last: '$_id' },
            all: { $push: '$hours' },
          },
        },
      ],
      [
        { _id: 'lobby', total: 6, rows: 2, mean: 3, most: 4, least: 2, first: 1, last: 3, all: [2, 4] },
        { _id: 'card', total: 5, rows: 1, mean: 5, most: 5, least: 5, first: 2, last: 2, all: [5] },
      ],
    ],
    [
      'one group of all',
      [{ $group: { _id: null, doors: { $addToSet: '$door' } } }],
      [{ _id: null, doors: ['lobby', 'card'] }],
    ],
    [
      'sort by count',
      [{ $sortByCount: '$door' }],
      [
        { _id: 'lobby', count: 2 },
        { _id: 'card', count: 1 },
      ],
    ],
    [
      'bucket',
      [{ $bucket: { groupBy: '$hours', boundaries: [0, 3, 5], default: 'more' } }],
      [
        { _id: 0, count: 1 },
        { _id: 3, count: 1 },
        { _id: 'more', count: 1 },
      ],
    ],
    [
      'bucketAuto',
      [{ $bucketAuto: { groupBy: '$hours', buckets: 2 } }],
      [
        { _id: { min: 2, max: 5 }, count: 2 },
        { _id: { min: 5, max: 5 }, count: 1 },
      ],
    ],
    [
      'unwind',
      [{ $unwind: { path: '$tags', includeArrayIndex: 'at' } }, { $project: { tags: 1, at: 1 } }],
      [
        { _id: 1, tags: 'a', at: 0 },
        { _id: 1, tags: 'b', at: 1 },
      ],
    ],
    [
      'unwind that keeps rows without elements',
      [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $project: { tags: 1 } }],
      [{ _id: 1, tags: 'a' }, { _id: 1, tags: 'b' }, { _id: 2 }, { _id: 3 }],
    ],
    ['replaceRoot', [{ $limit: 1 }, { $replaceRoot: { newRoot: { id: '$_id' } } }], [{ id: 1 }]],
    [
      'addFields',
      [{ $limit: 1 }, { $addFields: { 'at.door': '$door', none: '$nope' } }, { $project: { at: 1, none: 1 } }],
      [{ _id: 1, at: { door: 'lobby' } }],
    ],
  ])('%s', async (_, stages, expected) => expect(await run(people, ...stages)).toEqual(expected))
})

describe('project', () => {
  const doc: Doc = { _id: 1, title: 't', place: { name: 'n', room: 'r' }, items: [{ p: 1, q: 2 }, { p: 3 }], n: 2 }
  test.each<[string, Fields, unknown]>([
    ['keeps fields and the id', { title: 1 }, { _id: 1, title: 't' }],
    ['keeps a part of a document', { _id: 0, 'place.name': 1 }, { place: { name: 'n' } }],
    ['says the same nested', { _id: 0, place: { name: 1 } }, { place: { name: 'n' } }],
    ['keeps a part of each element', { _id: 0, 'items.p': 1 }, { items: [{ p: 1 }, { p: 3 }] }],
    ['leaves out', { items: 0, place: 0 }, { _id: 1, title: 't', n: 2 }],
    ['leaves out a part', { 'items.p': 0, place: 0, n: 0 }, { _id: 1, title: 't', items: [{ q: 2 }, {}] }],
    ['leaves out the id alone', { _id: 0 }, { title: 't', place: doc.place, items: doc.items, n: 2 }],
    ['computes', { _id: 0, twice: { $multiply: ['$n', 2] } }, { twice: 4 }],
    ['computes from a path', { _id: 0, name: '$place.name' }, { name: 'n' }],
    ['computes nothing from nothing', { _id: 0, title: 1, name: '$nope' }, { title: 't' }],
    ['computes inside', { _id: 0, place: { name: 1, big: { $gt: ['$n', 1] } } }, { place: { name: 'n', big: true } }],
  ])('%s', async (_, spec, expected) => expect(await run([doc], { $project: spec })).toEqual([expected]))
})

describe('what is not understood is refused by name, before any row is read', () => {
  test.each<[string, Fields, RegExp]>([
    ['an unknown stage', { $merge: {} }, /\$merge/],
    ['a stage that CloudBase does not have', { $facet: {} }, /\$facet/],
    ['an unknown condition', { $match: { a: { $foo: 1 } } }, /\$foo/],
    ['an unknown expression', { $project: { a: { $foo: 1 } } }, /\$foo/],
    [
      'an unknown expression deep inside',
      { $addFields: { a: { $cond: [true, { $sum: [{ $foo: 1 }] }, 1] } } },
      /\$foo/,
    ],
    ['code', { $project: { a: { $function: { body: 'x', args: [], lang: 'js' } } } }, /\$function/],
    ['an unknown accumulator', { $group: { _id: null, a: { $foo: 1 } } }, /\$foo/],
    ['a group without an id', { $group: { a: { $sum: 1 } } }, /_id/],
    ['fields kept and left out at once', { $project: { a: 1, b: 0 } }, /exclusion/],
    ['a path and a part of it', { $project: { a: 1, 'a.b': 1 } }, /collision/],
    ['an order that is none', { $sort: { a: 2 } }, /\$sort/],
    ['a limit of nothing', { $limit: 0 }, /\$limit/],
    ['an unwind without a path', { $unwind: 'tags' }, /prefixed/],
    ['an unknown stage inside a lookup', { $lookup: { from: 'r', pipeline: [{ $out: 'x' }], as: 'r' } }, /\$out/],
  ])('%s', (_, stage, message) => expectRefused(run([], stage), message))
})
