import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')

/** A TypeScript program of ours in a process, and a process group, of its own. */
export interface Started {
  /** Everything it has said so far. */
  out(): string
  err(): string
  /** What comes behind "Ready: " once it says so; it fails when the program ends before that. */
  ready: Promise<string>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
  signal(name: NodeJS.Signals): void
}

const living = new Set<ChildProcess>()

// A test that fails must leave nothing behind.
afterAll(() => {
  for (const child of living) kill(child, 'SIGKILL')
})

function kill(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    process.kill(-(child.pid as number), name)
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Starts a program; `before` are words that come before node's own, such as a tracer. */
export function startProgram(
  file: string,
  options: { given?: string[]; environment?: Record<string, string>; before?: string[] } = {},
): Started {
  const words = [
    ...(options.before ?? []),
    process.execPath,
    '--import',
    'tsx',
    join(root, file),
    ...(options.given ?? []),
  ]
  const env = { ...process.env, ...options.environment }
  const child = spawn(words[0] as string, words.slice(1), {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  let out = ''
  let err = ''
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => {
      living.delete(child)
      resolve(signal ?? code)
    })
  })
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      out += part.toString('utf8')
      const said = /^Ready: (\S+)\n/m.exec(out)?.[1]
      if (said) resolve(said.replace(/\/$/, ''))
    })
    child.stderr.on('data', (part: Buffer) => {
      err += part.toString('utf8')
    })
    void ended.then((code) => reject(new Error(`it ended with ${code} and said: ${err}`)))
  })
  ready.catch(() => undefined)
  return { out: () => out, err: () => err, ready, ended, signal: (name) => kill(child, name) }
}
