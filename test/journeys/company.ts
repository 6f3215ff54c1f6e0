import type { Browser } from 'playwright-core'
import type { Local } from '../../local/local'
import { openBrowser } from './browser'
import { openDemo } from './demo'
import { type Manner, Visitor } from './visitor'

/** Those who come to the demo centre in the tests of one file, and the centre itself. */
export interface Company {
  local(): Local
  /** Someone comes, with a phone of their own. After each test all are gone, and none may have met an error. */
  arrive(manner?: Manner): Promise<Visitor>
}

export function company(): Company {
  let local: Local
  let browser: Browser
  let visitors: Visitor[] = []

  beforeAll(async () => {
    ;[local, browser] = await Promise.all([openDemo(), openBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser.close()
    await local.stop()
  })
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints)
    await Promise.all(visitors.map((visitor) => visitor.leaves()))
    visitors = []
    expect(complaints).toEqual([])
  })

  return {
    local: () => local,
    arrive: async (manner) => {
      const visitor = await Visitor.arrive(browser, local, manner)
      visitors.push(visitor)
      return visitor
    },
  }
}
