import type { Draft } from '../../src/domain/activity-draft'
import { day, hour } from '../../src/domain/day'
import type { Roster } from '../../src/domain/roster'
import type { Database } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { inTurn } from '../runtime/turn'
import { follow } from './follow'
import { make } from './publish'
import { toldAt } from './seat'

/** So many are read at once. */
const most = 200

/** The longest before its beginning that an activity offers freed seats instead of giving them (`offerHours`). */
const longestOffers = 168 * hour

/**
 * Writes down what time alone has changed: offers that lapsed, priority windows that ended. Screens do it for the one
 * they show; this does it for those that nobody looks at, so that the next in line hears of it while their own offer
 * lasts: for every one of them at every sweep, wherever it is.
 */
export async function sweep({ now, db, requestId }: Tick): Promise<void> {
  const offering = {
    state: 'open',
    startsAt: { $gt: now, $lt: now + longestOffers },
    // A new time moves the rule's times along; where from is in the log.
    $or: [{ 'rules.offersFrom': { $lte: now } }, { moved: { $exists: true } }],
  }
  const opened = { state: 'open', 'rules.priority.until': { $gt: now - day, $lte: now } }
  const settle = (roster: Roster) => toldAt(db, roster, now, requestId)
  const steps = [() => inTurn(all(db, offering), settle), () => inTurn(all(db, opened), settle), () => finish(db, now)]
  await inTurn(steps, (step) => step())
}

/** Every roster of a kind, in the order of their ids. */
async function* all(db: Database, kind: Record<string, unknown>): AsyncGenerator<Roster> {
  let page: Roster[] = []
  do {
    const after = page.at(-1)?._id ?? ''
    page = await db.rosters.aggregate<Roster>({ ...kind, _id: { $gt: after } }, [
      { $sort: { _id: 1 } },
      { $limit: most },
    ])
    yield* page
  } while (page.length === most)
}

/** Finishes what a function began that was cut short: plans half published, activities behind their rosters. */
async function finish(db: Database, now: number): Promise<void> {
  const [drafts, behind] = await Promise.all([
    db.drafts.aggregate<Draft>({ state: 'publishing' }, [{ $limit: most }]),
    db.rosters.aggregate<{ _id: string }>({ following: true }, [{ $project: { _id: 1 } }, { $limit: most }]),
  ])
  await inTurn(drafts, (draft) => make(db, draft, now))
  await inTurn(behind, ({ _id }) => follow(db, _id, now))
}
