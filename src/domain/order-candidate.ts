import type { Member } from './member'
import type { Order } from './order'

/** Somebody who may wait for others to come back from a home, and can open the order: of the desk, or above it. */
export type Candidate = Pick<Member, '_id' | 'roles'>

/**
 * Who is told first where those who went to a home do not come back: whoever of the staff sent them there; else one of
 * the social workers, by turns of the orders; else of the committee. Nobody waits for themselves. Nothing where there is
 * no one else.
 */
export function contactFor(
  { _id, events }: Pick<Order, '_id' | 'events'>,
  takers: readonly string[],
  candidates: readonly Candidate[],
): string | null {
  const others = candidates.filter(({ _id: id }) => !takers.includes(id)).sort(byId)
  const sent = [...events].reverse().find(({ kind }) => kind === 'opened' || kind === 'assigned')
  const workers = others.filter(({ roles }) => roles.includes('social-worker'))
  const turn = [..._id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const found =
    others.find(({ _id: id }) => id === sent?.by) ?? workers[turn % Math.max(1, workers.length)] ?? others[0]
  return found?._id ?? null
}

const byId = (one: Candidate, other: Candidate): number => (one._id < other._id ? -1 : 1)
