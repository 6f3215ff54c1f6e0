import { init } from '@cloudbase/node-sdk'
import { type Local, startLocal } from '../../local/local'
import { deployed } from './deployed'

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

let place: Awaited<ReturnType<typeof deployed>>
let local: Local

beforeAll(async () => {
  place = await deployed({})
  local = await startLocal({ data: place.data, functions: place.functions })
})

afterAll(async () => {
  await local.stop()
  await place.remove()
})

const app = () => init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: local.wire })
const content = Buffer.from([0, 1, 2, 250, 251, 252])

const addressOf = async (fileID: string, maxAge?: number) => {
  const asked = maxAge === undefined ? fileID : { fileID, maxAge }
  const { fileList } = await app().getTempFileURL({ fileList: [asked as string] })
  return fileList[0] as { code: string; tempFileURL: string }
}

test('a file that was uploaded comes back byte by byte, whatever its name', async () => {
  const { fileID } = await app().uploadFile({ cloudPath: 'posters/端午 1.png', fileContent: content })
  const { fileContent } = await app().downloadFile({ fileID })
  expect(Buffer.compare(fileContent as Buffer, content)).toBe(0)
})

test('uploading again replaces the file', async () => {
  await app().uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('first') })
  const { fileID } = await app().uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('second') })
  expect(String((await app().downloadFile({ fileID })).fileContent)).toBe('second')
})

test('a deleted file is gone, also at an address given before', async () => {
  const { fileID } = await app().uploadFile({ cloudPath: 'gone.txt', fileContent: content })
  const { tempFileURL } = await addressOf(fileID)
  expect((await fetch(tempFileURL)).status).toBe(200)
  await app().deleteFile({ fileList: [fileID] })
  expect((await fetch(tempFileURL)).status).toBe(403)
  expect((await addressOf(fileID)).code).toBe('STORAGE_FILE_NONEXIST')
})

test('an address opens one file until it runs out, and none without its signature', async () => {
  const { fileID } = await app().uploadFile({ cloudPath: 'kept/one.txt', fileContent: content })
  await app().uploadFile({ cloudPath: 'kept/two.txt', fileContent: content })
  const { tempFileURL } = await addressOf(fileID, 60)
  expect((await fetch(tempFileURL)).status).toBe(200)
  expect((await fetch(tempFileURL.split('?')[0] as string)).status).toBe(403)
  expect((await fetch(tempFileURL.replace('one', 'two'))).status).toBe(403)
  local.clock.shift(61_000)
  expect((await fetch(tempFileURL)).status).toBe(403)
})

test('nobody writes without an upload’s own leave, and nothing outside the folder', async () => {
  const put = (path: string, authorization: string) =>
    fetch(`${local.url}/files/${path}`, { method: 'PUT', headers: { authorization }, body: content })
  expect((await put('x.txt', 'none')).status).toBe(403)
  await expect(app().uploadFile({ cloudPath: '../database/x', fileContent: content })).rejects.toBeDefined()
  expect((await put('..%2fdatabase%2fx', 'none')).status).toBe(403)
})
