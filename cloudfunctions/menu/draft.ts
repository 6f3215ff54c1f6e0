import type { Menu, MenuEntry } from '../../src/domain/menu'
import { mostSaves, usualMinimum } from '../../src/domain/menu'
import type { Belonging } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import { _ } from '../runtime/database'
import { demand, type MemberCall } from '../runtime/procedure'

/** How often a change is made anew where the menu changed meanwhile: others compose other lines at the same time. */
const attempts = 12

/**
 * Whose a line is: of what one organisation provides alone, that organisation's; whatever several provide, or nobody
 * yet, only those reach who reach the whole centre.
 */
export const belongingOfLine = (providers: readonly string[]): Belonging =>
  providers.length === 1 ? { organisation: providers[0] ?? null } : {}

/** Refuses who does not reach the whole menu. */
export const demandMenu = (call: MemberCall): void => demand(call, 'manage-menu', {})

/** A menu with nothing on it. */
export const emptyMenu = (centre: string): Menu => ({
  _id: centre,
  centre,
  minimum: usualMinimum,
  version: 0,
  saves: [],
  entries: [],
  published: null,
  facts: [],
})

type Parts = Pick<Menu, 'entries' | 'published'>

/**
 * Changes a menu by compare and swap of its version: `decide` says from the menu as it is what becomes of its lines, or
 * refuses. Where another change came first it is asked again, of what that left; so nothing is ever written over.
 */
export async function changeMenu(call: MemberCall, intent: string, decide: (menu: Menu) => Parts): Promise<Menu> {
  const { db, centre } = call
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const found = await db.menus.get(centre._id)
    const before = found ?? emptyMenu(centre._id)
    if (before.saves.includes(intent)) return before
    const { entries, published } = decide(before)
    const version = before.version + 1
    if (!found) {
      const first = { ...before, entries, published, version, saves: [intent] }
      if ((await db.menus.insert(first)) === 'inserted') return first
      continue
    }
    const changed = await db.menus.findAndChange(
      { _id: centre._id, version: before.version },
      {
        entries,
        published: _.set(published),
        version,
        saves: _.push({ each: [intent], slice: -mostSaves }),
      },
    )
    if (changed) return changed
  }
  throw new Refused({ reason: 'server-busy' })
}

/** The lines with this one in the place of the one of its code, or at the end. */
export const withEntry = (entries: readonly MenuEntry[], entry: MenuEntry): MenuEntry[] =>
  entries.some(({ code }) => code === entry.code)
    ? entries.map((each) => (each.code === entry.code ? entry : each))
    : [...entries, entry]
