import { day } from './day'
import type { EntryWords, MenuEntry } from './menu'

/** served: to be had now · soon: its season is about to begin · paused · over: its season has ended, or is far off. */
export type EntryStanding = 'served' | 'soon' | 'paused' | 'over'

/** So long before its season something is announced. */
const announced = 60 * day

/** How a line of the menu stands. The last day of a season is part of it. */
export function standingOf({ paused, from, until }: Pick<MenuEntry, 'paused' | 'from' | 'until'>, now: number) {
  if (until !== null && now >= until + day) return 'over'
  if (from !== null && now < from) return from - now <= announced ? 'soon' : 'over'
  return paused ? 'paused' : 'served'
}

/** Why these words cannot stand, by the field that is wrong; nothing where they can. */
export const whyNotWords = ({ from, until }: EntryWords): 'until' | undefined =>
  from !== null && until !== null && until < from ? 'until' : undefined

/** What a line lacks before it can be published: somebody who provides it. */
export const lacksProvider = ({ providers }: Pick<MenuEntry, 'providers'>): boolean => providers.length === 0

interface Placed {
  category: string
  entry: MenuEntry
}

/** Categories that a menu really serves: of what is paused or out of its season none counts. */
export const categoriesServed = (lines: readonly Placed[], now: number): string[] => [
  ...new Set(lines.filter(({ entry }) => standingOf(entry, now) === 'served').map(({ category }) => category)),
]

export type PublishLack =
  | { lack: 'provider'; codes: string[] }
  | { lack: 'categories'; served: number; minimum: number; could: string[] }

/**
 * Categories of the stock that are not served yet and could be added: first those that are on the menu but paused, for
 * they are the nearest.
 */
export function couldServe(lines: readonly Placed[], stock: readonly string[], now: number): string[] {
  const served = categoriesServed(lines, now)
  const open = stock.filter((category) => !served.includes(category))
  const near = open.filter((category) => lines.some((line) => line.category === category))
  return [...near, ...open.filter((category) => !near.includes(category))]
}

/** Why a menu cannot be published: something that nobody provides, or too few categories, and which could be added. */
export function whyNotPublish(
  lines: readonly Placed[],
  minimum: number,
  stock: readonly string[],
  now: number,
): PublishLack | undefined {
  const codes = lines.filter(({ entry }) => lacksProvider(entry)).map(({ entry }) => entry.code)
  if (codes.length > 0) return { lack: 'provider', codes }
  const served = categoriesServed(lines, now).length
  if (served >= minimum) return undefined
  return { lack: 'categories', served, minimum, could: couldServe(lines, stock, now) }
}

/** What is on one list and not on the other. */
export const difference = (now: readonly MenuEntry[], before: readonly MenuEntry[]) => {
  const codes = (list: readonly MenuEntry[]) => list.map(({ code }) => code)
  const [is, was] = [codes(now), codes(before)]
  return { added: is.filter((code) => !was.includes(code)), removed: was.filter((code) => !is.includes(code)) }
}
