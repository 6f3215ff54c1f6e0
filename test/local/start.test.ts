import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { call } from './deployed'
import { startProgram } from './process'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-start-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** As `npm start` does it, but without the web version, whose build takes long. */
const start = (given: string[] = [], environment: Record<string, string> = {}) =>
  startProgram('local/start.ts', {
    given,
    environment: { PORT: '0', LINLI_DATA: join(folder, 'data'), LINLI_WEB: 'none', ...environment },
  })

const ask = async (url: string, who: string, procedure: string, input: object = {}) =>
  (await call(url, 'activity', { procedure, centre: 'lilan', input }, `local.${who}`)).answer

const signUp = { intent: 'start-test-1', activity: 'f-22', people: [memberId('lilan', 'web:r-34')] }
const isOn = async (url: string) => JSON.stringify(await ask(url, 'r-34', 'mine')).includes('start-test-1')

test('it says one line, keeps what was done until it is told to start afresh, and stops when asked', async () => {
  const first = start()
  const url = await first.ready
  expect(await ask(url, 'r-34', 'signUp', signUp)).toMatchObject({ ok: true, value: { party: { state: 'seated' } } })
  first.signal('SIGINT')
  expect(await first.ended).toBe(0)
  expect(first.out()).toBe(`Ready: ${url}/\n`)
  expect(existsSync(join(folder, 'data', 'lock.json'))).toBe(false)

  const second = start()
  expect(await isOn(await second.ready)).toBe(true)
  second.signal('SIGTERM')
  expect(await second.ended).toBe(0)

  const third = start(['--reset'])
  expect(await isOn(await third.ready)).toBe(false)
  third.signal('SIGINT')
  expect(await third.ended).toBe(0)
}, 90_000)

test('the demo centre is open, and one may act as its people', async () => {
  const local = start([], { LINLI_DATA: join(folder, 'demo') })
  const url = await local.ready
  const { answer } = await call(url, 'centre', { procedure: 'open', centre: 'lilan', input: {} })
  expect(answer).toMatchObject({ ok: true, value: { centre: { shortName: '荔澜社区' } } })
  const people = await (await fetch(`${url}/_local/people`)).json()
  expect(people).toContainEqual(expect.objectContaining({ id: 'r-01', name: '黄秀莲' }))
  local.signal('SIGINT')
  expect(await local.ended).toBe(0)
}, 60_000)

test('data of a start that was killed is taken up again', async () => {
  const data = { LINLI_DATA: join(folder, 'killed') }
  const first = start([], data)
  await ask(await first.ready, 'r-34', 'signUp', signUp)
  first.signal('SIGKILL')
  await first.ended
  const second = start([], data)
  expect(await isOn(await second.ready)).toBe(true)
  second.signal('SIGINT')
  await second.ended
}, 60_000)

/** It ended with an error, and said one line about it. */
const oneSentence = async (program: ReturnType<typeof start>) => {
  expect(await program.ended).toBe(1)
  expect(program.out()).toBe('')
  expect(program.err().trimEnd().split('\n')).toHaveLength(1)
  return program.err()
}

test('a port that is taken, and a number that is none, each get one sentence with a next step', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  const { port } = other.address() as AddressInfo
  expect(await oneSentence(start([], { PORT: String(port) }))).toContain(`PORT=${port + 1} npm start`)
  other.close()
  expect(await oneSentence(start([], { PORT: 'eighty' }))).toContain('set it to a number')
  expect(await oneSentence(start(['--rest']))).toContain('npm start -- --reset')
}, 60_000)

test('a data folder in use gets one sentence with a next step, and is not reset under its user', async () => {
  const data = { LINLI_DATA: join(folder, 'used') }
  const first = start([], data)
  const url = await first.ready
  expect(await oneSentence(start(['--reset'], data))).toContain('set LINLI_DATA to another folder')
  expect(await ask(url, 'r-34', 'mine')).toMatchObject({ ok: true })
  first.signal('SIGINT')
  await first.ended
}, 60_000)
