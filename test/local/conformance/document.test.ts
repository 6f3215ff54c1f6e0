import { given, hex, kinds, named } from './kinds'
import { expectRefused, Place, refusal } from './place'

/** Documents as the SDK adds, reads, orders and changes them. */
const place = Place.open()

describe('adding and reading', () => {
  test('every kind of value comes back as the SDK’s own', async () => {
    const values = given
    const { id } = await place.things.add({ ...values, _id: 'all' })
    expect(id).toBe('all')
    const [doc] = (await place.things.doc('all').get()).data
    expect(doc).toEqual({ ...values, _id: 'all', missing: undefined, id: hex, regex: { pattern: 'b', options: '' } })
  })

  test('several are added at once, all or none, and are told their ids', async () => {
    await place.lay([])
    const { ids } = (await place.things.add([{ n: 1 }, { _id: 'own' }, { _id: 7 }] as never)) as unknown as {
      ids: unknown[]
    }
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'own', 7])
    expect(await refusal(place.things.add([{ _id: 'new' }, { _id: 'own' }] as never))).toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
    })
    expect((await place.things.where({}).count()).total).toBe(3)
    expect(await refusal(place.things.add([{ _id: 'twice' }, { _id: 'twice' }] as never))).toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
    })
  })

  test('an ObjectId is an id of its own, told by its digits', async () => {
    await place.lay([])
    const oid = place.database.ObjectId({ id: hex })
    expect((await place.things.add({ _id: oid, n: 1 })).id).toBe(hex)
    expect((await place.things.add({ _id: hex, n: 2 })).id).toBe(hex)
    expect((await place.things.where({ _id: oid }).get()).data).toEqual([{ _id: hex, n: 1 }])
    expect((await place.things.where({ _id: hex }).get()).data).toEqual([{ _id: hex, n: 2 }])
    expect((await place.things.where({ _id: place.database.command.in([oid, hex]) }).count()).total).toBe(2)
    expect((await place.things.where({ _id: oid }).updateAndReturn({ n: 3 })).doc).toEqual({ _id: hex, n: 3 })
    expect(await place.things.where({ _id: oid }).remove()).toMatchObject({ deleted: 1 })
    expect((await place.things.doc(hex).get()).data).toEqual([{ _id: hex, n: 2 }])
  })

  test('a lookup finds by an ObjectId', async () => {
    const [one, two] = [place.database.ObjectId({ id: hex }), place.database.ObjectId({ id: 'f'.repeat(24) })]
    await place.lay([{ _id: one, other: two }] as never)
    await place.lay(
      [
        { _id: two, name: 'two' },
        { _id: 'f'.repeat(24), name: 'text' },
      ] as never,
      'others',
    )
    const beside = { from: 'others', localField: 'other', foreignField: '_id', as: 'found' }
    const { data } = await place.things.aggregate().lookup(beside).end()
    expect(data).toEqual([{ _id: hex, other: 'f'.repeat(24), found: [{ _id: 'f'.repeat(24), name: 'two' }] }])
  })

  test.each([[true], [new Date(0)], [[1]], [{ a: 1 }], [/a/]])('an id that is %p is refused', async (_id) => {
    await expectRefused(place.things.add({ _id }), /_id/)
  })

  test('the server’s date is its own, with an offset', async () => {
    const before = Date.now()
    const { database } = place
    await place.things.add({ _id: 'dated', now: database.serverDate(), later: database.serverDate({ offset: 60_000 }) })
    await place.things.doc('dated').update({ changed: database.serverDate({ offset: -5 }) })
    const [{ now, later, changed }] = (await place.things.doc('dated').get()).data
    expect(now.getTime()).toBeGreaterThanOrEqual(before)
    expect(now.getTime()).toBeLessThanOrEqual(Date.now())
    expect(later.getTime() - now.getTime()).toBe(60_000)
    expect(changed.getTime()).toBeLessThanOrEqual(Date.now())
    expect((await place.things.where({ now: database.command.lte(database.serverDate()) }).count()).total).toBe(1)
  })

  test('set puts a document in place of another, or where none was; the id stays', async () => {
    await place.lay([{ _id: 'd', a: 1, b: 2 }])
    expect(await place.things.doc('d').set({ c: 3 })).toMatchObject({ updated: 1, upsertedId: null })
    expect(await place.things.doc('new').set({ c: 4 })).toMatchObject({ updated: 0, upsertedId: 'new' })
    expect((await place.things.where({}).get()).data).toEqual([
      { _id: 'd', c: 3 },
      { _id: 'new', c: 4 },
    ])
  })

  test('update merges, changes many or one, and says how many', async () => {
    await place.lay([{ _id: 1, a: { x: 1 } }, { _id: 2, a: { x: 1 } }, { _id: 3 }])
    const { command: _ } = place.database
    expect(await place.things.where({ 'a.x': 1 }).update({ a: { y: 2 } })).toMatchObject({ updated: 2 })
    expect(
      await place.things
        .options({ multiple: false })
        .where({})
        .update({ n: _.inc(1) }),
    ).toMatchObject({ updated: 1 })
    expect(await place.things.doc('none').update({ a: 1 })).toMatchObject({ updated: 0 })
    expect(await place.things.where({ _id: 'none' }).updateAndReturn({ a: 1 })).toMatchObject({ updated: 0, doc: null })
    expect((await place.things.where({}).get()).data).toEqual([
      { _id: 1, a: { x: 1, y: 2 }, n: 1 },
      { _id: 2, a: { x: 1, y: 2 } },
      { _id: 3 },
    ])
    expect(await place.things.options({ multiple: false }).where({}).remove()).toMatchObject({ deleted: 1 })
    expect(await place.things.where({}).remove()).toMatchObject({ deleted: 2 })
  })

  test('16 MB are counted in bytes as the database keeps them, not in characters', async () => {
    const bytes = 16 * 1024 * 1024
    await expectRefused(place.things.add({ _id: 'cn', text: '社'.repeat(bytes / 3) }), /larger than the maximum size/)
  })
})

