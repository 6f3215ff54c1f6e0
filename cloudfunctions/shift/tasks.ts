import { isElder, isMinor } from '../../src/domain/age'
import { clearancesFor } from '../../src/domain/clearance'
import { minute } from '../../src/domain/day'
import type { Need } from '../../src/domain/need'
import type { Order, Slot } from '../../src/domain/order'
import type { Skill } from '../../src/domain/skill'
import type { Task } from '../../src/domain/this-week'
import { type Audience, dayParts, partEnds, type VolunteerPlace, type WeekTime } from '../../src/domain/volunteer'
import type { ShiftTask } from './helper'
import skillsFor from './skills-for.json'

/** What of an order says whom it fits, and nothing of whose it is; of what is empty nothing is there. */
export type OpenOrder = Pick<Order, '_id' | 'band'> & {
  item?: string
  category?: string
  building?: string
  home?: true
  wants?: Slot
}

/** What of a neighbour's need says whom it fits. */
export type OpenNeed = Pick<Need, '_id'> &
  Pick<Need['meaning'], 'band' | 'where'> & {
    concept?: string
    category?: string
    item?: string
    building?: string
    when?: Need['meaning']['when']
  }

export type WeekTask = ShiftTask | (Task & { kind: 'order' | 'need' })

/** What only somebody who knows the craft should do; elsewhere knowing it helps. */
const crafts: readonly string[] = [
  'home-repair',
  'elder-health',
  'health-wellness',
  'disability-support',
  'mental-health',
  'legal-mediation',
  'after-school',
  'job-skills',
]

const items: Record<string, string[]> = skillsFor.items
const concepts: Record<string, string[]> = skillsFor.concepts

/** The skills that an item of the menu, or what a sentence means, calls for, by the centre's thesaurus. */
function skillsOf({ item, concept, category }: Pick<OpenNeed, 'item' | 'concept' | 'category'>) {
  const known = [...((concept && concepts[concept]) || []), ...((item && items[item]) || [])] as Skill[]
  const skillsAre = category !== undefined && crafts.includes(category) ? 'one' : 'helpful'
  return { skills: known, skillsAre } as const
}

const whomOf = (band: Order['band']): Audience => (isElder(band) ? 'elders' : isMinor(band) ? 'children' : 'grown-ups')

/** What every order and every need has alike. */
const alike = { licensed: false, bands: null, language: null, team: null, swap: false, lack: 1 } as const

export const orderTask = (order: OpenOrder): WeekTask => ({
  ...alike,
  ...skillsOf(order),
  kind: 'order',
  id: order._id,
  startsAt: order.wants?.startsAt ?? null,
  endsAt: order.wants?.endsAt ?? null,
  parts: [],
  training: clearancesFor(order.home ?? false, order.band),
  building: order.building ?? null,
  placeKind: order.home ? 'homes' : 'centre',
  withWhom: whomOf(order.band),
})

const places: Record<Need['meaning']['where'], VolunteerPlace> = {
  centre: 'centre',
  home: 'homes',
  outdoor: 'outdoors',
  online: 'phone',
}

export const needTask = (need: OpenNeed): WeekTask => ({
  ...alike,
  ...skillsOf(need),
  kind: 'need',
  id: need._id,
  startsAt: null,
  endsAt: null,
  parts: (need.when ?? []).flatMap(partsIn),
  training: clearancesFor(need.where === 'home', need.band),
  building: need.building ?? null,
  placeKind: places[need.where],
  withWhom: whomOf(need.band),
})

/** The parts of a weekday that a stretch of it touches. */
function partsIn({ weekday, from, to }: Need['meaning']['when'][0]): WeekTime[] {
  return dayParts
    .filter((part, index) => {
      const before = dayParts[index - 1]
      const begins = before ? partEnds[before] / minute : 0
      const ends = part === 'eve' ? 24 * 60 : partEnds[part] / minute
      return from < ends && to > begins
    })
    .map((part) => `${weekday}-${part}` as WeekTime)
}
