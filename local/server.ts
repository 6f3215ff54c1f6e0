import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Faults } from './faults'
import { callFunction, invokeFunction } from './gateway'
import { harmed } from './harm'
import type { Journal } from './journal'
import type { OpenApiRecorder } from './openapi'
import { type AskedInForm, formAnswer, readForm } from './openapi-form'
import type { DeveloperPages } from './pages/pages'
import type { Runner } from './runner'
import { denied, json } from './server-answer'
import { bodyOf } from './server-body'
import { isOurs } from './server-guard'
import type { StaticFiles } from './static'
import type { Storage } from './storage'
import type { WireAnswer, WireRequest } from './wire'

/** The most that one request to the database may hold: a document of 16 MB, written as the SDK writes numbers. */
const mostWireBytes = 96 * 1024 * 1024
const mostFileBytes = 64 * 1024 * 1024

/** What stands behind the addresses. */
export interface Behind {
  database(request: WireRequest): Promise<WireAnswer>
  storage: Storage
  sent: OpenApiRecorder
  runner: Runner
  faults: Faults
  journal: Journal
  now: () => number
  /** The developers' page; nothing where there is none. */
  pages: DeveloperPages | undefined
  web: StaticFiles | undefined
  /** Who one may act as; nothing where there is no such list. */
  people: unknown[] | undefined
}

/** The one HTTP server: the SDK's wire, functions for clients, files, the web version. Loopback only. */
export class LocalServer {
  private readonly server: Server
  private behind: Behind | undefined

  constructor() {
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        const told = error instanceof Error ? error.message : String(error)
        if (!response.headersSent) json(response, 500, { code: 'SYS_ERR', message: told, requestId: randomUUID() })
        else request.socket.destroy()
      })
    })
    this.server.keepAliveTimeout = 60_000
    this.server.requestTimeout = 0
  }

  /** Listens on a port of 127.0.0.1 (0: any free one) and says which address that is. */
  listen(port: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject)
      this.server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
        this.server.off('error', reject)
        resolve(`http://127.0.0.1:${(this.server.address() as AddressInfo).port}`)
      })
    })
  }

  /** From now on requests are answered. */
  open(behind: Behind): void {
    this.behind = behind
  }

  /** Takes no more requests, and lets go of those under way. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const behind = this.behind
    if (!isOurs(request)) return json(response, 403, { code: 'FORBIDDEN', message: 'this server is for this machine' })
    if (!behind) return json(response, 503, { code: 'SYS_ERR', message: 'starting' })
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const path = decoded(url.pathname)
    if (path === undefined) return json(response, 400, { code: 'INVALID_PARAM', message: 'the address is not valid' })
    if (path === '/admin' || path.startsWith('/admin/')) return this.wire(behind, path.slice(7), request, response)
    if (path.startsWith('/files/')) return this.file(behind, path.slice(7), url, request, response)
    const called = /^\/v1\/functions\/([A-Za-z0-9_-]+)$/.exec(path)?.[1]
    if (called !== undefined && request.method === 'POST')
      return callFunction(behind.runner, behind.faults, called, request, response)
    if (await behind.pages?.answer(request, response, url)) return
    if (request.method === 'GET' || request.method === 'HEAD') {
      if (path === '/_local/people' && behind.people) return json(response, 200, behind.people)
      if (await behind.web?.answer(request, response, path)) return
      // By itself it has no other page to open.
      if (path === '/' && behind.pages) return void response.writeHead(302, { location: '/_local/' }).end()
    }
    json(response, 404, {
      code: 'NOT_FOUND',
      message: `nothing is at ${path}`,
    })
  }

  private async wire(
    behind: Behind,
    instance: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method !== 'POST') return json(response, 405, { code: 'INVALID_PARAM', message: 'POST only' })
    const body = await bodyOf(request, mostWireBytes)
    if (!body) return json(response, 413, { code: 'EXCEED_REQUEST_SIZE', message: 'the request is too large' })
    const asking = instance === '' ? undefined : behind.runner.asking(instance)
    // In the cloud an instance may freeze once it has answered: what it leaves running does not come through here.
    if (instance !== '' && !asking) return void request.socket.destroy()
    const form = readForm(body, request.headers['content-type'])
    if (form) return this.form(behind, form, response)
    const asked = JSON.parse(body.toString('utf8')) as WireRequest
    const harmedOrNot = asked.action.startsWith('database.')
      ? await this.database(behind, asked, asking)
      : { answer: await this.other(behind, asked, asking) }
    if ('lost' in harmedOrNot) return void request.socket.destroy()
    json(response, 200, { requestId: randomUUID(), ...harmedOrNot.answer })
  }

  private form(behind: Behind, { action, apiName, data }: AskedInForm, response: ServerResponse): void {
    if (action !== 'wx.openApi')
      return json(response, 200, {
        code: 'INVALID_ACTION',
        message: `${action} is not served here`,
        requestId: randomUUID(),
      })
    const answer = formAnswer(behind.sent.answer(apiName, data))
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': answer.length }).end(answer)
  }

  private async database(behind: Behind, asked: WireRequest, asking: ReturnType<Runner['asking']>) {
    asking?.count()
    const [at, began] = [behind.now(), performance.now()]
    const outcome = await harmed(behind.faults, asked, asking, (request) => behind.database(request))
    const { action, collectionName: collection = '', query, stages } = asked
    behind.journal.request(
      {
        at,
        action: action.slice('database.'.length),
        collection,
        query: typeof query === 'string' ? query : stages === undefined ? '' : JSON.stringify(stages),
        ms: performance.now() - began,
        code: 'answer' in outcome ? (outcome.answer.code as string | undefined) : 'lost',
        function: asking?.function,
      },
      asking?.requestId,
    )
    return outcome
  }

  private async other(behind: Behind, asked: WireRequest, asking: ReturnType<Runner['asking']>): Promise<WireAnswer> {
    if (asked.action === 'wx.api') return behind.sent.take(asked)
    if (asked.action === 'functions.invokeFunction') return invokeFunction(behind.runner, asked, asking)
    const stored = await behind.storage.act(asked)
    return (
      stored ?? {
        code: 'INVALID_ACTION',
        message: `${asked.action} is not served here`,
      }
    )
  }

  private async file(
    behind: Behind,
    path: string,
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (request.method === 'PUT') {
      const content = await bodyOf(request, mostFileBytes)
      const signature = String(request.headers.authorization ?? '')
      const taken = content !== undefined && (await behind.storage.put(path, signature, content))
      if (taken) return void response.writeHead(200, { 'content-length': 0 }).end()
      return denied(response, content ? 'AccessDenied' : 'EntityTooLarge')
    }
    const file = await behind.storage.get(path, url.searchParams.get('sign') ?? '')
    if (!file) return denied(response, 'AccessDenied')
    response.writeHead(200, { 'content-type': file.type, 'content-length': file.size })
    if (request.method === 'HEAD') return void response.end()
    file.stream().pipe(response)
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}
