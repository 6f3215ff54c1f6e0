import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { formAnswer, readForm } from '../../local/openapi-form'
import { call, deployed, sdk } from './deployed'
import { startProgram } from './process'

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-alone-'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const start = (given: string[], data: string) =>
  startProgram('local/program.ts', { given, environment: { PORT: '0', LINLI_DATA: join(folder, data) } })

const databaseAt = (url: string) =>
  init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: `${url}/admin` }).database()

/** A function as a stranger writes it: it makes its collection, asks without an index, and reads who calls. */
const todo = `
  const tcb = require(${sdk})
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV })
  const db = app.database()
  exports.main = async ({ text }, context) => {
    await db.createCollection('todos').catch(() => {})
    await db.collection('todos').add({ text, by: process.env.WX_OPENID ?? null, at: new Date() })
    const { data } = await db.collection('todos').where({ text: /a/ }).orderBy('at', 'desc').get()
    const { data: [sum] } = await db.collection('todos').aggregate().group({ _id: null, n: db.command.aggregate.sum(1) }).end()
    const { openId, uid } = app.auth().getUserInfo()
    return { found: data.length, all: sum.n, by: data[0]?.by, openId, uid }
  }`

test('permissive, with functions of one’s own: as a new cloud environment is', async () => {
  const place = await deployed({ todo: { code: todo, config: { timeout: 10 } } })
  const program = start(['--permissive', '--functions', place.functions], 'permissive')
  const url = await program.ready
  expect(program.out()).toBe(`Ready: ${url}/\n`)
  const ask = async (text: string, who?: string) => (await call(url, 'todo', { text }, who)).answer
  expect(await ask('a1', 'localwx.o-1')).toMatchObject({ found: 1, all: 1, by: 'o-1', openId: 'o-1' })
  expect(await ask('b2', 'local.u-2')).toMatchObject({ found: 1, all: 2, uid: 'u-2', openId: '' })
  expect(await ask('a3')).toMatchObject({ found: 2, all: 3, by: null })
  program.signal('SIGTERM')
  expect(await program.ended).toBe(0)
  await place.remove()
}, 60_000)

test('strict, as it is otherwise: only what is declared, and only by an index', async () => {
  const file = join(folder, 'collections.json')
  const indexes = [{ name: 'kind', keys: { kind: 1 }, serves: 'this test' }]
  await writeFile(file, JSON.stringify({ things: { indexes } }))
  const program = start(['--collections', file, '--duplicates', 'e11000'], 'strict')
  const database = databaseAt(await program.ready)
  await database.collection('things').add({ _id: 'once', kind: 0 })
  await expect(database.collection('things').add({ _id: 'once', kind: 0 })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('E11000 duplicate key'),
  })
  await database.collection('things').add({ kind: 1, other: 2 })
  expect((await database.collection('things').where({ kind: 1 }).get()).data).toHaveLength(1)
  await expect(database.collection('things').where({ other: 2 }).get()).rejects.toMatchObject({
    code: 'DATABASE_QUERY_WITHOUT_INDEX',
  })
  await expect(database.collection('members').add({ a: 1 })).rejects.toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
  })
  program.signal('SIGTERM')
  expect(await program.ended).toBe(0)
}, 60_000)

test.each([
  [['--functions', '/nowhere'], 'takes one that has a folder for each function'],
  [['--collections', '/nowhere.json'], 'is not a JSON file of collections'],
  [['backups'], '"backups" is not known'],
  [['--permissve'], 'npm run local'],
  [['--duplicates', 'maybe'], '--duplicates e11000'],
  [['backup'], 'backup FILE'],
])('%s is told of, and nothing is started', async (given, words) => {
  const program = start(given, 'none')
  expect(await program.ended).toBe(1)
  expect(program.err()).toContain(words)
  expect(program.err()).not.toContain('    at ')
})

test('what wx-server-sdk sends to WeChat is read, and answered in its own kind', () => {
  const bytes = (number: number, content: string | Buffer) => {
    const body = Buffer.from(content)
    return Buffer.concat([Buffer.from([number * 8 + 2, body.length]), body])
  }
  const pair = Buffer.concat([bytes(1, 'touser'), bytes(2, 'o-1')])
  const message = Buffer.concat([Buffer.from([8, 1]), bytes(2, bytes(1, pair))])
  const part = (name: string, content: string | Buffer) =>
    Buffer.concat([
      Buffer.from(`--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ])
  const body = Buffer.concat([
    part('action', 'wx.openApi'),
    part('apiName', 'subscribeMessage.send'),
    part('requestData', message),
    Buffer.from('--edge--\r\n'),
  ])
  expect(readForm(body, 'multipart/form-data; boundary=edge')).toEqual({
    action: 'wx.openApi',
    apiName: 'subscribeMessage.send',
    data: { touser: 'o-1' },
  })
  expect(readForm(Buffer.from('{}'), 'application/json')).toBeUndefined()
  expect(formAnswer({ errcode: 0 }).toString('latin1')).toBe('\n\r{"errcode":0}\x12\x10application/json')
})
