import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { troublesOfLines } from './lines'

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')

/** What is not of the product: the strip of a local build, and what is told in passing, which the system draws. */
const aside = '.demo-strip, .taro__toast'

/**
 * What would trouble someone on this screen: what accessibility checks find (names, roles, contrast), what is too small
 * to be hit, what sticks out at the side, and lines that break where they should not. `least` is the smallest target, in pixels.
 */
export async function troubles(page: Page, least: number): Promise<string[]> {
  return [
    ...(await accessibility(page, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa'] })),
    ...(await page.evaluate(small, [least, aside] as const)),
    ...(await wide(page)),
    ...(await troublesOfLines(page, aside)),
  ]
}

/**
 * What would trouble them on the same screen in other colours: it is the same document, of the same names and sizes, so
 * that contrast is all that can differ.
 */
export const troublesOfColour = (page: Page): Promise<string[]> =>
  accessibility(page, { type: 'rule', values: ['color-contrast'] })

interface Found {
  violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
}

/** Which of its checks are run. */
interface Checks {
  type: 'tag' | 'rule'
  values: string[]
}

async function accessibility(page: Page, checks: Checks): Promise<string[]> {
  // They stay in a page for as long as it is not loaded anew.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate<Found, [string, Checks]>(
    ([left, runOnly]) => {
      const { axe: known } = window as unknown as { axe: { run(where: object, how: object): Promise<Found> } }
      return known.run({ exclude: [left] }, { runOnly, resultTypes: ['violations'] })
    },
    [aside, checks],
  )
  // The page may be enlarged by one's own switch, and by the browser where it wants to.
  const counted = violations.filter(({ id }) => id !== 'meta-viewport')
  return counted.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary.replaceAll(/\s+/g, ' ')}`),
  )
}

async function wide(page: Page): Promise<string[]> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  return over > 0 ? [`the screen is ${over} px too wide`] : []
}

/** Runs in the page. What is hit counts, not what is drawn: a pill may be larger than it looks. */
function small([least, left]: readonly [number, string]): string[] {
  // Neighbours may overlap by what rounding leaves.
  const reach = least / 2 - 2
  const touchable = 'button, input, textarea, a, [role=button], [role=tab], [role=link], [role=radio], [role=checkbox]'
  const told: string[] = []
  // What lies behind a sheet is not to be hit now, though a word in passing lies over both.
  const sheet = [...document.querySelectorAll('[role=dialog]')].filter((each) => each.checkVisibility()).at(-1)
  for (const element of (sheet ?? document).querySelectorAll<HTMLElement>(touchable)) {
    if (element.closest(left) || element.closest('[aria-disabled=true]') || !element.checkVisibility()) continue
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { x, y, width, height } = element.getBoundingClientRect()
    const [middleX, middleY] = [x + width / 2, y + height / 2]
    const hits = (right: number, down: number) => {
      const hit = document.elementFromPoint(middleX + right, middleY + down)
      return hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('.taro__toast') !== null)
    }
    // Something lies over it, such as a sheet: it is not to be hit now.
    if (!hits(0, 0)) continue
    const name = element.getAttribute('aria-label') ?? element.textContent
    const [across, along] = [hits(-reach, 0) && hits(reach, 0), hits(0, -reach) && hits(0, reach)]
    if (!across || !along)
      told.push(`“${name}” is ${Math.round(width)}×${Math.round(height)}, to be hit: ${across}, ${along}`)
  }
  return told
}
