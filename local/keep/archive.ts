import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { Advice } from '../advice'
import { Snapshot } from './data'

/** A backup is text, one JSON value a line: a heading, documents, files, and an end that says how much there was. */
export type Line =
  | { backup: 1; at: string; collections: string[]; key: string | null }
  | { collection: string; document: string }
  | { file: string; base64: string }
  | { end: Total; sha256: string }

export interface Total {
  documents: number
  files: number
}

/** Which key sealed what is in there: enough to tell one from another, nothing of the key itself. */
export async function fingerprint(data: string): Promise<string | null> {
  const key = await readFile(join(data, 'key'), 'utf8').catch(() => undefined)
  return key === undefined ? null : createHash('sha256').update(`fingerprint ${key}`).digest('hex').slice(0, 12)
}

/**
 * Writes the whole data folder but its key into one file, as it stood at one moment, whoever is writing meanwhile. The
 * file appears when it is whole and on the disk. Pictures are taken after the documents that name them.
 */
export async function writeArchive(data: string, path: string): Promise<Total> {
  const snapshot = await Snapshot.open(data)
  const draft = `${path}.part`
  await mkdir(dirname(path), { recursive: true })
  const stream = createWriteStream(draft, { mode: 0o600 })
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => undefined)
  const hash = createHash('sha256')
  const put = async (line: Line) => {
    const text = `${JSON.stringify(line)}\n`
    hash.update(text)
    if (!stream.write(text))
      await Promise.race([failed, new Promise<void>((resolve) => stream.once('drain', () => resolve()))])
  }
  try {
    const total: Total = { documents: 0, files: 0 }
    const [collections, key] = [snapshot.collections(), await fingerprint(data)]
    await put({ backup: 1, at: new Date().toISOString(), collections, key })
    for (const { collection, json } of snapshot.documents()) {
      await put({ collection, document: json })
      total.documents += 1
    }
    for (const file of await filesIn(join(data, 'files'))) {
      await put({ file, base64: (await readFile(join(data, 'files', file))).toString('base64') })
      total.files += 1
    }
    stream.write(`${JSON.stringify({ end: total, sha256: hash.digest('hex') })}\n`)
    await Promise.race([failed, new Promise<void>((resolve) => stream.end(resolve))])
    const written = await open(draft)
    await written.sync().finally(() => written.close())
    await rename(draft, path)
    return total
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await snapshot.close()
  }
}

async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** The lines of a backup; refuses one that was cut off or changed, in the end. */
export async function* readArchive(path: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  let end: { end: Total; sha256: string } | undefined
  let first = true
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    const line = lineOf(text)
    if (!line || end || first !== 'backup' in line) throw new Advice(notWhole(path))
    first = false
    if ('end' in line) end = line
    else {
      hash.update(`${text}\n`)
      yield line
    }
  }
  if (!end || end.sha256 !== hash.digest('hex')) throw new Advice(notWhole(path))
}

const notWhole = (path: string) =>
  `${path} is not a whole backup: it was cut off or changed. Nothing was restored; use another one.`

function lineOf(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

/** Puts a picture of a backup in its place below a folder. */
export async function writeFileBelow(folder: string, file: string, base64: string): Promise<void> {
  const inside = normalize(file)
  if (inside.startsWith('..') || inside.startsWith('/')) throw new Advice(`a backup may not hold the file ${file}`)
  await mkdir(dirname(join(folder, inside)), { recursive: true })
  await writeFile(join(folder, inside), Buffer.from(base64, 'base64'))
}
