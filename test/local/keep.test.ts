import {
  cp,
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { open } from 'lmdb'
import type { Collection } from '../../cloudfunctions/runtime/collections'
import { writeArchive } from '../../local/keep/archive'
import { writeJsonLines } from '../../local/keep/json-lines'
import { restore } from '../../local/keep/restoration'
import { finishSwap } from '../../local/keep/swap'
import { survey, verify } from '../../local/keep/verification'
import { openStore, type Store } from '../../local/store/store'
import { ObjectId } from '../../local/document/value'
import { startProgram } from './process'

const collections: Record<string, Collection> = {
  things: { indexes: [{ name: 'kind', keys: { kind: 1 }, serves: 'a test' }] },
  pairs: { indexes: [] },
}

let folder: string
/** A database of 700 documents that nobody uses; tests change copies of it. */
let whole: string

const openAt = (data: string): Promise<Store> => openStore({ path: join(data, 'database'), collections })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linli-keep-'))
  whole = join(folder, 'whole')
  const store = await openAt(whole)
  const docs = Array.from({ length: 700 }, (_, n) => ({
    _id: `t${String(n).padStart(4, '0')}`,
    kind: n % 7,
    text: `thing ${n} 号，`.repeat(20),
    at: new Date(1_700_000_000_000 + n),
    odd: [null, { a: Number.NaN, b: [-1.5, 'x'] }],
  }))
  await store.insert('things', docs)
  await store.close()
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

let copies = 0
async function copy(): Promise<{ data: string; file: string }> {
  const data = join(folder, `copy-${(copies += 1)}`)
  await cp(whole, data, { recursive: true })
  return { data, file: join(data, 'database', 'data.mdb') }
}

async function overwrite(file: string, at: number, bytes: Buffer): Promise<void> {
  const handle = await openFile(file, 'r+')
  await handle.write(bytes, 0, bytes.length, at)
  await handle.close()
}

async function dumpOf(data: string) {
  const store = await openAt(data)
  const lines = [...store.dump()].map(({ collection, document }) => `${collection} ${document}`).join('\n')
  await store.close()
  return lines
}

test('a database that is as it was left has no faults', async () => {
  expect(await survey(whole)).toEqual({ documents: 700, entries: 700, faults: [] })
})

test('any changed character of a document is found, by reading it and by verifying', async () => {
  const { data, file } = await copy()
  const content = await readFile(file)
  // A page that was left behind may hold it, too.
  const sought = Buffer.from('thing 234 号')
  for (let at = content.indexOf(sought); at >= 0; at = content.indexOf(sought, at + 1))
    await overwrite(file, at, Buffer.from('thong'))
  const { faults } = await survey(data)
  expect(faults).toEqual(['the document "t0234" of "things" does not agree with its checksum'])
  const store = await openAt(data)
  expect(() => store.find('things', { filter: { _id: 't0234' } })).toThrow('checksum')
  expect(store.find('things', { filter: { _id: 't0235' } })).toHaveLength(1)
  await store.close()
})

test('a whole document in another’s place, and one that its index does not know, are found', async () => {
  const { data } = await copy()
  const env = open({ path: join(data, 'database'), maxDbs: 4 })
  const documents = env.openDB<string, string[]>({ name: 'documents', encoding: 'string' })
  const entries = env.openDB({ name: 'entries', encoding: 'msgpack' })
  await documents.put(['things', 't0001'], documents.get(['things', 't0002']) as string)
  await entries.remove(['things', 'kind', 2, 3, 't0003'])
  await env.close()
  const { faults } = await survey(data)
  expect(faults).toEqual([
    'the document "t0001" of "things" does not agree with its checksum',
    'the document "t0003" of "things" is missing in its index kind',
  ])
})

test('a page of zeros in the middle is told of, and ends no one', async () => {
  const { data, file } = await copy()
  const content = await readFile(file)
  const page = Math.floor(content.lastIndexOf(Buffer.from('thing 300 号')) / 4096) * 4096
  await overwrite(file, page, Buffer.alloc(4096))
  const { faults } = await verify(data)
  expect(faults.length).toBeGreaterThan(0)
})

const damages: [string, (file: string) => Promise<void>, RegExp][] = [
  ['cut in half', async (file) => truncate(file, Math.floor((await stat(file)).size / 2)), /its end is missing/],
  ['cut to its header', (file) => truncate(file, 5000), /header|end is missing/],
  ['emptied', (file) => truncate(file, 0), /is empty/],
  ['gone', (file) => rm(file), /is gone/],
  ['without its first header', (file) => overwrite(file, 0, Buffer.alloc(4096)), /header .* is not readable/],
  ['without both headers', (file) => overwrite(file, 0, Buffer.alloc(8192)), /header .* is not readable/],
]

test.each(damages)('a file that was %s is refused at the start, and stays as it is', async (_, harm, words) => {
  const { data, file } = await copy()
  await harm(file)
  const before = await readFile(file).catch(() => undefined)
  await expect(openAt(data)).rejects.toMatchObject({ name: 'DataDamaged', message: expect.stringMatching(words) })
  const after = await readFile(file).catch(() => undefined)
  expect(after === before || (before && after?.equals(before))).toBe(true)
})

test('data of another version is left alone; of the one before it is brought up to this one', async () => {
  const { data } = await copy()
  const facts = async (layout: number, change: (text: string) => string) => {
    const env = open({ path: join(data, 'database'), maxDbs: 4 })
    const documents = env.openDB<string, string[]>({ name: 'documents', encoding: 'string' })
    for (const { key, value } of Array.from(documents.getRange())) await documents.put(key, change(value))
    await env.openDB({ name: 'facts', encoding: 'msgpack' }).put(['layout'], layout)
    await env.close()
  }
  await facts(99, (text) => text)
  await expect(openAt(data)).rejects.toMatchObject({ name: 'DataOfOtherVersion', found: 99 })
  await expect(verify(data)).rejects.toThrow('the data has layout 99')
  await facts(2, (text) => text.replace(/^(\d+) \S+ /, '$1 '))
  expect(await dumpOf(data)).toEqual(await dumpOf(whole))
  expect((await survey(data)).faults).toEqual([])
})

test('where there is no database, verifying says so, and calls nothing damaged', async () => {
  await expect(verify(join(folder, 'nowhere'))).rejects.toThrow('There is no database in')
})

test.each([3, 4])('indexes that were written by a version before (%i) are made anew', async (layout) => {
  const { data } = await copy()
  const env = open({ path: join(data, 'database'), maxDbs: 4 })
  await env.openDB({ name: 'entries', encoding: 'msgpack' }).clearAsync()
  await env.openDB({ name: 'facts', encoding: 'msgpack' }).put(['layout'], layout)
  await env.close()
  await expect(verify(data)).rejects.toThrow('start it once')
  expect(await dumpOf(data)).toEqual(await dumpOf(whole))
  expect(await survey(data)).toMatchObject({ documents: 700, entries: 700, faults: [] })
})

test('a backup, and JSON Lines, hold everything, and give it back; what was there before is kept', async () => {
  const [file, lines, data] = [join(folder, 'all.backup'), join(folder, 'lines'), join(folder, 'restored')]
  expect(await writeArchive(whole, file)).toEqual({ documents: 700, files: 0 })
  expect(await restore(data, file, collections)).toMatchObject({ documents: 700, before: undefined })
  expect(await dumpOf(data)).toEqual(await dumpOf(whole))
  expect((await survey(data)).faults).toEqual([])

  expect(await writeJsonLines(whole, lines)).toEqual({ things: 700, pairs: 0 })
  const first = JSON.parse((await readFile(join(lines, 'things.json'), 'utf8')).split('\n')[1] as string)
  expect(first).toMatchObject({ _id: 't0001', kind: 1, at: { $date: '2023-11-14T22:13:20.001Z' } })
  const { before } = await restore(data, lines, collections)
  expect(await dumpOf(data)).toEqual(await dumpOf(whole))
  expect(await dumpOf(before as string)).toEqual(await dumpOf(whole))
})

test('every kind of value, and ids of every kind, come through a backup and JSON Lines', async () => {
  const data = join(folder, 'kinds')
  const odd = [
    {
      _id: new ObjectId('64b0c3f1a1b2c3d4e5f60718'),
      like: /^楼/i,
      at: new Date(-5),
      ref: new ObjectId('a'.repeat(24)),
    },
    { _id: '64b0c3f1a1b2c3d4e5f60718', n: [1.5, 2 ** 40, null, true] },
    { _id: 7, place: { type: 'Point', coordinates: [121.5, 31.2] } },
  ]
  const store = await openAt(data)
  await store.insert('pairs', odd)
  await store.close()
  await writeJsonLines(data, join(folder, 'odd-lines'))
  await writeArchive(data, join(folder, 'odd.backup'))
  for (const from of ['odd-lines', 'odd.backup']) {
    const back = join(folder, `back-${from}`)
    await restore(back, join(folder, from), collections)
    expect(await dumpOf(back)).toEqual(await dumpOf(data))
    const again = await openAt(back)
    expect(again.find('pairs', { filter: { _id: odd[0]?._id as ObjectId } })).toEqual([odd[0]])
    await again.close()
  }
  expect((await survey(data)).faults).toEqual([])
})

test('a restoration that was cut short while it took its place is ended at the next start', async () => {
  const [{ data }, { data: other }] = [await copy(), await copy()]
  const store = await openAt(other)
  await store.insert('pairs', [{ _id: 'new' }])
  await store.close()
  await mkdir(join(data, 'restored'))
  await rename(join(other, 'database'), join(data, 'restored', 'database'))
  await finishSwap(data)
  expect(await dumpOf(data)).toContain('pairs {"_id":"new"}')
  expect(await dumpOf(join(data, (await readdir(data)).find((name) => name.startsWith('before')) as string))).toBe(
    await dumpOf(whole),
  )
  expect(await finishSwap(data)).toBeUndefined()
})

test('a backup that was cut off or changed restores nothing', async () => {
  const file = join(folder, 'cut.backup')
  await writeArchive(whole, file)
  const text = await readFile(file, 'utf8')
  for (const bad of [text.slice(0, -200), text.replace('thing 7 号', 'thing 8 号'), '', 'no backup\n']) {
    await writeFile(file, bad)
    const { data } = await copy()
    await expect(restore(data, file, collections)).rejects.toThrow('not a whole backup')
    expect(await dumpOf(data)).toEqual(await dumpOf(whole))
  }
})

test('backups taken while pairs are being changed together never show one without the other', async () => {
  const data = join(folder, 'busy')
  const store = await openAt(data)
  await store.insert('pairs', [
    { _id: 'a', turn: 0 },
    ...Array.from({ length: 50 }, (_, n) => ({ _id: `p${n}`, turn: 0 })),
  ])
  await store.insert('pairs', [{ _id: 'z', turn: 0 }])
  const state = { busy: true }
  const writing = (async () => {
    for (let turn = 1; state.busy; turn += 1) {
      const id = store.transactions.start()
      for (const _id of ['a', 'z']) await store.set('pairs', { _id, turn }, id)
      await store.transactions.commit(id)
    }
  })()
  const turns: unknown[] = []
  for (let n = 0; n < 12; n += 1) {
    const file = join(folder, `busy-${n}.backup`)
    await writeArchive(data, file)
    const docs = (await readFile(file, 'utf8')).split('\n').filter((line) => line.includes('"document"'))
    const turn = (id: string) =>
      /turn\\?":(\d+)/.exec(docs.find((line) => line.includes(`_id\\":\\"${id}\\"`)) ?? '')?.[1]
    expect(turn('a')).toBe(turn('z'))
    turns.push(turn('a'))
  }
  state.busy = false
  await writing
  await store.close()
  expect(new Set(turns).size).toBeGreaterThan(3)
})

test('from the command line: one sentence for what is wrong, and no one restores under a user', async () => {
  const { data, file } = await copy()
  const run = (given: string[], more: Record<string, string> = {}) =>
    startProgram('local/program.ts', { given, environment: { LINLI_DATA: data, PORT: '0', ...more } })
  const [running, checked] = [run([]), run(['verify'])]
  await running.ready
  expect(await checked.ended).toBe(0)
  // The program has the product's own indexes too, if a collection of theirs has this name.
  expect(checked.out()).toMatch(/^700 documents and \d+ index entries read, no faults\n$/)
  const late = run(['restore', join(folder, 'all.backup')])
  expect(await late.ended).toBe(1)
  expect(late.err()).toContain('in use')
  running.signal('SIGTERM')
  expect(await running.ended).toBe(0)
  await truncate(file, 50_000)
  const damaged = run([])
  expect(await damaged.ended).toBe(1)
  expect(damaged.err()).toMatch(/^The data in .* is damaged: .* its end is missing.*npm run local -- restore FILE/)
  expect(damaged.err().trimEnd().split('\n')).toHaveLength(1)
}, 60_000)
