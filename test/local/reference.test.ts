import fc from 'fast-check'
import { Place } from './conformance/place'
import { matches } from './reference/filter'
import { staged } from './reference/pipeline'
import { updated } from './reference/update'
import { type Doc, Refused, sorted, type Thing } from './reference/value'

/**
 * Random documents, filters, changes and pipelines: the local CloudBase, asked by the real SDK and with indexes to use,
 * must answer what the plain reading of MongoDB's manual in reference/ answers, and refuse what that refuses.
 */
const index = (name: string, keys: Record<string, 1 | -1>) => ({ name, keys, serves: 'the test' })
const place = Place.open({
  // Never with a list in it: what is found by its index need not be sorted again.
  sorted: { indexes: [index('p_q', { p: 1, q: -1 })] },
  indexed: {
    indexes: [
      index('a', { a: 1 }),
      index('b_a', { b: 1, a: -1 }),
      index('l', { l: 1 }),
      index('dx_c', { 'd.x': -1, c: 1 }),
      index('p_q', { p: 1, q: -1 }),
    ],
  },
})

/** RUNS=5000 looks longer. */
const runs = Number(process.env.RUNS ?? 80)
jest.setTimeout(60_000 + runs * 2_000)

const figure = fc.constantFrom(-2, -1, 0, 1, 2, 3, 1.5)
const scalar = fc.oneof(
  { weight: 4, arbitrary: figure },
  { weight: 3, arbitrary: fc.constantFrom('', 'x', 'y', 'xy', '社区') },
  { weight: 1, arbitrary: fc.constantFrom(true, false) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1000).map((at) => new Date(at)) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const inner: fc.Arbitrary<Thing> = fc.record({ x: scalar, y: scalar }, { requiredKeys: [] })
const value: fc.Arbitrary<Thing> = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: inner },
)
const list: fc.Arbitrary<Thing> = fc.array(
  fc.oneof({ weight: 4, arbitrary: scalar }, { weight: 1, arbitrary: inner }),
  { maxLength: 4 },
)
const fields = fc.record(
  { a: value, b: scalar, c: fc.oneof(scalar, list), d: fc.oneof(inner, list), l: list, p: scalar, q: scalar },
  { requiredKeys: [] },
)
const docs = fc
  .array(fields, { minLength: 1, maxLength: 10 })
  .map((all) => all.map((each, _id): Doc => ({ _id, ...each }) as Doc))

const path = fc.constantFrom('p', 'q', 'a', 'b', 'c', 'l', 'd', 'd.x', 'd.y', 'l.x', 'l.0', 'd.0.x')
const operators: fc.Arbitrary<Thing> = fc.oneof(
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'].map((name) => value.map((each) => ({ [name]: each }))),
  fc.array(value, { maxLength: 3 }).map((each): Thing => ({ $in: each })),
  fc.array(value, { maxLength: 3 }).map((each): Thing => ({ $nin: each })),
  fc.array(scalar, { maxLength: 2 }).map((each): Thing => ({ $all: each })),
  fc.boolean().map((each): Thing => ({ $exists: each })),
  fc.nat(3).map((each): Thing => ({ $size: each })),
  fc.tuple(fc.constantFrom(2, 3), fc.constantFrom(0, 1)).map((each): Thing => ({ $mod: each })),
  fc.tuple(figure, figure).map(([$gte, $lt]): Thing => ({ $gte, $lt })),
  fc.tuple(figure, figure).map(([$gt, $lte]): Thing => ({ $elemMatch: { $gt, $lte } })),
  scalar.map((x): Thing => ({ $elemMatch: { x } })),
  value.map((each): Thing => ({ $not: { $gt: each } })),
)
const condition = fc.oneof({ weight: 1, arbitrary: scalar }, { weight: 3, arbitrary: operators })
const simple: fc.Arbitrary<Doc> = fc
  .array(fc.tuple(path, condition), { minLength: 1, maxLength: 3 })
  .map((entries) => Object.fromEntries(entries))
const several = fc.array(simple, { minLength: 1, maxLength: 3 })
const filter: fc.Arbitrary<Doc> = fc.oneof(
  { weight: 4, arbitrary: simple },
  { weight: 1, arbitrary: several.map((each): Doc => ({ $or: each })) },
  { weight: 1, arbitrary: several.map((each): Doc => ({ $nor: each })) },
  { weight: 1, arbitrary: fc.tuple(simple, several).map(([each, more]): Doc => ({ ...each, $and: more })) },
)

const direction = fc.constantFrom<1 | -1>(1, -1)
const order = fc.uniqueArray(fc.tuple(fc.constantFrom('p', 'q', 'a', 'b', 'c', 'l', 'd.x'), direction), {
  maxLength: 2,
  selector: ([key]) => key,
})

const collection = () => place.database.collection('indexed').options({ raw: true })

