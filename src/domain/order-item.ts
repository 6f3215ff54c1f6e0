import type { OrderRoute, OrderRules } from './order'

/** What of a menu's item an order begins with. */
export interface OrderItem {
  code: string
  category: string
  name: string
  /** Only what is done on demand or for one person by appointment is ordered; the rest is joined or borrowed. */
  mode: 'activity' | 'on-demand' | 'booking' | 'standing-group' | 'loan'
  place: 'centre' | 'home' | 'outdoor' | 'online'
  minutes: number
  home: boolean
  /** Two must go. */
  pair: boolean
  private: boolean
  minors: boolean
  /** Whether volunteers or neighbours do it, and need no certificate for it. */
  anyone: boolean
  handling: Handling
  /** Whether the centre's menu has it now; what it has not staff look at first. */
  served: boolean
  /** Whether a child's guardian has to agree to it first. */
  consent: boolean
  /** Of a centre's own: what whoever does it must show; of the catalogue's it is looked up. */
  qualification: string | null
}

/** As the thesaurus marks what people say: who may hear of it. */
export type Handling = 'open' | 'staff-first' | 'guide' | 'council' | 'emergency'

/** What words tell of themselves, as far as an order asks. */
export interface Reading {
  /** Someone may be in danger. `ask`: it is asked first whether it is now. */
  emergency: { group: string; ask: boolean; numbers: string[] } | null
  /** For staff first, or nobody can tell: others must not read it. */
  delicate: boolean
}

/** Whether the order of an item is never for volunteers, whatever is written on it. */
export const isLocked = (item: OrderItem | null): boolean => item !== null && (item.private || item.handling !== 'open')

/** How long something takes that no item says. */
const usualMinutes = 60

/** What is asked of who comes for an item. */
export const rulesOf = (item: OrderItem): OrderRules => ({
  home: item.home,
  minutes: item.minutes,
  need: item.pair ? 2 : 1,
  locked: isLocked(item),
})

/**
 * What is asked of who comes for what was said in own words, until staff have said what it is: where there is a door,
 * two go there. What must not wait waits for no second one.
 */
export const unsettled = (door: boolean, crisis: boolean): OrderRules => ({
  home: door,
  minutes: usualMinutes,
  need: door && !crisis ? 2 : 1,
  locked: false,
})

/**
 * Who may ever hear of an order and where it begins. Only a plain item that anyone can do and that nothing was written
 * on is up for volunteers at once. What words really say only a person can tell, so whatever has some is looked at by
 * staff first, and by the social workers only where the words are delicate or nobody can tell.
 */
export function routeOf(
  item: OrderItem | null,
  reading: Reading | null,
  crisis: boolean,
): { route: OrderRoute; start: 'triage' | 'open' } {
  if (crisis) return { route: 'crisis', start: 'triage' }
  const delicate = reading !== null && (reading.delicate || reading.emergency !== null)
  if (isLocked(item) || delicate) return { route: 'staff', start: 'triage' }
  const atOnce = item?.anyone === true && item.served && !item.minors && reading === null
  return { route: 'volunteers', start: atOnce ? 'open' : 'triage' }
}

/** Whether an item is ordered at all. */
export const isOrdered = ({ mode }: Pick<OrderItem, 'mode'>): boolean => mode === 'on-demand' || mode === 'booking'
