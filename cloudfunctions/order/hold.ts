import type { Engagement } from '../../src/domain/member'
import type { Order } from '../../src/domain/order'
import type { Hold } from '../../src/domain/order-time'
import { derivedId } from '../runtime/caller'
import { knownAs } from './row'

/** The id of a hold among a member's engagements: of each agreement its own. */
export const partyOf = ({ _id }: Pick<Order, '_id'>, { by }: Hold): string => derivedId(20, 'hold', _id, by)

/** A hold as it stands in its member's calendar. */
export const engagementOf = (order: Order, hold: Hold, heldAt: number): Engagement => ({
  party: partyOf(order, hold),
  roster: order._id,
  of: 'order',
  heldAt,
  title: knownAs(order),
  people: [hold.member],
  ...hold.slot,
})
