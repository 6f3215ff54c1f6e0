import type { Activity } from '../../src/domain/activity'
import type { Order } from '../../src/domain/order'
import type { Provider } from '../../src/domain/provider'
import { Refused } from '../../src/domain/refusal'
import { type DrawnFor, type Resource, resourceCard, type UsesPage, usesInput } from '../../src/domain/resource'
import { belongingOf as activityBelongs } from '../activity/scope'
import { knownAs } from '../order/row'
import { belongingOf as orderBelongs } from '../order/staff'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { belongingOf } from './glance'

/** As much as all providers of a centre bring. */
const most = 1000

/** An order or an activity for which something is drawn: how the ledger calls it, whose it is, whether it is on. */
interface Thing {
  title: string
  on: boolean
  belongs: { organisation?: string | null; team?: string | null }
}

/** Nothing where this centre has none of that id. */
export async function thingOf({ db }: MemberCall, noun: 'order' | 'activity', id: string): Promise<Thing | undefined> {
  if (noun === 'activity') {
    const [found] = await db.activities.some<Activity>([id], ['title', 'state', 'organiser', 'team', 'createdBy'])
    if (!found) return undefined
    const { organisation, team } = activityBelongs(found)
    return { title: found.title, on: found.state !== 'cancelled', belongs: { organisation, team } }
  }
  const [found] = await db.orders.some<Order>([id], ['title', 'state', 'locked', 'route', 'givenTo'])
  if (!found) return undefined
  const on = found.state !== 'cancelled' && found.state !== 'guided'
  return { title: knownAs(found), on, belongs: orderBelongs(found) }
}

/**
 * What it is drawn for, as it is called here; refused where this centre has none such, where the caller does not reach it,
 * or where it is called off.
 */
export async function knownFor(call: MemberCall, drawnFor: DrawnFor): Promise<DrawnFor> {
  const { noun, id } = drawnFor
  if (noun === 'other') return drawnFor
  const thing = await thingOf(call, noun, id)
  if (!thing) throw new Refused({ reason: 'not-found' })
  demand(call, 'manage-provider', thing.belongs)
  if (!thing.on) throw new Refused({ reason: 'resource-off' })
  return { noun, id, title: thing.title }
}

/** What an order or an activity has of what providers bring, and what else there is for it. */
export const uses = procedure({
  needs: 'manage-provider',
  input: usesInput,
  run: async (call, { noun, id }): Promise<UsesPage> => {
    const { db } = call
    const thing = await thingOf(call, noun, id)
    if (!thing) throw new Refused({ reason: 'not-found' })
    demand(call, 'manage-provider', thing.belongs)
    const [ledgers, providers] = await Promise.all([
      db.resources.aggregate<Resource>({}, [{ $sort: { name: 1 } }, { $limit: most }]),
      db.providers.aggregate<Pick<Provider, 'key' | 'kind' | 'name'>>({}, [
        { $limit: most },
        { $project: { key: 1, kind: 1, name: 1 } },
      ]),
    ])
    const known = new Map(providers.map((provider) => [provider.key, provider]))
    return {
      title: thing.title,
      on: thing.on,
      drawn: ledgers.flatMap((ledger) => drawnOf(ledger, noun, id)),
      there: ledgers.flatMap((ledger) => {
        const owner = known.get(ledger.provider)
        if (!owner || !allowed(call, 'manage-provider', belongingOf(owner))) return []
        return [{ card: resourceCard(ledger), provider: owner.name }]
      }),
    }
  },
})

const drawnOf = ({ _id, name, kind, unit, entries, returned }: Resource, noun: string, id: string): UsesPage['drawn'] =>
  entries.flatMap((entry) =>
    entry.kind === 'draw' && entry.for.noun === noun && entry.for.id === id && !returned.includes(entry.id)
      ? [{ resource: _id, name, kind, unit, draw: entry.id, amount: entry.amount, at: entry.at }]
      : [],
  )
