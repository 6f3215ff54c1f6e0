import type { Engagement, Member } from './member'
import type { OfferedTo, Order, OrderRoute, Slot } from './order'
import type { OrderRefusal } from './order-refusal'
import { isVoluntary, isVolunteer } from './order-visit'
import type { RestRefusal } from './rest-refusal'
import { restOfAnother, whyNotRested } from './rested'
import type { Rest } from './shift-rest'
import { clashes } from './sign-up'

/** Why someone's time is not an order's. */
export type NotFree = Extract<OrderRefusal, { reason: 'order-clash' }> | RestRefusal

/** Of an order, what says whether who serves it gives their time as a volunteer. */
interface Given {
  order: Pick<Order, '_id'>
  route: OrderRoute
  to: OfferedTo | null
}

/**
 * Why this person's time is not this order's, or nothing: they have promised it to something else, or, where they serve
 * as a volunteer, would not have rest enough. What they hold for this order is no clash.
 */
export function whyNotFree(
  person: Pick<Member, '_id' | 'band' | 'roles' | 'calendar'>,
  { order, route, to }: Given,
  slot: Slot,
  rest: Rest,
): NotFree | undefined {
  const { _id, band, roles, calendar } = person
  const clash = clashIn(calendar, order, _id, slot)
  if (clash) return { reason: 'order-clash', whose: 'own', ...timed(clash), title: clash.title }
  if (!isVoluntary({ route, to }) || !isVolunteer(roles)) return undefined
  return whyNotRested(calendar, [{ id: _id, band }], { _id: order._id, ...slot }, rest)
}

const clashIn = (
  calendar: readonly Engagement[],
  { _id }: Pick<Order, '_id'>,
  person: string,
  slot: Slot,
): Engagement | undefined => calendar.find((entry) => entry.roster !== _id && clashes(entry, [person], slot))

const timed = ({ startsAt, endsAt }: Slot) => ({ startsAt, endsAt })

/** As somebody else is told it who would have agreed that time: of what else is on nothing but that it is. */
export const notFreeOfAnother = (whyNot: NotFree, slot: Slot): NotFree =>
  whyNot.reason === 'order-clash'
    ? { reason: 'order-clash', whose: 'other', title: null, ...timed(slot) }
    : restOfAnother(whyNot)
