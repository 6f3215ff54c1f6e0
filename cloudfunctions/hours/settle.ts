import { hour } from '../../src/domain/day'
import type { Service } from '../../src/domain/hours'
import { silentOf } from '../../src/domain/hours-log'
import { visitsOf } from '../../src/domain/order-visit'
import type { Database } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { post } from './post'
import { decide, end } from './service'
import { tellOf } from './tell'

/** The most of each kind that one sweep takes on; the next one goes on. */
const most = 100

/**
 * What time does by itself: closes what nobody checked out of, takes silence for a yes, and brings into the ledger what
 * was cut short. Each step's id follows from the service, so two sweeps at once make one step.
 */
export async function settle({ now, db }: Tick): Promise<void> {
  const due = (state: Service['state']) =>
    db.services.aggregate<Service>({ state, dueAt: { $lte: now } }, [{ $sort: { dueAt: 1 } }, { $limit: most }])
  const [on, awaiting, unposted] = await Promise.all([
    due('on'),
    due('awaiting'),
    db.services.aggregate<Service>({ posting: true }, [{ $limit: most }]),
  ])
  await inTurn(on, (service) => close(db, service))
  await inTurn(awaiting, (service) => takeSilence(db, service, now))
  await inTurn(unposted, (service) => post(db, service))
}

/** Closed as of the moment when it was due, however late the sweep comes. */
async function close(db: Database, service: Service): Promise<void> {
  const after = await end(db, service._id, { id: `${service._id}-close`, at: service.dueAt, kind: 'close' })
  if (after) await tellOf(db, after)
}

/** What is complained of is looked at again so much later: how it ended is on the order, and nobody has to tell. */
const looksAgain = hour

async function takeSilence(db: Database, service: Service, now: number): Promise<void> {
  if (await isComplainedOf(db, service)) {
    const { _id, dueAt } = service
    await db.services.findAndChange({ _id, state: 'awaiting', dueAt }, { dueAt: now + looksAgain })
    return
  }
  const minutes = silentOf(service)
  const at = Math.min(now, service.dueAt)
  const event = { id: `${service._id}-silence`, at, kind: 'confirm', by: null, side: 'silence', minutes } as const
  const after = await decide(db, service, event, 'settled')
  if (after) await post(db, after)
}

/** Whether this is the visit that a complaint waits for an answer on: until then silence is no yes. */
async function isComplainedOf(db: Database, { source, about, events }: Service): Promise<boolean> {
  const order = source === 'order' ? await db.orders.get(about) : null
  if (order?.state !== 'complained') return false
  const complainedOf = visitsOf(order).at(-1)?.ended.id
  return events.some(({ id }) => id === complainedOf)
}
