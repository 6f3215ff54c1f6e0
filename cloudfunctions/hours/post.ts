import { type Balance, entriesOf, type Share, sharesOf } from '../../src/domain/ledger'
import type { Service } from '../../src/domain/hours'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { tellMilestone } from './milestone'
import { tellOf } from './tell'

/**
 * Brings a service's decisions into the ledger and into the balances. Each entry has an id that follows from the
 * decision, and a balance knows the entries that it holds: done again, whole or in part, nothing is counted twice. The
 * mark on the service goes last, after everyone was told, and only if no decision came meanwhile; the sweep finds what
 * was cut short.
 */
export async function post(db: Database, service: Service): Promise<void> {
  for (const entry of entriesOf(service)) {
    await db.ledger.insert(entry)
    for (const share of sharesOf(entry)) await add(db, service.centre, share)
  }
  await tellOf(db, service)
  await tellMilestone(db, service)
  await db.services.findAndChange({ _id: service._id, events: _.size(service.events.length) }, { posting: false })
}

const balanceId = (centre: string, { person, month }: Pick<Share, 'person' | 'month'>): string =>
  derivedId(20, 'balance', centre, person, month)

async function add(db: Database, centre: string, share: Share): Promise<void> {
  const { person, month, entry, serving, served } = share
  const _id = balanceId(centre, share)
  const push = () =>
    db.balances.findAndChange(
      { _id, entries: _.nin([entry]) },
      { serving: _.inc(serving), served: _.inc(served), entries: _.push([entry]) },
    )
  if (await push()) return
  const first: Balance = { _id, centre, person, month, serving, served, entries: [entry] }
  // It was there all along and holds the entry, or it came in this very moment and may not hold it yet.
  if ((await db.balances.insert(first)) === 'exists') await push()
}
