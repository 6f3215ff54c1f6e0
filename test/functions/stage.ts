import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CollectionName, collections } from '../../cloudfunctions/runtime/collections'
import { build } from '../../local/build'
import type { Faults } from '../../local/faults'
import { startLocal } from '../../local/local'

type Documents = Partial<Record<CollectionName, { _id: string }[]>>

/** An empty local CloudBase with the real bundles, for tests that bring their own people and need many of them. */
export interface Stage {
  url: string
  faults: Faults
  /** What functions wrote to their log. */
  log(): string[]
  /** Takes everything away, faults too, and puts these documents there. */
  reset(documents: Documents): Promise<void>
  one<Document>(collection: CollectionName, id: string): Promise<Document>
  all<Document>(collection: CollectionName): Document[]
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-stage-'))
  const functions = await build('functions')
  const local = await startLocal({ data: join(folder, 'data'), functions, timeout: 60, instances: 16 })
  return {
    url: local.url,
    faults: local.faults,
    log: () => local.log.map((line) => line.text),
    reset: async (documents) => {
      local.faults.clear()
      for (const name of Object.keys(collections)) await local.store.empty(name)
      for (const [name, all] of Object.entries(documents)) await local.store.insert(name, all)
    },
    one: async <Document>(collection: CollectionName, id: string) => {
      const [found] = local.store.find(collection, { filter: { _id: id } })
      if (!found) throw new Error(`no ${id} in ${collection}`)
      return found as unknown as Document
    },
    all: <Document>(collection: CollectionName) =>
      local.store.find(collection, { filter: { _id: { $gt: '' } } }) as unknown as Document[],
    close: async () => {
      await local.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
