import { day } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import {
  type PicturePage,
  pictureOf,
  type PicturedAnswer,
  type PicturedNeed,
  type PicturedOffer,
} from '../../src/domain/need-picture'
import { unmetReasons } from '../../src/domain/need'
import { type Kept, keptOf, needRules } from '../../src/domain/need-rules'
import { holds } from '../../src/domain/permission'
import { yearOf } from '../../src/domain/survey'
import { procedure, scopesIn } from '../runtime/procedure'
import { Refused } from '../../src/domain/refusal'
import { catalogue } from '../catalogue/catalogue'

/** The pictures are of what was posted in a year, the latest of it where there is more than this. */
const most = 5000
const lately = 365 * day

/** Needs, offers and who fits whom, as pictures for staff; with the names that they need to be read. */
export const picture = procedure({
  needs: 'run-report',
  input: noInput,
  run: async (call): Promise<PicturePage> => {
    const { db, centre, member, now } = call
    const reach = scopesIn(call, 'run-report')
    // Who reaches an organisation's own only has no business with a centre's needs.
    if (!reach.includes('centre') && !reach.includes('aggregate')) throw new Refused({ reason: 'no-permission' })
    const since = { postedAt: { $gt: now - lately } }
    const latest = [{ $sort: { postedAt: -1 } }, { $limit: most }]
    const [needs, offers, answers] = await Promise.all([
      db.needs.aggregate<PicturedNeed>(since, [
        ...latest,
        {
          $project: {
            author: 1,
            category: '$meaning.category',
            building: 1,
            band: '$meaning.band',
            state: 1,
            postedAt: 1,
            promisedAt: 1,
            answeredAt: 1,
            lacking: 1,
            joined: { $in: ['agreed', '$events.kind'] },
            why: { $arrayElemAt: ['$events.reason', -1] },
          },
        },
        { $limit: most },
      ]),
      db.offers.aggregate<PicturedOffer>(since, [
        ...latest,
        { $project: { owner: 1, category: '$meaning.category', building: 1, bands: '$meaning.bands' } },
        { $limit: most },
      ]),
      db.surveys.aggregate<PicturedAnswer>({ year: yearOf(now) }, [
        { $project: { building: 1, band: 1, needs: 1, brings: 1 } },
        { $limit: 4 * most },
      ]),
    ])
    const known = needs.map((need) => ({ ...need, why: isUnmet(need.why) ? need.why : null }))
    return {
      picture: pictureOf({ needs: known, offers, answers }, holds(member.roles, 'see-sensitive-need')),
      categories: catalogue.categories.map(({ code, name }) => ({ code, name })),
      buildings: centre.buildings.map(({ id, name }) => ({ code: id, name })),
    }
  },
})

/** The last reason in the log is that of its closing, unless a person's decision on its words stands there. */
const isUnmet = (reason: unknown): reason is PicturedNeed['why'] => unmetReasons.some((each) => each === reason)

/** How many promises were kept lately: for anyone to see. */
export const kept = procedure({
  needs: 'anyone',
  input: noInput,
  run: async ({ db, now }): Promise<Kept> => {
    const is = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } })
    const answered = { $ne: ['$answeredAt', null] }
    const late = {
      $and: [{ $eq: ['$answeredAt', null] }, { $eq: ['$state', 'open'] }, { $lt: ['$promisedAt', now] }],
    }
    const [found] = await db.needs.aggregate<Omit<Kept, 'share'>>({ postedAt: { $gt: now - needRules.lately } }, [
      { $group: { _id: null, answered: is(answered), inTime: is({ $eq: ['$inTime', true] }), late: is(late) } },
    ])
    const { answered: done = 0, inTime = 0, late: overdue = 0 } = found ?? {}
    return keptOf({ answered: done, inTime, late: overdue })
  },
})
