import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from '../../local/build'
import { root } from '../../local/bundle'
import { openBrowser } from './browser'
import { openDemo } from './demo'
import { manners, type Sight, sights } from './sights'
import { phone, type Visitor } from './visitor'
import { walk } from './walk'

const folder = join(root, '.cache', 'screens')
const lights = ['ordinary', 'elder', 'dark'] as const

/** A picture of every screen, or of those named, in every light, and all of them on one sheet. */
async function main(): Promise<void> {
  await build('functions')
  await build('web-local')
  const named = process.argv.slice(2)
  const wanted = sights.filter(({ name }) => named.length === 0 || named.some((each) => name.startsWith(each)))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const browser = await openBrowser()
  const missed = [...(await pictures(browser, wanted, 'ordinary')), ...(await pictures(browser, wanted, 'elder'))]
  await sheet(browser, wanted)
  await browser.close()
  process.stdout.write(`${join(folder, 'sheet.png')}\n${missed.map((each) => `not seen: ${each}\n`).join('')}`)
  if (missed.length > 0) process.exitCode = 1
}

const file = (sight: Sight, light: (typeof lights)[number]) => `${sight.name}.${light}.png`

/** Takes them from a centre as it was seeded; answers those that did not come to be. A picture is taken either way. */
async function pictures(browser: Browser, wanted: readonly Sight[], light: keyof typeof manners): Promise<string[]> {
  const local = await openDemo()
  const take = (sight: Sight, { page }: Visitor, of: (typeof lights)[number] = light) =>
    page.screenshot({ path: join(folder, file(sight, of)) })
  const look = async (sight: Sight, visitor: Visitor) => {
    await take(sight, visitor)
    if (light !== 'ordinary') return undefined
    await visitor.night(true)
    await take(sight, visitor, 'dark')
    await visitor.night(false)
    return undefined
  }
  const missed = async (sight: Sight, _: string, visitor: Visitor) => {
    await take(sight, visitor)
    return `${sight.name} ${light}`
  }
  const told = await walk<string | undefined>(wanted, { browser, local, manner: manners[light], look, missed })
  await local.stop()
  return [...told.values()].filter((each) => each !== undefined)
}

/** One row a screen, one column a light. */
async function sheet(browser: Browser, wanted: readonly Sight[]): Promise<void> {
  const rows = wanted.map((sight) => {
    const shown = lights.map((light) => `<img src="${file(sight, light)}" width="${phone.width / 2}">`)
    return `<figure><figcaption>${sight.name}</figcaption>${shown.join('')}</figure>`
  })
  const style =
    'body{display:flex;flex-wrap:wrap;gap:16px;margin:16px;font:14px sans-serif}figure{margin:0}img{margin:2px}'
  await writeFile(join(folder, 'sheet.html'), `<meta charset="utf-8"><style>${style}</style>${rows.join('')}`)
  const page = await browser.newPage({ viewport: { width: 1860, height: 1000 } })
  await page.goto(`file://${join(folder, 'sheet.html')}`)
  await page.screenshot({ path: join(folder, 'sheet.png'), fullPage: true })
  await page.close()
}

void main()
