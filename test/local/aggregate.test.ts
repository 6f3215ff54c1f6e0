import { runPipeline } from '../../local/document/aggregate'
import { compileFilter } from '../../local/document/filter'
import { type Order, sortDocs } from '../../local/document/order'
import type { Doc, Fields, Filter } from '../../local/document/value'

const rosters: Doc[] = [
  { _id: 'a1', centre: 'c', people: ['p', 'q'], room: 3, events: [1] },
  { _id: 'a2', centre: 'c', people: [], room: 0, events: [] },
]

/** What each lookup asked the store for. */
let asked: [collection: string, filter: Filter, sort?: Order, limit?: number][] = []
beforeEach(() => {
  asked = []
})

const run = (docs: Doc[], ...stages: Fields[]): Fields[] =>
  runPipeline(docs, stages, (...question) => {
    asked.push(question)
    const [, filter, sort, limit] = question
    const found = rosters.filter(compileFilter(filter))
    return (sort ? sortDocs(found, sort) : found).slice(0, limit)
  })

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
  ])('%s', (_, stages, expected) => expect(run(people, ...stages)).toEqual(expected))

  test('a sample has each row at most once', () => {
    const ids = run(people, { $sample: { size: 2 } }).map((row) => row._id)
    expect(new Set(ids).size).toBe(2)
    expect(run(people, { $sample: { size: 9 } })).toHaveLength(3)
  })

  test('documents stay as they are', () => {
    const before = structuredClone(people)
    run(
      people,
      { $addFields: { 'tags.x': 1 } },
      { $unwind: '$tags' },
      { $addFields: { tags: 2 } },
      { $sort: { hours: 1 } },
    )
    expect(people).toEqual(before)
  })
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
  ])('%s', (_, spec, expected) => expect(run([doc], { $project: spec })).toEqual([expected]))
})

describe('lookup', () => {
  const activities: Doc[] = [{ _id: 'a1', staff: ['a2'] }, { _id: 'a2' }, { _id: 'a9' }]

  test('by a pipeline asks the store by id and shapes what it finds', () => {
    const rows = run(
      activities,
      {
        $lookup: {
          from: 'rosters',
          let: { activity: '$_id' },
          pipeline: [
            { $match: { $expr: { $eq: ['$_id', '$$activity'] } } },
            { $project: { _id: 0, room: 1, mine: { $gt: [{ $size: { $setIntersection: ['$people', ['q']] } }, 0] } } },
          ],
          as: 'roster',
        },
      },
      { $unwind: '$roster' },
      { $project: { roster: 1 } },
    )
    expect(rows).toEqual([
      { _id: 'a1', roster: { room: 3, mine: true } },
      { _id: 'a2', roster: { room: 0, mine: false } },
    ])
    expect(asked.map(([collection, filter]) => [collection, filter])).toEqual([
      ['rosters', { _id: 'a1' }],
      ['rosters', { _id: 'a2' }],
      ['rosters', { _id: 'a9' }],
    ])
  })

  test('hands plain conditions, an order and a length to the store', () => {
    const pipeline: Fields[] = [
      { $match: { centre: 'c', $expr: { $and: [{ $gt: ['$room', '$$least'] }, { $eq: ['$room', 3] }] } } },
      { $sort: { room: -1 } },
      { $limit: 1 },
      { $project: { events: 0 } },
    ]
    const [row] = run([{ _id: 'x', least: 1 }], {
      $lookup: { from: 'rosters', let: { least: '$least' }, pipeline, as: 'rosters' },
    })
    expect(row?.rosters).toEqual([{ _id: 'a1', centre: 'c', people: ['p', 'q'], room: 3 }])
    const [[, filter, sort, limit] = []] = asked
    expect(filter).toMatchObject({ centre: 'c' })
    expect(JSON.stringify(filter)).toContain('{"room":3}')
    expect([sort, limit]).toEqual([{ room: -1 }, 1])
  })

  test('by several ids asks for them all', () => {
    const pipeline: Fields[] = [{ $match: { $expr: { $in: ['$_id', '$$ids'] } } }, { $count: 'found' }]
    const [row] = run(activities, {
      $lookup: { from: 'rosters', let: { ids: { $ifNull: ['$staff', []] } }, pipeline, as: 'staff' },
    })
    expect(row?.staff).toEqual([{ found: 1 }])
    expect(asked[0]?.[1]).toEqual({ _id: { $in: ['a2'] } })
  })

  test('by equal fields takes a value, a list of them, or nothing', () => {
    const stage = { $lookup: { from: 'rosters', localField: 'staff', foreignField: '_id', as: 'found' } }
    expect(run(activities, stage).map((row) => row.found)).toEqual([[rosters[1]], [], []])
    expect(asked.map(([, filter]) => filter)).toEqual([
      { _id: { $in: ['a2'] } },
      { _id: { $eq: null } },
      { _id: { $eq: null } },
    ])
  })

  test('within a lookup sees the variables of both', () => {
    const inner: Fields = {
      from: 'rosters',
      let: { room: '$room' },
      pipeline: [{ $project: { _id: 0, sum: { $add: ['$$base', '$$room'] } } }, { $limit: 1 }],
      as: 'in',
    }
    const outer: Fields = {
      from: 'rosters',
      let: { base: '$n' },
      pipeline: [{ $match: { _id: 'a1' } }, { $lookup: inner }, { $project: { in: 1 } }],
      as: 'out',
    }
    const [row] = run([{ _id: 'x', n: 10 }], { $lookup: outer })
    expect(row?.out).toEqual([{ _id: 'a1', in: [{ sum: 13 }] }])
  })
})

describe('what is not understood is refused by name, before any row is read', () => {
  test.each<[string, Fields, RegExp]>([
    ['an unknown stage', { $merge: {} }, /\$merge/],
    ['a stage that CloudBase does not have', { $facet: {} }, /\$facet/],
    ['two stages in one', { $limit: 1, $skip: 1 }, /exactly one/],
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
  ])('%s', (_, stage, message) => {
    expect(() => run([], stage)).toThrow(message)
    expect(() => run([], stage)).toThrow(expect.objectContaining({ code: 'DATABASE_REQUEST_FAILED' }))
  })
})
