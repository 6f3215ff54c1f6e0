import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The deployment's key (`LINLI_KEY`, 32 bytes in base64), made once and kept beside the data that it seals: without it
 * phone numbers in a copied database cannot be read, nor codes be forged.
 */
export async function keyIn(data: string): Promise<string> {
  const path = join(data, 'key')
  try {
    await writeFile(path, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFile(path, 'utf8')
}