describe('order', () => {
  const ordered = named('missing null nan double int text object point list id bool date regex')

  test('values of all kinds have one: by type first, as BSON has it', async () => {
    const values = given
    // A list is ordered by its least element upwards, by its greatest downwards: one that holds a list is in its place.
    const docs = kinds.map((kind) => ({ _id: kind, v: kind === 'list' ? [[1, 'b']] : values[kind] }))
    await place.lay(docs.map((_, at) => docs[docs.length - 1 - at]) as never)
    const ids = async (direction: 'asc' | 'desc') =>
      (await place.things.where({}).orderBy('v', direction).orderBy('_id', 'desc').get()).data.map((doc) => doc._id)
    // What is missing is null: two that are equal come in the order of the second key.
    expect(await ids('asc')).toEqual(['null', 'missing', ...ordered.slice(2)])
    expect((await ids('desc')).slice(0, 3)).toEqual(['regex', 'date', 'bool'])
    expect((await ids('desc')).slice(-2)).toEqual(['null', 'missing'])
  })

  test.each<[string, [string, 'asc' | 'desc'][], number[]]>([
    ['by one key', [['a', 'asc']], [3, 1, 2, 4]],
    [
      'by two, one of them downwards',
      [
        ['b', 'desc'],
        ['a', 'asc'],
      ],
      [1, 2, 3, 4],
    ],
    ['by a path', [['c.d', 'desc']], [4, 3, 1, 2]],
    ['by the least of a list', [['l', 'asc']], [2, 3, 1, 4]],
    ['by the greatest of a list', [['l', 'desc']], [4, 3, 1, 2]],
  ])('%s', async (_, keys, ids) => {
    await place.lay([
      { _id: 1, a: 2, b: 'x', c: { d: 1 }, l: [3, 4] },
      { _id: 2, a: 3, b: 'x', l: [] },
      { _id: 3, a: 1, b: 'w', c: { d: 2 }, l: [1, 9] },
      { _id: 4, a: 9, b: null, c: { d: 'z' }, l: 'text' },
    ])
    const query = keys.reduce((asked, [key, direction]) => asked.orderBy(key, direction), place.things.where({}))
    const { data } = await query.get()
    expect(data.map((doc) => doc._id)).toEqual(ids)
    const sort = Object.fromEntries(keys.map(([key, direction]) => [key, direction === 'asc' ? 1 : -1]))
    expect((await place.things.aggregate().sort(sort).end()).data.map((doc: { _id: number }) => doc._id)).toEqual(ids)
  })
})

