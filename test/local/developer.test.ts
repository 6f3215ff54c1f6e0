import { readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { ObjectId } from '../../local/document/value'
import { type Local, startLocal } from '../../local/local'
import { logOf } from '../../local/keep/logs'
import { Runner } from '../../local/runner'
import { call, deployed, sdk } from './deployed'

const hall = `
  const tcb = require(${sdk})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  let calls = 0
  exports.main = async (event) => {
    calls += 1
    if (event.buffers) return Buffer.alloc(event.buffers * 1024 * 1024, 1).length
    if (event.held) { const held = Buffer.alloc(event.held * 1024 * 1024, 1); await new Promise((r) => setTimeout(r, 900)); return held.length }
    if (event.objects) { const all = []; for (;;) all.push({ n: Math.random(), of: all.length }) }
    if (event.Type === 'Timer') { await app.callWxOpenApi({ apiName: 'subscribeMessage.send', requestData: { touser: 'o-1', page: '<b>x</b>' } }); return 'rang' }
    if (event.size) return 'x'.repeat(event.size * 1024 * 1024)
    if (event.say) console.log(event.say)
    const found = await app.database().collection('members').where({ centre: event.centre ?? 'c', name: 'n' }).get()
    if (event.scan) await app.database().collection('members').where({ band: 'x' }).get().catch(() => {})
    return { calls, found: found.data.length }
  }`

const desk = `
  const tcb = require(${sdk})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  exports.main = async (event) => {
    const { result } = await app.callFunction({ name: event.name ?? 'hall', data: event.data ?? {} })
    return { told: result }
  }`

let place: Awaited<ReturnType<typeof deployed>>
let local: Local

beforeAll(async () => {
  place = await deployed({
    hall: {
      code: hall,
      config: { memorySize: 128, timeout: 30, triggers: [{ name: 'bell', type: 'timer', config: '0 0 2 * * * *' }] },
    },
    desk: { code: desk, config: { timeout: 5 } },
  })
  local = await startLocal({ data: place.data, functions: place.functions, pages: true, instances: 2 })
}, 60_000)

afterAll(async () => {
  await local.stop()
  await place.remove()
})

const shown = async <Shown>(what: string): Promise<Shown> =>
  (await (await fetch(`${local.url}/_local/data/${what}`)).json()) as Shown

test('a function that holds more than its memory is ended, in objects or in buffers; the next call finds a new one', async () => {
  for (const event of [{ buffers: 200 }, { held: 200 }, { objects: true }]) {
    const { status, answer } = await call(local.url, 'hall', event)
    expect({ status, code: answer.code }).toEqual({ status: 500, code: 'FUNCTIONS_MEMORY_LIMIT_EXCEEDED' })
  }
  expect((await call(local.url, 'hall', { buffers: 20 })).answer).toBe(20 * 1024 * 1024)
}, 90_000)

test('a cold instance begins anew and a warm one goes on; one function calls another through the SDK', async () => {
  await local.cool()
  expect((await call(local.url, 'hall', {})).answer.calls).toBe(1)
  expect((await call(local.url, 'hall', {})).answer.calls).toBe(2)
  await local.cool()
  const { answer, requests } = await call(local.url, 'desk', {})
  expect({ answer, requests }).toEqual({ answer: { told: { calls: 1, found: 0 } }, requests: '1' })
  expect((await call(local.url, 'desk', { name: 'nobody' })).answer).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
  const calls = await shown<{ function: string; cold: boolean; source: string }[]>('calls')
  const heats = calls.filter((each) => each.function === 'hall').map(({ cold }) => cold)
  expect(heats.slice(0, 3)).toEqual([true, false, true])
  expect(calls.find((each) => each.function === 'hall')?.source).toBe('function')
})

test('an instance that nobody calls is ended after a while', async () => {
  const options = { wire: `${local.url}/admin`, clock: local.clock.shared, instances: 2, rest: 100, log: () => {} }
  const runner = await Runner.open({ functions: place.functions, ...options })
  const heats: boolean[] = []
  for (const wait of [0, 10, 600]) {
    await new Promise((done) => setTimeout(done, wait))
    heats.push((await runner.invoke('hall', '{"buffers":1}', { source: 'web' })).cold)
  }
  await runner.stop()
  expect(heats).toEqual([true, false, true])
})

test('what goes from function to function is at most 6 MB, as from outside', async () => {
  const { answer } = await call(local.url, 'desk', { name: 'hall', data: { size: 7 } })
  expect(answer).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: expect.stringContaining('6 MB') })
})

