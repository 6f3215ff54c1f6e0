import { day } from '../../src/domain/day'
import type { Stage } from '../runtime/database'
import type { MemberCall } from '../runtime/procedure'
import type { WeekTask } from './tasks'

/** How far ahead "this week" looks, and how much of each kind is looked through. */
const ahead = 7 * day
const most = 1000

/** A field where something is in it; else it is not sent at all, since reading is what costs. */
const ifAny = (path: string) => ({ $cond: [{ $in: [path, [null, [], false, '']] }, '$$REMOVE', path] })

/** Shifts of the coming days that still lack somebody, or a seat of which is to be handed on to whoever asks. */
export function openShifts({ centre, member, now, self }: MemberCall): Stage {
  const open = { centre: centre._id, state: 'open', startsAt: { $gt: now, $lt: now + ahead } }
  const forMe = { $or: [{ $eq: ['$$swap.to', null] }, { $in: [self, { $ifNull: ['$$swap.to', []] }] }] }
  return {
    $lookup: {
      from: 'shifts',
      pipeline: [
        // Whom their age rules out, and who is on it already, is left out here.
        { $match: { ...open, bands: member.band, people: { $ne: self } } },
        {
          $project: {
            placeKind: 1,
            startsAt: 1,
            endsAt: 1,
            skills: ifAny('$skills'),
            licensed: ifAny('$licensed'),
            training: ifAny('$training'),
            withWhom: ifAny('$withWhom'),
            language: ifAny('$language'),
            team: ifAny('$team'),
            lack: { $max: [0, { $subtract: ['$capacity', { $size: '$people' }] }] },
            swap: { $arrayElemAt: [{ $filter: { input: '$swaps', as: 'swap', cond: forMe } }, 0] },
          },
        },
        { $match: { $or: [{ lack: { $gt: 0 } }, { 'swap.id': { $exists: true } }] } },
        { $addFields: { swap: '$swap.id' } },
        { $limit: most },
      ],
      as: 'shifts',
    },
  }
}

/** Orders that volunteers may take now and that are not one's own; who has waited longest first. */
export const openOrders = ({ centre, self, member }: MemberCall): Stage => ({
  $lookup: {
    from: 'orders',
    pipeline: [
      { $match: { centre: centre._id, board: true } },
      {
        $match: {
          holder: { $ne: self },
          person: { $nin: [self, ...member.family.map(({ id }) => id)] },
          takers: { $ne: self },
        },
      },
      { $sort: { placedAt: 1 } },
      { $limit: most },
      {
        $project: {
          band: 1,
          item: ifAny('$item'),
          category: ifAny('$category'),
          building: ifAny('$building'),
          home: ifAny('$home'),
          wants: ifAny('$wants'),
        },
      },
    ],
    as: 'orders',
  },
})

/** What neighbours need and everyone may see, and nobody has promised to help with; not one's own. */
export const openNeeds = ({ centre, self }: MemberCall): Stage => ({
  $lookup: {
    from: 'needs',
    pipeline: [
      { $match: { centre: centre._id, sight: 'square', state: 'open' } },
      { $match: { care: 'open', helper: null, members: { $ne: self } } },
      { $sort: { postedAt: -1 } },
      { $limit: most },
      {
        $project: {
          building: ifAny('$building'),
          concept: ifAny('$meaning.concept'),
          category: ifAny('$meaning.category'),
          item: ifAny('$meaning.item'),
          when: ifAny('$meaning.when'),
          where: '$meaning.where',
          band: '$meaning.band',
        },
      },
    ],
    as: 'needs',
  },
})

/** How what is shown is called, and where it is: asked for the few that are shown. */
export interface Shown {
  shifts: { _id: string; title: string; place: string }[]
  orders: { _id: string; title: string; building: string | null }[]
  needs: { _id: string; label: string; building: string | null }[]
}

const byId = (from: 'shifts' | 'orders' | 'needs', centre: string, ids: string[], fields: object): Stage => ({
  $lookup: { from, pipeline: [{ $match: { _id: { $in: ids }, centre } }, { $project: fields }], as: from },
})

export const shownOf = (centre: string, tasks: readonly WeekTask[]): Stage[] => {
  const ids = (kind: WeekTask['kind']) => tasks.filter((task) => task.kind === kind).map(({ id }) => id)
  return [
    byId('shifts', centre, ids('shift'), { title: 1, place: 1 }),
    byId('orders', centre, ids('order'), { title: 1, building: 1 }),
    byId('needs', centre, ids('need'), { label: '$meaning.label', building: 1 }),
    { $project: { shifts: 1, orders: 1, needs: 1 } },
    { $limit: 1 },
  ]
}
