import type { Engagement } from './member'
import type { Order, Slot } from './order'
import type { OrderRefusal } from './order-refusal'
import { clashes } from './sign-up'

/** What else this person has promised for that time, in their calendar; what they hold for this order is no clash. */
export const clashIn = (
  calendar: readonly Engagement[],
  { _id }: Pick<Order, '_id'>,
  person: string,
  slot: Slot,
): Engagement | undefined => calendar.find((entry) => entry.roster !== _id && clashes(entry, [person], slot))

/** The refusal for a clash: one's own is named, of somebody else's nothing but that it is there. */
export const orderClash = (of: Slot & { title?: string }, own: boolean): OrderRefusal => ({
  reason: 'order-clash',
  whose: own ? 'own' : 'other',
  title: own ? (of.title ?? null) : null,
  startsAt: of.startsAt,
  endsAt: of.endsAt,
})
