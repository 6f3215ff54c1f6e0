import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { collections as declared } from '../../cloudfunctions/runtime/collections'
import { type Sdk, sdkWith } from './sdk'

const collections = {
  things: {
    indexes: [
      { name: 'kind_size', keys: { kind: 1, size: -1 }, serves: 'things of a kind by size' },
      { name: 'tags', keys: { tags: 1 }, serves: 'things with a tag' },
      { name: 'owner_id', keys: { 'owners.id': 1 }, serves: 'things of an owner' },
    ],
  },
  names: { indexes: [{ name: 'name', keys: { name: 1 }, unique: true as const, serves: 'whose name it is' }] },
} as const

let sdk: Sdk
beforeEach(async () => {
  sdk = await sdkWith(collections)
})
afterEach(() => sdk.close())

const things = () => sdk.database.collection('things')
const codeOf = (asked: Promise<unknown>) => asked.then(() => 'no error').catch((error: { code: string }) => error.code)

describe('what is asked without an index is refused', () => {
  test.each([
    ['a field without one', { colour: 'red' }],
    ['the second field of one', { size: 3 }],
    ['nothing at all', {}],
    ['not equal', { kind: { $ne: 'cup' } }],
  ])('%s', async (_, filter) => {
    expect(await codeOf(things().where(filter).get())).toBe('DATABASE_QUERY_WITHOUT_INDEX')
  })

  test('an aggregate that begins with something else than a match', async () => {
    expect(await codeOf(things().aggregate().limit(1).end())).toBe('DATABASE_QUERY_WITHOUT_INDEX')
  })

  test('a lookup into a field that has none', async () => {
    await things().add({ _id: 'a', kind: 'cup', colour: 'red' })
    const lookup = { from: 'things', localField: 'colour', foreignField: 'colour', as: 'same' }
    const asked = things().aggregate().match({ _id: 'a' }).lookup(lookup).end()
    expect(await codeOf(asked)).toBe('DATABASE_QUERY_WITHOUT_INDEX')
  })
})

test('a pipeline that does not end with a limit answers the first twenty rows, as in the cloud', async () => {
  await sdk.store.insert(
    'things',
    Array.from({ length: 60 }, (_, n) => ({ _id: `m${n}`, kind: 'cup' })),
  )
  const cups = () => things().aggregate().match({ kind: 'cup' })
  const rows = async (asked: { end(): Promise<{ data: unknown[] }> }) => (await asked.end()).data.length
  expect(await rows(cups())).toBe(20)
  expect(await rows(cups().limit(50).project({ kind: 1 }))).toBe(20)
  expect(await rows(cups().project({ kind: 1 }).limit(50))).toBe(50)
})

describe('an index leads to what a scan would find', () => {
  beforeEach(async () => {
    const { command: _ } = sdk.database
    expect(_).toBeDefined()
    for (let n = 0; n < 60; n += 1)
      await things().add({
        _id: `t${String(n).padStart(2, '0')}`,
        kind: n % 3 === 0 ? 'cup' : 'plate',
        size: n % 7 === 0 ? null : n,
        tags: [`tag${n % 4}`, `tag${n % 5}`],
        owners: [{ id: `o${n % 6}` }, { id: `o${n % 9}` }],
      })
  })

  const ids = (found: { data: { _id?: string }[] }) => found.data.map((each) => each._id)
  const scan = (keep: (doc: Record<string, unknown>) => boolean) =>
    sdk.store
      .all('things')
      .filter(keep)
      .map((doc) => doc._id)

  test('by equality, range and order, forwards and backwards, cut to a length', async () => {
    const { command: _ } = sdk.database
    const query = () => things().where({ kind: 'plate', size: _.gte(10).and(_.lt(40)) })
    const wanted = scan(
      ({ kind, size }) => kind === 'plate' && Number(size) >= 10 && size !== null && Number(size) < 40,
    )
    expect(ids(await query().orderBy('size', 'asc').get())).toEqual(wanted)
    expect(ids(await query().orderBy('size', 'desc').limit(5).get())).toEqual(
      wanted.map((_each, n) => wanted[wanted.length - 1 - n]).slice(0, 5),
    )
    expect(ids(await query().orderBy('size', 'asc').skip(3).limit(4).get())).toEqual(wanted.slice(3, 7))
  })

  test('null is what is missing or null', async () => {
    expect(ids(await things().where({ kind: 'cup', size: null }).get())).toEqual(
      scan(({ kind, size }) => kind === 'cup' && size === null),
    )
  })

  test('in lists and in lists of documents, each document once', async () => {
    const { command: _ } = sdk.database
    const tagged = ids(
      await things()
        .where({ tags: _.in(['tag1', 'tag2']) })
        .get(),
    )
    expect(tagged.sort()).toEqual(
      scan(({ tags }) => (tags as string[]).some((tag) => tag === 'tag1' || tag === 'tag2')),
    )
    const owned = ids(await things().where({ 'owners.id': 'o3' }).get())
    expect(owned.sort()).toEqual(scan(({ owners }) => (owners as { id: string }[]).some(({ id }) => id === 'o3')))
  })

  test('after a change and after a removal', async () => {
    await things().doc('t01').update({ kind: 'cup', size: 1000 })
    await things().doc('t03').remove()
    const { command: _ } = sdk.database
    const cups = ids(
      await things()
        .where({ kind: 'cup', size: _.gt(2) })
        .orderBy('size', 'asc')
        .get(),
    )
    expect(cups).toContain('t01')
    expect(cups).not.toContain('t03')
    expect(ids(await things().where({ kind: 'plate', size: 1 }).get())).toEqual([])
  })
})

