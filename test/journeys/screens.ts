import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from '../../local/build'
import { root } from '../../local/bundle'
import type { Local } from '../../local/local'
import { openBrowser } from './browser'
import { openDemo } from './demo'
import { lights, type Sight, show, sights } from './sights'
import { phone, Visitor } from './visitor'

const folder = join(root, '.cache', 'screens')

/** A picture of every screen, or of those named, in every light, each from a centre as it was seeded, and all of them on one sheet. */
async function main(): Promise<void> {
  await build('functions')
  await build('web-local')
  const named = process.argv.slice(2)
  const wanted = sights.filter(({ name }) => named.length === 0 || named.some((each) => name.startsWith(each)))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const browser = await openBrowser()
  const failed: string[] = []
  for (const light of Object.keys(lights) as (keyof typeof lights)[]) {
    const local = await openDemo()
    for (const sight of wanted)
      if (!(await picture(browser, local, sight, light))) failed.push(`${sight.name} ${light}`)
    await local.stop()
  }
  await sheet(browser, wanted)
  await browser.close()
  process.stdout.write(`${join(folder, 'sheet.png')}\n${failed.map((each) => `not seen: ${each}\n`).join('')}`)
  if (failed.length > 0) process.exitCode = 1
}

const file = (sight: Sight, light: string) => `${sight.name}.${light}.png`

/** Whether it came to be what it should. A picture is taken either way. */
async function picture(browser: Browser, local: Local, sight: Sight, light: keyof typeof lights): Promise<boolean> {
  const visitor = await Visitor.arrive(browser, local, { ...lights[light], ...(sight.as && { as: sight.as }) })
  const whole = await show(sight, visitor).then(
    () => true,
    () => false,
  )
  await visitor.page.screenshot({ path: join(folder, file(sight, light)) })
  await visitor.leaves()
  return whole
}

/** One row a screen, one column a light. */
async function sheet(browser: Browser, wanted: readonly Sight[]): Promise<void> {
  const rows = wanted.map((sight) => {
    const pictures = Object.keys(lights).map((light) => `<img src="${file(sight, light)}" width="${phone.width / 2}">`)
    return `<figure><figcaption>${sight.name}</figcaption>${pictures.join('')}</figure>`
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
