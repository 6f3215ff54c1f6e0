import type { Centre } from '../../src/domain/centre'
import type { Order, OrderOwner, OrderState } from '../../src/domain/order'
import type { OrderRow } from '../../src/domain/order-page'

/** What is on an order for those only who open it by itself: what is sealed, and its picture. */
export const withheld = { words: 0, room: 0, phone: 0, photo: 0, photoIntents: 0 } as const
export type LoggedOrder = Omit<Order, keyof typeof withheld>

/** An order without its log and without that: as much as a list needs. */
export type LeanOrder = Omit<LoggedOrder, 'events'>

/** What is left out of a list. */
export const lean = { $project: { events: 0, ...withheld } } as const

const { words: _words, ...unread } = withheld
/** What is left out of a list that says what was written. */
export const withWords = { $project: { events: 0, ...unread } } as const
export type WithWords = LeanOrder & Pick<Order, 'words'>

export const buildingNames = ({ buildings }: Pick<Centre, 'buildings'>): ReadonlyMap<string, string> =>
  new Map(buildings.map(({ id, name }) => [id, name]))

/** In place of the name of what only the social workers may know. */
export const unnamed = '社工跟进的一件事'

/** What it is called where others may read it, or look over a shoulder: what is for the social workers only has no name. */
export const knownAs = ({ locked, route, title }: Pick<Order, 'locked' | 'route' | 'title'>): string =>
  locked || route !== 'volunteers' ? unnamed : title

const natural: Partial<Record<OrderState, OrderOwner[]>> = {
  triage: ['desk'],
  open: ['desk'],
  offered: ['provider'],
  accepted: ['provider'],
  scheduled: ['provider'],
  started: ['provider'],
  ended: ['resident', 'desk'],
  complained: ['desk'],
}

/** Whether it went up a level, or its time has run out and it is about to. */
export const isLate = ({ state, owner, dueAt }: Pick<Order, 'state' | 'owner' | 'dueAt'>, now: number): boolean =>
  owner !== null && (!natural[state]?.includes(owner) || (dueAt !== null && dueAt < now))

/** One line of a list, for who may know what it is about (`open`) or not. */
export const rowOf = (
  order: LeanOrder,
  buildings: ReadonlyMap<string, string>,
  now: number,
  open: boolean,
): OrderRow => ({
  id: order._id,
  title: open ? order.title : unnamed,
  category: open ? order.category : null,
  state: order.state,
  owner: order.owner,
  dueAt: order.dueAt,
  late: isLate(order, now),
  band: order.band,
  building: open && order.building !== null ? (buildings.get(order.building) ?? null) : null,
  kept: order.kept,
  home: order.home,
  need: order.need,
  takers: order.takers.length,
  slot: order.startsAt,
  placedAt: order.placedAt,
  weekly: order.repeat !== null,
  staffOnly: order.locked || order.route !== 'volunteers',
  crisis: order.route === 'crisis',
})
