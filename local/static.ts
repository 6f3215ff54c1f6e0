import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

interface Page {
  type: string
  tag: string
  changedAt: number
  /** By content encoding. */
  bodies: Map<string, Buffer>
}

const packers: [string, (body: Buffer) => Promise<Buffer>][] = [
  [
    'br',
    (body) =>
      promisify(brotliCompress)(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 5 },
      }),
  ],
  ['gzip', (body) => promisify(gzip)(body)],
]

/** Serves the files of a built web version; "/" is index.html. */
export class StaticFiles {
  private readonly pages = new Map<string, Page>()

  constructor(private readonly folder: string) {}

  /** Answers a request for a file; false where there is none. */
  async answer(request: IncomingMessage, response: ServerResponse, path: string): Promise<boolean> {
    const page = await this.page(path === '/' ? '/index.html' : path)
    if (!page) return false
    const headers = {
      'content-type': page.type,
      etag: page.tag,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    }
    if (request.headers['if-none-match'] === page.tag) {
      response.writeHead(304, headers).end()
      return true
    }
    const [encoding, body] = await this.packed(page, String(request.headers['accept-encoding'] ?? ''))
    const packing = encoding === 'identity' ? {} : { 'content-encoding': encoding }
    response.writeHead(200, { ...headers, ...packing, 'content-length': body.length })
    response.end(request.method === 'HEAD' ? undefined : body)
    return true
  }

  private async page(path: string): Promise<Page | undefined> {
    const inside = normalize(path)
    if (inside.includes('..') || inside.includes('\0')) return undefined
    const file = join(this.folder, inside)
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const known = this.pages.get(file)
    if (known?.changedAt === found.mtimeMs) return known
    const body = await readFile(file)
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"`
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream'
    const page = { type, tag, changedAt: found.mtimeMs, bodies: new Map([['identity', body]]) }
    this.pages.set(file, page)
    return page
  }

  private async packed(page: Page, accepted: string): Promise<[string, Buffer]> {
    const plain = page.bodies.get('identity') as Buffer
    const packer = packers.find(([name]) => accepted.includes(name))
    if (!packer || plain.length < 1024 || !/text|json|javascript|svg/.test(page.type)) return ['identity', plain]
    const [name, pack] = packer
    const body = page.bodies.get(name) ?? (await pack(plain))
    page.bodies.set(name, body)
    return [name, body]
  }
}
