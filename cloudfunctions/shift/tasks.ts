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

const none: readonly string[] = []
const noParts: readonly WeekTime[] = []

const items: Record<string, string[]> = skillsFor.items
const concepts: Record<string, string[]> = skillsFor.concepts

/** The skills that an item of the menu, or what a sentence means, calls for, by the centre's thesaurus. */
function skillsOf({ item, concept }: Pick<OpenNeed, 'item' | 'concept'>): readonly Skill[] {
  const byConcept = (concept && concepts[concept]) || none
  const byItem = (item && items[item]) || none
  return (byItem.length === 0 ? byConcept : byConcept.length === 0 ? byItem : [...byConcept, ...byItem]) as Skill[]
}

const skillsAreOf = (category: string | undefined): Task['skillsAre'] =>
  category !== undefined && crafts.includes(category) ? 'one' : 'helpful'

const whomOf = (band: Order['band']): Audience => (isElder(band) ? 'elders' : isMinor(band) ? 'children' : 'grown-ups')

// Thousands of these are made in one call: every field is written out, in the same order, since spreading an object into
// another costs ten times as much.

export const orderTask = (order: OpenOrder): WeekTask => ({
  kind: 'order',
  id: order._id,
  startsAt: order.wants?.startsAt ?? null,
  endsAt: order.wants?.endsAt ?? null,
  parts: noParts,
  skills: skillsOf(order),
  skillsAre: skillsAreOf(order.category),
  licensed: false,
  training: clearancesFor(order.home ?? false, order.band),
  bands: null,
  building: order.building ?? null,
  placeKind: order.home ? 'homes' : 'centre',
  withWhom: whomOf(order.band),
  language: null,
  team: null,
  lack: 1,
  swap: false,
})

const places: Record<Need['meaning']['where'], VolunteerPlace> = {
  centre: 'centre',
  home: 'homes',
  outdoor: 'outdoors',
  online: 'phone',
}

export const needTask = (need: OpenNeed): WeekTask => ({
  kind: 'need',
  id: need._id,
  startsAt: null,
  endsAt: null,
  parts: need.when === undefined ? noParts : need.when.flatMap(partsIn),
  skills: skillsOf(need),
  skillsAre: skillsAreOf(need.category),
  licensed: false,
  training: clearancesFor(need.where === 'home', need.band),
  bands: null,
  building: need.building ?? null,
  placeKind: places[need.where],
  withWhom: whomOf(need.band),
  language: null,
  team: null,
  lack: 1,
  swap: false,
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
