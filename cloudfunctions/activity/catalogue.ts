import { type CatalogueItem, type CataloguePage, catalogueInput } from '../../src/domain/catalogue'
import { procedure } from '../runtime/procedure'
import content from './catalogue.json'

/** Whether who takes part in a service of the catalogue is nobody's business. */
export const isPrivate = (item: string | null): boolean =>
  content.items.some(({ code, private: kept }) => code === item && kept)

/** What people gather for: not what is brought to a home, lent, or ordered for one person. */
const isHeld = ({ mode, place }: { mode: string; place: string }): boolean =>
  place !== 'home' && ['activity', 'standing-group', 'booking'].includes(mode)

/** The catalogue's categories by name, and the items of one that an activity can be made from. */
export const catalogue = procedure({
  needs: 'create-activity',
  input: catalogueInput,
  run: async (_, { category }): Promise<CataloguePage> => ({
    categories: content.categories,
    items: content.items
      .filter((item) => item.category === category && isHeld(item))
      .map(({ mode: _mode, place: _place, ...item }) => item as CatalogueItem),
  }),
})
