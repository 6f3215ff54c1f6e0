import type { CentrePage } from '../../src/domain/centre'
import type { Beside } from '../runtime/door'
import { type LeanOrder, isLate, knownAs, lean } from './row'

/** More than so many nobody has under way. */
const most = 40

/** One's own orders that are under way, for the door to bring along. */
export const ownRunning = (self: string | null): Beside[] =>
  self === null ? [] : [{ from: 'orders', match: { holder: self, active: true }, limit: most, stages: [lean] }]

/** Whether it is done and waits for its holder's word. */
const waits = ({ state }: LeanOrder): boolean => state === 'ended'

/**
 * The one that waits for its holder's word, or else the newest, for the first screen, which others may see over one's shoulder and which the phone remembers: what
 * is for the social workers only is not named there.
 */
export function newestRunning(brought: readonly unknown[] | undefined, now: number): CentrePage['order'] {
  const orders = [...((brought ?? []) as LeanOrder[])].sort(
    (one, other) => Number(waits(other)) - Number(waits(one)) || other.placedAt - one.placedAt,
  )
  const [newest] = orders
  if (!newest) return undefined
  const { _id: id, state, owner, dueAt, startsAt: slot } = newest
  return {
    id,
    title: knownAs(newest),
    state,
    owner,
    dueAt,
    late: isLate(newest, now),
    slot,
    others: orders.length - 1,
  }
}
