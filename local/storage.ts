import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { environment } from './runner-context'

/** Seconds that a temporary address lasts unless asked otherwise, and what an upload may take. */
const lasts = 7200
const uploadLasts = 900

/** A file that is handed out. */
export interface StoredFile {
  size: number
  type: string
  stream(): Readable
}

const types: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
}

/**
 * The cloud's file storage in a folder. Uploads and downloads go by addresses that are signed and run out. A file
 * appears whole or not at all, and is on the disk before its upload is answered.
 */
export class Storage {
  private readonly secret = randomBytes(32)

  constructor(
    private readonly folder: string,
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  /** The wire's `storage.*` actions; nothing for any other action. */
  async act(request: Record<string, unknown>): Promise<Record<string, unknown> | undefined> {
    switch (request.action) {
      case 'storage.getUploadMetadata':
        return this.uploadMetadata(String(request.path ?? ''))
      case 'storage.batchGetDownloadUrl': {
        const files = request.file_list as {
          fileid: string
          max_age?: number
        }[]
        return {
          data: { download_list: await Promise.all(files.map((each) => this.address(each))) },
        }
      }
      case 'storage.batchDeleteFile': {
        const ids = request.fileid_list as string[]
        return {
          data: { delete_list: await Promise.all(ids.map((id) => this.remove(id))) },
        }
      }
      default:
        return undefined
    }
  }

  /** Takes in a file. The signature says that this path may be written; false where it says otherwise. */
  async put(path: string, signature: string, content: Buffer): Promise<boolean> {
    const file = this.fileAt(path)
    if (!file || !this.signed('put', path, signature)) return false
    await mkdir(dirname(file), { recursive: true })
    const draft = `${file}.${randomUUID()}.part`
    await writeFile(draft, content, { flush: true })
    await rename(draft, file)
    const folder = await open(dirname(file))
    await folder.sync().finally(() => folder.close())
    return true
  }

  /** Hands out a file to who has its temporary address. */
  async get(path: string, signature: string): Promise<StoredFile | undefined> {
    const file = this.fileAt(path)
    if (!file || !this.signed('get', path, signature)) return undefined
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const type = types[extname(file).toLowerCase()] ?? 'application/octet-stream'
    return { size: found.size, type, stream: () => createReadStream(file) }
  }

  private uploadMetadata(path: string): Record<string, unknown> {
    if (!this.fileAt(path)) return { code: 'INVALID_PARAM', message: 'cloudPath is not valid' }
    const authorization = this.sign('put', path, uploadLasts)
    const url = `${this.base()}/${encodePath(path)}`
    const fileId = `cloud://${environment}.local/${path}`
    return {
      data: { url, token: 'local', authorization, fileId, cosFileId: randomUUID() },
    }
  }

  private async address({ fileid, max_age }: { fileid: string; max_age?: number }): Promise<Record<string, unknown>> {
    const path = pathOf(fileid)
    const file = path === undefined ? undefined : this.fileAt(path)
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined)
    if (path === undefined || !found?.isFile())
      return { code: 'STORAGE_FILE_NONEXIST', fileID: fileid, tempFileURL: '' }
    const url = `${this.base()}/${path}?sign=${this.sign('get', path, max_age ?? lasts)}`
    return { code: 'SUCCESS', fileID: fileid, tempFileURL: url }
  }

  private async remove(id: string): Promise<Record<string, unknown>> {
    const path = pathOf(id)
    const file = path === undefined ? undefined : this.fileAt(path)
    if (!file) return { code: 'STORAGE_FILE_NONEXIST', fileID: id }
    await rm(file, { force: true })
    return { code: 'SUCCESS', fileID: id }
  }

  /** Where a path lies on the disk; nothing for one that leads out of the folder. */
  private fileAt(path: string): string | undefined {
    if (path === '' || path.includes('\0') || path.startsWith('/') || path.endsWith('/')) return undefined
    const file = resolve(this.folder, path)
    const inside = relative(this.folder, file)
    return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) ? undefined : join(this.folder, inside)
  }

  private sign(verb: string, path: string, seconds: number): string {
    const until = Math.floor(this.now() / 1000) + seconds
    return `${until}-${this.mac(verb, path, until)}`
  }

  private signed(verb: string, path: string, signature: string): boolean {
    const [until, mac] = signature.split('-')
    if (!until || !mac || Number(until) * 1000 < this.now()) return false
    const expected = Buffer.from(this.mac(verb, path, Number(until)))
    const given = Buffer.from(mac)
    return expected.length === given.length && timingSafeEqual(expected, given)
  }

  private mac(verb: string, path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${verb}\n${path}\n${until}`).digest('hex')
  }
}

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** "cloud://env.bucket/a/b.png" → "a/b.png" */
function pathOf(fileId: string): string | undefined {
  return /^cloud:\/\/[^/]+\/(.+)$/.exec(fileId)?.[1]
}
