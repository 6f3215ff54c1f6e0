import { type Sdk, sdkWith } from './sdk'

const name = { name: 'name', keys: { name: 1 as const }, unique: true as const, serves: 'whose name it is' }
const collections = { accounts: { indexes: [] }, names: { indexes: [name] } }

type Transaction = Awaited<ReturnType<Sdk['database']['startTransaction']>>

let sdk: Sdk
beforeEach(async () => {
  sdk = await sdkWith(collections, { transactionLifetime: 1500 })
  await sdk.database.collection('accounts').add([
    { _id: 'a', sum: 10 },
    { _id: 'b', sum: 10 },
  ] as never)
})
afterEach(() => sdk.close())

const sumOf = async (id: string) => (await sdk.database.collection('accounts').doc(id).get()).data[0].sum
const codeOf = (asked: Promise<unknown>) => asked.then(() => 'no error').catch((error: { code: string }) => error.code)

test('nothing of a transaction is seen until it is committed, and all of it then', async () => {
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').update({ sum: 4 })
  await t.collection('accounts').doc('b').update({ sum: 16 })
  expect([await sumOf('a'), await sumOf('b')]).toEqual([10, 10])
  const seen = (await t.collection('accounts').doc('a').get()) as unknown as { data: { sum: number } }
  expect(seen.data.sum).toBe(4)
  await t.commit()
  expect([await sumOf('a'), await sumOf('b')]).toEqual([4, 16])
})

test('an aborted transaction leaves nothing', async () => {
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').update({ sum: 0 })
  await t.rollback()
  expect(await sumOf('a')).toBe(10)
})

test('the snapshot is taken by the first operation, not by the start', async () => {
  const t = await sdk.database.startTransaction()
  await sdk.database.collection('accounts').doc('a').update({ sum: 11 })
  const first = (await t.collection('accounts').doc('a').get()) as unknown as { data: { sum: number } }
  expect(first.data.sum).toBe(11)
  await sdk.database.collection('accounts').doc('a').update({ sum: 12 })
  const second = (await t.collection('accounts').doc('a').get()) as unknown as { data: { sum: number } }
  expect(second.data.sum).toBe(11)
  await t.rollback()
})

