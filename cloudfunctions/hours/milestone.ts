import { milestoneBetween } from '../../src/domain/care'
import type { Service } from '../../src/domain/hours'
import { serviceOf } from '../../src/domain/hours-log'
import type { Balance } from '../../src/domain/ledger'
import type { Database } from '../runtime/database'
import { notify } from '../runtime/inbox'

/** So many months are summed: twenty years. */
const most = 240

/**
 * Thanks whoever reached a round number of hours. Counted from nothing to what they have now, and not from one sum to
 * the next: of two services that are posted at once, neither may see the step. Each milestone is one entry by its id,
 * so it is told once, however often it is seen, and not again after a correction took it away and gave it back.
 */
export async function tellMilestone(db: Database, service: Service): Promise<void> {
  const { person: to, centre, title } = service
  const last = serviceOf(service).decisions.at(-1)
  // A correction downwards is nothing to be thanked for.
  if (!last || last.change <= 0) return
  const balances = await db.balances.aggregate<Pick<Balance, 'serving'>>({ centre, person: to }, [
    { $project: { serving: 1 } },
    { $limit: most },
  ])
  const hours = milestoneBetween(
    0,
    balances.reduce((sum, { serving }) => sum + serving, 0),
  )
  if (hours === undefined) return
  const minutes = hours * 60
  const cause = `milestone-${hours}`
  await notify(db, centre, [
    { to, kind: 'hours-milestone', noun: 'hours', about: to, title, cause, at: last.at, minutes },
  ])
}
