import { isMinor } from './age'
import { day, minute } from './day'
import type { Member } from './member'
import type { OfferedTo, Slot } from './order'
import { type Facts, whyNotCleared } from './order-deed'
import { isByDay } from './order-due'
import type { Standing } from './order-standing'
import type { Refusal } from './refusal'

/** The shortest visit that is agreed, and how far ahead one is. */
const [shortest, furthest] = [15 * minute, 90 * day]

/** Why a visit cannot be then: it is over, in the dark, too long, too short or too far ahead. Times are epoch milliseconds. */
export function whyNotSlot(slot: Slot, home: boolean, now: number): Refusal | undefined {
  if (slot.endsAt <= now || slot.endsAt <= slot.startsAt) return { reason: 'order-slot', why: 'past' }
  if (slot.endsAt - slot.startsAt > day / 2) return { reason: 'order-slot', why: 'too-long' }
  if (slot.endsAt - slot.startsAt < shortest) return { reason: 'order-slot', why: 'too-short' }
  if (slot.startsAt > now + furthest) return { reason: 'order-slot', why: 'too-far' }
  return home && !isByDay(slot) ? { reason: 'order-slot', why: 'night' } : undefined
}

/**
 * Why staff may not give it to these. What is for the social workers only goes to some of those, and a visit of
 * two needs two names; a team or an organisation sends two itself. No volunteer is sent where staff have not said yes.
 */
export function whyNotGive(
  order: Facts,
  standing: Standing,
  to: OfferedTo,
  people: readonly Pick<Member, '_id' | 'roles' | 'cleared' | 'band'>[],
): Refusal | undefined {
  const kept = order.locked || standing.route !== 'volunteers'
  if (to.kind !== 'people') return kept ? { reason: 'order-staff-only' } : undefined
  if (to.ids.includes(order.holder) || to.ids.includes(order.person)) return { reason: 'order-own' }
  if (kept && people.some(({ roles }) => !roles.includes('social-worker'))) return { reason: 'order-staff-only' }
  if (new Set(to.ids).size < order.need) return { reason: 'order-second-missing' }
  if (order.home && people.some(({ band }) => isMinor(band))) return { reason: 'order-adults-only' }
  for (const person of people) {
    const whyNot = whyNotCleared(person, order, { to })
    if (whyNot) return { ...whyNot, whose: 'chosen' } as Refusal
  }
  return undefined
}