test('filters and orders find the same, in the same order, with and without an index', async () => {
  const asked = fc.array(fc.tuple(filter, order, fc.boolean()), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(docs, asked, async (all, questions) => {
      await place.lay(all as never, 'indexed')
      for (const [where, by, last] of questions) {
        const keys: [string, 1 | -1][] = last ? [...by, ['_id', 1]] : by
        const query = keys.reduce(
          (so, [key, way]) => so.orderBy(key, way === 1 ? 'asc' : 'desc'),
          collection().where(where),
        )
        const wanted = all.filter((doc) => matches(doc, where))
        const found = (await query.get()).data.map(({ _id }) => all[Number(_id)] as Doc)
        expect({ where, found: sorted(found, [['_id', 1]]) }).toEqual({ where, found: wanted })
        // A path through a list is ordered by more than this reading of the manual says.
        if (by.some(([key]) => key === 'd.x') && all.some((doc) => Array.isArray(doc.d))) continue
        expect({ where, keys, found }).toEqual({ where, keys, found: sorted(last ? wanted : found, keys) })
      }
    }),
    { numRuns: runs },
  )
})

test('an order that an index may have is the one that is asked for, whichever way its fields go', async () => {
  const small = fc.constantFrom<Thing>(0, 1, 2, 'x', 'y', null, Number.NaN)
  const rows = fc.array(fc.record({ p: small, q: small }), { minLength: 6, maxLength: 12 })
  const where = fc.oneof(
    small.map((p): Doc => ({ p })),
    fc.constantFrom<Doc>({ p: { $gte: 0 } }, { p: { $lt: 2 } }, { p: { $gt: 'a' } }, { p: { $in: [0, 2, 'x'] } }),
    fc.constantFrom<Doc>({ p: 1, q: { $lte: 2 } }, { p: { $gte: 0 }, q: { $gt: 0 } }),
  )
  const both = fc
    .tuple(fc.shuffledSubarray(['p', 'q'], { minLength: 1 }), direction, direction)
    .map(([names, ...ways]) => names.map((name, at): [string, 1 | -1] => [name, ways[at] ?? 1]))
  const asked = fc.array(fc.tuple(where, both, fc.nat(4)), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(rows, asked, async (given, questions) => {
      const all = given.map((each, _id): Doc => ({ _id, ...each }))
      await place.lay(all as never, 'sorted')
      for (const [filter, keys, most] of questions) {
        const start = place.database.collection('sorted').options({ raw: true }).where(filter)
        const query = keys.reduce((so, [key, way]) => so.orderBy(key, way === 1 ? 'asc' : 'desc'), start)
        const found = (await query.limit(most + 1).get()).data as Doc[]
        const wanted = sorted(
          all.filter((doc) => matches(doc, filter)),
          keys,
        ).slice(0, most + 1)
        // Of those that are equal by these keys, any may come first.
        const shown = (docs: Doc[]) => docs.map((doc) => keys.map(([key]) => doc[key]))
        expect({ filter, keys, found: shown(found) }).toEqual({ filter, keys, found: shown(wanted) })
      }
    }),
    { numRuns: runs },
  )
})

const argument = fc.record(
  {
    $each: fc.array(scalar, { maxLength: 3 }),
    $position: fc.nat(3),
    $slice: fc.integer({ min: -3, max: 3 }),
    $sort: direction,
  },
  { requiredKeys: ['$each'] },
)
const change: fc.Arbitrary<[operator: string, argument: Thing]> = fc.oneof(
  ...['$set', '$min', '$max', '$addToSet'].map((name) => value.map((each): [string, Thing] => [name, each])),
  ...['$inc', '$mul'].map((name) => figure.map((each): [string, Thing] => [name, each])),
  fc.constant<[string, Thing]>(['$unset', '']),
  argument.map((each): [string, Thing] => ['$push', each as Doc]),
  fc.constantFrom(1, -1).map((each): [string, Thing] => ['$pop', each]),
  fc
    .oneof(
      scalar,
      inner,
      figure.map((each): Thing => ({ $gte: each })),
    )
    .map((each): [string, Thing] => ['$pull', each]),
)
const target = fc.constantFrom('a', 'b', 'c', 'l', 'd', 'd.x', 'n.m')
const update: fc.Arbitrary<Doc> = fc
  .uniqueArray(fc.tuple(target, change), { minLength: 1, maxLength: 3, selector: ([at]) => at.split('.')[0] })
  .map((entries) => {
    const all: Doc = {}
    for (const [at, [operator, given]] of entries) all[operator] = { ...(all[operator] as Doc), [at]: given }
    return all
  })
const renaming = fc.constantFrom<Doc>({ $rename: { a: 'z' } }, { $rename: { 'd.x': 'z.y' } }, { $rename: { b: 'c' } })

const outcome = async <Value>(asked: Promise<Value>): Promise<Value | 'refused'> => {
  try {
    return await asked
  } catch (error) {
    if ((error as { code?: string }).code !== 'DATABASE_REQUEST_FAILED') throw error
    return 'refused'
  }
}
const wanted = <Value>(compute: () => Value): Value | 'refused' => {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return 'refused'
  }
}