describe('patterns', () => {
  beforeAll(() =>
    place.lay([
      { _id: 1, v: 'Yoga\nclass' },
      { _id: 2, v: 'yoga' },
      { _id: 3, v: '瑜伽 yoga' },
      { _id: 4, v: ['x', 'YOGA'] },
    ]),
  )

  test.each<[string, object, number[]]>([
    ['as they are written', { regexp: '^yoga' }, [2]],
    ['whatever the case', { regexp: '^yoga', options: 'i' }, [1, 2, 4]],
    ['line by line', { regexp: '^class$', options: 'm' }, [1]],
    ['with a dot for ends of lines', { regexp: 'a.c', options: 's' }, [1]],
    ['with Chinese', { regexp: '瑜伽' }, [3]],
    ['with several flags', { regexp: '^CLASS$', options: 'im' }, [1]],
  ])('%s', async (_, pattern, ids) => {
    const { database } = place
    const found = async (v: unknown) => (await place.things.where({ v }).get()).data.map((doc) => doc._id)
    const { regexp, options = '' } = pattern as { regexp: string; options?: string }
    expect(await found(database.RegExp({ regexp, options }))).toEqual(ids)
    expect(await found(new RegExp(regexp, options))).toEqual(ids)
    expect(await found(database.command.in([new RegExp(regexp, options)]))).toEqual(ids)
    expect(await found(database.command.not(new RegExp(regexp, options)))).toEqual(
      [1, 2, 3, 4].filter((id) => !ids.includes(id)),
    )
  })

  test('with flags that the database does not have are refused', async () => {
    await expectRefused(
      place.things.where({ v: place.database.RegExp({ regexp: 'a', options: 'x' }) }).get(),
      /flags 'x'/,
    )
    await expectRefused(place.things.where({ v: place.database.RegExp({ regexp: '(', options: '' }) }).get(), /invalid/)
  })
})

describe('projections', () => {
  const doc = { _id: 1, a: 1, b: { c: 2, d: 3 }, l: [{ n: 1 }, { n: 2 }, { n: 3 }] }
  beforeAll(() => place.lay([doc]))

  test.each<[string, (project: { slice(x: unknown): unknown; elemMatch(x: unknown): unknown }) => object, object]>([
    ['keep', () => ({ a: true }), { _id: 1, a: 1 }],
    ['leave out', () => ({ l: false, b: false }), { _id: 1, a: 1 }],
    ['keep a path without the id', () => ({ 'b.c': true, _id: false }), { b: { c: 2 } }],
    ['keep the first of a list', (p) => ({ l: p.slice(1), a: true }), { _id: 1, a: 1, l: [{ n: 1 }] }],
    ['keep the last of a list', (p) => ({ l: p.slice(-1), b: false }), { _id: 1, a: 1, l: [{ n: 3 }] }],
    ['keep a stretch of a list', (p) => ({ l: p.slice([1, 1]), b: false }), { _id: 1, a: 1, l: [{ n: 2 }] }],
    ['keep what an element fits', (p) => ({ l: p.elemMatch({ n: { $gt: 1 } }) }), { _id: 1, l: [{ n: 2 }] }],
  ])('%s', async (_, projection, kept) => {
    const { project } = place.database.command
    expect(
      (
        await place.things
          .where({})
          .field(projection(project as never))
          .get()
      ).data,
    ).toEqual([kept])
    expect(
      (
        await place.things
          .doc(1)
          .field(projection(project as never))
          .get()
      ).data,
    ).toEqual([kept])
  })
})
