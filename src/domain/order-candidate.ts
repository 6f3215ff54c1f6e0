import type { Member } from './member'
import type { Order } from './order'
import { holds } from './permission'

/** Somebody who may wait for others to come back from a home: staff of the desk, or a captain. */
export type Candidate = Pick<Member, '_id' | 'roles' | 'team'>

/**
 * Who is told first where those who went to a home do not come back: whoever sent them there, if they still serve; else
 * the captain of their team; else one of the social workers, by turns of the orders. Nobody waits for themselves.
 * Nothing where there is no one else.
 */
export function contactFor(
  { _id, events }: Pick<Order, '_id' | 'events'>,
  takers: readonly string[],
  teams: readonly (string | null)[],
  candidates: readonly Candidate[],
): string | null {
  const others = candidates
    .filter(({ _id: id, roles }) => !takers.includes(id) && holds(roles, 'close-order'))
    .sort(byId)
  const captains = candidates.filter(
    ({ _id: id, roles, team }) =>
      !takers.includes(id) && roles.includes('volunteer-captain') && team !== null && teams.includes(team),
  )
  const sent = [...events].reverse().find(({ kind }) => kind === 'opened' || kind === 'assigned')
  const sender = others.find(({ _id: id }) => id === sent?.by)
  const workers = others.filter(({ roles }) => roles.includes('social-worker'))
  const turn = [..._id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0)
  const found = sender ?? captains.sort(byId)[0] ?? workers[turn % Math.max(1, workers.length)]
  return found?._id ?? null
}

const byId = (one: Candidate, other: Candidate): number => (one._id < other._id ? -1 : 1)