test('changes leave the same document, or are refused and leave it as it was', async () => {
  const asked = fc.array(
    fc.tuple(fields, fc.oneof({ weight: 9, arbitrary: update }, { weight: 1, arbitrary: renaming })),
    { minLength: 6, maxLength: 6 },
  )
  await fc.assert(
    fc.asyncProperty(asked, async (changes) => {
      const before = changes.map(([each], _id): Doc => ({ _id, ...each }) as Doc)
      // A list in the way of a path takes no field: the reading here says only that of documents.
      for (const doc of before) if (Array.isArray(doc.d)) delete doc.d
      await place.lay(before as never, 'indexed')
      for (const [at, [, how]] of changes.entries()) {
        const doc = before[at] as Doc
        const after = wanted(() => updated(doc, how))
        const done = await outcome(collection().where({ _id: at }).update(how))
        expect({ how, doc, refused: done === 'refused' }).toEqual({ how, doc, refused: after === 'refused' })
        expect((await collection().doc(at).get()).data).toEqual([after === 'refused' ? doc : after])
      }
    }),
    { numRuns: runs },
  )
})

const expression: fc.Arbitrary<Thing> = fc.letrec<{ any: Thing }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.constantFrom<Thing>('$a', '$b', '$c', '$l', '$d.x', '$l.x', '$none', 1, 2, 'x', null),
    fc
      .tuple(fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$cmp', '$ifNull'), tie('any'), tie('any'))
      .map(([name, one, two]) => ({ [name]: [one, two] })),
    fc
      .tuple(
        fc.constantFrom('$and', '$or', '$add', '$multiply', '$concat'),
        fc.array(tie('any'), { minLength: 1, maxLength: 3 }),
      )
      .map(([name, all]) => ({ [name]: all })),
    fc
      .tuple(fc.constantFrom('$not', '$abs', '$size', '$isArray'), tie('any'))
      .map(([name, one]) => ({ [name]: [one] })),
    fc.tuple(tie('any'), tie('any'), tie('any')).map((all): Thing => ({ $cond: all })),
    tie('any').map((one): Thing => ({ $in: [one, '$l'] })),
    fc.constantFrom(0, 1, -1).map((at): Thing => ({ $arrayElemAt: ['$l', at] })),
    tie('any').map((one): Thing => ({ $map: { input: '$l', as: 'e', in: { e: '$$e', one } } })),
    scalar.map(
      (one): Thing => ({ $filter: { input: '$l', as: 'e', cond: { $gt: ['$$e', { $cond: [true, one, one] }] } } }),
    ),
  ),
})).any

const gathering = fc
  .tuple(
    fc.constantFrom('$sum', '$avg', '$min', '$max', '$first', '$last', '$push', '$addToSet'),
    fc.constantFrom('$a', '$b', '$l', '$_id', 1),
  )
  .map(([name, one]): Thing => ({ [name]: one }))
const stage: fc.Arbitrary<Doc> = fc.oneof(
  filter.map(($match): Doc => ({ $match })),
  fc.tuple(fc.constantFrom('a', 'b', 'l'), direction).map(([key, way]): Doc => ({ $sort: { [key]: way } })),
  fc.nat(3).map(($skip): Doc => ({ $skip })),
  fc.integer({ min: 1, max: 8 }).map(($limit): Doc => ({ $limit })),
  expression.map((e): Doc => ({ $addFields: { e } })),
  expression.map((e): Doc => ({ $project: { a: 1, l: 1, e } })),
  fc
    .tuple(fc.constantFrom<Thing>('$a', '$b', '$d.x', null), gathering, gathering)
    .map(([_id, one, two]): Doc => ({ $group: { _id, a: one, l: two } })),
  fc.constantFrom<Doc>({ $unwind: '$l' }, { $unwind: '$c' }, { $count: 'a' }),
  fc
    .constantFrom('a', 'b', 'l')
    .map((foreignField): Doc => ({ $lookup: { from: 'others', localField: 'a', foreignField, as: 'd' } })),
)

test('pipelines make the same rows, or are refused', async () => {
  const asked = fc.array(fc.array(stage, { minLength: 1, maxLength: 4 }), { minLength: 6, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(docs, docs, asked, async (all, others, pipelines) => {
      await place.lay(all as never, 'indexed')
      await place.lay(others as never, 'others')
      for (const stages of pipelines) {
        const whole: Doc[] = [{ $match: {} }, { $sort: { _id: 1 } }, ...stages]
        const rows = wanted(() => whole.reduce((current, each) => staged(current, each, others), all))
        const found = await outcome(place.rows([...whole, { $limit: 1000 }] as never, 'indexed'))
        expect({ stages, rows: found }).toEqual({ stages, rows })
      }
    }),
    { numRuns: runs },
  )
})
