import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { decodeValue, encode } from '../document/ejson'
import { type Id, ObjectId } from '../document/value'
import { type Journal, slowFrom } from '../journal'
import type { OpenApiRecorder } from '../openapi'
import type { Runner } from '../runner'
import { json } from '../server-answer'
import { isId } from '../store/id'
import type { Store } from '../store/store'
import type { Timers } from '../timers'

/** What the page looks into. */
export interface Looked {
  store: Store
  journal: Journal
  sent: OpenApiRecorder
  timers: Timers
  runner: Runner
}

const rows = 50
const latest = 200

/** What is shown, by the page's own names for it. Each is made anew when it is asked for. */
const shown: Record<string, (looked: Looked, asked: URLSearchParams) => unknown> = {
  collections: ({ store }) =>
    store.collections().map(({ name, indexes }) => ({ name, documents: store.size(name), indexes: indexes.length })),
  documents: ({ store }, asked) => {
    const collection = asked.get('collection') ?? ''
    const id = asked.get('id')
    const after = asked.get('after')
    const found = id
      ? store.find(collection, { filter: { _id: { $in: idsMeant(id) } } })
      : store.page(collection, after === null ? undefined : idsMeant(after).at(-1), rows)
    return found.map((doc) => ({
      id: `${doc._id}`,
      key: encode(doc._id),
      text: JSON.stringify(JSON.parse(encode(doc)), null, 2),
    }))
  },
  indexes: ({ store }) =>
    store.collections().flatMap(({ name: collection, indexes }) => [
      { collection, index: '_id', keys: { _id: 1 }, unique: true, served: store.uses.times(collection, '_id') },
      ...indexes.map(({ name, keys, unique = false, serves }) => ({
        collection,
        index: name,
        keys,
        unique,
        served: store.uses.times(collection, name),
        for: serves,
      })),
    ]),
  queries: ({ store, journal }) => ({
    slowFrom,
    slow: [...journal.slow].reverse(),
    withoutIndex: store.uses.withoutIndex(),
  }),
  calls: ({ journal }) => journal.calls.slice(-latest).reverse(),
  sent: ({ sent }) => sent.calls.slice(-latest).reverse(),
  timers: ({ timers }) => timers.list(),
  functions: ({ runner }) => runner.functions,
}

/** What someone may mean by an id: the text itself, or what it says as extended JSON, a number or an ObjectId. */
function idsMeant(text: string): Id[] {
  try {
    const value = decodeValue(text, 0)
    return isId(value) ? [text, value] : [text]
  } catch {
    return /^[0-9a-f]{24}$/.test(text) ? [text, new ObjectId(text)] : [text]
  }
}

/** The developers' page at /_local/: plain, read only but for "run now", and for this machine like the whole server. */
export class DeveloperPages {
  constructor(private readonly looked: Looked) {}

  /** Answers what is the page's; false for every other address. */
  async answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    const path = url.pathname
    if (request.method === 'POST') return this.run(path, response)
    if (request.method !== 'GET') return false
    if (path === '/_local') return redirect(response)
    if (path === '/_local/') return file(response, 'page.html', 'text/html')
    if (path === '/_local/page.js') return file(response, 'page.js', 'text/javascript')
    if (path === '/_local/page.css') return file(response, 'page.css', 'text/css')
    const what = /^\/_local\/data\/([a-z]+)$/.exec(path)?.[1]
    if (what === undefined || !Object.hasOwn(shown, what)) return false
    json(response, 200, shown[what]?.(this.looked, url.searchParams))
    return true
  }

  private async run(path: string, response: ServerResponse): Promise<boolean> {
    const name = /^\/_local\/timers\/([A-Za-z0-9_-]+)$/.exec(path)?.[1]
    if (name === undefined || !this.looked.timers.list().some((each) => each.name === name)) return false
    const outcome = await this.looked.timers.fire(name)
    json(response, 200, { ended: outcome.ok ? 'done' : `${outcome.code}: ${outcome.message}` })
    return true
  }
}

function redirect(response: ServerResponse): boolean {
  response.writeHead(302, { location: '/_local/' }).end()
  return true
}

async function file(response: ServerResponse, name: string, type: string): Promise<boolean> {
  const body = await readFile(join(__dirname, name))
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': body.length,
    'cache-control': 'no-cache',
    // What lies in the database is shown as text, and is never run.
    'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'",
  })
  response.end(body)
  return true
}
