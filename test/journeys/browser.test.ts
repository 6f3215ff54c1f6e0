import type { Browser } from 'playwright-core'
import { openBrowser } from './browser'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** How a letter is drawn: the cover of each pixel. */
async function ink(text: string): Promise<string> {
  const page = await browser.newPage()
  await page.setContent('<meta charset="utf-8"><canvas width="60" height="60"></canvas>')
  const drawn = await page.evaluate((letter) => {
    const canvas = document.querySelector('canvas') as HTMLCanvasElement
    const pen = canvas.getContext('2d') as CanvasRenderingContext2D
    pen.font = '40px sans-serif'
    pen.fillText(letter, 5, 45)
    return [...pen.getImageData(0, 0, 60, 60).data].filter((_, index) => index % 4 === 3).join(' ')
  }, text)
  await page.close()
  return drawn
}

test('Chinese letters are drawn, each its own shape, not as boxes', async () => {
  const [near, table, unknown] = [await ink('邻'), await ink('桌'), await ink('\u{10FFFD}')]
  expect(near).not.toBe(table)
  expect(near).not.toBe(unknown)
  expect(table).not.toBe(unknown)
})
