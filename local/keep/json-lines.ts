import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { EJSON } from 'bson'
import { Advice } from '../advice'
import { decode } from '../document/ejson'
import type { Fields } from '../document/value'
import { Snapshot } from './data'

/** CloudBase's importer takes files up to 50 MB; a larger collection becomes several of them. */
const mostBytes = 45 * 1024 * 1024

/**
 * Writes each collection as CloudBase's importer takes it: `<collection>.json`, one document a line, dates as
 * `{"$date":"…"}`. Answers how many documents each has. Pictures and the key are not part of it.
 */
export async function writeJsonLines(data: string, folder: string): Promise<Record<string, number>> {
  const snapshot = await Snapshot.open(data)
  await mkdir(folder, { recursive: true })
  try {
    const counts: Record<string, number> = {}
    for (const name of snapshot.collections()) counts[name] = 0
    let file:
      | { collection: string; part: number; bytes: number; end(): Promise<void>; put(text: string): Promise<void> }
      | undefined
    for (const { collection, json } of snapshot.documents()) {
      const text = `${EJSON.stringify(EJSON.parse(json), { relaxed: true })}\n`
      if (file?.collection !== collection || file.bytes + Buffer.byteLength(text) > mostBytes) {
        await file?.end()
        file = partOf(folder, collection, file?.collection === collection ? file.part + 1 : 1)
      }
      await file.put(text)
      counts[collection] = (counts[collection] ?? 0) + 1
    }
    await file?.end()
    return counts
  } finally {
    await snapshot.close()
  }
}

function partOf(folder: string, collection: string, part: number) {
  const stream = createWriteStream(join(folder, `${collection}${part > 1 ? `.part${part}` : ''}.json`), { mode: 0o600 })
  const done = new Promise<void>((resolve, reject) => stream.once('finish', resolve).once('error', reject))
  done.catch(() => undefined)
  const file = {
    collection,
    part,
    bytes: 0,
    async put(text: string) {
      file.bytes += Buffer.byteLength(text)
      if (!stream.write(text))
        await Promise.race([new Promise<void>((resolve) => stream.once('drain', () => resolve())), done])
    },
    end() {
      stream.end()
      return done
    },
  }
  return file
}

const nameOf = /^(.+?)(?:\.part\d+)?\.jsonl?$/

/** The documents of a folder of such files, or of CloudBase's own exports. */
export async function* readJsonLines(folder: string): AsyncGenerator<{ collection: string; doc: Fields }> {
  const files = (await readdir(folder)).filter((file) => nameOf.test(file)).sort()
  if (files.length === 0) throw new Advice(`There is no file <collection>.json in ${folder}.`)
  for (const file of files) {
    const collection = nameOf.exec(file)?.[1] as string
    let number = 0
    for await (const text of createInterface({ input: createReadStream(join(folder, file)) })) {
      number += 1
      if (text.trim() === '') continue
      try {
        yield { collection, doc: decode(text, 0) }
      } catch (error) {
        throw new Advice(`${file}, line ${number}: ${(error as Error).message}. Nothing was restored.`)
      }
    }
  }
}
