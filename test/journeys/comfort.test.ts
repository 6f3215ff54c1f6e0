import type { Browser } from 'playwright-core'
import { troubles } from './audit'
import { openBrowser } from './browser'
import { comfortable } from './comfort'
import { manners } from './sights'
import { phone } from './visitor'

describe('in ordinary size, by day and in the dark', () => {
  comfortable({ manner: manners.ordinary, least: 44, night: true })
})

test('control: what cannot be read, heard or hit is found', async () => {
  const browser: Browser = await openBrowser()
  const page = await browser.newPage({ viewport: phone })
  await page.setContent(`
    <html lang="zh-CN"><title>x</title><main>
      <button style="width:100px;height:100px"></button
      ><button style="width:30px;height:60px" aria-label="小的">x</button
      ><button style="width:100px;height:100px" aria-label="大的">x</button>
      <p style="color:#aaa;background:#fff">看不清</p>
      <p style="width:500px">太宽了</p>
      <p style="width:48px;font-size:16px">一二三四</p>
      <p style="width:60px;font-size:16px;word-break:break-all">到12:30</p>
      <p style="width:48px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">一句长话</p>
    </main>`)
  const found = (await troubles(page, 44)).join('\n')
  await browser.close()
  for (const trouble of [
    'button-name',
    '“小的” is 30×60',
    'color-contrast',
    'too wide',
    '“四” is alone',
    '“12:30” is broken',
    '长话” is cut',
  ])
    expect(found).toContain(trouble)
})
