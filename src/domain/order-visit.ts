import { minute } from './day'
import type { EventOf, OfferedTo, Order, OrderRoute, Slot } from './order'
import type { ServiceEvent } from './hours'
import { serviceOf } from './hours-log'
import { standingOf, step } from './order-log'
import type { Standing } from './order-standing'
import type { Role } from './role'

/** One visit that came to its end, as the log had it in the moment before: a redone order has more than one. */
export interface Visit {
  started: EventOf<'started'>
  ended: EventOf<'ended'>
  /** The first word that it was done; nothing while there is none. */
  word: EventOf<'confirmed'> | null
  slot: Slot
  /** Who made it, and as whom they were sent. */
  takers: readonly string[]
  to: OfferedTo | null
  route: OrderRoute
}

/** Every visit of an order that came to its end, the first one first. */
export function visitsOf(order: Order): Visit[] {
  const [placed, ...later] = order.events
  const visits: Visit[] = []
  let standing = placed ? standingOf(order, [placed]) : null
  let started: EventOf<'started'> | undefined
  const seen = new Set([placed?.id])
  for (const event of later) {
    if (!standing || seen.has(event.id)) continue
    seen.add(event.id)
    const after: Standing | null = step(order, standing, event)
    if (!after) continue
    const last = visits.at(-1)
    if (event.kind === 'started') started = event
    if (event.kind === 'ended' && started) visits.push(visitOf(order, standing, started, event))
    if (event.kind === 'confirmed' && last && !last.word) last.word = event
    standing = after
  }
  return visits
}

function visitOf(
  { minutes }: Order,
  { slot, takers, to, route }: Standing,
  started: EventOf<'started'>,
  ended: EventOf<'ended'>,
): Visit {
  // Without an agreed time, as long as such a thing takes.
  const planned = slot ?? { startsAt: started.at, endsAt: started.at + minutes * minute }
  return { started, ended, word: null, slot: planned, takers, to, route }
}

/** Whom an organisation sends serves for it, and what is for the social workers only is theirs: no volunteer's time. */
export const isVoluntary = ({ route, to }: Pick<Visit, 'route' | 'to'>): boolean =>
  route === 'volunteers' && to?.kind !== 'organisation'

/** Whether someone's time at it is a volunteer's: a social worker or somebody of a firm may have taken it, too. */
export const isVolunteer = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'volunteer' || role === 'volunteer-captain')

/** When those who made it came and went, by whoever of them pressed the button. */
export const clockedAt = ({ started, ended }: Visit): ServiceEvent[] => [
  { id: started.id, at: started.at, kind: 'in', by: started.by, way: 'visit' },
  { id: ended.id, at: ended.at, kind: 'out', by: ended.by, way: 'visit' },
]

/** The minutes of a visit, within the time that was agreed. */
export const minutesOf = (visit: Visit): number => serviceOf({ ...visit.slot, events: clockedAt(visit) }).measured
