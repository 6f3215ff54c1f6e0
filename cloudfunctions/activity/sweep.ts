import { day } from '../../src/domain/day'
import type { Draft } from '../../src/domain/activity-draft'
import type { Database } from '../runtime/database'
import type { Tick } from '../runtime/procedure'
import { follow } from './follow'
import { make } from './publish'
import { toldAt } from './seat'

/** The most rosters that one sweep looks at; the next minute's goes on. */
const most = 200

/**
 * Writes down what time alone has changed: offers that lapsed, priority windows that ended. Screens do it for the one
 * they show; this does it for those that nobody looks at, so that the next in line hears of it.
 */
export async function sweep({ now, db, requestId }: Tick): Promise<void> {
  const soon = { state: 'open', startsAt: { $gt: now, $lt: now + 2 * day } }
  const opened = { state: 'open', 'rules.priority.until': { $gt: now - day, $lte: now } }
  const rosters = await Promise.all([
    db.rosters.aggregate<Parameters<typeof toldAt>[1]>(soon, [{ $limit: most }]),
    db.rosters.aggregate<Parameters<typeof toldAt>[1]>(opened, [{ $limit: most }]),
  ])
  const each = new Map(rosters.flat().map((roster) => [roster._id, roster]))
  for (const roster of each.values()) await toldAt(db, roster, now, requestId)
  await finish(db, now)
}

/** Finishes what a function began that was cut short: plans half published, activities behind their rosters. */
async function finish(db: Database, now: number): Promise<void> {
  const [drafts, behind] = await Promise.all([
    db.drafts.aggregate<Draft>({ state: 'publishing' }, [{ $limit: most }]),
    db.rosters.aggregate<{ _id: string }>({ following: true }, [{ $limit: most }, { $project: { _id: 1 } }]),
  ])
  for (const draft of drafts) await make(db, draft)
  for (const { _id } of behind) await follow(db, _id, now)
}
