import { day } from '../../src/domain/day'
import type { ItemPage } from '../../src/domain/menu-page'
import { type Served, waitLooksBack } from '../../src/domain/menu-wait'
import type { Order } from '../../src/domain/order'
import { ratingRules, type Verdict } from '../../src/domain/rating'
import { summaryOf } from '../../src/domain/rating-summary'
import type { Stage } from '../runtime/database'
import type { OpenCall } from '../runtime/procedure'

/** What was judged in this time counts; of so many activities at most. */
const judgedWithin = 180 * day
const mostJudged = 60

/** What was served in the time that the wait looks back was ordered at most so long before that; so many orders at most. */
const orderedWithin = waitLooksBack + judgedWithin
const mostOrders = 500

/** An order as its figures need it: when it was placed and served, and how it was judged. Nobody's id, nobody's words. */
type OrderFigures = Pick<Order, 'placedAt' | 'score' | 'state'> & { served: { at: number }[] }

export interface Figures {
  judged: Pick<Verdict, 'entries' | 'private'>[]
  orders: OrderFigures[]
}

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
        { $project: { entries: '$verdict.entries', private: '$verdict.private' } },
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
            placedAt: 1,
            score: 1,
            state: 1,
            served: { $filter: { input: '$events', as: 'event', cond: { $eq: ['$$event.kind', 'ended'] } } },
          },
        },
        { $project: { placedAt: 1, score: 1, state: 1, 'served.at': 1 } },
      ],
      as: 'orders',
    },
  },
]

/** An order that was complained of and is being done again is not served yet. */
const servedStates: readonly Order['state'][] = ['ended', 'confirmed', 'rated']

/** When each was placed and, where it was, served: done again after a complaint, the last time counts. */
export const servedOf = ({ orders }: Figures): Served[] =>
  orders.flatMap(({ placedAt, state, served }) => {
    const last = served.at(-1)
    return last && servedStates.includes(state) ? [{ placedAt, servedAt: last.at }] : []
  })

/** What those say who were served, at an activity or by an order; nothing before five have, nor of what is private. */
export function ratingOf({ judged, orders }: Figures): ItemPage['rating'] {
  const { counts } = summaryOf(judged.filter((verdict) => !verdict.private))
  const grades = [
    ...counts.flatMap((times, index) => Array.from({ length: times }, () => index + 1)),
    ...orders.flatMap(({ score }) => (score === null ? [] : [score])),
  ]
  if (grades.length < ratingRules.leastShown) return null
  return { ratings: grades.length, mean: grades.reduce((sum, grade) => sum + grade, 0) / grades.length }
}
