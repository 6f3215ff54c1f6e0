import type { Browser } from 'playwright-core'
import type { Local } from '../../local/local'
import { type Sight, show } from './sights'
import { type Manner, Visitor } from './visitor'

/** Several people look at once: while one waits for an answer, another reads. */
const lanes = 3

/** The most that one person looks at in a row, so that nobody is the last one for long. */
const most = 10

/** Several who begin at once wait for each other's cold functions; that a machine is slow is no trouble of a screen's. */
const patience = 30_000

export interface Walk<Seen> {
  browser: Browser
  local: Local
  manner: Manner
  /** What is told of a sight that stands on the screen. */
  look(sight: Sight, visitor: Visitor): Promise<Seen>
  /** What is told of one that did not come to be. */
  missed(sight: Sight, reason: string, visitor: Visitor): Promise<Seen>
}

/**
 * Brings people before all these sights and answers what is told of each. Whoever sees several opens the app once and
 * turns to the next page within it, as people do; the sights of one person are seen in the order in which they stand.
 */
export async function walk<Seen>(sights: readonly Sight[], how: Walk<Seen>): Promise<Map<Sight, Seen>> {
  const told = new Map<Sight, Seen>()
  const waiting = rounds(sights)
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await round(next, how, told)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return told
}

/** The sights by who sees them. */
function rounds(sights: readonly Sight[]): Sight[][] {
  const rows: Sight[][] = []
  const open = new Map<string, Sight[]>()
  for (const sight of sights) {
    const who = sight.as ?? ''
    const row = open.get(who)
    if (row && row.length < most) row.push(sight)
    else {
      const begun = [sight]
      rows.push(begun)
      open.set(who, begun)
    }
  }
  return rows
}

async function round<Seen>(sights: readonly Sight[], how: Walk<Seen>, told: Map<Sight, Seen>): Promise<void> {
  const as = sights[0]?.as
  const arrive = async () => {
    const visitor = await Visitor.arrive(how.browser, how.local, { ...how.manner, ...(as && { as }) })
    visitor.page.setDefaultTimeout(patience)
    return visitor
  }
  let visitor = await arrive()
  for (const sight of sights) {
    try {
      await show(sight, visitor)
      told.set(sight, await how.look(sight, visitor))
      await visitor.network(true)
    } catch (error) {
      told.set(sight, await how.missed(sight, error instanceof Error ? error.message : String(error), visitor))
      await visitor.leaves()
      visitor = await arrive()
    }
  }
  await visitor.leaves()
}