test('what a function wrote is found under the id of its request, also after the end', async () => {
  const response = await fetch(`${local.url}/v1/functions/hall`, { method: 'POST', body: '{"say":"here\\nand there"}' })
  const id = response.headers.get('x-request-id') as string
  const log = async () => (await logOf(place.data, { request: id })).join('\n')
  for (let n = 0; n < 50 && !(await log()).includes('END'); n += 1) await new Promise((done) => setTimeout(done, 20))
  expect(await log()).toMatch(new RegExp(`hall ${id} here\\n.* hall ${id} and there\\n.* hall ${id} END ok \\d+ ms`))
  expect(await logOf(place.data, { function: 'desk', request: id })).toEqual([])
})

test('the page shows which index served, what none served, and each call with its requests', async () => {
  const served = async () =>
    (await shown<{ collection: string; index: string; served: number }[]>('indexes')).find(
      (each) => each.index === 'centre_name',
    )?.served as number
  const before = await served()
  await call(local.url, 'hall', { scan: true })
  expect(await served()).toBe(before + 1)
  const { withoutIndex } = await shown<{ withoutIndex: object[] }>('queries')
  expect(withoutIndex).toEqual([{ collection: 'members', query: '{"band":"?"}', times: 1, allowed: false }])
  const [latest] = await shown<{ outcome: string; requests: object[] }[]>('calls')
  expect(latest).toMatchObject({
    outcome: 'ok',
    dbRequests: 2,
    requests: [
      { action: 'getDocument', collection: 'members', query: expect.stringContaining('"centre"') },
      { action: 'getDocument', code: 'DATABASE_QUERY_WITHOUT_INDEX' },
    ],
  })
})

test('a timer is run from the page, and what it sent to WeChat is shown there', async () => {
  expect(await shown('timers')).toEqual([{ function: 'hall', name: 'bell', config: '0 0 2 * * * *', running: false }])
  const ran = await fetch(`${local.url}/_local/timers/bell`, { method: 'POST' })
  expect(await ran.json()).toEqual({ ended: 'done' })
  expect(await shown('sent')).toMatchObject([{ api: 'subscribeMessage.send', data: { touser: 'o-1' } }])
  expect((await fetch(`${local.url}/_local/timers/none`, { method: 'POST' })).status).toBe(404)
})

test('whoever opens the address by itself is led there', async () => {
  const { url, status } = await fetch(`${local.url}/`)
  expect([url, status]).toEqual([`${local.url}/_local/`, 200])
})

test('documents are paged and looked up by id', async () => {
  const docs = Array.from({ length: 60 }, (_, n) => ({ _id: `c${String(n).padStart(2, '0')}`, name: `<i>${n}</i>` }))
  await local.store.insert('centres', docs)
  expect(await shown('collections')).toContainEqual({ name: 'centres', documents: 60, indexes: 0 })
  expect(await shown<object[]>('documents?collection=centres')).toHaveLength(50)
  const rest = await shown<{ id: string }[]>('documents?collection=centres&after=c49')
  expect(rest.map(({ id }) => id)).toEqual(docs.slice(50).map(({ _id }) => _id))
  const [one] = await shown<{ text: string }[]>('documents?collection=centres&id=c07')
  expect(JSON.parse(one?.text ?? '')).toEqual(docs[7])
})

test('so are those whose ids are numbers and ObjectIds', async () => {
  const hex = '64b0c3f1a1b2c3d4e5f60718'
  const ids = [...Array.from({ length: 60 }, (_, n) => n), new ObjectId(hex)]
  await local.store.insert(
    'audits',
    ids.map((_id) => ({ _id })),
  )
  const first = await shown<{ key: string }[]>('documents?collection=audits')
  const rest = await shown<{ id: string }[]>(`documents?collection=audits&after=${first.at(-1)?.key}`)
  expect(rest.map(({ id }) => id)).toEqual(ids.slice(50).map(String))
  for (const id of ['7', hex])
    expect(await shown<object[]>(`documents?collection=audits&id=${id}`)).toMatchObject([{ id }])
})

/** A request as a page elsewhere would make it. */
const statusOf = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise((resolve, reject) => {
    const asked = request(`${local.url}${path}`, { method, headers }, (response) =>
      resolve(response.resume().statusCode),
    )
    asked.once('error', reject)
    asked.end()
  })

test('it is for this machine: another name, or a page from elsewhere, is refused; it runs no code of others', async () => {
  expect(await statusOf('/_local/', { host: 'evil.example' })).toBe(403)
  expect(await statusOf('/_local/data/documents?collection=members', { origin: 'https://evil.example' })).toBe(403)
  expect(await statusOf('/_local/timers/bell', { origin: 'https://evil.example' }, 'POST')).toBe(403)
  const page = await fetch(`${local.url}/_local/`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
  expect(await page.text()).not.toMatch(/<script>|onclick=|style=/)
  const code = await readFile(join(__dirname, '../../local/pages/page.js'), 'utf8')
  expect(code).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write/)
})
