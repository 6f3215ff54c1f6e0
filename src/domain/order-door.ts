import { hour, minute, startOfDay } from './day'
import { isClosed, type OrderState, type Slot } from './order'
import type { Standing } from './order-standing'
import type { Refusal } from './refusal'

/**
 * So long after the agreed end a visit that has not begun may still begin: whoever is late by the bus before is let in;
 * whoever comes later than that comes on another time, agreed anew.
 */
export const grace = 2 * hour

export const notNow = (state: OrderState): Refusal =>
  isClosed(state) ? { reason: 'order-closed', state } : { reason: 'order-not-now', state }

type Visit = Pick<Standing, 'state' | 'slot' | 'owner'>

/** Whether the agreed time is long over, and nobody has begun. */
const isMissed = ({ state, slot }: Visit, now: number): boolean =>
  state === 'scheduled' && slot !== null && now >= slot.endsAt + grace

/** Why a visit does not begin any more. */
export const whyTooLate = (visit: Visit, now: number): Refusal | undefined =>
  isMissed(visit, now) && visit.slot ? { reason: 'order-too-late', endsAt: visit.slot.endsAt } : undefined

/**
 * Whether who took it may still be on their way there, or is there: not once the time is over and others see to it, whom
 * it then waits for. What is under way is theirs until it ends.
 */
export const stillGoes = (visit: Visit, now: number): boolean =>
  visit.state !== 'scheduled' || (visit.owner === 'provider' && !isMissed(visit, now))

/**
 * Why who serves does not see the door now: they have it from the morning of the agreed day on, or from when they began,
 * and not a moment longer than they serve.
 */
export function whyNoAddress(visit: Visit & Pick<Standing, 'rules' | 'settled'>, now: number): Refusal | undefined {
  const { state, slot, rules, settled } = visit
  // Where nobody goes to a home, nobody needs its door.
  if (!rules.home || settled === 'open') return { reason: 'order-no-door' }
  if (state === 'started') return undefined
  if (state === 'accepted' || (state === 'scheduled' && !slot)) return { reason: 'order-address-later', from: null }
  if (state !== 'scheduled' || !slot) return notNow(state)
  const from = startOfDay(slot.startsAt)
  if (now < from) return { reason: 'order-address-later', from }
  return stillGoes(visit, now) ? undefined : { reason: 'order-too-late', endsAt: slot.endsAt }
}

/** Whether two go into a home and the organisation that sends them has not said who they are. */
export const isUnsent = ({ rules, to, sent }: Pick<Standing, 'rules' | 'to' | 'sent'>): boolean =>
  rules.home && to?.kind === 'organisation' && sent < rules.need && rules.need > 1

/** So long after the agreed time who serves may still come. */
const lateness = 30 * minute

/** From when on nobody need wait any more: half an hour in, or, within a longer stretch, when there is no time left. */
export const noShowFrom = ({ startsAt, endsAt }: Slot, minutes: number): number =>
  Math.max(startsAt + lateness, endsAt - minutes * minute)
