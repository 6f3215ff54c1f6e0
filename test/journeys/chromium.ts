import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { root } from '../../local/bundle'
import { fontSettings } from './fonts'
import { unpackFolder, unpackProgram } from './packed'

/** A Chromium that can be started here: its program, and what must be in its environment. */
export interface Chromium {
  program: string
  env: Record<string, string>
}

const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * The Chromium of this machine; where there is none, or LINLI_CHROMIUM is "package", the one inside a package, with its
 * libraries. Either draws Chinese, whatever fonts the machine has. LINLI_CHROMIUM may also be the path of a program.
 */
export async function findChromium(): Promise<Chromium> {
  const fonts = await once(join(root, '.cache', 'fonts'), (folder) => fontSettings(folder))
  const env = { FONTCONFIG_FILE: join(fonts, 'fonts.conf') }
  const wished = process.env.LINLI_CHROMIUM ?? ''
  if (wished !== '' && wished !== 'package') return { program: wished, env }
  const program = wished === 'package' ? undefined : onThisMachine()
  if (program) return { program, env }
  const folder = await once(join(root, '.cache', 'chromium'), unpackChromium)
  return { program: join(folder, 'chromium'), env: { ...env, LD_LIBRARY_PATH: join(folder, 'lib') } }
}

const onThisMachine = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => installed.map((name) => join(folder, name)))
    .find((file) => existsSync(file))

async function unpackChromium(folder: string): Promise<void> {
  const bin = join(dirname(createRequire(__filename).resolve('@sparticuz/chromium')), '..', '..', 'bin')
  await Promise.all([
    unpackProgram(join(bin, 'chromium.br'), join(folder, 'chromium')),
    // The shared libraries that a bare Debian lacks: NSS, NSPR, expat.
    unpackFolder(join(bin, 'al2023.tar.br'), folder),
  ])
}

/** Makes a folder's content once, whole or not at all, even when two tests begin at the same time. */
async function once(folder: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  if (existsSync(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const made = await mkdtemp(`${folder}-`)
  await make(made)
  await rename(made, folder).catch(() => rm(made, { recursive: true, force: true }))
  return folder
}
