import type { MenuEntry, Service } from '../../src/domain/menu'
import type { EntryStanding } from '../../src/domain/menu-standing'
import type { MenuCard, MenuCategory } from '../../src/domain/menu-page'
import content from '../catalogue/catalogue.json'

/** The catalogue as a stock: what a menu is composed from. */
export const categories: MenuCategory[] = content.categories
export const categoryCodes = categories.map(({ code }) => code)

const services = new Map(content.items.map((item) => [item.code, serviceOf(item)]))
const rules = new Map(content.risks.map(({ code, text }) => [code, text]))

function serviceOf(item: (typeof content.items)[number]): Service {
  const { providers: _providers, minors: _minors, riskNotes: _notes, qualification, ...service } = item
  // The file's own texts are of these unions; the compiler reads a file's texts as any text.
  return { ...(service as unknown as Service), qualification: qualification || null }
}

/** The services of one category, with who usually provides each. */
export const stockOf = (category: string): { service: Service; usual: string[] }[] =>
  content.items
    .filter((item) => item.category === category)
    .map((item) => ({ service: services.get(item.code) as Service, usual: item.providers }))

/** The service of the catalogue by its code. */
export const stocked = (code: string): Service | undefined => services.get(code)

export const categoryName = (code: string): string => categories.find((each) => each.code === code)?.name ?? code

/** What a line of a menu is; nothing where the catalogue does not have it any more. */
export function serviceIn({ code, own }: Pick<MenuEntry, 'code' | 'own'>): Service | undefined {
  if (!own) return services.get(code)
  const homeVisit = own.place === 'home'
  return {
    ...own,
    code,
    homeVisit,
    guardianConsent: own.bands.every((band) => ['0-3', '4-6', '7-12', '13-17'].includes(band)),
    private: false,
    // Whoever goes to somebody's home goes in pairs, whoever thought of the service.
    risks: homeVisit ? ['pair-home-visit', 'no-money'] : [],
  }
}

/** The rules of safety of a service, each a sentence: its own first, then those of its kind, none twice. */
export function rulesOf(service: Service): string[] {
  const notes = content.items.find(({ code }) => code === service.code)?.riskNotes ?? ''
  const own = notes.split('；').filter((note) => note !== '')
  return [...new Set([...own, ...service.risks.map((code) => rules.get(code) ?? '')])].filter((rule) => rule !== '')
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
