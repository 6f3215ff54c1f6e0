import type { Order } from './order'

/** An order of one's own that nobody has closed yet, as far as ordering the same again asks. */
export type OpenOwn = Pick<Order, '_id' | 'item' | 'person' | 'placedAt' | 'state'>

/** The one that the same person has of the same item already, for who is about to order it again. */
export interface OrderedBefore {
  order: string
  person: string
  placedAt: number
  state: Order['state']
}

/** Of one's own open orders the newest of this item for each person. What was said in own words is like nothing else. */
export function orderedBefore(open: readonly OpenOwn[], item: string | null): OrderedBefore[] {
  const newest = new Map<string, OrderedBefore>()
  for (const { _id, item: of, person, placedAt, state } of open) {
    if (item === null || of !== item) continue
    const before = newest.get(person)
    if (!before || before.placedAt < placedAt) newest.set(person, { order: _id, person, placedAt, state })
  }
  return [...newest.values()]
}
