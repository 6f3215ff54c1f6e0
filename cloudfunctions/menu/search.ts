import { aftermathOf, listenersFor } from '../../src/domain/emergency-call'
import { type MenuEntry, searchInput, type Service } from '../../src/domain/menu'
import type { MenuCard, MenuFound } from '../../src/domain/menu-page'
import { standingOf } from '../../src/domain/menu-standing'
import { type Hit, searchItems } from '../../src/domain/search'
import { understand } from '../../src/domain/understanding'
import type { Alarm } from '../../src/domain/understanding/emergency'
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

type Found = Hit<Pick<Service, 'code' | 'name' | 'description' | 'mode'>>

/** Everything that answers the words, of the catalogue and of the centre's own, the nearest first. */
function hits(words: string, own: readonly Service[]): Found[] {
  const known: Found[] = searchItems(words, listedItems, prepared())
  const all = [...known, ...searchItems(words, own, prepared())].sort((one, other) => other.score - one.score)
  const best = all[0]?.score ?? 0
  return all.filter(({ score }) => score >= least && score >= leastShare * best)
}

const ownOf = (entries: readonly MenuEntry[]): Service[] =>
  entries.flatMap((entry) => (entry.own ? (serviceIn(entry) ?? []) : []))

/** The lines of a menu that these codes name, as a list shows them, in this order; none whose season is over. */
const cardsFor = (entries: readonly MenuEntry[], codes: readonly string[], now: number): MenuCard[] =>
  codes.flatMap((code) => {
    const entry = entries.find((each) => each.code === code)
    const service = entry && serviceIn(entry)
    const standing = entry && standingOf(entry, now)
    return service && standing && standing !== 'over' ? [cardOf(service, entry, standing)] : []
  })

/**
 * What helps after an emergency: of one that is asked about first, only what was said, too; of one that stops
 * everything all of it, for it is never asked for by its name.
 */
const helping = ({ code, mode }: Alarm, found: readonly string[]): string[] =>
  mode === 'stop' ? [...aftermathOf(code)] : found.filter((each) => aftermathOf(code).includes(each))

/** What of a centre's menu answers everyday words, for anyone, as they type; one request. */
export const search = procedure({
  needs: 'anyone',
  input: searchInput,
  run: async (call, { words }): Promise<MenuFound> => {
    const entries = (await published(call))?.entries ?? []
    const found = hits(words, ownOf(entries))
    const codes = found.map(({ item }) => item.code)
    const { concepts, categories: about, emergency, handling } = understand(words, prepared())
    if (emergency) {
      const items = cardsFor(entries, helping(emergency, codes), call.now)
      const urgent = { group: emergency.code, ask: emergency.mode === 'ask' }
      return { items, categories: [], beyond: [], urgent, quiet: false, listeners: [] }
    }
    const quiet = handling !== 'open' && handling !== 'council'
    const items = cardsFor(entries, codes, call.now)
    const served = new Set(items.map(({ code }) => code))
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
        .map(({ item: { code, name, description, mode } }) => ({ code, name, description, mode })),
      urgent: null,
      quiet,
      listeners: quiet ? [...listenersFor(concepts[0]?.code)] : [],
    }
  },
})
