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

/** The names of all categories, and the items of the one that was asked for. */
export interface CataloguePage {
  categories: Category[]
  items: CatalogueItem[]
}

export const catalogueInput = v.strictObject({ category: v.nullable(shortId) })
