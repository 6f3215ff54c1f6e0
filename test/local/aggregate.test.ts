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
