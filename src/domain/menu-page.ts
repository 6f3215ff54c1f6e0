import type { ActivityCard } from './activity'
import type { AgeBand } from './age'
import type { OwnRelative } from './member'
import type { Mode, Place, StockItem } from './catalogue'
import type { EmergencyNumber } from './emergency-call'
import type { Menu, MenuEntry, Service } from './menu'
import type { EntryStanding } from './menu-standing'
import type { ProviderGlance } from './provider'

/** Something on the menu, in a list. */
export interface MenuCard {
  code: string
  category: string
  name: string
  description: string
  bands: AgeBand[]
  mode: Mode
  place: Place
  price: string | null
  standing: EntryStanding
  /** The first day of its season, where that is still to come. */
  from: number | null
}

export interface MenuCategory {
  code: string
  name: string
  description: string
  /** Whom it is there for, by the catalogue's audiences. */
  audience: string
}

/** A centre's menu as residents read it. */
export interface MenuPage {
  /** When it was published; nothing where it never was. */
  at: number | null
  categories: MenuCategory[]
  items: MenuCard[]
  /** Oneself and one's family, for whom one may look; nobody for who has not joined. */
  people: MenuPerson[]
}

export type MenuPerson = Pick<OwnRelative, 'id' | 'name' | 'band'> & { relation: OwnRelative['relation'] | null }

/** What the first screen tells of the menu, and what of it may be wanted by whoever looks. */
export interface MenuGlance {
  items: number
  categories: number
  usual: MenuCard[]
}

/** How long it takes until one is served, as it was in the last 90 days. */
export interface Wait {
  /** Half were served within so many days, those still waiting counted; nothing where it is not known yet. */
  days: number | null
  /** So many orders were served. */
  orders: number
  /** So many wait now, and the oldest of them for so many whole days. */
  waiting: number
  longest: number
}

/** One thing on the menu, with all that one wants to know before one orders it. */
export interface ItemPage extends MenuCard {
  categoryName: string
  minutes: number
  when: string | null
  where: string | null
  weekly: number | null
  until: number | null
  qualification: string | null
  homeVisit: boolean
  guardianConsent: boolean
  private: boolean
  /** Rules of safety, each a sentence. */
  rules: string[]
  providers: ProviderGlance[]
  /** Nothing where nobody ordered it lately; nor of what is private, where it would tell of somebody. */
  wait: Wait | null
  /** What those say who were served, each person once, when five people have. */
  rating: { mean: number; people: number } | null
  /** What is on of it, soonest first. */
  activities: ActivityCard[]
  /** Whether standing groups of it can be joined. */
  grouped: boolean
  /** Whether one books it by the slot. */
  slots: boolean
}

/** What was found for what someone said. */
export interface MenuFound {
  /** On the menu, the nearest first. */
  items: MenuCard[]
  /** Categories that it is about and that are on the menu. */
  categories: MenuCategory[]
  /** In the catalogue, and not on this menu. */
  beyond: Pick<MenuCard, 'code' | 'name' | 'description' | 'mode'>[]
  /**
   * Something that must not wait: which kind, and whether it is asked first if it is happening now. Then the items are
   * those that help afterwards, and nothing else is told of.
   */
  urgent: { group: string; ask: boolean } | null
  /** It is a delicate thing: whatever is ordered of it only a social worker reads. */
  quiet: boolean
  /** Who listens to it, by telephone. */
  listeners: EmergencyNumber[]
}

/** A line of the menu that is composed, with what the service is. */
export interface ComposedEntry extends MenuEntry {
  service: Service
  standing: EntryStanding
}

/** What staff compose. */
export interface Composer {
  version: number
  minimum: number
  entries: ComposedEntry[]
  categories: { code: string; name: string; stock: number; chosen: number; served: boolean }[]
  /** Categories that count, and what could be added where they are too few. */
  served: number
  could: string[]
  providers: Pick<ProviderGlance, 'key' | 'name' | 'kind'>[]
  published: { edition: number; at: number } | null
  /** Lines that are otherwise than what residents read. */
  unpublished: number
  /** Taken off the draft, and read by residents until that is published. */
  dropped: { code: string; name: string; paused: boolean }[]
  /** Whether the caller may publish, and change what others provide. */
  publishes: boolean
  facts: Menu['facts']
}

/** An item of the stock, as staff choose it. */
export interface StockChoice extends Service {
  /** Kinds of providers that usually do it. */
  usual: StockItem['providers']
  chosen: boolean
}
