import type { Catalogue, StockItem } from '../../src/domain/catalogue'
import content from './catalogue.json'

/** The catalogue, shared by every function that needs an item's facts. */
export const catalogue = content as Catalogue

const byCode = new Map(catalogue.items.map((item) => [item.code, item]))

/** An item of the catalogue; nothing where none has the code. */
export const stockItem = (code: string): StockItem | undefined => byCode.get(code)
