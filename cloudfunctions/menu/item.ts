import { type CardRow, cardOf as activityCard, longestActivity } from '../../src/domain/activity-card'
import { ownPeople } from '../../src/domain/member'
import { itemInput, type MenuEntry, type Service } from '../../src/domain/menu'
import type { ItemPage, Wait } from '../../src/domain/menu-page'
import { standingOf } from '../../src/domain/menu-standing'
import { waitOf } from '../../src/domain/menu-wait'
import type { Provider } from '../../src/domain/provider'
import { ratingRules } from '../../src/domain/rating'
import { Refused } from '../../src/domain/refusal'
import { cardStages } from '../activity/cards'
import { providerGlance } from '../provider/glance'
import type { Stage } from '../runtime/database'
import { type OpenCall, procedure } from '../runtime/procedure'
import { type Figures, figureStages, saidOf, waitedOf } from './figures'
import { ratingOf } from './judged'
import { cardOf, categoryName, rulesOf, serviceIn } from './stock'

interface Row extends Figures {
  line: MenuEntry
  providers: Provider[]
  on: CardRow[]
  timetables: { _id: string }[]
  groups: { _id: string }[]
}

/** So many of what is on of it are shown. */
const mostOn = 6

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
  {
    $lookup: {
      from: 'timetables',
      pipeline: [{ $match: { centre: call.centre._id, item, state: 'open' } }, { $limit: 1 }, { $project: { _id: 1 } }],
      as: 'timetables',
    },
  },
  {
    $lookup: {
      from: 'groups',
      pipeline: [{ $match: { centre: call.centre._id, item, state: 'open' } }, { $limit: 1 }, { $project: { _id: 1 } }],
      as: 'groups',
    },
  },
  onOf(call, item),
  ...figureStages(call, item),
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

function pageOf(row: Row, service: Service, now: number): ItemPage {
  const { line, providers, on, timetables, groups } = row
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
    // What is lent is lent to who comes for it.
    guardianConsent: service.guardianConsent && service.mode !== 'loan',
    private: service.private,
    rules: rulesOf(service),
    providers: line.providers.flatMap((key) =>
      providers.filter((each) => each.key === key).map((each) => providerGlance(each, now)),
    ),
    wait: toldWait(service, waitOf(waitedOf(row), now)),
    rating: service.private ? null : ratingOf(row.judged, saidOf(row)),
    activities: on.map(activityCard),
    grouped: groups.length > 0,
    slots: timetables.length > 0,
  }
}

/** Of what is private so few are not told of: that one is waiting would say that somebody here needs it. */
const toldWait = (service: Service, wait: Wait | null): Wait | null =>
  wait !== null && service.private && wait.orders + wait.waiting < ratingRules.leastShown ? null : wait
