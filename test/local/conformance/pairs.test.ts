import { answered, given, kinds, named } from './kinds'
import { filterPairs } from './pairs-filter'
import { argumentPairs, fieldPairs, same } from './pairs-update'
import { accumulatorPairs, columns, expressionPairs, projectionPairs, stagePairs } from './pairs-expression'
import { expectRefused, Place } from './place'

/** Every operator with every kind of value that the SDK can send: what it comes to, or that it is refused by its name. */
const place = Place.open()

type Call = (argument: unknown) => unknown

const command = (name: string): Call => {
  const { command: _ } = place.database
  return (_ as unknown as Record<string, Call>)[name] as Call
}

describe('filters', () => {
  beforeAll(() => {
    return place.lay(kinds.map((kind) => ({ _id: kind, ...(kind !== 'missing' && { v: given[kind] }) })) as never)
  })

  test.each(Object.entries(filterPairs))('%s finds what it must, by the kind of its argument', async (name, rows) => {
    for (const [kind, value, found] of rows) {
      const argument = value === undefined ? given[kind] : value
      const condition = command(name)(['in', 'nin', 'all'].includes(name) ? [argument] : argument)
      const asked = place.things.where({ v: condition }).get()
      if (found === 'refused') await expectRefused(asked, /\$|mod|divisor/)
      else {
        const wanted = found.startsWith('not ')
          ? kinds.filter((each) => !named(found.slice(4)).includes(each))
          : named(found)
        expect([name, kind, (await asked).data.map((doc) => doc._id).sort()]).toEqual([name, kind, [...wanted].sort()])
      }
    }
  })

  test('and, or, nor and not join them', async () => {
    const { command: _ } = place.database
    const ids = async (filter: object) => (await place.things.where(filter).get()).data.map((doc) => doc._id).sort()
    expect(await ids({ v: _.gt(2).and(_.lt(3)) })).toEqual(['double'])
    expect(await ids({ v: _.eq('b').or(_.eq(3)) })).toEqual(['int', 'list', 'text'])
    expect(await ids({ v: _.or([_.eq(2.5), _.eq(true)]) })).toEqual(['bool', 'double'])
    expect(await ids({ v: _.not(_.exists(true)) })).toEqual(['missing'])
    expect(await ids({ v: _.not(/b/) })).toHaveLength(kinds.length - 3)
    expect(await ids({ v: _.nor([_.exists(true)]) })).toEqual(['missing'])
    expect(await ids(_.and([{ v: _.gt(0) }, { _id: 'int' }]))).toEqual(['int'])
    expect(await ids(_.or([{ v: null }, { _id: 'int' }]))).toEqual(['int', 'missing', 'null'])
    expect(await ids(_.nor([{ v: _.exists(true) }, { _id: 'int' }]))).toEqual(['missing'])
    expect(await ids(_.expr(_.aggregate.eq(['$v', 3])))).toEqual(['int'])
  })

  test('text is refused by its name: there is no full-text index', async () => {
    await expectRefused(place.things.where(command('text')({ search: 'b' }) as object).get(), /\$search/)
  })
})

