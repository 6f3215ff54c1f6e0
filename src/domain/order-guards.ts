import { isClosed, type OfferedTo, type Order, type OrderName, type OrderRules } from './order'
import type { Standing } from './order-standing'

/** What of an order follows from its log, beside its facts. */
export type Guards = Pick<
  Order,
  | 'version'
  | 'state'
  | 'owner'
  | 'dueAt'
  | 'active'
  | 'route'
  | 'board'
  | 'wordsPassed'
  | 'wants'
  | 'takers'
  | 'givenTo'
  | 'startsAt'
  | 'score'
  | keyof OrderRules
> &
  Partial<OrderName>

/** The guard fields of a log that stands so, after so many events. */
export const guardsOf = (standing: Standing, version: number): Guards => ({
  version,
  state: standing.state,
  owner: standing.owner,
  dueAt: standing.dueAt,
  active: !isClosed(standing.state),
  route: standing.route,
  board: standing.state === 'open' && standing.route === 'volunteers',
  wordsPassed: standing.words,
  wants: standing.wants,
  takers: [...standing.takers],
  givenTo: standing.to ? namesOf(standing.to) : [],
  startsAt: standing.slot?.startsAt ?? null,
  score: standing.score,
  ...standing.rules,
  ...(typeof standing.settled === 'object' && standing.settled),
})

/** Who was asked, each as one text that a query finds. */
export const namesOf = (to: OfferedTo): string[] =>
  to.kind === 'people' ? to.ids.map((id) => `member:${id}`) : [`${to.kind}:${to.id}`]
