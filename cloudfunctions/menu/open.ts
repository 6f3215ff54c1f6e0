import { ageBands } from '../../src/domain/age'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import type { Menu, MenuEntry } from '../../src/domain/menu'
import type { MenuCard, MenuGlance, MenuPage, MenuPerson } from '../../src/domain/menu-page'
import { fitting } from '../../src/domain/menu-person'
import { standingOf } from '../../src/domain/menu-standing'
import { type OpenCall, procedure } from '../runtime/procedure'
import { cardOf, categories, serviceIn } from './stock'

/** What residents read of a menu: the lines that were published, without those whose season is over or far off. */
export const cardsOf = (entries: readonly MenuEntry[], now: number): MenuCard[] =>
  entries.flatMap((entry) => {
    const service = serviceIn(entry)
    const standing = standingOf(entry, now)
    return service && standing !== 'over' ? [cardOf(service, entry, standing)] : []
  })

/** The published lines of a centre's menu, in one request; none where nothing was published yet. */
export async function published({
  db,
  centre,
}: Pick<OpenCall, 'db' | 'centre'>): Promise<NonNullable<Menu['published']> | null> {
  const [row] = await db.menus.aggregate<Pick<Menu, 'published'>>({ _id: centre._id }, [
    { $limit: 1 },
    { $project: { published: 1 } },
  ])
  return row?.published ?? null
}

const peopleOf = ({ _id, name, band, family }: Member): MenuPerson[] => [
  { id: _id, name, band, relation: null },
  ...family.map((person) => ({ id: person.id, name: person.name, band: person.band, relation: person.relation })),
]

/** So many things are shown on the first screen. */
const mostUsual = 4

/** How much the menu has, and what of it is meant for whoever looks, and theirs: for the first screen, one request. */
export const glance = procedure({
  needs: 'anyone',
  input: noInput,
  run: async (call): Promise<MenuGlance> => {
    const { member, now } = call
    const items = cardsOf((await published(call))?.entries ?? [], now)
    const bands = member ? [member.band, ...member.family.map(({ band }) => band)] : ageBands
    const { meant, anyone } = fitting(items, bands)
    const served = [...meant, ...anyone].filter(({ standing }) => standing === 'served')
    // One of each category first: four kinds of meals are no menu.
    const first = served.filter((card, at) => served.findIndex(({ category }) => category === card.category) === at)
    return {
      items: items.length,
      categories: new Set(items.map(({ category }) => category)).size,
      usual: first.slice(0, mostUsual),
    }
  },
})

/** A centre's menu, for anyone: what there is, by category, and whom of one's own one may look for. */
export const open = procedure({
  needs: 'anyone',
  input: noInput,
  run: async (call): Promise<MenuPage> => {
    const menu = await published(call)
    const items = cardsOf(menu?.entries ?? [], call.now)
    return {
      at: menu?.at ?? null,
      categories: categories.filter(({ code }) => items.some(({ category }) => category === code)),
      items,
      people: call.member ? peopleOf(call.member) : [],
    }
  },
})
