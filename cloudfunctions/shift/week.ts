import { day } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import type { MyWeek, WeekRow } from '../../src/domain/shift-page'
import { type Fit, whatFits } from '../../src/domain/this-week'
import type { Volunteer } from '../../src/domain/volunteer'
import type { Stage } from '../runtime/database'
import { type MemberCall, procedure } from '../runtime/procedure'
import { helperOf, type OpenShift, type ShiftTask, taskOf } from './helper'

/** How far ahead "this week" looks, and how much of each kind is looked through. */
const ahead = 7 * day
const most = 1000
/** So many are shown; there is no page after it: whoever finds nothing in these looks at the list. */
const shown = 20

type Row = Volunteer & { shifts: OpenShift[] }

/**
 * What this volunteer could do this week, best first, with the reasons. The volunteer and everything that is open come
 * in one request: the database leaves out what their age or a full list rules out, and of the rest only that is read
 * which decides.
 */
export const week = procedure({
  needs: 'take-shift',
  input: noInput,
  run: async (call): Promise<MyWeek> => {
    const { db, member, now, self } = call
    const [row] = await db.volunteers.aggregate<Row>({ _id: self }, [openShifts(call), { $limit: 1 }])
    if (!row) throw new Refused({ reason: 'not-volunteer' })
    if (row.state !== 'active') throw new Refused({ reason: 'volunteer-state', state: row.state })
    const fits = whatFits(row.shifts.map(taskOf), helperOf(row, member, now), now)
    return { rows: fits.slice(0, shown).map(rowOf), more: Math.max(0, fits.length - shown) }
  },
})

/** Shifts of the coming days that still lack somebody, or a seat of which is to be handed on. */
function openShifts({ centre, member, now, self }: MemberCall): Stage {
  const open = { centre: centre._id, state: 'open', startsAt: { $gt: now, $lt: now + ahead } }
  const forMe = { $or: [{ $eq: ['$$swap.to', null] }, { $in: [self, { $ifNull: ['$$swap.to', []] }] }] }
  return {
    $lookup: {
      from: 'shifts',
      pipeline: [
        { $match: { ...open, bands: member.band, people: { $ne: self } } },
        {
          $project: {
            title: 1,
            place: 1,
            placeKind: 1,
            startsAt: 1,
            endsAt: 1,
            skills: 1,
            licensed: 1,
            training: 1,
            bands: 1,
            withWhom: 1,
            language: 1,
            team: 1,
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

const rowOf = ({ task, reasons }: Fit<ShiftTask>): WeekRow => ({
  kind: task.kind,
  id: task.id,
  title: task.title,
  place: task.place,
  startsAt: task.startsAt,
  endsAt: task.endsAt,
  reasons,
  swap: task.swapId,
})
