import { day, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { type DeskView, deskInput, findGuestInput } from '../../src/domain/order-input'
import type { DeskPage, OrderGuest } from '../../src/domain/order-desk-page'
import type { OrderDesk } from '../../src/domain/order-desk-row'
import { demand, type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { type DeskOrder, deskRowOf } from './desk-row'
import { bodiesBrought, bringBodies, loadsOf } from './load'
import { bare } from './named'
import { buildingNames, isLate, type LeanOrder, withWords } from './row'

/** Everything that is open at one centre is looked at at once; a centre with more has more than one desk. */
export const most = 600
/** As many rows as one works through. */
const shown = 80

type Row = DeskOrder & { serving: Pick<Member, '_id' | 'name'>[] }

/** What the caller's reach of giving orders out opens; nothing is left out for who reaches the whole centre. */
export function reachOf(call: MemberCall): Record<string, unknown> {
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
  beside: bringBodies,
  run: async (call, { view }): Promise<OrderDesk> => {
    const { db, centre, now, member } = call
    const rows = await db.orders.aggregate<Row>({ ...reachOf(call), active: true }, [
      { $sort: { dueAt: 1, _id: 1 } },
      { $limit: most },
      withWords,
      { $lookup: { from: 'members', localField: 'takers', foreignField: '_id', as: 'serving' } },
      { $lookup: { from: 'members', localField: 'holder', foreignField: '_id', as: 'holders' } },
      { $project: { ...bare('serving'), ...bare('holders') } },
    ])
    const desk = member.roles.includes('social-worker')
    const views = Object.fromEntries(
      Object.entries(isIn).map(([name, fits]) => [name, rows.filter((row) => fits(row, now, desk))]),
    ) as Record<DeskView, Row[]>
    const buildings = buildingNames(centre)
    return {
      rows: views[view].slice(0, shown).map((row) => deskRowOf(member.roles, row, buildings, now)),
      counts: {
        triage: views.triage.length,
        unassigned: views.unassigned.length,
        overdue: views.overdue.length,
        week: views.week.length,
        all: views.all.length,
      },
      providers: loadsOf(rows, bodiesBrought(call), now),
      days: daysOf(views.week, now),
    }
  },
})

type Standing = Pick<LeanOrder, 'state' | 'owner' | 'dueAt' | 'takers' | 'need' | 'startsAt' | 'photoWaits'>

/** What each view of the desk takes in; a picture waits only for who may look at it, the social workers (`desk`). */
export const isIn: Record<DeskView, (row: Standing, now: number, desk: boolean) => boolean> = {
  triage: ({ state, photoWaits }, _now, desk) =>
    state === 'triage' || state === 'complained' || (desk && photoWaits === true),
  unassigned: ({ state, takers, need }) => state === 'open' && takers.length < need,
  overdue: (row, now) => isLate(row, now),
  week: ({ startsAt }, now) => startsAt !== null && startsAt >= startOfDay(now) && startsAt < startOfDay(now) + 7 * day,
  all: () => true,
}

const daysOf = (rows: readonly Row[], now: number): DeskPage['days'] =>
  Array.from({ length: 7 }, (_, n) => startOfDay(now) + n * day).map((at) => ({
    at,
    visits: rows.filter(({ startsAt }) => startsAt !== null && startOfDay(startsAt) === at).length,
  }))

/** Words as they are, in a pattern. */
export const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

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
