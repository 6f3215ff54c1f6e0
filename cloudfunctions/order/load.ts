import { day, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { ProviderLoad } from '../../src/domain/order-desk-page'
import type { Provider } from '../../src/domain/provider'
import type { Team } from '../../src/domain/volunteer'
import type { Beside } from '../runtime/door'
import type { MemberCall } from '../runtime/procedure'
import type { LeanOrder } from './row'

type Row = Pick<LeanOrder, 'startsAt' | 'wants' | 'minutes' | 'givenTo'> & { serving: Pick<Member, '_id' | 'name'>[] }
type Body = Pick<Provider, 'key' | 'name' | 'weekly'>

/** The teams and organisations of the centre, in the same request as the door's: how they are called, what they can do. */
export const bringBodies = (): Beside[] => [
  { from: 'providers', match: {}, limit: 200, stages: [{ $project: { key: 1, name: 1, weekly: 1 } }] },
  { from: 'teams', match: {}, limit: 200, stages: [{ $project: { name: 1 } }] },
]

/** By their keys; a team that offers nothing on the menu has its name from where it was made. */
export function bodiesBrought({ beside }: Pick<MemberCall, 'beside'>): ReadonlyMap<string, Body> {
  const [providers = [], teams = []] = beside as [Body[]?, Pick<Team, '_id' | 'name'>[]?]
  const named = teams.map(({ _id, name }): Body => ({ key: _id, name, weekly: null }))
  return new Map([...named, ...providers].map((body) => [body.key, body]))
}

type Whose = Pick<ProviderLoad, 'kind' | 'id' | 'name' | 'weekly'>

/** The teams and organisations that an order was given to, whether they have said yes or not yet. */
const bodiesOf = ({ givenTo }: Row, bodies: ReadonlyMap<string, Body>): Whose[] =>
  givenTo.flatMap((name) => {
    const kind = (['team', 'organisation'] as const).find((each) => name.startsWith(`${each}:`))
    if (!kind) return []
    const id = name.slice(kind.length + 1)
    const body = bodies.get(id)
    return [{ kind, id, name: body?.name ?? id, weekly: body?.weekly ?? null }]
  })

/** How much everyone has on their hands who serves: people, their teams and organisations; the busiest first. */
export function loadsOf(rows: readonly Row[], bodies: ReadonlyMap<string, Body>, now: number): ProviderLoad[] {
  const loads = new Map<string, ProviderLoad>()
  for (const row of rows) {
    const people = row.serving.map(({ _id: id, name }): Whose => ({ kind: 'member', id, name, weekly: null }))
    const at = row.startsAt ?? row.wants?.startsAt ?? null
    const week = at !== null && at >= startOfDay(now) && at < startOfDay(now) + 7 * day
    for (const whose of [...people, ...bodiesOf(row, bodies)]) {
      const key = `${whose.kind}:${whose.id}`
      const load = loads.get(key) ?? { ...whose, active: 0, week: 0, minutes: 0 }
      loads.set(key, {
        ...load,
        active: load.active + 1,
        week: load.week + (week ? 1 : 0),
        minutes: load.minutes + (week ? row.minutes : 0),
      })
    }
  }
  return [...loads.values()].sort((one, other) => other.week - one.week || other.active - one.active)
}