describe('which index serves', () => {
  beforeEach(async () => {
    await sdk.store.insert(
      'things',
      Array.from({ length: 50 }, (_each, n) => ({
        _id: n,
        kind: n % 2 === 0 ? 'even' : 'odd',
        size: n,
        tags: [`tag${n % 3}`, n],
        owners: [{ id: `o${n}`, since: n }],
      })),
    )
  })

  test.each<[string, string, (command: Sdk['database']['command']) => object, number]>([
    ['one field of a compound one', 'kind_size', () => ({ kind: 'even' }), 25],
    ['both of its fields', 'kind_size', () => ({ kind: 'even', size: 4 }), 1],
    ['a range behind an equal field', 'kind_size', (c) => ({ kind: 'odd', size: c.gt(40).and(c.lte(47)) }), 4],
    ['several values', 'kind_size', (c) => ({ kind: c.in(['even', 'none']), size: c.in([2, 4, 5]) }), 2],
    ['an element of a list', 'tags', () => ({ tags: 'tag1' }), 17],
    ['a whole list', 'tags', () => ({ tags: ['tag1', 7] }), 1],
    ['all of several elements', 'tags', (c) => ({ tags: c.all(['tag1', 7]) }), 1],
    ['an element by conditions', 'tags', (c) => ({ tags: c.elemMatch({ $gte: 10, $lt: 12 }) }), 2],
    ['a field in a list', 'owner_id', () => ({ 'owners.id': 'o7' }), 1],
    [
      'a document in a list by several fields',
      'owner_id',
      (c) => ({ owners: c.elemMatch({ id: 'o7', since: c.gt(1) }) }),
      1,
    ],
    ['conditions inside and', 'kind_size', (c) => c.and([{ size: c.lt(10) }, { kind: 'odd' }]), 5],
    ['each of alternatives', 'tags', (c) => c.or([{ tags: 'tag1' }, { kind: 'even', size: 0 }]), 18],
    ['alternatives inside and', 'tags', (c) => c.and([c.or([{ tags: 5 }, { tags: 6 }]), { size: c.gt(5) }]), 1],
  ])('%s', async (_what, index, filter, found) => {
    const before = sdk.store.uses.times('things', index)
    const { total } = await things().where(filter(sdk.database.command)).count()
    expect(total).toBe(found)
    expect(sdk.store.uses.times('things', index)).toBeGreaterThan(before)
  })

  test('an order that the index has is not sorted again: only as many documents are read as are asked for', async () => {
    const { data } = await things().where({ kind: 'even' }).orderBy('size', 'desc').limit(2).get()
    expect(data.map((doc) => doc.size)).toEqual([48, 46])
  })

  test.each<['asc' | 'desc', 'asc' | 'desc', number[]]>([
    ['asc', 'asc', [0, 2, 1, 3]],
    ['asc', 'desc', [2, 0, 3, 1]],
    ['desc', 'asc', [1, 3, 0, 2]],
    ['desc', 'desc', [3, 1, 2, 0]],
  ])('kind %s and size %s go each its own way, whichever way the index has them', async (kind, size, sizes) => {
    const { command: _ } = sdk.database
    const query = things().where({ kind: _.gte('a'), size: _.lt(4) })
    const { data } = await query.orderBy('kind', kind).orderBy('size', size).get()
    expect(data.map((doc) => doc.size)).toEqual(sizes)
  })

  test('so do they where the first has no end, and where little is asked for', async () => {
    const { command: _ } = sdk.database
    const all = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY].flatMap((kind) =>
      [1, 2, 3].map((size) => ({ kind, size })),
    )
    await things().add(all as never)
    const query = things()
      .where({ kind: _.gte(Number.NEGATIVE_INFINITY) })
      .orderBy('kind', 'asc')
      .orderBy('size', 'desc')
    expect((await query.get()).data.map((doc) => doc.size)).toEqual([3, 2, 1, 3, 2, 1])
    expect((await query.skip(1).limit(3).get()).data.map((doc) => doc.size)).toEqual([2, 1, 3])
  })

  test('texts that are cut in the key, and values without an order there, are ordered all the same', async () => {
    const long = 'x'.repeat(200)
    await sdk.store.insert('things', [
      { _id: 'a', kind: 'long', size: `${long}b` },
      { _id: 'b', kind: 'long', size: `${long}a` },
      { _id: 'c', kind: 'long', size: { n: 2 } },
      { _id: 'd', kind: 'long', size: { n: 1 } },
      { _id: 'e', kind: 'long', size: -0 },
    ])
    const { data } = await things().where({ kind: 'long' }).orderBy('size', 'asc').get()
    expect(data.map((doc) => doc._id)).toEqual(['e', 'b', 'a', 'd', 'c'])
    expect((await things().where({ kind: 'long', size: 0 }).get()).data).toHaveLength(1)
  })
})

