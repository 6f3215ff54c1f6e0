import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { fontPieces } from './bundle-font'
import { packedStatistics } from './bundle-statistics'

/** What a function's folder may say about how it is run; CloudBase reads the same file. */
export interface FunctionConfig {
  /** Seconds until a call is given up; CloudBase's default is 3. */
  timeout?: number
  /** Megabytes. */
  memorySize?: number
  triggers?: { name: string; type: 'timer'; config: string }[]
  permissions?: { openapi: string[] }
}

export const root = join(__dirname, '..')

/** The functions there are: every folder of `cloudfunctions` that has an index. */
export function functionNames(from = join(root, 'cloudfunctions')): string[] {
  return readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(from, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()
}

/** A function's own settings; none where it has no config.json. */
export async function configOf(folder: string): Promise<FunctionConfig> {
  const file = join(folder, 'config.json')
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as FunctionConfig) : {}
}

/**
 * Bundles each function with all it needs into `<out>/<name>/`, ready to upload and to run: index.js (CommonJS,
 * `exports.main`), package.json, config.json. What lies in `out` is replaced whole, in one moment.
 */
export async function bundleFunctions(out: string, from = join(root, 'cloudfunctions')): Promise<string[]> {
  const names = functionNames(from)
  const draft = `${out}.${randomUUID()}`
  // All in one go: what they share is read once.
  await build({
    entryPoints: Object.fromEntries(names.map((name) => [`${name}/index`, join(from, name, 'index.ts')])),
    outdir: draft,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    keepNames: true,
    // Chinese as it is written; escaped it would be twice as long to read.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    plugins: [fontPieces, packedStatistics],
    // A package that comes as a module may ask where it lies; in a CommonJS bundle that is the bundle.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  })
  await Promise.all(names.map((name) => describe(join(from, name), join(draft, name), name)))
  await rm(out, { recursive: true, force: true })
  await rename(draft, out)
  return names
}

/** What the platform is told of a function, beside its code. */
async function describe(from: string, to: string, name: string): Promise<void> {
  await mkdir(to, { recursive: true })
  const described = { name, version: '1.0.0', main: 'index.js' }
  const config = {
    timeout: 3,
    memorySize: 256,
    permissions: { openapi: [] },
    ...(await configOf(from)),
  }
  await writeFile(join(to, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
  await writeFile(join(to, 'config.json'), `${JSON.stringify(config, null, 2)}\n`)
}
