import { readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

/** A data folder that another process is using. */
export class FolderInUse extends Error {
  constructor(readonly folder: string) {
    super(`the data folder ${folder} is in use by another local CloudBase`)
    this.name = 'FolderInUse'
  }
}

/**
 * Keeps a data folder for one process; the answer lets go of it. The one who has it is known by a process that lives
 * and a port that answers, so that what a killed one left behind, or a process of the same number, stops nobody.
 */
export async function lockFolder(folder: string, port: number): Promise<() => Promise<void>> {
  const file = join(folder, 'lock.json')
  const text = JSON.stringify({ pid: process.pid, port })
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      await writeFile(file, text, { flag: 'wx' })
      return () => rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      if (await isHeld(file)) break
      await rm(file, { force: true })
    }
  }
  throw new FolderInUse(folder)
}

/** Whether somebody is using a data folder now. */
export const isFolderInUse = (folder: string): Promise<boolean> => isHeld(join(folder, 'lock.json'))

async function isHeld(file: string): Promise<boolean> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return false
  try {
    const { pid, port } = JSON.parse(text) as { pid: number; port: number }
    return lives(pid) && (await answers(port))
  } catch {
    return false
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.setTimeout(1000, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}
