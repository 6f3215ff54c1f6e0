import { type CataloguePage, type StockItem, catalogueInput } from '../../src/domain/catalogue'
import { catalogue as stock, stockItem } from '../catalogue/catalogue'
import { procedure } from '../runtime/procedure'

/** Whether who takes part in a service of the catalogue is nobody's business. */
export const isPrivate = (item: string | null): boolean => item !== null && stockItem(item)?.private === true

/** What people gather for: not what is brought to a home, lent, or ordered for one person. */
const isHeld = ({ mode, place }: StockItem): boolean =>
  place !== 'home' && ['activity', 'standing-group', 'booking'].includes(mode)

/** The catalogue's categories by name, and the items of one that an activity can be made from. */
export const catalogue = procedure({
  needs: 'create-activity',
  input: catalogueInput,
  run: async (_, { category }): Promise<CataloguePage> => ({
    categories: stock.categories.map(({ code, name }) => ({ code, name })),
    items: stock.items
      .filter((item) => item.category === category && isHeld(item))
      .map(({ code, category: of, name, description, bands, minutes, private: kept }) => ({
        code,
        category: of,
        name,
        description,
        bands,
        minutes,
        private: kept,
      })),
  }),
})
