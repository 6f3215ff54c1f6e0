import type { Fields } from '../../../local/document/value'
import { branch } from './kinds'
import { expectRefused, Place } from './place'

/** Pipelines as the SDK's own methods make them, after the examples of CloudBase's manual. */
const place = Place.open()

type Pipeline = ReturnType<Place['things']['aggregate']>
type Commands = Place['database']['command']
type Case = [what: string, make: (pipeline: Pipeline, _: Commands) => Pipeline, rows: unknown[]]

const cases = (table: Case[]) =>
  test.each(table)('%s', async (_, make, rows) => {
    const pipeline = make(place.things.aggregate(), place.database.command)
    expect((await pipeline.end()).data).toEqual(rows)
  })

describe('classes and their prices', () => {
  beforeAll(() =>
    place.lay([
      { _id: '1', kind: 'dance', price: 10.5, days: ['Mon', 'Wed'] },
      { _id: '2', kind: 'paint', price: 50.3, days: ['Mon'] },
      { _id: '3', kind: 'dance', price: 20.8, days: [] },
      { _id: '4', kind: 'paint', price: 80.2, days: ['Sun', 'Mon'] },
      { _id: '5', kind: 'music', price: 200.3 },
    ]),
  )

  cases([
    [
      'bucket, with what each has in it',
      (p, { aggregate: $ }) =>
        p.bucket({
          groupBy: '$price',
          boundaries: [0, 50, 100],
          default: 'other',
          output: { count: $.sum(1), ids: $.push('$_id') },
        }),
      [
        { _id: 0, count: 2, ids: ['1', '3'] },
        { _id: 50, count: 2, ids: ['2', '4'] },
        { _id: 'other', count: 1, ids: ['5'] },
      ],
    ],
    [
      'bucket whose default comes first',
      (p) => p.bucket({ groupBy: '$price', boundaries: [50, 100], default: -1 }),
      [
        { _id: -1, count: 3 },
        { _id: 50, count: 2 },
      ],
    ],
    [
      'bucketAuto into three',
      (p) => p.bucketAuto({ groupBy: '$price', buckets: 3 }),
      [
        { _id: { min: 10.5, max: 50.3 }, count: 2 },
        { _id: { min: 50.3, max: 200.3 }, count: 2 },
        { _id: { min: 200.3, max: 200.3 }, count: 1 },
      ],
    ],
    [
      'bucketAuto by fewer values than buckets',
      (p, { aggregate: $ }) => p.bucketAuto({ groupBy: '$kind', buckets: 9, output: { of: $.sum(1) } }),
      [
        { _id: { min: 'dance', max: 'music' }, of: 2 },
        { _id: { min: 'music', max: 'paint' }, of: 1 },
        { _id: { min: 'paint', max: 'paint' }, of: 2 },
      ],
    ],
    ['count', (p, _) => p.match({ price: _.gt(50) }).count('dear'), [{ dear: 3 }]],
    ['count of nothing', (p) => p.match({ kind: 'none' }).count('n'), []],
    [
      'group by several keys, and every accumulator',
      (p, { aggregate: $ }) =>
        p.match({ kind: 'dance' }).group({
          _id: { kind: '$kind', is: $.gt(['$price', 0]) },
          sum: $.sum('$price'),
          mean: $.avg('$price'),
          least: $.min('$price'),
          most: $.max('$price'),
          first: $.first('$_id'),
          last: $.last('$_id'),
          all: $.push({ id: '$_id' }),
          days: $.addToSet('$kind'),
          wide: $.stdDevPop('$_id'),
        }),
      [
        {
          _id: { kind: 'dance', is: true },
          sum: 31.3,
          mean: 15.65,
          least: 10.5,
          most: 20.8,
          first: '1',
          last: '3',
          all: [{ id: '1' }, { id: '3' }],
          days: ['dance'],
          wide: null,
        },
      ],
    ],
    ['sortByCount', (p) => p.unwind('$days').sortByCount('$days').limit(1), [{ _id: 'Mon', count: 3 }]],
    [
      'unwind with the place of each, and those without any',
      (p) =>
        p
          .unwind({ path: '$days', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
          .project({ days: 1, at: 1 })
          .skip(4),
      [
        { _id: '4', days: 'Sun', at: 0 },
        { _id: '4', days: 'Mon', at: 1 },
        { _id: '5', at: null },
      ],
    ],
    [
      'addFields beside, inside and in place of others',
      (p, { aggregate: $ }) =>
        p
          .match({ _id: '1' })
          .addFields({ half: $.divide(['$price', 2]), 'about.kind': '$kind', price: $.floor('$price'), days: 0 }),
      [{ _id: '1', kind: 'dance', price: 10, days: 0, half: 5.25, about: { kind: 'dance' } }],
    ],
    [
      'project of fields, computed ones and lists',
      (p, { aggregate: $ }) =>
        p
          .match({ _id: '1' })
          .project({ _id: 0, kind: 1, pair: ['$kind', '$price'], first: $.arrayElemAt(['$days', 0]) }),
      [{ kind: 'dance', pair: ['dance', 10.5], first: 'Mon' }],
    ],
    [
      'replaceRoot',
      (p, { aggregate: $ }) =>
        p.match({ _id: '1' }).replaceRoot({ newRoot: $.mergeObjects([{ days: '$days' }, { id: '$_id' }]) }),
      [{ days: ['Mon', 'Wed'], id: '1' }],
    ],
    [
      'sort, skip and limit',
      (p) => p.sort({ price: -1 }).skip(1).limit(2).project({ _id: 1 }),
      [{ _id: '4' }, { _id: '2' }],
    ],
    [
      'match between other stages, by an expression',
      (p, _) => p.project({ price: 1, days: 1 }).match(_.expr(_.aggregate.lt(['$price', 20]))),
      [{ _id: '1', price: 10.5, days: ['Mon', 'Wed'] }],
    ],
    [
      'switch, cond and let',
      (p, { aggregate: $ }) =>
        p.match({ _id: '4' }).project({
          _id: 0,
          size: $.switch({
            branches: [branch($.gt(['$price', 100]), 'large')],
            default: $.cond([$.gt(['$price', 50]), 'middle', 'small']),
          }),
          sum: $.let({ vars: { n: $.size('$days') }, in: $.add(['$$n', 1]) }),
        }),
      [{ size: 'middle', sum: 3 }],
    ],
    [
      'map, filter, reduce, zip and slice',
      (p, { aggregate: $ }) =>
        p.match({ _id: '4' }).project({
          _id: 0,
          short: $.map({ input: '$days', as: 'day', in: $.substrCP(['$$day', 0, 1]) }),
          sun: $.filter({ input: '$days', as: 'day', cond: $.eq(['$$day', 'Sun']) }),
          line: $.reduce({ input: '$days', initialValue: '', in: $.concat(['$$value', '$$this', ' ']) }),
          pairs: $.zip({ inputs: ['$days', [1]], useLongestLength: true, defaults: ['', 0] }),
          last: $.slice(['$days', -1]),
        }),
      [
        {
          short: ['S', 'M'],
          sun: ['Sun'],
          line: 'Sun Mon ',
          pairs: [
            ['Sun', 1],
            ['Mon', 0],
          ],
          last: ['Mon'],
        },
      ],
    ],
  ])

  test('a sample is some of them', async () => {
    const { data } = await place.things.aggregate().sample({ size: 2 }).end()
    expect(new Set(data.map((row: { _id: string }) => row._id)).size).toBe(2)
  })

  test('a constant to group by, an empty bucket list and a default inside the bounds are refused', async () => {
    const bucket = (spec: object) => place.things.aggregate().bucket(spec).end()
    await expectRefused(bucket({ groupBy: 5, boundaries: [0, 1] }), /\$bucket 'groupBy'/)
    await expectRefused(bucket({ groupBy: '$price', boundaries: [0] }), /at least 2/)
    await expectRefused(bucket({ groupBy: '$price', boundaries: [0, 'x'] }), /one type/)
    await expectRefused(bucket({ groupBy: '$price', boundaries: [0, 300], default: 7 }), /default/)
    await expectRefused(bucket({ groupBy: '$price', boundaries: [0, 20] }), /no default/)
    await expectRefused(
      place.things.aggregate().bucketAuto({ groupBy: '$price', buckets: 2, granularity: 'R5' }).end(),
      /granularity/,
    )
  })
})

describe('lookup', () => {
  const orders: Fields[] = [
    { _id: 1, book: 'novel 1', price: 30, quantity: 2, at: 'east' },
    { _id: 2, book: ['science 1', 'novel 1'], price: 20, quantity: 1 },
    { _id: 3, price: 5, quantity: 70 },
  ]
  const books: Fields[] = [
    { _id: 'b1', title: 'novel 1', stock: 120, tags: ['a', 'b'] },
    { _id: 'b2', title: 'science 1', stock: 60, tags: [] },
    { _id: 'b3', stock: 7 },
    { _id: 'b4', title: null, stock: 1 },
  ]
  beforeAll(async () => {
    await place.lay(orders)
    await place.lay(books, 'others')
  })

  const stock = { from: 'others', localField: 'book', foreignField: 'title', as: 'found' }
  const ids = async (pipeline: Pipeline) =>
    (await pipeline.end()).data.map((row: { found: { _id: string }[] }) => row.found.map((each) => each._id))

  test('by equal fields: a value, each of a list, and null for what is missing', async () => {
    expect(await ids(place.things.aggregate().lookup(stock))).toEqual([['b1'], ['b1', 'b2'], ['b3', 'b4']])
  })

  test('by an element of the other’s list', async () => {
    const tagged = place.things.aggregate().match({ _id: 1 }).addFields({ book: 'b' })
    expect(await ids(tagged.lookup({ ...stock, foreignField: 'tags' }))).toEqual([['b1']])
  })

  test('by a pipeline with variables, made with the SDK’s own pipeline()', async () => {
    const { command: _ } = place.database
    const $ = _.aggregate
    const pipeline = $.pipeline()
      .match(_.expr($.and([$.eq(['$title', '$$book']), $.gte(['$stock', '$$quantity'])])))
      .project({ _id: 0, title: 1, left: $.subtract(['$stock', '$$quantity']) })
      .done()
    const { data } = await place.things
      .aggregate()
      .lookup({ from: 'others', let: { book: '$book', quantity: '$quantity' }, pipeline, as: 'found' })
      .project({ found: 1 })
      .end()
    expect(data).toEqual([
      { _id: 1, found: [{ title: 'novel 1', left: 118 }] },
      { _id: 2, found: [] },
      // Nothing equals nothing: both have no title.
      { _id: 3, found: [] },
    ])
  })

  test('by a pipeline without variables: the same beside each', async () => {
    const { command: _ } = place.database
    const pipeline = _.aggregate
      .pipeline()
      .match({ stock: _.gt(50) })
      .sort({ stock: 1 })
      .limit(1)
      .done()
    expect(await ids(place.things.aggregate().lookup({ from: 'others', pipeline, as: 'found' }))).toEqual([
      ['b2'],
      ['b2'],
      ['b2'],
    ])
  })

  test('made one with the row by mergeObjects', async () => {
    const { aggregate: $ } = place.database.command
    const { data } = await place.things
      .aggregate()
      .match({ _id: 1 })
      .lookup(stock)
      .replaceRoot({ newRoot: $.mergeObjects([$.arrayElemAt(['$found', 0]), '$$ROOT']) })
      .project({ found: 0 })
      .end()
    expect(data).toEqual([
      { _id: 1, title: 'novel 1', stock: 120, tags: ['a', 'b'], book: 'novel 1', price: 30, quantity: 2, at: 'east' },
    ])
  })

  test.each<[string, object, RegExp]>([
    ['without a name for what it finds', { from: 'others', localField: 'a', foreignField: 'b' }, /\$lookup/],
    ['with half of the fields', { from: 'others', localField: 'a', as: 'x' }, /\$lookup/],
    ['with an unknown option', { ...stock, where: 1 }, /where/],
    ['with a stage that is none', { from: 'others', pipeline: [{ $out: 'x' }], as: 'x' }, /\$out/],
    ['with a condition that is none', { from: 'others', pipeline: [{ $match: { a: { $foo: 1 } } }], as: 'x' }, /\$foo/],
    [
      'with a variable that nobody gave',
      { from: 'others', pipeline: [{ $match: { $expr: { $eq: ['$stock', '$$none'] } } }], as: 'x' },
      /none/,
    ],
  ])('%s is refused', (_, spec, words) => expectRefused(place.things.aggregate().lookup(spec).end(), words))

  test('in a collection that is not there is refused by its own code', async () => {
    const asked = place.things
      .aggregate()
      .lookup({ ...stock, from: 'nowhere' })
      .end()
    await expect(asked).rejects.toMatchObject({ code: 'DATABASE_COLLECTION_NOT_EXIST' })
  })
})
