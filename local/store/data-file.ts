import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { open, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Data that cannot be trusted: a sentence that says what is wrong with it. */
export class DataDamaged extends Error {
  constructor(readonly what: string) {
    super(what)
    this.name = 'DataDamaged'
  }
}

/** Data that another version of this program wrote. */
export class DataOfOtherVersion extends Error {
  constructor(
    readonly found: unknown,
    readonly known: number,
  ) {
    super(`the data has layout ${String(found)}; this version reads layout ${known}`)
    this.name = 'DataOfOtherVersion'
  }
}

/** LMDB's file begins with two headers, of which the one with the higher number counts. */
const headerBytes = 160
const magic = 0xbeefc0de
const format = 2

interface Header {
  pageSize: number
  /** How many pages belong to the data that this header speaks of. */
  pages: number
  number: bigint
}

/** The file that says that a database was made here once: an empty or missing one is a loss, not a beginning. */
const markOf = (folder: string): string => join(folder, 'made')

/** Says that a database was made here. */
export async function markMade(folder: string): Promise<void> {
  if (!existsSync(markOf(folder))) await writeFile(markOf(folder), 'A database was made here.\n', { flush: true })
}

/**
 * Looks at the file of a database before it is opened: opening one that was cut off would end the process, not fail.
 * Throws `DataDamaged` or `DataOfOtherVersion`; a folder where nothing was made yet is fine.
 */
export async function checkDataFile(folder: string): Promise<void> {
  const path = join(folder, 'data.mdb')
  const made = existsSync(markOf(folder))
  const size = (await stat(path).catch(() => undefined))?.size ?? 0
  if (size === 0) {
    if (made) throw new DataDamaged(`${path} is ${existsSync(path) ? 'empty' : 'gone'}`)
    return
  }
  const first = await headerAt(path, 0)
  const second = first && (await headerAt(path, first.pageSize))
  if (!first || !second) throw new DataDamaged(`the header of ${path} is not readable`)
  const { pages, pageSize } = first.number > second.number ? first : second
  // A last page that was taken and given back in the same write may be missing rightly: then every page is read.
  if (size < pages * pageSize && !(await isWhole(folder)))
    throw new DataDamaged(`${path} has ${size} bytes of ${pages * pageSize}: its end is missing`)
}

async function headerAt(path: string, offset: number): Promise<Header | undefined> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, offset)
    if (bytesRead < headerBytes || buffer.readUInt32LE(24) !== magic) return undefined
    const version = buffer.readUInt32LE(28)
    if (version !== format) throw new DataOfOtherVersion(`LMDB ${version}`, format)
    const pageSize = buffer.readUInt32LE(48)
    if (pageSize < 512 || pageSize > 65536) return undefined
    return { pageSize, pages: Number(buffer.readBigUInt64LE(144)) + 1, number: buffer.readBigUInt64LE(152) }
  } finally {
    await file.close()
  }
}

/** Reads everything there is in a process of its own, which a missing page may end. */
function isWhole(folder: string): Promise<boolean> {
  const script = `
    const { open } = require(${JSON.stringify(require.resolve('lmdb'))})
    const env = open({ path: ${JSON.stringify(folder)}, maxDbs: 4, readOnly: true })
    for (const name of ['documents', 'entries', 'facts'])
      for (const _ of env.openDB({ name, encoding: 'binary' }).getRange()) continue
  `
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', script], { stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('close', (code) => resolve(code === 0))
  })
}
