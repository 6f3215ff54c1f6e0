import { day } from '../../src/domain/day'
import { type Waited, waitLooksBack } from '../../src/domain/menu-wait'
import type { Order } from '../../src/domain/order'
import type { Stage } from '../runtime/database'
import type { OpenCall } from '../runtime/procedure'
import type { Judged, Said } from './judged'

/** What was judged in this time counts; of so many activities at most. */
const judgedWithin = 180 * day
const mostJudged = 60

/** What was served in the time that the wait looks back was ordered at most so long before that; so many orders at most. */
const orderedWithin = waitLooksBack + judgedWithin
const mostOrders = 500

/** What of an order's log its figures need. */
const told = ['ended', 'cancelled', 'rated'] as const

/** An order as its figures need it: when it was placed, what came of it, and how its holder judged it. Nobody's words. */
type OrderFigures = Pick<Order, 'holder' | 'placedAt' | 'score' | 'state'> & {
  told: { kind: (typeof told)[number]; at: number }[]
}

export interface Figures {
  judged: Judged[]
  orders: OrderFigures[]
}

const figured = { holder: 1, placedAt: 1, score: 1, state: 1 }

/** What was said lately of activities of this service that are over, and what became of its orders. */
export const figureStages = ({ centre, now }: OpenCall, item: string): Stage[] => [
  {
    $lookup: {
      from: 'activities',
      pipeline: [
        { $match: { centre: centre._id, item, startsAt: { $gte: now - judgedWithin, $lt: now } } },
        { $sort: { startsAt: -1 } },
        { $limit: mostJudged },
        { $lookup: { from: 'verdicts', localField: '_id', foreignField: '_id', as: 'verdict' } },
        { $unwind: '$verdict' },
        { $lookup: { from: 'rosters', localField: '_id', foreignField: '_id', as: 'roster' } },
        { $unwind: '$roster' },
        { $project: { entries: '$verdict.entries', private: '$verdict.private', present: '$roster.present' } },
      ],
      as: 'judged',
    },
  },
  {
    $lookup: {
      from: 'orders',
      pipeline: [
        { $match: { centre: centre._id, item, placedAt: { $gte: now - orderedWithin } } },
        { $sort: { placedAt: -1 } },
        { $limit: mostOrders },
        {
          $project: {
            ...figured,
            told: { $filter: { input: '$events', as: 'event', cond: { $in: ['$$event.kind', [...told]] } } },
          },
        },
        { $project: { ...figured, 'told.kind': 1, 'told.at': 1 } },
      ],
      as: 'orders',
    },
  },
]

/** An order that was complained of and is being done again is not served yet. */
const servedStates: readonly Order['state'][] = ['ended', 'confirmed', 'rated']

/**
 * How long each waited, and for what: done again after a complaint, the last time counts. Who was told of another way
 * waits for nothing here.
 */
export const waitedOf = ({ orders }: Figures): Waited[] =>
  orders.flatMap(({ placedAt, state, told: events }): Waited[] => {
    const last = (kind: (typeof told)[number]) => events.filter((event) => event.kind === kind).at(-1)?.at
    if (state === 'guided') return []
    const served = servedStates.includes(state)
    const at = served ? last('ended') : state === 'cancelled' ? last('cancelled') : undefined
    if (at !== undefined) return [{ placedAt, how: served ? 'served' : 'called-off', at }]
    return served || state === 'cancelled' ? [] : [{ placedAt, how: 'open' }]
  })

/** What holders of orders said. What staff wrote down for somebody is theirs for whom it was, and once like anyone's. */
export const saidOf = ({ orders }: Figures): Said[] =>
  orders.flatMap(({ holder, score, told: events }) => {
    const rated = events.filter(({ kind }) => kind === 'rated').at(-1)
    return score === null || !rated ? [] : [{ account: holder, at: rated.at, score }]
  })
