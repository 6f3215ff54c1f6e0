import { mkdir, rm, stat } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Collection } from '../../cloudfunctions/runtime/collections'
import { Advice } from '../advice'
import { read } from '../document/ejson'
import type { Doc } from '../document/value'
import { lockFolder } from '../lock'
import { openStore, type Store } from '../store/store'
import { fingerprint, readArchive, type Total, writeFileBelow } from './archive'
import { readJsonLines } from './json-lines'
import { draftOf, finishSwap, swapIn } from './swap'

export interface Restored extends Total {
  /** Where what was there before lies now; nothing where nothing was. */
  before: string | undefined
  /** Whether the key beside the data is another than the one that sealed what was restored. */
  otherKey: boolean
}

/** Documents of one write. */
const batch = 500

/**
 * Puts a backup (a file, or a folder of JSON Lines) in the place of what is there. All of it is read and written beside
 * the data first, and takes its place at the end, at once; what was there before is kept. Nobody else may use the data.
 */
export async function restore(data: string, from: string, collections: Record<string, Collection>): Promise<Restored> {
  const found = await stat(from).catch(() => undefined)
  if (!found) throw new Advice(`There is nothing at ${from}.`)
  await mkdir(data, { recursive: true })
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const release = await lockFolder(data, (server.address() as AddressInfo).port).catch((error: unknown) => {
    server.close()
    throw error
  })
  const draft = draftOf(data)
  try {
    await finishSwap(data)
    await rm(draft, { recursive: true, force: true })
    const store = await openStore({ path: join(draft, 'database'), collections })
    const done = found.isDirectory() ? fromLines(store, from) : fromArchive(store, draft, from)
    const { total, key } = await done.finally(() => store.close())
    // A backup without pictures has an empty folder of them; JSON Lines leave those that are there.
    if (!found.isDirectory()) await mkdir(join(draft, 'files'), { recursive: true })
    const own = await fingerprint(data)
    const before = await swapIn(data)
    return { ...total, before, otherKey: key !== undefined && key !== null && key !== own }
  } finally {
    await rm(draft, { recursive: true, force: true })
    await release()
    server.close()
  }
}

type Read = { total: Total; key?: string | null }

async function fromArchive(store: Store, draft: string, path: string): Promise<Read> {
  const into = new Filling(store)
  let key: string | null = null
  let files = 0
  for await (const line of readArchive(path)) {
    if ('backup' in line) {
      key = line.key
      for (const name of line.collections) await into.collection(name)
    } else if ('document' in line) await into.put(line.collection, read(line.document) as Doc)
    else if ('file' in line) {
      await writeFileBelow(join(draft, 'files'), line.file, line.base64)
      files += 1
    }
  }
  return { total: { documents: await into.end(), files }, key }
}

async function fromLines(store: Store, folder: string): Promise<Read> {
  const into = new Filling(store)
  for await (const { collection, doc } of readJsonLines(folder)) await into.put(collection, doc)
  return { total: { documents: await into.end(), files: 0 } }
}

/** Fills a database, many documents in one write. */
class Filling {
  private readonly known: Set<string>
  private waiting: Partial<Doc>[] = []
  private current = ''
  private count = 0

  constructor(private readonly store: Store) {
    this.known = new Set(store.collections().map(({ name }) => name))
  }

  async collection(name: string): Promise<void> {
    if (this.known.has(name)) return
    this.known.add(name)
    await this.store.addCollection(name)
  }

  async put(collection: string, doc: Partial<Doc>): Promise<void> {
    if (collection !== this.current || this.waiting.length >= batch) await this.flush()
    if (collection !== this.current) await this.collection(collection)
    this.current = collection
    this.waiting.push(doc)
  }

  async end(): Promise<number> {
    await this.flush()
    return this.count
  }

  private async flush(): Promise<void> {
    const docs = this.waiting
    this.waiting = []
    if (docs.length === 0) return
    await this.store.insert(this.current, docs)
    this.count += docs.length
  }
}
