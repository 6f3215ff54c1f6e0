import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Advice } from '../advice'
import { entriesOf } from '../store/index-keys'
import { DataOfOtherVersion } from '../store/data-file'
import { read } from '../document/ejson'
import type { Doc } from '../document/value'
import type { Index } from '../../cloudfunctions/runtime/collections'
import { Snapshot } from './data'

export interface Verdict {
  documents: number
  entries: number
  /** What is wrong, the first of them. */
  faults: string[]
}

const mostFaults = 20

/** How the process that reads ends where there is nothing that it can read. */
const advised = 3

/** Reads every document and asks its checksum and its place in every index; counts both ways. */
export async function survey(data: string): Promise<Verdict> {
  const snapshot = await Snapshot.open(data)
  const indexes = new Map<string, Index[]>()
  for (const { collection, index } of snapshot.indexes())
    indexes.set(collection, [...(indexes.get(collection) ?? []), index])
  const verdict: Verdict = { documents: 0, entries: 0, faults: [] }
  const fault = (what: string) => {
    if (verdict.faults.length < mostFaults) verdict.faults.push(what)
  }
  let expected = 0
  for (const { collection, id, json } of snapshot.documents((error) => fault((error as Error).message))) {
    verdict.documents += 1
    for (const index of indexes.get(collection) ?? []) {
      const { entries } = entriesOf(index, read(json) as Doc)
      expected += entries.length
      for (const entry of entries)
        if (!snapshot.hasEntry([collection, index.name, ...entry.flat(), id]))
          fault(`the document "${id}" of "${collection}" is missing in its index ${index.name}`)
    }
  }
  for (const _ of snapshot.entries()) verdict.entries += 1
  if (verdict.faults.length === 0 && verdict.entries !== expected)
    fault(`the indexes have ${verdict.entries} entries, the documents ${expected}`)
  await snapshot.close()
  return verdict
}

/** The same in a process of its own: a page that is not there ends that one, and is told of. */
export async function verify(data: string): Promise<Verdict> {
  const child = spawn(process.execPath, ['--import', 'tsx', __filename, data], {
    cwd: join(__dirname, '..', '..'),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString('utf8')
  })
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString('utf8')
  })
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return JSON.parse(out) as Verdict
  if (code === advised) throw new Advice(err)
  const why = code === null ? 'a page of the file is missing' : (err.trim().split('\n')[0] ?? '')
  return { documents: 0, entries: 0, faults: [`the database cannot be read through: ${why}`] }
}

if (require.main === module)
  survey(process.argv[2] as string).then(
    (verdict) => process.stdout.write(JSON.stringify(verdict)),
    (error: unknown) => {
      process.stderr.write(error instanceof Error ? error.message : String(error))
      process.exitCode = error instanceof Advice || error instanceof DataOfOtherVersion ? advised : 1
    },
  )
