import type { Household } from '../../src/domain/household'
import type { NeedEvent } from '../../src/domain/need'
import { answered } from '../../src/domain/need-rules'
import { Refused } from '../../src/domain/refusal'
import { _, type Database } from '../runtime/database'

/** More households than a centre has. */
const most = 20_000

/** Everyone who asked for it, and whoever lives with them: they sign up first for what becomes of it. */
export async function askersOf(db: Database, id: string): Promise<string[]> {
  const need = await db.needs.get(id)
  if (!need) return []
  const living = { members: { $in: need.members } }
  const homes = await db.households.aggregate<Pick<Household, 'members'>>(living, [
    { $project: { members: 1 } },
    { $limit: most },
  ])
  return [...new Set([...need.members, ...homes.flatMap(({ members }) => members)])]
}

/** Writes down on the need that there is an activity now, once; whom it concerns is told by the log. */
export async function tellPublished(db: Database, id: string, activity: string, at: number): Promise<void> {
  const need = await db.needs.get(id)
  if (!need) return
  const event: NeedEvent = { id: `published-${activity}`, at, kind: 'published', activity }
  await db.needs.findAndChange(
    { _id: id, 'events.id': _.nin([event.id]) },
    { ...answered(need, at), activity, escalatesAt: null, toTell: true, events: _.push([event]) },
  )
}

/** Refuses while neighbours wait for what becomes of it: first they are told, with the reason. */
export async function demandAnswered(db: Database, id: string): Promise<void> {
  const need = await db.needs.get(id)
  if (need?.state === 'open') throw new Refused({ reason: 'draft-promised', households: need.households.length })
}
