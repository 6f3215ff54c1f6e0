import type { Browser } from 'playwright-core'
import type { Local } from '../../local/local'
import { troubles } from './audit'
import { openBrowser } from './browser'
import { openDemo } from './demo'
import { lights, show, sights } from './sights'
import { lendingSights } from './sights-lending'
import { needSights } from './sights-need'
import { orderSights } from './sights-order'
import { volunteerSights } from './sights-volunteer'
import { phone, Visitor } from './visitor'

/** Those of single nouns take ten minutes more: `LINLI_COMFORT=all` looks at them, too. */
const apart = new Set([...lendingSights, ...needSights, ...orderSights, ...volunteerSights].map(({ name }) => name))
const looked = process.env.LINLI_COMFORT === 'all' ? sights : sights.filter(({ name }) => !apart.has(name))

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each([
  { light: 'ordinary', least: 44 },
  { light: 'elder', least: 60 },
  { light: 'dark', least: 44 },
] as const)('in $light light', ({ light, least }) => {
  let local: Local
  beforeAll(async () => {
    local = await openDemo()
  })
  afterAll(() => local.stop())

  test.each(looked)('$name can be read, heard and hit', async (sight) => {
    const visitor = await Visitor.arrive(browser, local, { ...lights[light], ...(sight.as && { as: sight.as }) })
    await show(sight, visitor)
    const found = await troubles(visitor.page, least)
    const { complaints } = visitor
    await visitor.leaves()
    expect({ found, complaints }).toEqual({ found: [], complaints: [] })
  })
})

test('control: what cannot be read, heard or hit is found', async () => {
  const page = await browser.newPage({ viewport: phone })
  await page.setContent(`
    <html lang="zh-CN"><title>x</title><main>
      <button style="width:100px;height:100px"></button
      ><button style="width:30px;height:60px" aria-label="小的">x</button
      ><button style="width:100px;height:100px" aria-label="大的">x</button>
      <p style="color:#aaa;background:#fff">看不清</p>
      <p style="width:500px">太宽了</p>
    </main>`)
  const found = (await troubles(page, 44)).join('\n')
  await page.close()
  for (const trouble of ['button-name', '“小的” is 30×60', 'color-contrast', 'too wide'])
    expect(found).toContain(trouble)
})
