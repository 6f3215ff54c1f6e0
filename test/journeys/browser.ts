import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { root } from '../../local/bundle'
import { findChromium } from './chromium'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a real Chromium that asks nothing of the network by itself; once more where it died of itself at its start. */
export async function openBrowser(): Promise<Browser> {
  const { program, env } = await findChromium()
  const home = join(root, '.cache', 'browser')
  await mkdir(home, { recursive: true })
  const start = () =>
    chromium.launch({
      executablePath: program,
      args: quiet,
      env: { PATH: process.env.PATH ?? '', HOME: home, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', ...env },
    })
  return start().catch(start)
}
