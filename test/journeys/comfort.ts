import type { Browser } from 'playwright-core'
import type { Local } from '../../local/local'
import { troubles, troublesOfColour } from './audit'
import { openBrowser } from './browser'
import { openDemo } from './demo'
import { type Sight, sights } from './sights'
import type { Manner, Visitor } from './visitor'
import { walk } from './walk'

interface Light {
  manner: Manner
  /** The smallest target, in pixels. */
  least: number
  /** Whether it is looked at in the phone's dark colours, too. */
  night: boolean
}

/** Every sight, seen in this way, can be read, heard and hit. */
export function comfortable({ manner, least, night }: Light): void {
  let browser: Browser
  let local: Local
  let told: Map<Sight, string[]>
  beforeAll(async () => {
    ;[browser, local] = await Promise.all([openBrowser(), openDemo()])
    const look = async (_: Sight, visitor: Visitor) => {
      const found = await troubles(visitor.page, least)
      if (night) found.push(...(await inTheDark(visitor)))
      return [...found, ...visitor.complaints.splice(0)]
    }
    const missed = async ({ name }: Sight, reason: string, { complaints }: Visitor) => [
      `${name} is not to be seen: ${reason}`,
      ...complaints,
    ]
    told = await walk(sights, { browser, local, manner, look, missed })
  }, 900_000)
  afterAll(() => Promise.all([browser.close(), local.stop()]))

  test.each([...sights])('$name can be read, heard and hit', (sight) => {
    expect(told.get(sight)).toEqual([])
  })
}

async function inTheDark(visitor: Visitor): Promise<string[]> {
  await visitor.night(true)
  const found = await troublesOfColour(visitor.page)
  await visitor.night(false)
  return found.map((trouble) => `in the dark: ${trouble}`)
}
