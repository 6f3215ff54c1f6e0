import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { build, outputOf } from '../../local/build'
import { functionNames, root } from '../../local/bundle'
import { startLocal } from '../../local/local'
import { openBrowser } from '../journeys/browser'
import { round } from './measure'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => statSync(name).isFile())

const kilobytes = (bytes: number): number => round(bytes / 1024)
const sizeOf = (files: string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

/** The framework's own part of the main package, measured with one empty page. */
const floorKb = 250

/** The mini-program's packages in KB, as WeChat counts them: every file that is uploaded. */
export async function packages() {
  await build('weapp')
  const out = outputOf('weapp')
  const app = JSON.parse(readFileSync(join(out, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }
  const roots = (app.subPackages ?? []).map((each) => each.root)
  const files = filesIn(out).filter((file) => !file.endsWith('.map') && !file.includes('.linli'))
  const under = (folder: string) => files.filter((file) => file.startsWith(join(out, folder)))
  const main = files.filter((file) => !roots.some((folder) => file.startsWith(join(out, folder))))
  return {
    mainKb: kilobytes(sizeOf(main)),
    timesFloor: round(sizeOf(main) / 1024 / floorKb),
    subpackagesKb: Object.fromEntries(roots.map((folder) => [folder, kilobytes(sizeOf(under(folder)))])),
  }
}

const gzipSize = (contents: Buffer[]): number => contents.reduce((sum, each) => sum + gzipSync(each).length, 0)

/** The web version's JavaScript, compressed, in KB: all of it, and what a browser loads for the first screen. */
export async function webScripts() {
  await build('web')
  const scripts = filesIn(outputOf('web')).filter((file) => file.endsWith('.js'))
  return {
    firstScreenGzipKb: kilobytes(gzipSize(await firstScreenScripts(outputOf('web')))),
    allGzipKb: kilobytes(gzipSize(scripts.map((file) => readFileSync(file)))),
    files: scripts.length,
  }
}

async function firstScreenScripts(web: string): Promise<Buffer[]> {
  const data = mkdtempSync(join(tmpdir(), 'linli-first-'))
  const local = await startLocal({ data, functions: await build('functions'), web })
  const browser = await openBrowser()
  const page = await browser.newPage()
  const loaded: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js')) loaded.push(response.body())
  })
  await page.goto(local.url, { waitUntil: 'networkidle' })
  const scripts = await Promise.all(loaded)
  await browser.close()
  await local.stop()
  rmSync(data, { recursive: true })
  return scripts
}

/** Milliseconds that a fresh process needs to load a module; the median of several. */
function loadMs(file: string): number {
  const script = `const t=performance.now();require(${JSON.stringify(file)});console.log(performance.now()-t)`
  const env = { ...process.env, TENCENTCLOUD_RUNENV: 'SCF' }
  const times = Array.from({ length: 7 }, () => Number(execFileSync('node', ['-e', script], { env, encoding: 'utf8' })))
  return round(times.sort((a, b) => a - b)[3] ?? 0)
}

/** Each function's bundle and how long it takes to load, beside one that has the SDK and nothing else. */
export async function functions() {
  await build('functions')
  const folder = mkdtempSync(join(tmpdir(), 'linli-empty-'))
  const empty = join(folder, 'index.js')
  buildSync({
    stdin: {
      contents: "import { init } from '@cloudbase/node-sdk'; export const main = async () => ({ app: init({}) })",
      resolveDir: root,
    },
    outfile: empty,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  })
  const all = functionNames().map((name) => [name, join(outputOf('functions'), name, 'index.js')] as const)
  const rows = [['an empty function with the SDK', empty] as const, ...all].map(([name, file]) => [
    name,
    { kb: kilobytes(statSync(file).size), coldLoadMs: loadMs(file) },
  ])
  rmSync(folder, { recursive: true })
  return Object.fromEntries(rows) as Record<string, { kb: number; coldLoadMs: number }>
}
