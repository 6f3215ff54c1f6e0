import { type Sdk, sdkWith } from './sdk'

const collections = { accounts: { indexes: [] } }

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

test('a transaction that stays open too long is gone, and what it held is free', async () => {
  const t = await sdk.database.startTransaction()
  await t.collection('accounts').doc('a').update({ sum: 0 })
  await new Promise((resolve) => setTimeout(resolve, 1700))
  expect(await codeOf(t.collection('accounts').doc('a').update({ sum: 1 }))).toBe('DATABASE_TRANSACTION_FAIL')
  await sdk.database.collection('accounts').doc('a').update({ sum: 7 })
  expect(await sumOf('a')).toBe(7)
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
