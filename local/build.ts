import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { bundleFunctions, root } from './bundle'
import { isFresh, markFresh, markStale, sourcesHash } from './fresh'

/** What the pages are built from. */
const pageSources = ['src', 'config', 'cloudfunctions', 'babel.config.js', 'package-lock.json', 'project.config.json']

/** What pages are told from outside. */
const pageSettings = () => [process.env.LINLI_ENV ?? '', process.env.LINLI_CENTRE ?? '']

/** What functions are built from. */
const functionSources = [
  'cloudfunctions',
  'src/domain',
  'package-lock.json',
  'local/bundle.ts',
  'local/bundle-font.ts',
  'local/bundle-statistics.ts',
]

/** web-local: the web version with the bar for acting as someone, which the other has not. */
export type Target = 'functions' | 'web' | 'web-local' | 'weapp'

const folders: Record<Target, string> = {
  functions: 'cloudfunctions',
  web: 'web',
  'web-local': 'web-local',
  weapp: 'miniprogram',
}

/** Where a target's build lies. */
export const outputOf = (target: Target): string => join(root, 'dist', folders[target])

/** Hears how much of a build is done, in per cent. */
export type Progress = (percent: number) => void

/** Builds a target, unless what lies there is of the same sources; answers where it lies. */
export async function build(target: Target, progress?: Progress): Promise<string> {
  const out = outputOf(target)
  const hash = await (target === 'functions' ? sourcesHash(functionSources) : sourcesHash(pageSources, pageSettings()))
  if (await isFresh(out, hash)) return out
  await markStale(out)
  if (target === 'functions') await bundleFunctions(out)
  else {
    await rm(out, { recursive: true, force: true })
    await taro(target, progress)
  }
  await markFresh(out, hash)
  return out
}

/** How a build tells of a warning. */
const warning = /warning|编译警告/i

/** The channel on which the build tells how far it is. */
const progressChannel = 3

/** Runs Taro's own build in a process of its own. It says nothing unless it fails, warns of something, or makes nothing. */
async function taro(target: Exclude<Target, 'functions'>, progress?: Progress): Promise<void> {
  const type = target === 'weapp' ? 'weapp' : 'h5'
  const command = join(root, 'node_modules', '.bin', 'taro')
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    LINLI_LOCAL: target === 'web-local' ? '1' : '',
    LINLI_PROGRESS: progress ? String(progressChannel) : '',
  }
  const child = spawn(command, ['build', '--type', type], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] })
  const told = createInterface({ input: child.stdio[progressChannel] as Readable })
  told.on('line', (line) => progress?.(Number(line)))
  const said: Buffer[] = []
  child.stdout?.on('data', (part: Buffer) => said.push(part))
  child.stderr?.on('data', (part: Buffer) => said.push(part))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const made = existsSync(join(outputOf(target), type === 'h5' ? 'index.html' : 'app.json'))
  const words = Buffer.concat(said).toString('utf8')
  if (code !== 0 || !made) throw new Error(`${words}\nthe build of ${target} failed`)
  if (warning.test(words)) throw new Error(`${words}\nthe build of ${target} warns of something`)
}

const targets = Object.keys(folders) as Target[]

async function main(): Promise<void> {
  const target = targets.find((each) => each === process.argv[2])
  if (!target) throw new Error(`which build? one of: ${targets.join(', ')}`)
  const out = await build(target)
  process.stderr.write(`built: ${out.slice(root.length + 1)}\n`)
}

if (require.main === module)
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
