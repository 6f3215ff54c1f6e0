import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { root } from '../../local/bundle'

/** A program of ours in one file, so that it starts in a fraction of a second; its folder is the caller's to remove. */
export function oneFile(program: string): string {
  const folder = join(root, '.cache')
  mkdirSync(folder, { recursive: true })
  const outfile = join(mkdtempSync(join(folder, 'server-')), 'server.cjs')
  const external = ['lmdb', 'esbuild']
  const entryPoints = [join(root, program)]
  buildSync({ entryPoints, outfile, external, bundle: true, platform: 'node', target: 'node20', logLevel: 'error' })
  return outfile
}

/** A server in a process of its own, that says where it is once it can be asked. */
export function startServer(file: string, given: string[]) {
  const child = spawn(process.execPath, [file, ...given], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (part: Buffer) => {
    err += part.toString('utf8')
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (part: Buffer) => resolve(/^Ready: (\S+)/.exec(part.toString('utf8'))?.[1] as string))
    child.once('close', () => reject(new Error(`it ended before it was ready: ${err}`)))
  })
  ready.catch(() => undefined)
  return { ready, ended, pid: child.pid as number, kill: () => child.kill('SIGKILL') }
}
