import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { init } from '@cloudbase/node-sdk'
import { type CollectionName, collections } from '../../cloudfunctions/runtime/collections'
import { build } from '../../local/build'
import { type Local, startLocal } from '../../local/local'
import type { Reply } from '../../src/domain/reply'
import { everything } from './everything'

export interface Answer<Value = unknown> {
  reply: Reply<Value>
  /** The call's requests to the database. */
  requests: number
}

/** How one call differs from an ordinary one. */
export interface Ways {
  centre?: string
  /** The whole event, in place of procedure, centre and input. */
  event?: unknown
}

export interface Town {
  local: Local
  /** The folder of the bundles. */
  functions: string
  /** The folder of the data. */
  data: string
  /** The deployment's key, for tests that make what only it can make. */
  key: string
  /** Sends an input as JSON text, as it is written. */
  raw(who: string | null, called: `${string}.${string}`, input: string): Promise<Record<string, unknown>>
  /** Calls a function as the web client does; `who` is the bearer's id, or nobody. */
  ask<Value = unknown>(
    who: string | null,
    called: `${string}.${string}`,
    input?: unknown,
    ways?: Ways,
  ): Promise<Answer<Value>>
  /** The value of a call that must succeed. */
  value<Value>(who: string | null, called: `${string}.${string}`, input?: unknown): Promise<Value>
  put(collection: CollectionName, documents: { _id: string }[]): Promise<void>
  /** One document as it is stored. */
  read<Document>(collection: CollectionName, id: string): Promise<Document | undefined>
  /** Every document of every collection as it is stored, each as a line of text. */
  dump(): string[]
  /** The lines that functions wrote to their log. */
  log(): string[]
  stop(): Promise<void>
}

// The SDK looks for a metadata host unless it is told that it runs in a function.
Object.assign(process.env, { TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'local' })

/** The local CloudBase with the real bundles and a small world in it, in folders of its own. */
export async function town(): Promise<Town> {
  const folder = await mkdtemp(join(tmpdir(), 'linli-functions-'))
  const functions = await build('functions')
  const local = await startLocal({ data: join(folder, 'data'), functions })
  const database = init({ env: 'local', secretId: 'local', secretKey: 'local', serviceUrl: local.wire }).database()

  const send = (who: string | null, noun: string | undefined, body: string) =>
    fetch(`${local.url}/v1/functions/${noun}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(who !== null && { authorization: `Bearer local.${who}` }) },
      body,
    })

  const ask: Town['ask'] = async (who, called, input = {}, ways = {}) => {
    const [noun, procedure] = called.split('.')
    const event = ways.event ?? { procedure, centre: ways.centre ?? 'one', input }
    const response = await send(who, noun, JSON.stringify(event))
    return { reply: await response.json(), requests: Number(response.headers.get('x-db-requests')) }
  }

  const put: Town['put'] = async (name, documents) => {
    await Promise.all(documents.map((document) => database.collection(name).add(document)))
  }

  await settle(put)

  return {
    local,
    functions,
    data: join(folder, 'data'),
    key: await readFile(join(folder, 'data', 'key'), 'utf8'),
    ask,
    raw: async (who, called, input) => {
      const [noun, procedure] = called.split('.')
      const response = await send(who, noun, `{"procedure":"${procedure}","centre":"one","input":${input}}`)
      return response.json()
    },
    put,
    value: async <Value>(who: string | null, called: `${string}.${string}`, input?: unknown) => {
      const { reply } = await ask<Value>(who, called, input)
      if (!reply.ok) throw new Error(`${called} was refused: ${JSON.stringify(reply)}`)
      return reply.value
    },
    read: async (name, id) => (await database.collection(name).where({ _id: id }).get()).data[0],
    dump: () => [...local.store.dump()].map(({ collection, document }) => `${collection} ${document}`),
    log: () => local.log.map((line) => line.text),
    stop: async () => {
      await local.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The small world of every noun, as it is at first. */
async function settle(put: Town['put']): Promise<void> {
  const documents = Object.entries(everything()) as [CollectionName, { _id: string }[]][]
  await Promise.all(documents.map(([name, all]) => put(name, all)))
}

/** Everything as it was at first, and the clock right: for tests that each begin by themselves, in one town. */
export async function anew({ local, put }: Town): Promise<void> {
  local.clock.set(Date.now())
  for (const name of Object.keys(collections)) await local.store.empty(name)
  await settle(put)
}
