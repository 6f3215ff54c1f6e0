import { request } from 'node:http'
import { type Local, startLocal } from '../../local/local'
import { call, deployed, sdk } from './deployed'

const asks = `
const tcb = require(${sdk})
const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true })
const members = app.database().collection('members')
exports.main = async (event, context) => {
  const { TCB_UUID } = tcb.getCloudbaseContext(context)
  for (let n = 0; n < (event.reads ?? 0); n += 1) await members.where({ _id: 'nobody' }).get()
  if (event.through) return (await app.callFunction({ name: 'asks', data: { reads: 2 } })).result
  if (event.afterwards) setTimeout(() => members.add({ _id: 'left behind' }).catch(() => undefined), 50)
  return { uid: TCB_UUID, size: JSON.stringify(event).length, answer: 'x'.repeat(event.answer ?? 0) }
}`

let place: Awaited<ReturnType<typeof deployed>>
let local: Local

beforeAll(async () => {
  place = await deployed({ asks: { code: asks, config: { timeout: 10 } } })
  local = await startLocal({ data: place.data, functions: place.functions, web: place.functions })
})

afterAll(async () => {
  await local.stop()
  await place.remove()
})

/** A request with headers that `fetch` would not send. */
const raw = (path: string, headers: Record<string, string>, method = 'GET') =>
  new Promise<number>((resolve, reject) => {
    const sent = request(new URL(path, local.url), { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })

test('it listens on this machine only', () => {
  expect(new URL(local.url).hostname).toBe('127.0.0.1')
})

test('whoever the bearer names is the caller; without a bearer there is none; any other bearer is refused', async () => {
  expect((await call(local.url, 'asks', {}, 'local.r-01')).answer.uid).toBe('r-01')
  expect((await call(local.url, 'asks', {})).answer.uid).toBeUndefined()
  expect((await call(local.url, 'asks', { TCB_UUID: 'r-01', userInfo: { openId: 'r-01' } })).answer.uid).toBeUndefined()
  expect((await call(local.url, 'asks', {}, 'remote.r-01')).status).toBe(401)
  expect((await call(local.url, 'asks', {}, 'local.')).status).toBe(401)
})

test('each answer carries its own number of database requests, also beside others', async () => {
  const counts = [0, 3, 1, 5, 2, 4, 0, 3]
  const calls = await Promise.all(counts.map((reads) => call(local.url, 'asks', { reads })))
  expect(calls.map(({ requests }) => Number(requests))).toEqual(counts)
})

test('what a called function asks of the database counts for its caller too', async () => {
  const { answer, requests } = await call(local.url, 'asks', { through: true, reads: 1 })
  expect(answer).toMatchObject({ size: '{"reads":2}'.length })
  expect(requests).toBe('3')
})

test('nothing is done behind a reply: what a function left running does not reach the database', async () => {
  await call(local.url, 'asks', { afterwards: true })
  await new Promise((resolve) => setTimeout(resolve, 200))
  const read = { action: 'database.getDocument', collectionName: 'members', query: '{"_id":"left behind"}' }
  const response = await fetch(local.wire, { method: 'POST', body: JSON.stringify({ ...read, queryType: 'WHERE' }) })
  expect((await response.json()).data.list).toEqual([])
})

test('a request or an answer of more than 6 MB is refused', async () => {
  expect((await call(local.url, 'asks', { text: 'x'.repeat(5_900_000) })).status).toBe(200)
  expect((await call(local.url, 'asks', { text: 'x'.repeat(6_300_000) })).status).toBe(413)
  expect((await call(local.url, 'asks', { answer: 6_300_000 })).status).toBe(500)
})

test('a body that is no JSON object, and a function that is not there, are told apart', async () => {
  expect((await call(local.url, 'asks', [1])).status).toBe(400)
  expect((await call(local.url, 'nothing', {})).status).toBe(404)
})

test('a page of another name or origin gets nothing, not even with this machine’s address', async () => {
  expect(await raw('/', { host: 'rebound.example:80' })).toBe(403)
  expect(await raw('/admin', { host: 'rebound.example' }, 'POST')).toBe(403)
  expect(await raw('/v1/functions/asks', { origin: 'https://elsewhere.example' }, 'POST')).toBe(403)
  expect(await raw('/asks/index.js', { origin: local.url })).toBe(200)
})

test('files of the web version come with their type, packed where that is understood, and no others come', async () => {
  const response = await fetch(`${local.url}/asks/index.js`)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(await response.text()).toContain('exports.main')
  const again = await fetch(`${local.url}/asks/index.js`, {
    headers: { 'if-none-match': response.headers.get('etag') ?? '' },
  })
  expect(again.status).toBe(304)
  expect(await raw('/..%2f..%2fpackage.json', {})).toBe(404)
  expect(await raw('/asks/%00', {})).toBe(404)
})

test('outside the demo nobody can be acted as', async () => {
  expect((await fetch(`${local.url}/_local/people`)).status).toBe(404)
})

test('a second start on the same data folder is refused, and the first goes on', async () => {
  const second = startLocal({ data: place.data, functions: place.functions })
  await expect(second).rejects.toMatchObject({ name: 'FolderInUse' })
  expect((await call(local.url, 'asks', {})).status).toBe(200)
})

test('what functions send through WeChat’s open APIs is kept, with what they were answered', async () => {
  local.sent.reply('security.msgSecCheck', { errcode: 0, result: { suggest: 'pass' } })
  const ask = (apiName: string) =>
    fetch(local.wire, {
      method: 'POST',
      body: JSON.stringify({ action: 'wx.api', apiName, requestData: JSON.stringify({ content: '你好' }) }),
    }).then((response) => response.json())
  expect(JSON.parse((await ask('security.msgSecCheck')).data.responseData)).toMatchObject({
    result: { suggest: 'pass' },
  })
  expect(JSON.parse((await ask('subscribeMessage.send')).data.responseData)).toEqual({ errcode: 0, errmsg: 'ok' })
  expect(local.sent.calls.map(({ api }) => api)).toEqual(['security.msgSecCheck', 'subscribeMessage.send'])
  expect(local.sent.calls[0]?.data).toEqual({ content: '你好' })
})
