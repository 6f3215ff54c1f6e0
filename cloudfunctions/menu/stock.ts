import { isMinor } from '../../src/domain/age'
import type { StockItem } from '../../src/domain/catalogue'
import type { MenuEntry, Service } from '../../src/domain/menu'
import type { EntryStanding } from '../../src/domain/menu-standing'
import type { MenuCard, MenuCategory } from '../../src/domain/menu-page'
import { catalogue, stockItem } from '../catalogue/catalogue'

/**
 * Categories that stand on no menu: who takes part in them must not be guessed from who looks at them. The social worker
 * in charge arranges such things with each person.
 */
const unlisted = ['recovery-support', 'reintegration']

/** The catalogue as a stock: what a menu is composed from. */
export const categories: MenuCategory[] = catalogue.categories.filter(({ code }) => !unlisted.includes(code))
export const categoryCodes = categories.map(({ code }) => code)
export const listedItems: StockItem[] = catalogue.items.filter(({ category }) => !unlisted.includes(category))

const rules = new Map(catalogue.risks.map(({ code, text }) => [code, text]))

function serviceOf({ providers: _providers, minors: _minors, riskNotes: _notes, ...service }: StockItem): Service {
  return service
}

/** The services of one category, with who usually provides each. */
export const stockOf = (category: string): { service: Service; usual: StockItem['providers'] }[] =>
  listedItems
    .filter((item) => item.category === category)
    .map((item) => ({ service: serviceOf(item), usual: item.providers }))

export const categoryName = (code: string): string => categories.find((each) => each.code === code)?.name ?? code

/** What a line of a menu is; nothing where the catalogue does not have it any more. */
export function serviceIn({ code, own, quiet }: Pick<MenuEntry, 'code' | 'own' | 'quiet'>): Service | undefined {
  if (!own) {
    const item = stockItem(code)
    return item && !unlisted.includes(item.category) ? serviceOf(item) : undefined
  }
  const homeVisit = own.place === 'home'
  return {
    ...own,
    code,
    homeVisit,
    guardianConsent: own.bands.every((band) => ['0-3', '4-6', '7-12', '13-17'].includes(band)),
    private: quiet === true,
    // Whoever goes to somebody's home goes in pairs, whoever thought of the service.
    risks: homeVisit ? ['pair-home-visit', 'no-money'] : [],
  }
}

const ofGuardians = rules.get('guardian-present')
const ofConsent = rules.get('consent-first')

/**
 * A rule as it is meant of this service, or nothing where it is not: nobody stands by while a wheelchair is lent, and
 * where grown-ups come too, it is the children who are not left alone.
 */
function fitting(rule: string, { mode, bands }: Pick<Service, 'mode' | 'bands'>): string | null {
  const grown = !bands.every(isMinor)
  if (mode === 'loan' && grown && (rule === ofGuardians || rule === ofConsent)) return null
  return rule === ofGuardians && grown ? `有孩子的，${rule}` : rule
}

/** The rules of safety of a service, each a sentence: its own first, then those of its kind, none twice. */
export function rulesOf(service: Service): string[] {
  const notes = stockItem(service.code)?.riskNotes ?? ''
  const own = notes.split('；').filter((note) => note !== '')
  const all = new Set([...own, ...service.risks.map((code) => rules.get(code) ?? '')])
  return [...all].flatMap((rule) => (rule === '' ? [] : (fitting(rule, service) ?? [])))
}

export const cardOf = (service: Service, entry: MenuEntry, standing: EntryStanding): MenuCard => ({
  code: service.code,
  category: service.category,
  name: service.name,
  description: service.description,
  bands: service.bands,
  mode: service.mode,
  place: service.place,
  price: entry.price,
  standing,
  from: standing === 'soon' ? entry.from : null,
})
