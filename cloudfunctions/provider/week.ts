import { isMinor } from '../../src/domain/age'
import { day, startOfWeek } from '../../src/domain/day'
import type { Activity } from '../../src/domain/activity'
import type { Member } from '../../src/domain/member'
import type { Slot } from '../../src/domain/order'
import { standingOf } from '../../src/domain/order-log'
import type { Provider } from '../../src/domain/provider'
import {
  daysOf,
  givenName,
  loadsInput,
  type ProviderWeek,
  providerWeekInput,
  type WeekEntry,
  type WeekLoad,
} from '../../src/domain/provider-week'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { maskedName } from '../../src/domain/visibility'
import { knownAs, type LoggedOrder, withheld } from '../order/row'
import { grown } from '../runtime/birth'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf, providerId } from './glance'
import { givenIn, inWeek, standing as going } from './used'

/** As much of each kind as one provider has in a week. */
const most = 500

type OnShift = Pick<Shift, '_id' | 'title' | 'startsAt' | 'endsAt' | 'people'>

/** A provider's own orders and its calendar of one week, for itself and for the centre. */
export const week = procedure({
  needs: 'manage-provider',
  input: providerWeekInput,
  run: async (call, { provider: key, from: said }): Promise<ProviderWeek> => {
    const { db, centre, now } = call
    const provider = await db.providers.get(providerId(centre._id, key))
    if (!provider) throw new Refused({ reason: 'not-found' })
    demand(call, 'manage-provider', belongingOf(provider))
    const from = startOfWeek(said ?? now)
    const [orders, activities, shifts] = await Promise.all([
      ordersOf(call, provider, from),
      activitiesOf(call, key, from),
      shiftsOf(call, provider, from),
    ])
    const names = await namesOf(call, [
      ...orders.flatMap(({ takers }) => takers),
      ...shifts.flatMap(({ people }) => people),
    ])
    const visits = orders.flatMap((order) => visitOf(order, names))
    return {
      from,
      days: daysOf(provider, from, [...visits, ...activities, ...shifts.map((shift) => shiftEntry(shift, names))]),
      waiting: orders
        .filter(({ active, startsAt, wants }) => active && startsAt === null && wants === null)
        .map((order) => ({ id: order._id, title: knownAs(order), asked: order.state === 'offered' })),
      used: visits.length,
      weekly: provider.weekly,
    }
  },
})

/** What was given to it: in this week, and without a time. */
const ordersOf = ({ db }: MemberCall, provider: Provider, from: number): Promise<LoggedOrder[]> => {
  const { $or } = inWeek(from)
  return db.orders.aggregate<LoggedOrder>({ givenTo: givenName(provider) }, [
    { $match: { state: going, $or: [...$or, { startsAt: null, active: true, wants: null }] } },
    { $sort: { placedAt: 1 } },
    { $limit: most },
    { $project: withheld },
  ])
}

const during = (from: number) => ({ $gte: from, $lt: from + 7 * day })

async function activitiesOf({ db }: MemberCall, key: string, from: number): Promise<WeekEntry[]> {
  const found = await db.activities.aggregate<Pick<Activity, '_id' | 'title' | 'startsAt' | 'endsAt'>>(
    { startsAt: during(from) },
    [
      { $match: { state: { $ne: 'cancelled' }, $or: [{ 'organiser.id': key }, { team: key }] } },
      { $limit: most },
      { $project: { title: 1, startsAt: 1, endsAt: 1 } },
    ],
  )
  return found.map(({ _id, ...each }) => ({ kind: 'activity', id: _id, ...each, agreed: true, who: [] }))
}

const shiftsOf = ({ db }: MemberCall, { kind, key }: Provider, from: number): Promise<OnShift[]> =>
  db.shifts.aggregate<OnShift>({ state: 'open', startsAt: during(from) }, [
    { $match: kind === 'team' ? { team: key } : { organisation: key } },
    { $limit: most },
    { $project: { title: 1, startsAt: 1, endsAt: 1, people: 1 } },
  ])

/** By the names they chose; of a minor no more than the first sign. */
async function namesOf({ db, now }: MemberCall, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const found = await db.members.some<Pick<Member, '_id' | 'name' | 'band' | 'birth'>>(wanted, [
    'name',
    'band',
    'birth',
  ])
  return new Map(
    found.map((member) => {
      const { _id, name, band } = grown({ ...member, family: [] }, now)
      return [_id, isMinor(band) ? maskedName(name) : name]
    }),
  )
}

const called = (ids: readonly string[], names: ReadonlyMap<string, string>): string[] =>
  ids.flatMap((id) => names.get(id) ?? [])

function visitOf(order: LoggedOrder, names: ReadonlyMap<string, string>): WeekEntry[] {
  const slot: Slot | null = standingOf(order, order.events)?.slot ?? null
  const time = slot ?? order.wants
  if (!time) return []
  const { startsAt, endsAt } = time
  const who = called(order.takers, names)
  return [{ kind: 'visit', id: order._id, title: knownAs(order), startsAt, endsAt, agreed: slot !== null, who }]
}

const shiftEntry = ({ _id, title, startsAt, endsAt, people }: OnShift, names: ReadonlyMap<string, string>) => ({
  kind: 'shift' as const,
  id: _id,
  title,
  startsAt,
  endsAt,
  agreed: true,
  who: called(people, names),
})

/**
 * How full the week of an order is of those who said how many they can do: of its agreed or wished time, else this
 * week. It is a warning and no guard: the number is what they think of a usual week, and each answers for itself.
 */
export const loads = procedure({
  needs: 'dispatch-order',
  input: loadsInput,
  run: async (call, { order: id }): Promise<WeekLoad[]> => {
    const { db, now } = call
    const [order, providers] = await Promise.all([
      db.orders.get(id),
      db.providers.aggregate<Pick<Provider, 'kind' | 'key' | 'weekly'>>({}, [
        { $match: { weekly: { $ne: null }, kind: { $in: ['organisation', 'enterprise', 'team'] } } },
        { $limit: 200 },
        { $project: { kind: 1, key: 1, weekly: 1 } },
      ]),
    ])
    if (!order) throw new Refused({ reason: 'not-found' })
    const mine = providers.filter((provider) => allowed(call, 'dispatch-order', belongingOf(provider)))
    const from = startOfWeek(order.startsAt ?? order.wants?.startsAt ?? now)
    const given = await givenIn(db, mine.map(givenName), from)
    return mine.map((provider) => {
      const name = givenName(provider)
      const used = given.filter(({ _id, givenTo }) => _id !== id && givenTo.includes(name)).length
      return {
        kind: provider.kind === 'team' ? 'team' : 'organisation',
        id: provider.key,
        used,
        weekly: provider.weekly ?? 0,
      }
    })
  },
})
