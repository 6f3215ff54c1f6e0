import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './bundle'

/** The file beside a build that names the sources it was made from. */
const mark = '.sources'

/** Everything a build is made from, as one hash: any change of a source, a setting or the lock file changes it. */
export async function sourcesHash(parts: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const part of parts) for (const file of await filesIn(part)) hash.update(`${file}\n`).update(await content(file))
  return hash.digest('hex')
}

/** Whether the build in `out` is of these sources. */
export async function isFresh(out: string, hash: string): Promise<boolean> {
  const file = join(out, mark)
  return existsSync(file) && (await readFile(file, 'utf8')) === hash
}

/** Says what the build in `out` was made from. Last of all, so that a build cut short is not taken for a whole one. */
export const markFresh = (out: string, hash: string): Promise<void> => writeFile(join(out, mark), hash)

const content = (file: string): Promise<Buffer> => readFile(join(root, file))

async function filesIn(part: string): Promise<string[]> {
  if (!existsSync(join(root, part))) return []
  const entries = await readdir(join(root, part), { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return [part]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
