import { chanceId } from '../../cloud/chance'
import type { OwnService, Service } from '../../domain/menu'
import type { ComposedEntry, StockChoice } from '../../domain/menu-page'

/** What is being put on the menu or changed there: a line of it, an item of the stock, or something of the centre's own. */
export interface Chosen {
  code: string
  /** Nothing while something of one's own has not been described yet. */
  service: Service | null
  own: OwnService | null
  isNew: boolean
}

export const chosenEntry = ({ code, service, own }: ComposedEntry): Chosen => ({ code, service, own, isNew: false })

export const chosenStock = (service: StockChoice): Chosen => ({ code: service.code, service, own: null, isNew: true })

export const chosenOwn = (category: string): Chosen => ({
  code: `own-${chanceId(12)}`,
  service: null,
  own: {
    category,
    name: '',
    description: '',
    bands: ['18-34', '35-59', '60-79', '80+'],
    mode: 'on-demand',
    place: 'centre',
    minutes: 30,
    qualification: null,
  },
  isNew: true,
})