describe('one atomic step', () => {
  test('200 at once take from 10: exactly ten succeed', async () => {
    const { command: _ } = sdk.database
    await things().add({ _id: 'seat', left: 10, taken: [] })
    const tries = Array.from({ length: 200 }, (_unused, n) =>
      things()
        .where({ _id: 'seat', left: _.gt(0), taken: _.nin([n]) })
        .updateAndReturn({ left: _.inc(-1), taken: _.push([n]) }),
    )
    const won = (await Promise.all(tries)).filter(({ doc }) => doc)
    expect(won).toHaveLength(10)
    const [seat] = (await things().doc('seat').get()).data
    expect([seat.left, seat.taken.length]).toEqual([0, 10])
  })

  test('the control: reading first and writing then lets too many in', async () => {
    await things().add({ _id: 'seat', left: 10 })
    const tries = Array.from({ length: 50 }, async () => {
      const [seat] = (await things().doc('seat').get()).data
      if (seat.left <= 0) return false
      await things()
        .doc('seat')
        .update({ left: seat.left - 1 })
      return true
    })
    expect((await Promise.all(tries)).filter((won) => won).length).toBeGreaterThan(10)
  })
})

describe('keys that may exist once', () => {
  test('of 50 inserts with one id at once, one is taken', async () => {
    const codes = await Promise.all(Array.from({ length: 50 }, () => codeOf(things().add({ _id: 'one' }))))
    expect(codes.filter((code) => code === 'no error')).toHaveLength(1)
    expect(new Set(codes)).toEqual(new Set(['no error', 'DATABASE_DUPLICATE_WRITE']))
  })

  test('a unique key is refused on insert and on change; missing counts as null', async () => {
    const names = () => sdk.database.collection('names')
    await names().add({ _id: 'a', name: '荔澜' })
    await names().add({ _id: 'b' })
    expect(await codeOf(names().add({ _id: 'c', name: '荔澜' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(names().add({ _id: 'd' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(names().doc('b').update({ name: '荔澜' }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(names().doc('a').update({ name: '荔澜' }))).toBe('no error')
  })
})

describe('keys that may exist once, written at once', () => {
  const names = () => sdk.database.collection('names')
  test('of several that are added, two with one key: none is added', async () => {
    expect(await codeOf(names().add([{ name: '甲' }, { name: '甲' }] as never))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(names().add([{ name: '甲' }, { name: '乙' }] as never))).toBe('no error')
  })

  test('a change of several that gives them one key changes none; keys that are passed on are free', async () => {
    const { command: _ } = sdk.database
    await names().add([
      { _id: 1, name: 1 },
      { _id: 2, name: 2 },
    ] as never)
    const both = names().where({ _id: _.in([1, 2]) })
    expect(await codeOf(both.update({ name: 'same' }))).toBe('DATABASE_DUPLICATE_WRITE')
    // The first of them meets the second, which has not gone on yet.
    expect(await codeOf(both.update({ name: _.inc(1) }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(both.update({ name: _.inc(-1) }))).toBe('no error')
    expect((await both.get()).data).toEqual([
      { _id: 1, name: 0 },
      { _id: 2, name: 1 },
    ])
  })

  test('an empty list is another key than nothing, and the same as an empty list', async () => {
    expect(await codeOf(names().add({ _id: 'none' }))).toBe('no error')
    expect(await codeOf(names().add({ _id: 'empty', name: [] }))).toBe('no error')
    expect(await codeOf(names().add({ name: [] }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(names().add({ name: null }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await names().where({ name: [] }).get()).data).toEqual([{ _id: 'empty', name: [] }])
    expect((await names().where({ name: null }).get()).data).toEqual([{ _id: 'none' }])
  })

  test('long keys are compared to their end', async () => {
    const long = '社'.repeat(150)
    expect(await codeOf(names().add({ name: `${long}a` }))).toBe('no error')
    expect(await codeOf(names().add({ name: `${long}b` }))).toBe('no error')
    expect(await codeOf(names().add({ name: `${long}a` }))).toBe('DATABASE_DUPLICATE_WRITE')
  })
})

describe('an id', () => {
  test('of any kind lies between bounds of its kind, however long they are', async () => {
    const { command: _, ObjectId } = sdk.database
    const oid = (last: number) => ObjectId({ id: `64b0c3f1a1b2c3d4e5f6071${last}` })
    const long = 'x'.repeat(150)
    await things().add([{ _id: oid(1) }, { _id: oid(2) }, { _id: `${long}b` }, { _id: 'a' }, { _id: 5 }] as never)
    const ids = async (condition: object) => (await things().where({ _id: condition }).get()).data.map(({ _id }) => _id)
    expect(await ids(_.lt(oid(2)))).toEqual([String(oid(1).id)])
    expect(await ids(_.gte(oid(1)).and(_.lte(oid(2))))).toHaveLength(2)
    expect(await ids(_.lte(`${long}c`))).toEqual(['a', `${long}b`])
    expect(await ids(_.gt(`${long}a`))).toEqual([`${long}b`])
    expect(await ids(_.lt(6))).toEqual([5])
    expect(await ids(_.gt(new Date(0)))).toEqual([])
    expect(await ids(_.lt('z'.repeat(5000)))).toEqual(['a', `${long}b`])
  })

  test('that is too long for a key is refused by itself, and with it all that was to be added beside it', async () => {
    for (const length of [901, 1900, 1950, 5000]) {
      const several = things().add([{ _id: 'beside', kind: 'cup' }, { _id: 'z'.repeat(length) }] as never)
      await expect(several).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: /key too large/ })
      expect((await things().doc('z'.repeat(length)).get()).data).toEqual([])
    }
    expect((await things().where({ kind: 'cup' }).get()).data).toEqual([])
    expect(await codeOf(things().add({ _id: 'z'.repeat(900), kind: 'cup' }))).toBe('no error')
  })

  test('comes first in its document', async () => {
    await things().add({ kind: 'cup' })
    await things().doc('set').set({ kind: 'cup' })
    const { data } = await things().where({ kind: 'cup' }).get()
    expect(data.map((doc) => Object.keys(doc))).toEqual([
      ['_id', 'kind'],
      ['_id', 'kind'],
    ])
  })
})

describe('a collection that was declared otherwise before', () => {
  const index = (name: string, more: object = {}) => ({ name, keys: { [name]: 1 as const }, serves: 'this', ...more })
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-declared-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  const opened = async <Found>(indexes: object[], ask: (all: ReturnType<typeof things>) => Promise<Found>) => {
    const place = await sdkWith({ things: { indexes: indexes as never } }, { folder })
    return ask(place.database.collection('things')).finally(() => place.close())
  }

  test('an index that nobody kept for a while is made anew', async () => {
    await opened([index('a')], (all) => all.add({ _id: 'before', a: 1 }))
    await opened([], (all) => all.add({ _id: 'meanwhile', a: 1 }))
    await opened([], (all) => all.doc('before').remove())
    const { data } = await opened([index('a')], (all) => all.where({ a: 1 }).get())
    expect(data).toEqual([{ _id: 'meanwhile', a: 1 }])
  })

  test('an index becomes unique only where the documents let it', async () => {
    await opened([index('a')], (all) => all.add([{ a: 1 }, { a: 1 }, { a: 2 }] as never))
    const unique = opened([index('a', { unique: true })], (all) => all.get())
    await expect(unique).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE', message: /things index: a/ })
    await opened([index('a')], (all) => all.where({ a: 1 }).remove())
    const twice = opened([index('a', { unique: true })], (all) => all.add({ a: 2 }))
    await expect(twice).rejects.toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
  })
})

test.each(['', '$cmd', 'system.users', '../up', 'a/b', 'x'.repeat(101)])(
  '"%s" is no name of a collection',
  async (name) => {
    expect(await codeOf(sdk.database.createCollection(name))).toBe('DATABASE_REQUEST_FAILED')
  },
)

test('what comes before the first document, or less than none, is refused', async () => {
  await things().add([{ kind: 'cup' }, { kind: 'cup' }] as never)
  expect(await codeOf(things().where({ kind: 'cup' }).skip(-1).get())).toBe('DATABASE_REQUEST_FAILED')
  expect(await codeOf(things().where({ kind: 'cup' }).limit(-1).get())).toBe('DATABASE_REQUEST_FAILED')
})

test('of many that are not in the order of an index, the first are found without keeping all', async () => {
  const order = Array.from({ length: 14_000 }, (_, n) => (n * 7919) % 14_000)
  await sdk.store.insert(
    'things',
    order.map((at, n) => ({ _id: `m${n}`, kind: 'many', at, half: at % 2 })),
  )
  const many = things().where({ kind: 'many' }).orderBy('half', 'desc').orderBy('at', 'asc')
  const { data } = await many.skip(3).limit(3).get()
  expect(data.map(({ at }) => at)).toEqual([7, 9, 11])
})

test('a collection that is not there is refused, and can be made once', async () => {
  expect(await codeOf(sdk.database.collection('nowhere').add({ a: 1 }))).toBe('DATABASE_COLLECTION_NOT_EXIST')
  expect(await codeOf(sdk.database.createCollection('nowhere'))).toBe('no error')
  expect(await codeOf(sdk.database.createCollection('nowhere'))).toBe('DATABASE_COLLECTION_ALREADY_EXIST')
})

test('a read answers 100 documents unless told, and never more than 1,000', async () => {
  const all = Array.from({ length: 1100 }, (_, n) => ({ _id: `m${n}`, kind: 'many', size: n }))
  await sdk.store.insert('things', all)
  const query = () => things().where({ kind: 'many' })
  expect((await query().get()).data).toHaveLength(100)
  expect((await query().limit(1000).get()).data).toHaveLength(1000)
  expect((await query().count()).total).toBe(1100)
})

test('a document of more than 16 MB is refused', async () => {
  const small = things().add({ _id: 'small', list: Array(1_400_000).fill(0) })
  await expect(small).rejects.toMatchObject({ code: 'DATABASE_REQUEST_FAILED', message: /larger than the maximum/ })
  expect(await codeOf(things().add({ _id: 'big', text: 'x'.repeat(16 * 1024 * 1024) }))).toBe('DATABASE_REQUEST_FAILED')
})

test('no collection of the product declares two indexes of one name: one would take the other’s place', () => {
  const names = Object.entries(declared).flatMap(([name, { indexes }]) => indexes.map((each) => `${name} ${each.name}`))
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

test('what was written is there after the database was closed and opened', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-kept-'))
  const date = new Date(1_758_000_000_000)
  const first = await sdkWith(collections, { folder })
  const kept = { _id: 'kept', kind: 'cup', at: date, nested: { list: [1, null, true, '字'] } }
  await first.database.collection('things').add(kept)
  await first.close()
  const again = await sdkWith(collections, { folder })
  const [found] = (await again.database.collection('things').where({ kind: 'cup' }).get()).data
  await again.close()
  await rm(folder, { recursive: true })
  expect(found).toEqual(kept)
})
