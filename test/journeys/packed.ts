import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'

/** Unpacks one Brotli file as a program. */
export const unpackProgram = (from: string, to: string): Promise<void> =>
  pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(to, { mode: 0o755 }),
  )

const block = 512

/** Unpacks the plain files of a Brotli tar. Nothing lands outside `folder`. */
export async function unpackFolder(from: string, folder: string): Promise<void> {
  const tar = brotliDecompressSync(await readFile(from))
  for (let at = 0; at + block <= tar.length && tar[at] !== 0; ) {
    const text = (start: number, length: number) =>
      tar.toString('utf8', at + start, at + start + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(text(124, 12).trim() || '0', 8)
    const isFile = text(156, 1) === '0' || text(156, 1) === ''
    const target = resolve(folder, text(0, 100))
    const content = tar.subarray(at + block, at + block + size)
    if (isFile && target.startsWith(resolve(folder) + sep)) {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content, { mode: 0o755 })
    }
    at += block + Math.ceil(size / block) * block
  }
}
