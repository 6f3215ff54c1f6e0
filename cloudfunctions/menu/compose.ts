import { noInput } from '../../src/domain/input'
import { type Menu, type MenuEntry, stockInput, usualMinimum } from '../../src/domain/menu'
import type { ComposedEntry, Composer, StockChoice } from '../../src/domain/menu-page'
import { categoriesServed, couldServe, standingOf } from '../../src/domain/menu-standing'
import type { Provider } from '../../src/domain/provider'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOfLine } from './draft'
import { categories, categoryCodes, serviceIn, stockOf } from './stock'

type Known = Pick<Provider, 'key' | 'name' | 'kind'>

/** The whole stock of the catalogue by category, how many items each has. */
const stocked = new Map(categories.map(({ code }) => [code, stockOf(code).length]))

/** Lines with what each service is; a service that the catalogue has lost is left out. */
export const placed = (entries: readonly MenuEntry[]) =>
  entries.flatMap((entry) => {
    const service = serviceIn(entry)
    return service ? [{ entry, service, category: service.category }] : []
  })

/** Menu and providers in one request; where no menu is kept yet the providers are asked for by themselves. */
async function loaded({ db, centre }: MemberCall): Promise<{ menu: Menu | null; providers: Known[] }> {
  const named = [{ $sort: { name: 1 } }, { $project: { key: 1, name: 1, kind: 1 } }]
  const [row] = await db.menus.aggregate<Menu & { known: Known[] }>({ _id: centre._id }, [
    { $limit: 1 },
    { $lookup: { from: 'providers', pipeline: [{ $match: { centre: centre._id } }, ...named], as: 'known' } },
  ])
  if (!row) return { menu: null, providers: await db.providers.aggregate<Known>({}, named) }
  const { known, ...menu } = row
  return { menu, providers: known }
}

/** What is composed: all of it to whoever reaches the centre, to others what they provide. */
export const compose = procedure({
  needs: 'manage-menu',
  input: noInput,
  run: async (call): Promise<Composer> => composerOf(call, await loaded(call)),
})

export async function composed(call: MemberCall): Promise<Composer> {
  return composerOf(call, await loaded(call))
}

function composerOf(call: MemberCall, { menu, providers }: Awaited<ReturnType<typeof loaded>>): Composer {
  const { now } = call
  const lines = placed(menu?.entries ?? [])
  const served = categoriesServed(lines, now)
  const minimum = menu?.minimum ?? usualMinimum
  const entries: ComposedEntry[] = lines
    .filter(({ entry }) => allowed(call, 'manage-menu', belongingOfLine(entry.providers)))
    .map(({ entry, service }) => ({ ...entry, service, standing: standingOf(entry, now) }))
  const whole = allowed(call, 'manage-menu', {})
  const kept = new Set(lines.map(({ entry }) => entry.code))
  const dropped = placed(menu?.published?.entries ?? [])
    .filter(({ entry }) => !kept.has(entry.code) && allowed(call, 'manage-menu', belongingOfLine(entry.providers)))
    .map(({ entry, service }) => ({ code: entry.code, name: service.name, paused: entry.paused }))
  return {
    version: menu?.version ?? 0,
    minimum,
    dropped,
    entries,
    categories: categories.map(({ code, name }) => ({
      code,
      name,
      stock: stocked.get(code) ?? 0,
      chosen: entries.filter(({ service }) => service.category === code).length,
      served: served.includes(code),
    })),
    served: served.length,
    could: served.length < minimum ? couldServe(lines, categoryCodes, now) : [],
    providers: providers.filter(({ key }) => whole || allowed(call, 'manage-menu', belongingOfLine([key]))),
    published: menu?.published ? { edition: menu.published.edition, at: menu.published.at } : null,
    unpublished: unpublishedOf(menu),
    publishes: whole,
    facts: whole ? (menu?.facts ?? []).slice(-10).map((fact) => ({ ...fact, by: null })) : [],
  }
}

/** Lines that are otherwise than what residents read, new ones and those taken off too. */
function unpublishedOf(menu: Menu | null): number {
  if (!menu) return 0
  const read = menu.published?.entries ?? []
  const same = (entry: MenuEntry) => read.some((each) => JSON.stringify(each) === JSON.stringify(entry))
  const gone = read.filter(({ code }) => !menu.entries.some((each) => each.code === code))
  return menu.entries.filter((entry) => !same(entry)).length + gone.length
}

/** The stock of one category. */
export const stock = procedure({
  needs: 'manage-menu',
  input: stockInput,
  run: async ({ db, centre }, { category }): Promise<StockChoice[]> => {
    const [menu] = await db.menus.aggregate<{ entries: { code: string }[] }>({ _id: centre._id }, [
      { $limit: 1 },
      { $project: { 'entries.code': 1 } },
    ])
    const chosen = new Set(menu?.entries.map(({ code }) => code))
    return stockOf(category).map(({ service, usual }) => ({ ...service, usual, chosen: chosen.has(service.code) }))
  },
})
