import * as v from 'valibot'
import { ageBands } from './age'
import { modes, places, type StockItem } from './catalogue'
import { dayInput } from './day-input'
import { intentId, line, shortId } from './input'

/** What a service is, whoever provides it: of the catalogue, or a centre's own. */
export type Service = Omit<StockItem, 'providers' | 'minors' | 'riskNotes'>

/** A service that a centre thought of by itself. */
export type OwnService = Pick<
  Service,
  'category' | 'name' | 'description' | 'bands' | 'mode' | 'place' | 'minutes' | 'qualification'
>

/** What a centre says of a service on its menu. */
export interface EntryWords {
  /** Who provides it, by their keys. */
  providers: string[]
  when: string | null
  where: string | null
  /** How many a week; nothing where nobody counts. */
  weekly: number | null
  price: string | null
  /** The first and the last day of its season, each by its first moment; nothing where it has none. */
  from: number | null
  until: number | null
}

/** One line of a menu. */
export interface MenuEntry extends EntryWords {
  /** The catalogue's code, or one of the centre's own ("own-…"). */
  code: string
  own: OwnService | null
  /** Of the centre's own: whether its name or what is said of it is for the social workers only, as it was read. */
  quiet?: boolean
  /** Not to be had for now. */
  paused: boolean
  /** The version of the menu that changed it last: whoever changes it says which one they saw. */
  changed: number
}

/** What was done with a menu as a whole: append-only. */
export type MenuFact = { id: string; at: number; by: string | null } & (
  | { kind: 'publish'; edition: number; version: number; added: string[]; removed: string[] }
  | { kind: 'minimum'; minimum: number }
)

/** A centre's menu: what staff compose, and what residents read of it since it was published. One a centre. */
export interface Menu {
  /** The centre's id. */
  _id: string
  centre: string
  /** So many categories at least, or it is not published. */
  minimum: number
  /** Grows with every change of what is composed. */
  version: number
  /** The intents of the latest changes, so that a replay of one is known. */
  saves: string[]
  entries: MenuEntry[]
  published: { edition: number; version: number; at: number; entries: MenuEntry[] } | null
  facts: MenuFact[]
}

/** So many categories where a centre has said nothing else. */
export const usualMinimum = 12

/** So many intents are remembered. */
export const mostSaves = 60

/** The most lines of a menu, and providers of one line. */
export const mostEntries = 300
const mostProviders = 8

const number = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most))

const words = {
  providers: v.pipe(v.array(shortId), v.maxLength(mostProviders)),
  when: v.nullable(line(1, 40)),
  where: v.nullable(line(1, 40)),
  weekly: v.nullable(number(1, 999)),
  price: v.nullable(line(1, 40)),
  from: v.nullable(dayInput),
  until: v.nullable(dayInput),
}

const own = v.strictObject({
  category: shortId,
  name: line(2, 12),
  description: line(2, 40),
  bands: v.pipe(v.array(v.picklist(ageBands)), v.minLength(1), v.maxLength(ageBands.length)),
  mode: v.picklist(modes),
  place: v.picklist(places),
  minutes: number(5, 600),
  qualification: v.nullable(line(2, 20)),
})

/** The `changed` of the line as the caller saw it; nothing where it was not on the menu. */
const seen = v.nullable(number(0, 1_000_000_000))

/** Puts a line on the menu that is composed, or says it otherwise. */
export const setEntryInput = v.strictObject({
  intent: intentId,
  code: shortId,
  changed: seen,
  own: v.nullable(own),
  ...words,
})

/** Takes a line off. */
export const dropEntryInput = v.strictObject({ intent: intentId, code: shortId, changed: seen })

/** Not to be had for now, or again: at once, on what is published too. */
export const pauseInput = v.strictObject({ intent: intentId, code: shortId, paused: v.boolean() })

export const publishMenuInput = v.strictObject({ intent: intentId, version: number(1, 1_000_000_000) })

export const minimumInput = v.strictObject({ intent: intentId, minimum: number(1, 28) })

export const itemInput = v.strictObject({ item: shortId })

export const stockInput = v.strictObject({ category: shortId })

/** What someone says they need, as they type it. */
export const searchInput = v.strictObject({ words: line(1, 60) })
