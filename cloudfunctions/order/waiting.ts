import { day } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import type { Waiting } from '../../src/domain/order-waiting'
import type { Capability } from '../../src/domain/permission'
import { type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { isIn, most, reachOf } from './desk'
import type { LeanOrder } from './row'

/** As many as are counted of anything; whoever has more of it knows enough. */
const counted = [{ $limit: 1000 }, { $group: { _id: null, n: { $sum: 1 } } }]

type Count = { n: number }[]
type Row = Pick<LeanOrder, 'state' | 'owner' | 'dueAt' | 'route' | 'takers' | 'need' | 'startsAt' | 'photoWaits'>
const fields = { state: 1, owner: 1, dueAt: 1, route: 1, takers: 1, need: 1, startsAt: 1, photoWaits: 1 } as const

/** What waits at each desk, in numbers: nothing in it says whose it is. */
export const waiting = procedure({
  needs: 'dispatch-order',
  input: noInput,
  run: async (call): Promise<Waiting> => {
    const { db, now } = call
    const whole = async (needs: Capability, count: () => Promise<Count>): Promise<number | null> =>
      scopesIn(call, needs).includes('centre') ? ((await count())[0]?.n ?? 0) : null
    const [orders, needs, volunteers, hours, bookings] = await Promise.all([
      ordersOf(call),
      whole('moderate-content', () => db.needs.aggregate({ state: 'open', dueAt: { $lt: now } }, counted)),
      whole('manage-shift', () => db.volunteers.aggregate({ state: 'applied' }, counted)),
      whole('confirm-hours', () => db.services.aggregate({ state: { $in: ['awaiting', 'appealed'] } }, counted)),
      whole('approve-room', () => db.slotDays.aggregate({ asked: { $gt: '' }, day: { $gt: now - day } }, counted)),
    ])
    return { orders, needs, volunteers, hours, bookings }
  },
})

async function ordersOf(call: MemberCall): Promise<Waiting['orders']> {
  const rows = await call.db.orders.aggregate<Row>({ ...reachOf(call), active: true }, [
    { $sort: { dueAt: 1 } },
    { $limit: most },
    { $project: fields },
  ])
  const desk = call.member.roles.includes('social-worker')
  const kinds = {
    crisis: ({ route }: Row) => route === 'crisis',
    overdue: (row: Row) => isIn.overdue(row, call.now, desk),
    unassigned: (row: Row) => isIn.unassigned(row, call.now, desk),
    triage: (row: Row) => isIn.triage(row, call.now, desk),
  }
  const countOf = (fits: (row: Row) => boolean) => rows.filter(fits).length
  return {
    crisis: countOf(kinds.crisis),
    overdue: countOf(kinds.overdue),
    unassigned: countOf(kinds.unassigned),
    triage: countOf(kinds.triage),
  }
}
