import * as v from 'valibot'
import type { AgeBand } from './age'
import { shortId } from './input'

/** What a centre may put on, of the catalogue: as much of an item as an activity begins with. */
export interface CatalogueItem {
  code: string
  category: string
  name: string
  description: string
  bands: AgeBand[]
  /** How long it usually lasts. */
  minutes: number
  private: boolean
}

export interface Category {
  code: string
  name: string
}

export const modes = ['activity', 'on-demand', 'booking', 'standing-group', 'loan'] as const
export type Mode = (typeof modes)[number]

export const places = ['centre', 'home', 'outdoor', 'online'] as const
export type Place = (typeof places)[number]

export const providers = ['social_worker', 'volunteer', 'resident', 'social_org', 'enterprise', 'committee'] as const
export type Provider = (typeof providers)[number]

/** All that is known of an item: the stock that a centre composes its own menu from. */
export interface StockItem extends CatalogueItem {
  mode: Mode
  place: Place
  providers: Provider[]
  /** What whoever does it must have, in words; null = nothing. */
  qualification: string | null
  homeVisit: boolean
  /** Children or youths are among those it is for. */
  minors: boolean
  guardianConsent: boolean
  /** Codes of the rules that make it safe. */
  risks: string[]
  riskNotes: string
}

/** The whole catalogue. It is this project's own, no authority's list. */
export interface Catalogue {
  /** From how many categories a centre offers at least something, unless it says otherwise. */
  selection: { leastCategories: number }
  audiences: { code: string; name: string; description: string }[]
  modes: { code: Mode; name: string; description: string }[]
  places: { code: Place; name: string }[]
  providers: { code: Provider; name: string }[]
  risks: { code: string; text: string }[]
  categories: (Category & { audience: string; description: string })[]
  items: StockItem[]
}

/** The names of all categories, and the items of the one that was asked for. */
export interface CataloguePage {
  categories: Category[]
  items: CatalogueItem[]
}

export const catalogueInput = v.strictObject({ category: v.nullable(shortId) })
