import {
  dropEntryInput,
  type MenuEntry,
  minimumInput,
  mostEntries,
  pauseInput,
  publishMenuInput,
  setEntryInput,
} from '../../src/domain/menu'
import type { Composer } from '../../src/domain/menu-page'
import { difference, whyNotPublish, whyNotWords } from '../../src/domain/menu-standing'
import type { Provider } from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { checkWords } from '../activity/words'
import { providerId } from '../provider/glance'
import { _ } from '../runtime/database'
import { demand, type MemberCall, procedure } from '../runtime/procedure'
import { isQuiet } from '../thesaurus/quiet'
import { composed, placed } from './compose'
import { belongingOfLine, changeMenu, demandMenu, emptyMenu, withEntry } from './draft'
import { categoryCodes, categoryName, serviceIn } from './stock'

/** Refuses providers whom this centre does not know. */
async function checkProviders({ db, centre }: MemberCall, keys: readonly string[]): Promise<void> {
  const found = await db.providers.some<Pick<Provider, 'key'>>(
    keys.map((key) => providerId(centre._id, key)),
    ['key'],
  )
  if (found.length < new Set(keys).size) throw new Refused({ reason: 'bad-input', field: 'providers' })
}

/** Puts a line on the menu that is composed. Who has not seen its latest words is refused, and nothing is lost. */
export const setEntry = procedure({
  needs: 'manage-menu',
  input: setEntryInput,
  run: async (call, { intent, code, changed, own, ...words }): Promise<Composer> => {
    const entryOf = (version: number, paused: boolean): MenuEntry => ({
      ...words,
      code,
      own,
      ...(own && { quiet: isQuiet(own) }),
      paused,
      changed: version,
    })
    demand(call, 'manage-menu', belongingOfLine(words.providers))
    if (code.startsWith('own-') !== (own !== null)) throw new Refused({ reason: 'bad-input', field: 'own' })
    if (!serviceIn({ code, own })) throw new Refused({ reason: 'not-found' })
    if (own && !categoryCodes.includes(own.category)) throw new Refused({ reason: 'bad-input', field: 'own' })
    if (whyNotWords(words)) throw new Refused({ reason: 'menu-season' })
    await checkProviders(call, words.providers)
    const texts = [words.when, words.where, words.price, own?.name ?? null, own?.description ?? null]
    await checkWords(call, belongingOfLine(words.providers), ...texts, own?.qualification ?? null)
    await changeMenu(call, intent, ({ entries, published, version }) => {
      const before = entries.find((entry) => entry.code === code)
      if ((before?.changed ?? null) !== changed) throw new Refused({ reason: 'changed-meanwhile' })
      if (before) demand(call, 'manage-menu', belongingOfLine(before.providers))
      else if (entries.length >= mostEntries) throw new Refused({ reason: 'menu-full', most: mostEntries })
      return { entries: withEntry(entries, entryOf(version + 1, before?.paused ?? false)), published }
    })
    return composed(call)
  },
})

/** Takes a line off the menu that is composed; residents read it until that is published. */
export const dropEntry = procedure({
  needs: 'manage-menu',
  input: dropEntryInput,
  run: async (call, { intent, code, changed }): Promise<Composer> => {
    await changeMenu(call, intent, ({ entries, published }) => {
      const before = entries.find((entry) => entry.code === code)
      demand(call, 'manage-menu', belongingOfLine(before?.providers ?? []))
      // Gone is gone: a second time finds nothing, which is as well.
      if (before && before.changed !== changed) throw new Refused({ reason: 'changed-meanwhile' })
      return { entries: entries.filter((entry) => entry.code !== code), published }
    })
    return composed(call)
  },
})

/** Says at once that something is not to be had for now, or is again: nobody should order it a minute longer. */
export const pause = procedure({
  needs: 'manage-menu',
  input: pauseInput,
  run: async (call, { intent, code, paused }): Promise<Composer> => {
    await changeMenu(call, intent, ({ entries, published }) => {
      // What was taken off the draft is read by residents until it is published, and may be paused till then.
      const before = [...entries, ...(published?.entries ?? [])].find((entry) => entry.code === code)
      demand(call, 'manage-menu', belongingOfLine(before?.providers ?? []))
      if (!before) throw new Refused({ reason: 'not-found' })
      const told = (list: MenuEntry[]) => list.map((entry) => (entry.code === code ? { ...entry, paused } : entry))
      return { entries: told(entries), published: published && { ...published, entries: told(published.entries) } }
    })
    return composed(call)
  },
})

/** Lets residents read what is composed: the very version that the caller has seen, and only a menu that is whole. */
export const publish = procedure({
  needs: 'manage-menu',
  input: publishMenuInput,
  run: async (call, { intent, version }): Promise<Composer> => {
    const { db, centre, now, member } = call
    demandMenu(call)
    const menu = await db.menus.get(centre._id)
    // Asked again, or by two at once: what is published is published.
    if (menu?.published?.version === version || menu?.facts.some(({ id }) => id === intent)) return composed(call)
    if (!menu || menu.version !== version) throw new Refused({ reason: 'changed-meanwhile' })
    const lines = placed(menu.entries)
    const lack = whyNotPublish(lines, menu.minimum, categoryCodes, now)
    if (lack?.lack === 'provider') {
      const named = lines.filter(({ entry }) => lack.codes.includes(entry.code))
      throw new Refused({ reason: 'menu-unprovided', items: named.map(({ service }) => service.name) })
    }
    if (lack) {
      const { served, minimum, could } = lack
      throw new Refused({ reason: 'menu-too-few', served, minimum, could: could.map(categoryName) })
    }
    const edition = (menu.published?.edition ?? 0) + 1
    const { added, removed } = difference(menu.entries, menu.published?.entries ?? [])
    const fact = { id: intent, at: now, by: member._id, kind: 'publish', edition, version, added, removed } as const
    const done = await db.menus.findAndChange(
      { _id: centre._id, version, 'published.version': _.neq(version) },
      { published: _.set({ edition, version, at: now, entries: menu.entries }), facts: _.push([fact]) },
    )
    const after = done ?? (await db.menus.get(centre._id))
    if (after?.published?.version !== version) throw new Refused({ reason: 'changed-meanwhile' })
    return composed(call)
  },
})

/** How many categories this centre's menu has at least. */
export const setMinimum = procedure({
  needs: 'manage-menu',
  input: minimumInput,
  run: async (call, { intent, minimum }): Promise<Composer> => {
    const { db, centre, now, member } = call
    demandMenu(call)
    if (!(await db.menus.get(centre._id))) await db.menus.insert(emptyMenu(centre._id))
    const fact = { id: intent, at: now, by: member._id, kind: 'minimum', minimum } as const
    await db.menus.findAndChange({ _id: centre._id, 'facts.id': _.nin([intent]) }, { minimum, facts: _.push([fact]) })
    return composed(call)
  },
})
