import { Clock } from '../../local/clock'
import { Runner } from '../../local/runner'
import type { Outcome } from '../../local/runner-instance'
import { deployed, sdk } from './deployed'

const echo = `
const tcb = require(${sdk})
let busy = 0
exports.main = async (event, context) => {
  if (busy > 0) throw new Error('two at a time')
  busy += 1
  const told = tcb.getCloudbaseContext(context)
  const before = { uid: told.TCB_UUID, openid: told.WX_OPENID, trigger: told.TRIGGER_SRC }
  await new Promise((resolve) => setTimeout(resolve, event.wait ?? 0))
  const after = tcb.getCloudbaseContext(context)
  busy -= 1
  if (event.shout) console.log(event.shout)
  if (event.fail) throw new Error(event.fail)
  if (event.exit) process.exit(1)
  if (event.fill) { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }
  return { ...before, same: after.TCB_UUID === before.uid, event, now: Date.now(), made: new Date().getTime(),
    marks: (globalThis.marks = (globalThis.marks ?? 0) + 1), secret: process.env.LINLI_TEST_SECRET }
}`

let place: Awaited<ReturnType<typeof deployed>>
let runner: Runner
const clock = new Clock()
const log: { requestId: string; text: string }[] = []

beforeAll(async () => {
  place = await deployed({
    echo: { code: echo, config: { timeout: 1, memorySize: 64 } },
    broken: { code: 'this is not JavaScript' },
    empty: { code: 'exports.other = 1' },
    answers: {
      code: 'exports.main = (event, context, callback) => void setTimeout(() => callback(event.no, "yes"), 5)',
    },
    later: { code: 'exports.main = async () => void setTimeout(() => { throw new Error("afterwards") }, 20)' },
    chain: { code: 'exports.main = async () => process.env.TCB_SOURCE' },
  })
  process.env.LINLI_TEST_SECRET = 'of this process'
  const wire = 'http://127.0.0.1:9/admin'
  const line = (told: { requestId: string; text: string }) => log.push(told)
  runner = await Runner.open({ functions: place.functions, wire, clock: clock.shared, instances: 3, log: line })
})

afterAll(async () => {
  await runner.stop()
  await place.remove()
})

const ask = async (event: object, uid?: string) =>
  runner.invoke('echo', JSON.stringify(event), uid === undefined ? { source: 'web' } : { source: 'web', uid })

const told = (outcome: Outcome): Record<string, unknown> => {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.message}`)
  return JSON.parse(outcome.result) as Record<string, unknown>
}

test('each call sees its own caller and no other, however many run beside it', async () => {
  const calls = await Promise.all(Array.from({ length: 60 }, (_, n) => ask({ wait: n % 7 }, `person-${n}`)))
  const all = calls.map(({ outcome }) => told(outcome))
  expect(all.map(({ uid }) => uid)).toEqual(calls.map((_, n) => `person-${n}`))
  expect(all.every(({ same }) => same)).toBe(true)
})

test('after someone who signed in, one who did not is nobody', async () => {
  for (let n = 0; n < 6; n += 1) {
    await ask({}, 'someone')
    const { uid, openid } = told((await ask({})).outcome)
    expect([uid, openid]).toEqual([undefined, undefined])
  }
})

test('a mini-program’s user is an openid, and a timer is no one but a timer', async () => {
  const wx = await runner.invoke('echo', '{}', { source: 'wx', openid: 'o-1' })
  expect(told(wx.outcome)).toMatchObject({ openid: 'o-1' })
  expect(told(wx.outcome)).not.toHaveProperty('uid')
  const timer = await runner.invoke('echo', '{}', { source: 'timer' })
  expect(told(timer.outcome)).toMatchObject({ trigger: 'timer' })
})

test('there are never more instances than allowed, and each takes one call at a time', async () => {
  await runner.cool()
  const calls = await Promise.all(Array.from({ length: 40 }, () => ask({ wait: 5 })))
  expect(calls.filter(({ cold }) => cold)).toHaveLength(3)
  expect(calls.every(({ outcome }) => outcome.ok)).toBe(true)
})

test('an instance that went cold remembers nothing', async () => {
  await ask({})
  await runner.cool()
  const { outcome, cold } = await ask({})
  expect(cold).toBe(true)
  expect(told(outcome).marks).toBe(1)
})

test('a call that takes too long is given up, and the next one is served', async () => {
  const { outcome } = await ask({ wait: 5000 })
  expect(outcome).toMatchObject({ ok: false, code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' })
  expect((await ask({})).outcome.ok).toBe(true)
})

test('what a function throws is its caller’s error, and the instance lives', async () => {
  await runner.cool()
  const { outcome } = await ask({ fail: 'no luck' })
  expect(outcome).toEqual({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL', message: 'Error: no luck' })
  expect((await ask({})).cold).toBe(false)
})

test('an instance that ends, or fills its memory, fails one call and no other', async () => {
  expect((await ask({ exit: true })).outcome).toMatchObject({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL' })
  const { outcome } = await ask({ fill: true })
  expect(outcome.ok).toBe(false)
  expect((await ask({})).outcome.ok).toBe(true)
})

test('a function may answer by its callback', async () => {
  const answer = async (event: object) =>
    (await runner.invoke('answers', JSON.stringify(event), { source: 'web' })).outcome
  expect(await answer({})).toEqual({ ok: true, result: '"yes"' })
  expect(await answer({ no: 'sorry' })).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'Error: sorry' })
})

test('what goes wrong behind an answer ends the instance, and is in the log', async () => {
  expect((await runner.invoke('later', '{}', { source: 'web' })).outcome.ok).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(log.some(({ text }) => text.includes('afterwards'))).toBe(true)
  expect((await runner.invoke('later', '{}', { source: 'web' })).cold).toBe(true)
})

test('a function that another one calls knows through what', async () => {
  const { outcome } = await runner.invoke('chain', '{}', { source: 'function', through: 'wx_client' })
  expect(outcome).toEqual({ ok: true, result: '"wx_client,scf"' })
})

test('a bundle that cannot be loaded, has no main, or is not there, says so', async () => {
  const invoke = (name: string) => runner.invoke(name, '{}', { source: 'web' })
  expect((await invoke('broken')).outcome).toMatchObject({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL' })
  expect((await invoke('empty')).outcome).toMatchObject({ ok: false, code: 'FUNCTIONS_EXECUTE_FAIL' })
  expect((await invoke('none')).outcome).toMatchObject({ ok: false, code: 'FUNCTION_NOT_FOUND' })
})

test('a function’s environment is its own', async () => {
  expect(told((await ask({})).outcome)).not.toHaveProperty('secret')
})

test('a line that a function writes is kept under the call that wrote it', async () => {
  const { requestId } = await ask({ shout: 'here I am' })
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(log.filter((line) => line.requestId === requestId).map(({ text }) => text)).toEqual(['here I am\n'])
})

test('a shifted clock is a function’s own time, at once and in every instance', async () => {
  const day = 24 * 60 * 60 * 1000
  clock.shift(3 * day)
  const calls = await Promise.all(Array.from({ length: 6 }, () => ask({ wait: 5 })))
  for (const { outcome } of calls) {
    const { now, made } = told(outcome)
    expect(Math.abs(Number(now) - clock.now())).toBeLessThan(5000)
    expect(Math.abs(Number(made) - Number(now))).toBeLessThan(1000)
  }
  clock.shift(-3 * day)
  expect(Math.abs(Number(told((await ask({})).outcome).now) - Date.now())).toBeLessThan(5000)
})
