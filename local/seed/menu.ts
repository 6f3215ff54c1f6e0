import { providerId } from '../../cloudfunctions/provider/glance'
import { derivedId } from '../../cloudfunctions/runtime/caller'
import { day, hour } from '../../src/domain/day'
import type { Licence } from '../../src/domain/licence'
import type { Menu, MenuEntry, OwnService } from '../../src/domain/menu'
import type { Provider, ProviderKind } from '../../src/domain/provider'
import { leftOf, type Resource, type ResourceEntry, type ResourceKind } from '../../src/domain/resource'
import lines from './content/menu.json'
import providers from './content/providers.json'

/** A line of the demo centre's menu; a season is counted in days from today. */
interface LineContent {
  code: string
  providers: string[]
  when?: string
  where?: string
  price?: string
  weekly?: number
  paused?: boolean
  season?: number[]
  own?: OwnService
}

/** What a provider brings, and what was drawn of it: for what, how much, when, how much came back. */
interface ResourceContent {
  kind: ResourceKind
  name: string
  unit: string
  amount: number
  draws: [title: string, amount: number, day: number, back: number | null][]
}

interface ProviderContent {
  key: string
  kind: ProviderKind
  name: string
  about: string
  days: number[]
  hours: [from: number, to: number]
  weekly: number | null
  licences: { name: string; days: number | null; state: 'checked' | 'waiting' }[]
  resources: ResourceContent[]
}

/** Nine in the morning, when things are written down. */
const morning = 9 * hour

const lineContent = lines as LineContent[]
const providerContent = providers as ProviderContent[]

/** Menu, providers and what they bring, dated from `today` (its first moment). */
export function menuSeed(
  centre: string,
  today: number,
): { menus: Menu[]; providers: Provider[]; resources: Resource[] } {
  return {
    menus: [menuOf(centre, today)],
    providers: providerContent.map((content) => providerOf(centre, content, today)),
    resources: providerContent.flatMap(({ key, resources }) =>
      resources.map((content) => resourceOf(centre, key, content, today)),
    ),
  }
}

function entryOf(content: LineContent, today: number): MenuEntry {
  const [from = null, until = null] = content.season ?? []
  const dayOf = (days: number | null) => (days === null ? null : today + days * day)
  return {
    code: content.code,
    own: content.own ?? null,
    providers: content.providers,
    when: content.when ?? null,
    where: content.where ?? null,
    weekly: content.weekly ?? null,
    price: content.price ?? null,
    from: dayOf(from),
    until: dayOf(until),
    paused: content.paused ?? false,
    changed: 1,
  }
}

function menuOf(centre: string, today: number): Menu {
  const entries = lineContent.map((content) => entryOf(content, today))
  const at = today - 40 * day + morning
  const added = entries.map(({ code }) => code)
  const first = {
    id: 'seed-publish-1',
    at,
    by: null,
    kind: 'publish',
    edition: 1,
    version: 1,
    added,
    removed: [],
  } as const
  return {
    _id: centre,
    centre,
    minimum: 12,
    version: 1,
    saves: [],
    entries,
    published: { edition: 1, version: 1, at, entries },
    facts: [{ ...first, removed: [] }],
  }
}

function providerOf(centre: string, content: ProviderContent, today: number): Provider {
  const [from, to] = content.hours
  return {
    _id: providerId(centre, content.key),
    centre,
    key: content.key,
    kind: content.kind,
    name: content.name,
    about: content.about,
    hours: Array.from({ length: 7 }, (_, weekday) => (content.days.includes(weekday) ? { from, to } : null)),
    closed: [],
    weekly: content.weekly,
    licences: content.licences.map((licence, index) => licenceOf(content.key, index, licence, today)),
    version: 1,
    saved: 'seed-provider',
  }
}

const licenceOf = (
  key: string,
  index: number,
  { name, days, state }: ProviderContent['licences'][number],
  today: number,
): Licence => ({
  id: `seed-licence-${key}-${index}`,
  at: today - 90 * day + morning,
  by: null,
  name,
  until: days === null ? null : today + days * day,
  check:
    state === 'waiting'
      ? null
      : { intent: `seed-check-${key}-${index}`, at: today - 89 * day + morning, by: null, pass: true, reason: null },
})

function resourceOf(centre: string, key: string, content: ResourceContent, today: number): Resource {
  const id = (part: string) => `seed-${derivedId(12, key, content.name, part)}`
  const told = { by: null, note: null }
  const brought: ResourceEntry = {
    ...told,
    id: id('bring'),
    at: today - 60 * day + morning,
    amount: content.amount,
    kind: 'bring',
  }
  const moves = content.draws.flatMap(([title, amount, days, back], index): ResourceEntry[] => {
    const at = today + days * day + morning
    const drawn = id(`draw-${index}`)
    const drawnFor = { noun: 'other', id: `seed-${index}`, title } as const
    const draw: ResourceEntry = { ...told, id: drawn, at, amount, kind: 'draw', for: drawnFor }
    const returned: ResourceEntry[] =
      back === null
        ? []
        : [{ ...told, id: id(`back-${index}`), at: at + day, amount: back, kind: 'return', draw: drawn }]
    return [draw, ...returned]
  })
  const entries = [brought, ...moves].sort((a, b) => a.at - b.at)
  return {
    _id: derivedId(20, 'resource', centre, key, content.name),
    centre,
    provider: key,
    kind: content.kind,
    name: content.name,
    unit: content.unit,
    left: leftOf(entries),
    returned: entries.flatMap((entry) => (entry.kind === 'return' ? [entry.draw] : [])),
    entries,
  }
}
