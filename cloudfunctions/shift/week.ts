import type { Centre } from '../../src/domain/centre'
import { noInput } from '../../src/domain/input'
import { Refused } from '../../src/domain/refusal'
import type { MyWeek } from '../../src/domain/shift-page'
import { restOf } from '../../src/domain/shift-rest'
import { whatFits } from '../../src/domain/this-week'
import type { Volunteer } from '../../src/domain/volunteer'
import { procedure } from '../runtime/procedure'
import { openNeeds, openOrders, openShifts, type Shown, shownOf } from './candidates'
import { helperOf, type OpenShift, taskOf } from './helper'
import { type OpenNeed, type OpenOrder, needTask, orderTask, type WeekTask } from './tasks'

/** So many are shown; there is no page after it: whoever finds nothing in these finds nothing. */
const shown = 20

type Row = Volunteer & { shifts: OpenShift[]; orders: OpenOrder[]; needs: OpenNeed[] }

/**
 * What this volunteer could do this week, best first, with the reasons. The volunteer and everything that is open come
 * in one request, of which only that is read which decides; how the few that are shown are called, in another.
 */
export const week = procedure({
  needs: 'take-shift',
  input: noInput,
  run: async (call): Promise<MyWeek> => {
    const { centre, db, member, now, self } = call
    const everything = [openShifts(call), openOrders(call), openNeeds(call)]
    const [row] = await db.volunteers.aggregate<Row>({ _id: self }, [...everything, { $limit: 1 }])
    if (!row) throw new Refused({ reason: 'not-volunteer' })
    if (row.state !== 'active') throw new Refused({ reason: 'volunteer-state', state: row.state })
    const tasks: WeekTask[] = [...row.shifts.map(taskOf), ...row.orders.map(orderTask), ...row.needs.map(needTask)]
    const fits = whatFits(tasks, helperOf(row, member, now, restOf(centre)), now)
    const best = fits.slice(0, shown)
    if (best.length === 0) return { rows: [], more: 0 }
    const found = await db.volunteers.aggregate<Shown>(
      { _id: self },
      shownOf(
        centre._id,
        best.map(({ task }) => task),
      ),
    )
    const called = namesOf(found[0], centre)
    const rows = best.map(({ task, reasons }) => ({
      kind: task.kind,
      id: task.id,
      title: called.get(task.id)?.title ?? '',
      place: called.get(task.id)?.place ?? '',
      startsAt: task.startsAt,
      endsAt: task.endsAt,
      reasons,
      swap: 'swapId' in task ? task.swapId : null,
    }))
    return { rows: rows.filter(({ title }) => title !== ''), more: Math.max(0, fits.length - shown) }
  },
})

function namesOf(found: Shown | undefined, { buildings }: Centre): Map<string, { title: string; place: string }> {
  const place = (id: string | null) => buildings.find((building) => building.id === id)?.name ?? ''
  return new Map([
    ...(found?.shifts ?? []).map((each) => [each._id, { title: each.title, place: each.place }] as const),
    ...(found?.orders ?? []).map((each) => [each._id, { title: each.title, place: place(each.building) }] as const),
    ...(found?.needs ?? []).map((each) => [each._id, { title: each.label, place: place(each.building) }] as const),
  ])
}