describe('updates', () => {
  const update = async (before: unknown, change: object) => {
    await place.lay([before === undefined ? { _id: 'd' } : { _id: 'd', v: before as never }])
    await place.things.doc('d').update(change)
    return (await place.things.doc('d').get()).data[0]
  }

  test.each(Object.keys(argumentPairs))('%s by the kind of its argument', async (name) => {
    const { before, takes, refuses } = argumentPairs[name] as (typeof argumentPairs)[string]
    expect([...Object.keys(takes), ...refuses].sort()).toEqual(kinds.filter((kind) => kind !== 'missing').sort())
    const [values, after] = [given, answered]
    const wrapped = ['push', 'unshift', 'pullAll'].includes(name)
    for (const [kind, make] of Object.entries(takes)) {
      const argument = values[kind as keyof typeof values]
      const doc = await update(before, { v: command(name)(wrapped ? [argument] : argument) })
      expect([name, kind, doc.v]).toEqual([name, kind, make(after[kind as keyof typeof after])])
    }
    for (const kind of refuses)
      await expectRefused(update(before, { v: command(name)(values[kind]) }), new RegExp(`\\$${name}`))
  })

  test.each(Object.keys(fieldPairs))('%s by the kind of the field', async (name) => {
    const { argument, makes } = fieldPairs[name] as (typeof fieldPairs)[string]
    const [values, after] = [given, answered]
    for (const kind of kinds) {
      const asked = update(values[kind], { v: command(name)(argument) })
      if (kind in makes) {
        const doc = await asked
        expect([name, kind, doc.v]).toEqual([name, kind, makes[kind] === same ? after[kind] : makes[kind]])
        if (name === 'rename') expect(doc.w).toEqual(after[kind])
      } else await expectRefused(asked, /\$|array|non-/)
    }
  })

  test('pull takes out what a value, a filter or a pattern fits, pullAll what is equal', async () => {
    const { command: _ } = place.database
    const list = [1, 2, 'b', 'abc', { x: 1, y: 2 }, null, /b/, [1]]
    const left = async (change: object) => {
      const { v } = await update(list, { v: change })
      return v.map((each: unknown) => (each instanceof Object && 'pattern' in each ? /b/ : each))
    }
    expect(await left(_.pull({ x: 1 }))).toEqual([1, 2, 'b', 'abc', null, /b/, [1]])
    expect(await left(_.pull(_.gte(2)))).toEqual([1, 'b', 'abc', { x: 1, y: 2 }, null, /b/, [1]])
    expect(await left(_.pull(_.in([1, null])))).toEqual([2, 'b', 'abc', { x: 1, y: 2 }, /b/])
    expect(await left(_.pull(/b/))).toEqual([1, 2, { x: 1, y: 2 }, null, [1]])
    expect(await left(_.pull([1]))).toEqual([1, 2, 'b', 'abc', { x: 1, y: 2 }, null, /b/])
    expect(await left(_.pullAll([{ x: 1 }, 'b', [1]]))).toEqual([1, 2, 'abc', { x: 1, y: 2 }, null, /b/])
  })

  test('push puts several at a place, in an order, cut to a length', async () => {
    const { command: _ } = place.database
    const become = async (change: object) => (await update([3, 1], { v: change })).v
    expect(await become(_.push(7, 8))).toEqual([3, 1, 7, 8])
    expect(await become(_.push({ each: [7, 8], position: 1 }))).toEqual([3, 7, 8, 1])
    expect(await become(_.push({ each: [2], sort: 1 }))).toEqual([1, 2, 3])
    expect(await become(_.push({ each: [2], sort: -1, slice: 2 }))).toEqual([3, 2])
    expect(await become(_.push({ each: [], slice: -1 }))).toEqual([1])
    expect(await become(_.addToSet({ $each: [1, 9, 9] }))).toEqual([3, 1, 9])
    expect((await update([{ n: 2 }, { n: 1 }], { v: _.push({ each: [{ n: 3 }], sort: { n: -1 } }) })).v).toEqual([
      { n: 3 },
      { n: 2 },
      { n: 1 },
    ])
    await expectRefused(update([1], { v: _.push({ each: [2], position: 'x' as never }) }), /\$position/)
    await expectRefused(update([1], { v: _.push({ each: [2], slice: 'x' as never }) }), /\$slice/)
    await expectRefused(update([1], { v: _.push({ each: [2], sort: 'x' as never }) }), /\$sort/)
  })

  test.each([
    ['and', 6, 4],
    ['or', 8, 13],
    ['xor', 1, 4],
  ])('bit %s', async (name, mask, after) => {
    expect((await update(5, { v: place.database.command.bit({ [name]: mask }) })).v).toBe(after)
  })
})

const bodies: Record<string, unknown> = {
  int: 3,
  double: 2.5,
  nan: Number.NaN,
  text: 'b',
  object: { x: 1 },
  list: [1, 2],
  bool: true,
  date: new Date(1_700_000_000_000),
  regex: /b/,
}
const filled = () =>
  place.lay([{ _id: 1, null: null, id: place.database.ObjectId({ id: 'a'.repeat(24) }), ...bodies }] as never)

const told = (value: unknown): string => (value === undefined ? '-' : value === null ? '0' : 'v')