test('a conflict shows at the write', async () => {
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').get()
  await sdk.database.collection('accounts').doc('a').update({ sum: 12 })
  expect(await codeOf(t.collection('accounts').doc('a').update({ sum: 13 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
  expect(await sumOf('a')).toBe(12)
})

test('two that write the same document: the later one is refused', async () => {
  const one = await sdk.database.startTransaction()
  const two = await sdk.database.startTransaction()
  await one.collection('accounts').doc('a').update({ sum: 1 })
  expect(await codeOf(two.collection('accounts').doc('a').update({ sum: 2 }))).toBe('DATABASE_TRANSACTION_CONFLICT')
  await one.commit()
  expect(await sumOf('a')).toBe(1)
})

test('two that read what the other writes both pass: write skew is possible, as in the cloud', async () => {
  const one = await sdk.database.startTransaction()
  const two = await sdk.database.startTransaction()
  await one.collection('accounts').doc('b').get()
  await two.collection('accounts').doc('a').get()
  await one.collection('accounts').doc('a').update({ sum: 0 })
  await two.collection('accounts').doc('b').update({ sum: 0 })
  await one.commit()
  await two.commit()
  expect([await sumOf('a'), await sumOf('b')]).toEqual([0, 0])
})

test('a plain write waits for the transaction that holds its document', async () => {
  const { command: _ } = sdk.database
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').update({ sum: 100 })
  const plain = sdk.database
    .collection('accounts')
    .doc('a')
    .update({ sum: _.inc(1) })
  await t.commit()
  await plain
  expect(await sumOf('a')).toBe(101)
})

test('plain writes and transactions on one document: nothing that was acknowledged is lost', async () => {
  const { command: _ } = sdk.database
  const account = () => sdk.database.collection('accounts').doc('a')
  let acknowledged = 0
  const plain = async () => {
    await account().update({ sum: _.inc(1) })
    acknowledged += 1
  }
  const reading = async () => {
    const t = await sdk.database.startTransaction()
    const { data } = (await t.collection('accounts').doc('a').get()) as unknown as { data: { sum: number } }
    await t
      .collection('accounts')
      .doc('a')
      .update({ sum: data.sum + 1 })
    await t.commit()
    acknowledged += 1
  }
  const often = async (act: () => Promise<void>) => {
    for (let n = 0; n < 60; n += 1)
      await act().catch((error: { code: string }) => expect(error.code).toBe('DATABASE_TRANSACTION_CONFLICT'))
  }
  await Promise.all([plain, plain, plain, reading, reading].map(often))
  expect(acknowledged).toBeGreaterThan(180)
  expect(await sumOf('a')).toBe(10 + acknowledged)
})

test('a transaction that stays open too long is gone, and what it held is free', async () => {
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').update({ sum: 0 })
  await new Promise((resolve) => setTimeout(resolve, 1700))
  expect(await codeOf(t.collection('accounts').doc('a').update({ sum: 1 }))).toBe('DATABASE_TRANSACTION_FAIL')
  await sdk.database.collection('accounts').doc('a').update({ sum: 7 })
  expect(await sumOf('a')).toBe(7)
})

test('it may stay open for 30 seconds, and not a moment longer', async () => {
  const usual = await sdkWith(collections)
  jest.useFakeTimers()
  const { transactions } = usual.store
  const id = transactions.start()
  jest.advanceTimersByTime(29_999)
  expect(transactions.find(id)).toBeDefined()
  jest.advanceTimersByTime(2)
  jest.useRealTimers()
  expect(() => transactions.find(id)).toThrow(expect.objectContaining({ code: 'DATABASE_TRANSACTION_FAIL' }))
  await usual.close()
})

test('20 that move between two documents at once: the sum stays, some are refused', async () => {
  const { command: _ } = sdk.database
  const moves = Array.from({ length: 20 }, () =>
    codeOf(
      sdk.database.runTransaction(async (t: Transaction) => {
        await t
          .collection('accounts')
          .doc('a')
          .update({ sum: _.inc(-1) })
        await t
          .collection('accounts')
          .doc('b')
          .update({ sum: _.inc(1) })
      }),
    ),
  )
  const done = (await Promise.all(moves)).filter((code) => code === 'no error').length
  expect([await sumOf('a'), await sumOf('b')]).toEqual([10 - done, 10 + done])
  expect(done).toBeGreaterThan(0)
})

describe('what takes part in a transaction, and what runs outside it without saying so, as in the cloud', () => {
  const open = async () => {
    const t = await sdk.database.startTransaction()
    await t.collection('accounts').doc('a').update({ sum: 1 })
    return { t, all: t.collection('accounts').where({ _id: 'a' }) }
  }

  test('add, doc().set, doc().remove, where().get and where().updateAndReturn take part', async () => {
    const { t, all } = await open()
    await t.collection('accounts').add({ _id: 'new', sum: 5 })
    await t.collection('accounts').doc('set').set({ sum: 6 })
    await t.collection('accounts').doc('b').remove()
    expect((await all.get()).data).toEqual([{ _id: 'a', sum: 1 }])
    expect((await all.updateAndReturn({ sum: sdk.database.command.inc(1) })).doc).toEqual({ _id: 'a', sum: 2 })
    expect([await sumOf('a'), await sumOf('b')]).toEqual([10, 10])
    await t.rollback()
    expect([await sumOf('a'), await sumOf('b')]).toEqual([10, 10])
    expect(
      (
        await sdk.database
          .collection('accounts')
          .where({ _id: sdk.database.command.in(['new', 'set']) })
          .get()
      ).data,
    ).toEqual([])
  })

  test('a document that is not there is null inside, an empty list outside', async () => {
    const { t } = await open()
    expect((await t.collection('accounts').doc('none').get()).data).toBeNull()
    expect((await sdk.database.collection('accounts').doc('none').get()).data).toEqual([])
    await t.rollback()
  })

  test('where().count and aggregate see what is committed, not what the transaction wrote', async () => {
    const { t } = await open()
    await t.collection('accounts').doc('b').remove()
    expect((await t.collection('accounts').where({ _id: 'b' }).count()).total).toBe(1)
    const { data } = await t.collection('accounts').aggregate().match({ _id: 'a' }).end()
    expect(data).toEqual([{ _id: 'a', sum: 10 }])
    await t.rollback()
  })

  test('where().update and where().remove change what is committed, whatever becomes of the transaction', async () => {
    const { t } = await open()
    await t.collection('accounts').where({ _id: 'b' }).update({ sum: 77 })
    expect(await sumOf('b')).toBe(77)
    await t.collection('accounts').where({ _id: 'b' }).remove()
    await t.rollback()
    expect((await sdk.database.collection('accounts').doc('b').get()).data).toEqual([])
  })
})

test('runTransaction runs its callback again after a conflict, three more times and no more', async () => {
  let runs = 0
  const code = await codeOf(
    sdk.database.runTransaction(async (t: Transaction) => {
      runs += 1
      await t.collection('accounts').doc('a').get()
      await sdk.database.collection('accounts').doc('a').update({ sum: runs })
      await t.collection('accounts').doc('a').update({ sum: -1 })
    }),
  )
  expect([code, runs, await sumOf('a')]).toEqual(['DATABASE_TRANSACTION_CONFLICT', 4, 4])
})

test('what is wrong in a callback rolls everything back and is thrown as it is', async () => {
  const failed = sdk.database.runTransaction(async (t: Transaction) => {
    await t.collection('accounts').doc('a').update({ sum: 0 })
    throw new Error('changed my mind')
  })
  await expect(failed).rejects.toThrow('changed my mind')
  expect(await sumOf('a')).toBe(10)
})

test('a unique key that is taken is refused at the write, and ends the transaction', async () => {
  await sdk.database.collection('names').add({ _id: 'one', name: '荔澜' })
  for (const write of [
    (t: Transaction) => t.collection('names').add({ _id: 'two', name: '荔澜' }),
    (t: Transaction) => t.collection('names').add({ _id: 'one', name: '别的' }),
    (t: Transaction) => t.collection('names').doc('three').set({ name: '荔澜' }),
  ]) {
    const t = await sdk.database.startTransaction()
    await t.collection('accounts').doc('a').update({ sum: 0 })
    expect(await codeOf(write(t))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(t.commit())).toBe('DATABASE_TRANSACTION_FAIL')
  }
  expect(await sumOf('a')).toBe(10)
})

test('of two transactions with one unique key the later commit is refused, and leaves nothing', async () => {
  const [one, two] = [await sdk.database.startTransaction(), await sdk.database.startTransaction()]
  await one.collection('names').add({ _id: 'one', name: '同名' })
  await two.collection('names').add({ _id: 'two', name: '同名' })
  await two.collection('accounts').doc('a').update({ sum: 0 })
  await one.commit()
  expect(await codeOf(two.commit())).toBe('DATABASE_DUPLICATE_WRITE')
  expect(await sumOf('a')).toBe(10)
})

test('a name that a transaction gives up can be taken by it again, and documents with the ids 1 and "1" are two', async () => {
  await sdk.database.collection('names').add([
    { _id: 'x', name: '甲' },
    { _id: 1, name: '一' },
  ] as never)
  const t = await sdk.database.startTransaction()
  await t.collection('names').doc('x').update({ name: '乙' })
  await t.collection('names').add({ _id: 'y', name: '甲' })
  await t.collection('names').doc('1').set({ name: '壹' })
  expect((await t.collection('names').doc(1).get()).data).toEqual({ _id: 1, name: '一' })
  await t.commit()
  const { data } = await sdk.database
    .collection('names')
    .where({ name: sdk.database.command.in(['甲', '乙', '一', '壹']) })
    .get()
  expect(data).toHaveLength(4)
})
