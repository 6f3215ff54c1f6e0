import { Faults } from '../../local/faults'
import { type Local, startLocal } from '../../local/local'
import { call, deployed, sdk } from './deployed'

/** Sets a mark in one atomic step, and reads it; what the database refuses is answered by its code. */
const marks = `
const tcb = require(${sdk})
const visits = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database().collection('visits')
const coded = (error) => ({ failed: error.code ?? error.message, text: error.message })
exports.main = async ({ procedure, id, centre }) => {
  if (procedure === 'add') return visits.add({ _id: id, centre: 'one' }).then(() => ({}), coded)
  if (procedure === 'set')
    return visits.where({ _id: id, centre }).updateAndReturn({ mark: true }).then(({ updated }) => ({ updated }), coded)
  const { data } = await visits.where({ _id: id }).get()
  return { mark: data[0]?.mark ?? false, there: data.length > 0 }
}`

let place: Awaited<ReturnType<typeof deployed>>
let local: Local

beforeAll(async () => {
  place = await deployed({ marks: { code: marks, config: { timeout: 10 } } })
  local = await startLocal({ data: place.data, functions: place.functions })
})

afterEach(() => local.faults.clear())

afterAll(async () => {
  await local.stop()
  await place.remove()
})

const ask = async (procedure: string, id: string, centre = 'one') =>
  (await call(local.url, 'marks', { procedure, id, centre })).answer

const when = { collection: 'visits', procedure: 'set', times: 1 }

test.each([
  ['conflict', 'DATABASE_TRANSACTION_CONFLICT'],
  ['duplicate', 'DATABASE_DUPLICATE_WRITE'],
  ['duplicate-e11000', 'DATABASE_REQUEST_FAILED'],
  ['timeout-before', 'DATABASE_TIMEOUT'],
] as const)('%s: %s is answered and nothing is written; the next request is not harmed', async (harm, code) => {
  await ask('add', harm)
  local.faults.add({ when, do: harm })
  expect(await ask('set', harm)).toMatchObject({ failed: code })
  expect(await ask('read', harm)).toMatchObject({ mark: false })
  expect(await ask('set', harm)).toEqual({ updated: 1 })
})

test('duplicate-e11000 reads as the cloud’s own words', async () => {
  await ask('add', 'words')
  local.faults.add({ when, do: 'duplicate-e11000' })
  expect((await ask('set', 'words')).text).toContain('E11000 duplicate key error')
})

test('timeout-after and lost-reply: the write is there, its answer is not', async () => {
  for (const harm of ['timeout-after', 'lost-reply'] as const) {
    await ask('add', harm)
    local.faults.add({ when, do: harm })
    expect(await ask('set', harm)).toHaveProperty('failed')
    expect(await ask('read', harm)).toMatchObject({ mark: true })
  }
})

test('kill: the instance dies before the request is carried out, its caller is told, the next call finds a new one', async () => {
  await ask('add', 'kill')
  local.faults.add({ when, do: 'kill' })
  const { status, answer } = await call(local.url, 'marks', { procedure: 'set', id: 'kill', centre: 'one' })
  expect([status, answer.code]).toEqual([500, 'FUNCTIONS_EXECUTE_FAIL'])
  expect(await ask('read', 'kill')).toMatchObject({ mark: false })
})

test('strip: every condition but the id is gone, so a filter that should refuse does not', async () => {
  await ask('add', 'strip')
  expect(await ask('set', 'strip', 'another')).toEqual({ updated: 0 })
  local.faults.add({ when, do: 'strip' })
  expect(await ask('set', 'strip', 'another')).toEqual({ updated: 1 })
})

test('a lost reply of the function itself: it ran, its client was told nothing', async () => {
  const takeAway = local.faults.add({ when: { action: 'invoke', procedure: 'add' }, do: 'lost-reply' })
  await expect(ask('add', 'unheard')).rejects.toThrow()
  expect(takeAway()).toBe(1)
  expect(await ask('read', 'unheard')).toMatchObject({ there: true })
})

const passing = { action: 'database.getDocument', collection: 'visits', function: 'marks', procedure: 'read' }

test('a fault strikes only where everything it names agrees', () => {
  const faults = new Faults()
  faults.add({ when: { collection: 'visits', procedure: 'read', function: 'marks' }, do: 'conflict' })
  expect(faults.strike(passing)).toBe('conflict')
  expect(faults.strike({ ...passing, collection: 'rosters' })).toBeUndefined()
  expect(faults.strike({ ...passing, procedure: 'set' })).toBeUndefined()
  expect(faults.strike({ ...passing, action: 'invoke' })).toBeUndefined()
})

test('the so many-th, each so many-th, and so often at most', () => {
  const struck = (when: object) => {
    const faults = new Faults()
    const remove = faults.add({ when, do: 'conflict' })
    const which = Array.from({ length: 9 }, (_, n) => (faults.strike(passing) ? n + 1 : 0)).filter(Boolean)
    expect(remove()).toBe(which.length)
    expect(faults.strike(passing)).toBeUndefined()
    return which
  }
  expect(struck({ nth: 4 })).toEqual([4])
  expect(struck({ every: 3 })).toEqual([3, 6, 9])
  expect(struck({ every: 2, times: 2 })).toEqual([2, 4])
})

test('chance is the same in every run from the same seed, and about as large as it says', () => {
  const run = (seed: number) => {
    const faults = new Faults(seed)
    faults.add({ when: { chance: 0.1 }, do: 'conflict' })
    return Array.from({ length: 5000 }, () => faults.strike(passing) ?? '')
  }
  expect(run(7)).toEqual(run(7))
  expect(run(7)).not.toEqual(run(8))
  const often = run(7).filter(Boolean).length
  expect(often).toBeGreaterThan(400)
  expect(often).toBeLessThan(600)
})
