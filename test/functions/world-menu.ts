import { providerId } from '../../cloudfunctions/provider/glance'
import type { Menu, MenuEntry } from '../../src/domain/menu'
import type { Provider } from '../../src/domain/provider'
import type { Resource } from '../../src/domain/resource'

const hour = 60

/** A line that org-a provides, and everything in it said otherwise by `more`. */
export const entry = (code: string, more: Partial<MenuEntry> = {}): MenuEntry => ({
  code,
  own: null,
  providers: ['org-a'],
  when: null,
  where: null,
  weekly: null,
  price: null,
  from: null,
  until: null,
  paused: false,
  changed: 1,
  ...more,
})

/** A menu of version 3 with two lines, as it was published. */
export function menu(at: string, more: Partial<Menu> = {}): Menu {
  const entries = more.entries ?? [entry('tap-and-pipe'), entry('phone-class', { price: '免费' })]
  return {
    _id: at,
    centre: at,
    minimum: 2,
    version: 3,
    saves: [],
    entries,
    published: { edition: 1, version: 3, at: 1, entries },
    facts: [],
    ...more,
  }
}

/** A provider that works from Monday to Friday, nine to six. */
export const provider = (at: string, key: string, more: Partial<Provider> = {}): Provider => ({
  _id: providerId(at, key),
  centre: at,
  key,
  kind: 'organisation',
  name: '荔风社',
  about: '修修补补，样样都会',
  hours: [null, ...Array.from({ length: 5 }, () => ({ from: 9 * hour, to: 18 * hour })), null],
  closed: [],
  weekly: 20,
  licences: [],
  version: 1,
  saved: 'intent-made-it',
  ...more,
})

/** Ten ladders that a provider brings. */
export const resource = (at: string, key: string, _id: string, more: Partial<Resource> = {}): Resource => ({
  _id,
  centre: at,
  provider: key,
  kind: 'goods',
  name: '人字梯',
  unit: '把',
  left: 10,
  returned: [],
  entries: [{ id: 'intent-brought', at: 1, by: null, amount: 10, note: null, kind: 'bring' }],
  ...more,
})
