import type { Activity } from '../../src/domain/activity'
import { day } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import { isClosed } from '../../src/domain/order'
import { patience } from '../../src/domain/order-due'
import { Refused } from '../../src/domain/refusal'
import { drawIn, type Resource, type Watched } from '../../src/domain/resource'
import { type Database, databaseOf } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { giveBack, settle } from './ledger'

/** So many ledgers are looked through at a time. */
const page = 200
/** So long after an activity it is looked at no more. */
const over = 7 * day

/** What became of what something was drawn for. off: nobody uses it · over: it was used · on: it may still be. */
type Fate = 'off' | 'over' | 'on'

/**
 * Gives back what was drawn for orders and activities that are called off: each draw once, whole, as an entry of its
 * own. A cancellation that may still be taken back is waited for.
 */
export async function giveBackUnused({ now, db }: Tick): Promise<void> {
  await inTurn(watchedIn(db), async (found) => {
    const fates = await fatesOf(
      db,
      found.flatMap(({ watched = [] }) => watched),
      now,
    )
    await inTurn(found, async ({ _id, centre, watched = [], entries }) => {
      const own = databaseOf(centre)
      for (const each of watched) {
        const fate = fates.get(`${each.noun} ${each.id}`) ?? 'off'
        const drawn = drawIn(entries, each.draw)
        if (fate === 'off' && drawn) await backOnce(own, _id, each.draw, drawn.amount, now)
        if (fate !== 'on') await settle(own, _id, each.draw)
      }
    })
  })
}

/** Every ledger of which something is drawn for what may be called off, in the order of their ids. */
async function* watchedIn(db: Database): AsyncGenerator<Resource[]> {
  let found: Resource[] = []
  do {
    const after = found.at(-1)?._id ?? ''
    found = await db.resources.aggregate<Resource>(
      { 'watched.noun': { $in: ['order', 'activity'] }, _id: { $gt: after } },
      [{ $sort: { _id: 1 } }, { $limit: page }],
    )
    if (found.length > 0) yield found
  } while (found.length === page)
}

async function backOnce(db: Database, resource: string, drawn: string, amount: number, now: number): Promise<void> {
  try {
    await giveBack(db, resource, { id: `${drawn}.off`, at: now, by: null, amount, note: null }, drawn)
  } catch (error) {
    // Somebody gave it back in this very moment.
    if (!(error instanceof Refused) || error.refusal.reason !== 'resource-returned') throw error
  }
}

async function fatesOf(db: Database, watched: readonly Watched[], now: number): Promise<Map<string, Fate>> {
  const ids = (noun: Watched['noun']) => [...new Set(watched.flatMap((each) => (each.noun === noun ? [each.id] : [])))]
  const [orders, activities] = await Promise.all([
    db.orders.some<Pick<Order, '_id' | 'state' | 'events'>>(ids('order'), ['state', 'events']),
    db.activities.some<Pick<Activity, '_id' | 'state' | 'endsAt'>>(ids('activity'), ['state', 'endsAt']),
  ])
  return new Map([
    ...orders.map((order) => [`order ${order._id}`, fateOfOrder(order, now)] as const),
    ...activities.map(({ _id, state, endsAt }) => {
      const fate: Fate = state === 'cancelled' ? 'off' : endsAt + over < now ? 'over' : 'on'
      return [`activity ${_id}`, fate] as const
    }),
  ])
}

function fateOfOrder({ state, events }: Pick<Order, 'state' | 'events'>, now: number): Fate {
  if (state === 'guided') return 'off'
  if (state !== 'cancelled') return isClosed(state) ? 'over' : 'on'
  const last = Math.max(...events.map(({ at }) => at))
  return last + patience.undo <= now ? 'off' : 'on'
}
