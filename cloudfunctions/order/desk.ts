import { day, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { type DeskView, deskInput, findGuestInput, providersInput } from '../../src/domain/order-input'
import type { DeskPage, OrderChoice, OrderGuest, ProviderLoad } from '../../src/domain/order-page'
import type { Provider } from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { demand, type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { buildingNames, isLate, type LeanOrder, lean, rowOf } from './row'

/** Everything that is open at one centre is looked at at once; a centre with more has more than one desk. */
const most = 600
/** As many rows as one works through. */
const shown = 80

type Row = LeanOrder & { serving: Pick<Member, '_id' | 'name' | 'organisation'>[] }

/** What the caller's reach of giving orders out opens; nothing is left out for who reaches the whole centre. */
function reachOf(call: MemberCall): Record<string, unknown> {
  const { member } = call
  if (scopesIn(call, 'dispatch-order').includes('centre')) return {}
  const names = [
    ...(member.team !== null && member.roles.includes('volunteer-captain') ? [`team:${member.team}`] : []),
    ...(member.organisation !== null && member.roles.includes('operator')
      ? [`organisation:${member.organisation}`]
      : []),
  ]
  return { givenTo: { $in: names } }
}

/** The desk: what waits, what nobody has taken, what is late, the week, and how much everyone has on their hands. */
export const desk = procedure({
  needs: 'dispatch-order',
  input: deskInput,
  run: async (call, { view }): Promise<DeskPage> => {
    const { db, centre, now, member } = call
    const rows = await db.orders.aggregate<Row>({ ...reachOf(call), active: true }, [
      { $sort: { dueAt: 1, _id: 1 } },
      { $limit: most },
      lean,
      { $lookup: { from: 'members', localField: 'takers', foreignField: '_id', as: 'serving' } },
      { $project: { 'serving.phone': 0, 'serving.room': 0, 'serving.family': 0, 'serving.calendar': 0 } },
    ])
    const desk = member.roles.includes('social-worker')
    const views = Object.fromEntries(
      Object.entries(isIn).map(([name, fits]) => [name, rows.filter((row) => fits(row, now))]),
    ) as Record<DeskView, Row[]>
    const buildings = buildingNames(centre)
    return {
      rows: views[view].slice(0, shown).map((row) => {
        const kept = row.locked || row.route !== 'volunteers'
        return rowOf(row, buildings, now, desk || !kept)
      }),
      counts: {
        triage: views.triage.length,
        unassigned: views.unassigned.length,
        overdue: views.overdue.length,
        week: views.week.length,
        all: views.all.length,
      },
      providers: loadsOf(rows, now),
      days: daysOf(views.week, now),
    }
  },
})

const isIn: Record<DeskView, (row: LeanOrder, now: number) => boolean> = {
  triage: ({ state }) => state === 'triage' || state === 'complained',
  unassigned: ({ state, takers, need }) => state === 'open' && takers.length < need,
  overdue: (row, now) => isLate(row, now),
  week: ({ startsAt }, now) => startsAt !== null && startsAt >= startOfDay(now) && startsAt < startOfDay(now) + 7 * day,
  all: () => true,
}

/** How much each who serves has taken, the busiest first. */
function loadsOf(rows: readonly Row[], now: number): ProviderLoad[] {
  const loads = new Map<string, ProviderLoad>()
  for (const row of rows)
    for (const { _id, name } of row.serving) {
      const load = loads.get(_id) ?? { name, active: 0, week: 0, minutes: 0 }
      const week = isIn.week(row, now)
      loads.set(_id, {
        name,
        active: load.active + 1,
        week: load.week + (week ? 1 : 0),
        minutes: load.minutes + (week ? row.minutes : 0),
      })
    }
  return [...loads.values()].sort((one, other) => other.week - one.week || other.active - one.active)
}

const daysOf = (rows: readonly Row[], now: number): DeskPage['days'] =>
  Array.from({ length: 7 }, (_, n) => startOfDay(now) + n * day).map((at) => ({
    at,
    visits: rows.filter(({ startsAt }) => startsAt !== null && startOfDay(startsAt) === at).length,
  }))

const servingRoles = ['volunteer', 'volunteer-captain', 'social-worker', 'operator', 'enterprise']
const choices = 40

type Serving = Pick<Member, '_id' | 'name' | 'roles' | 'team' | 'organisation'>

/** Whom an order can be given to, by a part of the name; what is for the social workers only shows none but those. */
export const providers = procedure({
  needs: 'dispatch-order',
  input: providersInput,
  run: async (call, { order: id, words }): Promise<OrderChoice[]> => {
    const { db, member } = call
    const order = await db.orders.get(id)
    if (!order) throw new Refused({ reason: 'not-found' })
    const whole = scopesIn(call, 'dispatch-order').includes('centre')
    const own = order.givenTo
    const reaches = whole || own.includes(`team:${member.team}`) || own.includes(`organisation:${member.organisation}`)
    if (!reaches) throw new Refused({ reason: 'no-permission' })
    const kept = order.locked || order.route !== 'volunteers'
    const people = await db.members.aggregate<Serving>(
      { roles: { $in: kept ? ['social-worker'] : servingRoles }, erasing: { $exists: false } },
      [
        ...(words === null ? [] : [{ $match: { name: { $regex: literally(words) } } }]),
        { $sort: { name: 1 } },
        { $limit: 300 },
        { $project: { name: 1, roles: 1, team: 1, organisation: 1 } },
      ],
    )
    const reached = whole
      ? people
      : people.filter(({ team, organisation }) =>
          own.some((name) => name === `team:${team}` || name === `organisation:${organisation}`),
        )
    const bodies = kept || !whole ? [] : await bodiesOf(call, people)
    return [...bodies.filter(({ name }) => words === null || name.includes(words)), ...reached.map(choiceOf)].slice(
      0,
      choices,
    )
  },
})

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const choiceOf = ({ _id, name, roles }: Serving): OrderChoice => ({
  kind: 'member',
  id: _id,
  name,
  staff: roles.includes('social-worker'),
})

/** The teams and the organisations that somebody here serves for, by the names that the centre knows them by. */
async function bodiesOf({ db }: MemberCall, people: readonly Serving[]): Promise<OrderChoice[]> {
  const teams = new Set(people.flatMap(({ team }) => team ?? []))
  const firms = new Set(
    people.flatMap(({ organisation, roles }) =>
      organisation !== null && (roles.includes('operator') || roles.includes('enterprise')) ? [organisation] : [],
    ),
  )
  const known = await db.providers.aggregate<Pick<Provider, 'key' | 'name'>>({ key: { $in: [...teams, ...firms] } }, [
    { $limit: 200 },
    { $project: { key: 1, name: 1 } },
  ])
  return known.map(({ key, name }) => ({ kind: teams.has(key) ? 'team' : 'organisation', id: key, name, staff: false }))
}

const guests = 12

/** People by a part of their name, to write an order down for: whose record is kept already gets no second one. */
export const find = procedure({
  needs: 'place-order-for',
  input: findGuestInput,
  run: async (call, { words }): Promise<OrderGuest[]> => {
    demand(call, 'place-order-for', {})
    const found = await call.db.members.aggregate<Pick<Member, '_id' | 'name' | 'band' | 'building' | 'keptBy'>>(
      { name: { $regex: literally(words) }, erasing: { $exists: false } },
      [{ $sort: { name: 1 } }, { $limit: guests }, { $project: { name: 1, band: 1, building: 1, keptBy: 1 } }],
    )
    const buildings = buildingNames(call.centre)
    return found.map(({ _id, name, band, building, keptBy }) => ({
      id: _id,
      name,
      band,
      building: building === null ? null : (buildings.get(building) ?? null),
      kept: keptBy !== undefined,
    }))
  },
})
