import { type MenuEntry, searchInput, type Service } from '../../src/domain/menu'
import type { MenuFound } from '../../src/domain/menu-page'
import { standingOf } from '../../src/domain/menu-standing'
import { type Hit, searchItems } from '../../src/domain/search'
import { understand } from '../../src/domain/understanding'
import { procedure } from '../runtime/procedure'
import { prepared } from '../thesaurus/thesaurus'
import { published } from './open'
import { cardOf, categories, listedItems, serviceIn } from './stock'

/** So many of what was found are shown. */
const most = 12
const mostBeyond = 3
const mostCategories = 2

/** What is further off than this from what was said, or from the nearest found, is noise and not told. */
const least = 0.4
const leastShare = 0.2

/** What is no nearer than this is not told of as "not on the menu". */
const near = 0.6

/** A category is meant where so much of what was understood is of it. */
const meant = 0.35

type Found = Hit<Pick<Service, 'code' | 'name' | 'description'>>

/** Everything that answers the words, of the catalogue and of the centre's own, the nearest first. */
function hits(words: string, own: readonly Service[]): Found[] {
  const known: Found[] = searchItems(words, listedItems, prepared())
  const all = [...known, ...searchItems(words, own, prepared())].sort((one, other) => other.score - one.score)
  const best = all[0]?.score ?? 0
  return all.filter(({ score }) => score >= least && score >= leastShare * best)
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
