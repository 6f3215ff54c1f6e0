import { type MenuEntry, searchInput, type Service } from '../../src/domain/menu'
import type { MenuFound } from '../../src/domain/menu-page'
import { standingOf } from '../../src/domain/menu-standing'
import { type Hit, searchItems } from '../../src/domain/search'
import { understand } from '../../src/domain/understanding'
import { catalogue } from '../catalogue/catalogue'
import { procedure } from '../runtime/procedure'
import { prepared } from '../thesaurus/thesaurus'
import { published } from './open'
import { cardOf, categories, serviceIn } from './stock'

/** So many of what was found are shown. */
const most = 12
const mostBeyond = 3
const mostCategories = 2

/** What is no nearer than this to what was said is not told of as "not on the menu": it would only be noise. */
const near = 0.6

/** A category is meant where so much of what was understood is of it. */
const meant = 0.35

type Found = Hit<Pick<Service, 'code' | 'name' | 'description'>>

/** Everything that answers the words, of the catalogue and of the centre's own, the nearest first. */
function hits(words: string, own: readonly Service[]): Found[] {
  const known: Found[] = searchItems(words, catalogue.items, prepared())
  return [...known, ...searchItems(words, own, prepared())].sort((one, other) => other.score - one.score)
}

const ownOf = (entries: readonly MenuEntry[]): Service[] =>
  entries.flatMap((entry) => (entry.own ? (serviceIn(entry) ?? []) : []))

/** What of a centre's menu answers everyday words, for anyone, as they type; one request. */
export const search = procedure({
  needs: 'anyone',
  input: searchInput,
  run: async (call, { words }): Promise<MenuFound> => {
    const entries = (await published(call))?.entries ?? []
    const found = hits(words, ownOf(entries))
    const items = found.flatMap(({ item: { code } }) => {
      const entry = entries.find((each) => each.code === code)
      const service = entry && serviceIn(entry)
      const standing = entry && standingOf(entry, call.now)
      return service && standing && standing !== 'over' ? [cardOf(service, entry, standing)] : []
    })
    const served = new Set(items.map(({ code }) => code))
    const { categories: about, emergency, handling } = understand(words, prepared())
    const inMenu = new Set(entries.map((entry) => serviceIn(entry)?.category))
    return {
      items: items.slice(0, most),
      categories: categories
        .filter(({ code, name }) => {
          const sure = about.find((each) => each.code === code)?.score ?? 0
          return inMenu.has(code) && (sure >= meant || name.includes(words))
        })
        .slice(0, mostCategories),
      beyond: found
        .filter(({ item, score }) => score >= near && !served.has(item.code))
        .slice(0, mostBeyond)
        .map(({ item: { code, name, description } }) => ({ code, name, description })),
      urgent: emergency && { group: emergency.code, ask: emergency.mode === 'ask' },
      quiet: handling === 'staff-first' || handling === 'guide',
    }
  },
})
