import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root } from './bundle'

/** The file beside a build (not in it: what lies there is uploaded) that names the sources it was made from. */
const markOf = (out: string): string => `${out}.sources`

/**
 * Everything a build is made from, as one hash: files and folders under `base`, and what it is told beside them. Any
 * change of a source, a setting or the lock file changes it; so does a file that was moved.
 */
export async function sourcesHash(
  parts: readonly string[],
  told: readonly string[] = [],
  base = root,
): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(told))
  for (const part of parts)
    for (const file of await filesIn(base, part)) {
      const content = await readFile(join(base, file))
      hash.update(`${file}\n${content.length}\n`).update(content)
    }
  return hash.digest('hex')
}

/** Whether the build in `out` is of these sources. */
export async function isFresh(out: string, hash: string): Promise<boolean> {
  if (!existsSync(out) || !existsSync(markOf(out))) return false
  return (await readFile(markOf(out), 'utf8')) === hash
}

/** Says what the build in `out` was made from. Last of all, so that a build cut short is not taken for a whole one. */
export const markFresh = (out: string, hash: string): Promise<void> => writeFile(markOf(out), hash)

/** Takes back what was said of the build in `out`, before it is made anew. */
export const markStale = (out: string): Promise<void> => rm(markOf(out), { force: true })

async function filesIn(base: string, part: string): Promise<string[]> {
  if (!existsSync(join(base, part))) return []
  const entries = await readdir(join(base, part), { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (!entries) return [part]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(base, join(entry.parentPath, entry.name)))
    .sort()
}
