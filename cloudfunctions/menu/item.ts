import { type CardRow, cardOf as activityCard, longestActivity } from '../../src/domain/activity-card'
import { day } from '../../src/domain/day'
import { ownPeople } from '../../src/domain/member'
import { itemInput, type MenuEntry, type Service } from '../../src/domain/menu'
import type { ItemPage } from '../../src/domain/menu-page'
import { standingOf } from '../../src/domain/menu-standing'
import { type Served, waitOf } from '../../src/domain/menu-wait'
import type { Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import { ratingRules, type Verdict } from '../../src/domain/rating'
import { summaryOf } from '../../src/domain/rating-summary'
import { Refused } from '../../src/domain/refusal'
import { cardStages } from '../activity/cards'
import { providerGlance } from '../provider/glance'
import type { Stage } from '../runtime/database'
import { type OpenCall, procedure } from '../runtime/procedure'
import { cardOf, categoryName, rulesOf, serviceIn } from './stock'

/** So many of what is on of it are shown. */
const mostOn = 6

/** What was judged in this time counts; of so many activities at most. */
const judgedWithin = 180 * day
const mostJudged = 60
const mostServed = 200

interface Row {
  line: MenuEntry
  providers: Provider[]
  on: CardRow[]
  judged: Pick<Verdict, 'entries' | 'private'>[]
  served: Pick<Order, 'placedAt' | 'servedAt' | 'score'>[]
}

/** What is on of this service, as a list shows it. */
const onOf = ({ centre, now, member }: OpenCall, item: string): Stage => ({
  $lookup: {
    from: 'activities',
    pipeline: [
      {
        $match: {
          centre: centre._id,
          item,
          startsAt: { $gte: now - longestActivity },
          endsAt: { $gt: now },
          state: 'open',
        },
      },
      { $sort: { startsAt: 1 } },
      { $limit: mostOn },
      ...cardStages(member ? ownPeople(member) : []),
    ],
    as: 'on',
  },
})

/** What was said lately of activities of this service that are over. */
const judgedOf = ({ centre, now }: OpenCall, item: string): Stage => ({
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
})

/** The latest orders of this service that were served. */
const servedOf = ({ centre, now }: OpenCall, item: string): Stage => ({
  $lookup: {
    from: 'orders',
    pipeline: [
      { $match: { centre: centre._id, item, servedAt: { $gte: now - judgedWithin } } },
      { $sort: { servedAt: -1 } },
      { $limit: mostServed },
      { $project: { placedAt: 1, servedAt: 1, score: 1 } },
    ],
    as: 'served',
  },
})

const stages = (call: OpenCall, item: string): Stage[] => [
  { $unwind: '$published.entries' },
  { $match: { 'published.entries.code': item } },
  { $limit: 1 },
  { $project: { line: '$published.entries' } },
  {
    $lookup: {
      from: 'providers',
      let: { keys: '$line.providers' },
      pipeline: [{ $match: { centre: call.centre._id, $expr: { $in: ['$key', '$$keys'] } } }],
      as: 'providers',
    },
  },
  onOf(call, item),
  judgedOf(call, item),
  servedOf(call, item),
]

/** One thing on the menu, for anyone: what it is, who does it, how long one waits, how it was; one request. */
export const item = procedure({
  needs: 'anyone',
  input: itemInput,
  run: async (call, { item: code }): Promise<ItemPage> => {
    const [row] = await call.db.menus.aggregate<Row>({ _id: call.centre._id }, stages(call, code))
    const service = row && serviceIn(row.line)
    if (!row || !service) throw new Refused({ reason: 'not-found' })
    return pageOf(row, service, call.now)
  },
})

function pageOf({ line, providers, on, judged, served }: Row, service: Service, now: number): ItemPage {
  return {
    ...cardOf(service, line, standingOf(line, now)),
    from: line.from,
    categoryName: categoryName(service.category),
    minutes: service.minutes,
    when: line.when,
    where: line.where,
    weekly: line.weekly,
    until: line.until,
    qualification: service.qualification,
    homeVisit: service.homeVisit,
    guardianConsent: service.guardianConsent,
    private: service.private,
    rules: rulesOf(service),
    providers: line.providers.flatMap((key) =>
      providers.filter((each) => each.key === key).map((each) => providerGlance(each, now)),
    ),
    wait: waitOf(served.flatMap(timesOf), now),
    rating: service.private ? null : ratingOf(judged, served),
    activities: on.map(activityCard),
  }
}

const timesOf = ({ placedAt, servedAt }: Row['served'][number]): Served[] =>
  servedAt === null ? [] : [{ placedAt, servedAt }]

/** What those say who were served, at activities or by an order; nothing before five have, and nothing of what is kept private. */
function ratingOf(judged: Row['judged'], served: Row['served']): ItemPage['rating'] {
  const there = summaryOf(judged.filter((each) => !each.private))
  const scores = served.flatMap(({ score }) => score ?? [])
  const ratings = there.ratings + scores.length
  if (ratings < ratingRules.leastShown) return null
  const sum = (there.mean ?? 0) * there.ratings + scores.reduce((total, score) => total + score, 0)
  return { ratings, mean: sum / ratings }
}
