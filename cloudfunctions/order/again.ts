import { type OpenOwn, type OrderedBefore, orderedBefore } from '../../src/domain/order-again'
import type { Refusal } from '../../src/domain/refusal'
import type { Beside } from '../runtime/door'
import type { MemberCall } from '../runtime/procedure'

/** More than so many of one item nobody has open. */
const most = 40

/** One's own open orders of an item, for the door to bring along: no request of their own. */
export const ownOpen = (item: string | null, self: string | null): Beside[] =>
  item === null || self === null
    ? []
    : [
        {
          from: 'orders',
          match: { holder: self, active: true, item },
          limit: most,
          stages: [{ $project: { item: 1, person: 1, placedAt: 1, state: 1 } }],
        },
      ]

/** What they are to who is about to order the item once more. */
export const openBefore = ({ beside: [open = []] }: Pick<MemberCall, 'beside'>, item: string | null): OrderedBefore[] =>
  orderedBefore(open as OpenOwn[], item)

interface Again {
  item: string | null
  again?: boolean
  urgent: 'none' | 'not-now' | 'call-me'
}

/**
 * Points out what the same person has open of the same item, where whoever orders has not been asked yet. It is a word,
 * not a guard: two phones at the same moment may both order. Who is to be called at once is never asked.
 */
export function whyNotAgain(
  call: MemberCall,
  { item, again = true, urgent }: Again,
  person: string,
): Refusal | undefined {
  if (again || urgent === 'call-me') return undefined
  const before = openBefore(call, item).find((each) => each.person === person)
  if (!before) return undefined
  const { order, placedAt, state } = before
  return { reason: 'order-open-already', order, placedAt, state }
}