describe('expressions', () => {
  beforeAll(filled)

  test.each(Object.keys(expressionPairs))('%s by the kind of its argument', async (name) => {
    const [comesTo, use] = expressionPairs[name] as (typeof expressionPairs)[string]
    const cells = comesTo.split(' ')
    expect(cells).toHaveLength(columns.length)
    const of = (column: string) => use(place.database.command.aggregate, `$${column}`)
    const ask = (newRoot: object) => place.things.aggregate().replaceRoot({ newRoot }).end()
    const answering = columns.filter((_, at) => cells[at] !== '!')
    const values = (await ask(Object.fromEntries(answering.map((column) => [column, of(column)])))).data[0]
    for (const [at, column] of columns.entries()) {
      const operator = `\\$${name === 'neq' ? 'ne' : name}|input to`
      if (cells[at] === '!') await expectRefused(ask({ value: of(column) }), new RegExp(operator))
      else expect([name, column, told(values[column])]).toEqual([name, column, cells[at]])
    }
  })

  test.each(Object.keys(accumulatorPairs))('%s of a group by the kind of its argument', async (name) => {
    const cells = (accumulatorPairs[name] as string).split(' ')
    for (const [at, column] of columns.entries()) {
      const accumulate = (place.database.command.aggregate as unknown as Record<string, Call>)[name] as Call
      const asked = place.things
        .aggregate()
        .group({ _id: null, value: accumulate(`$${column}`) })
        .end()
      if (cells[at] === '!') await expectRefused(asked, new RegExp(`\\$${name}`))
      else expect([name, column, told((await asked).data[0].value)]).toEqual([name, column, cells[at]])
    }
  })
})

describe('projections', () => {
  beforeAll(() => place.lay([{ _id: 1, v: [1, 'b', 1] }]))

  test.each(Object.entries(projectionPairs))('%s by the kind of its argument', async (name, { takes, more }) => {
    const project = (place.database.command.project as unknown as Record<string, Call>)[name] as Call
    const shown = async (argument: unknown) =>
      (
        await place.things
          .where({})
          .field({ v: project(argument) })
          .get()
      ).data[0].v
    for (const [argument, shows] of more)
      expect([name, argument, await shown(argument)]).toEqual([name, argument, shows])
    for (const kind of kinds.filter((each) => each !== 'missing'))
      if (kind in takes) expect([name, kind, await shown(given[kind])]).toEqual([name, kind, takes[kind]])
      else await expectRefused(shown(given[kind]), new RegExp(`\\$${name}`))
  })
})

describe('stages', () => {
  beforeAll(filled)

  test.each(Object.keys(stagePairs).filter((name) => name !== 'geoNear'))(
    '%s by the kind of its argument',
    async (name) => {
      const { takes } = stagePairs[name] as (typeof stagePairs)[string]
      // The SDK sends a pattern as an empty object, and a date as text.
      for (const kind of ['null', ...Object.keys(bodies).filter((each) => each !== 'regex')]) {
        const argument = takes[kind] ?? bodies[kind] ?? null
        const asked = place.rows([{ [`$${name}`]: argument as never }])
        if (kind in takes) expect(Array.isArray(await asked)).toBe(true)
        else await expectRefused(asked, new RegExp(`\\$|${name}`))
      }
    },
  )
})

describe('nothing of the SDK is forgotten', () => {
  const names = (of: object): string[] => Object.keys(of).sort()

  test('every command of a filter or a change is in a table', () => {
    const { aggregate, project, ...commands } = place.database.command as unknown as Record<string, object>
    const joining = ['and', 'or', 'nor', 'not', 'expr', 'jsonSchema', 'text']
    const known = [...joining, ...names(filterPairs), ...names(fieldPairs)]
    expect(names(commands)).toEqual([...new Set(known)].sort())
    expect(names(argumentPairs)).toEqual(names(fieldPairs).filter((name) => !['remove', 'pop', 'shift'].includes(name)))
    expect(names(project as object)).toEqual(names(projectionPairs))
    expect(aggregate).toBeDefined()
  })

  test('every operator of an expression is in a table', () => {
    const { pipeline, ...operators } = place.database.command.aggregate as unknown as Record<string, object>
    expect(pipeline).toBeDefined()
    expect(names(operators)).toEqual(names(expressionPairs))
  })

  test('every stage is in a table', () => {
    const aggregation = Object.getPrototypeOf(place.things.aggregate()) as object
    const stages = Object.getOwnPropertyNames(aggregation).filter(
      (name) => !/^_|constructor|^(end|unwrap|done)$/.test(name),
    )
    expect(stages.sort()).toEqual(names(stagePairs))
  })
})
