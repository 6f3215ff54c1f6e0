import { day } from '../../src/domain/day'
import type { Tick } from '../runtime/procedure'
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
}
