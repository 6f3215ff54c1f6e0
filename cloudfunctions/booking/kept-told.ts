import { toldByDesk } from '../../src/domain/booking-telling'
import type { Member } from '../../src/domain/member'
import type { Notice } from '../../src/domain/notice'
import type { Database } from '../runtime/database'

/** Social workers of a centre, at most. */
const mostWorkers = 100

/** The same entries; those for whoever has no phone go to the social workers, who tell them. */
export async function throughDesk(db: Database, owed: readonly Notice[]): Promise<Notice[]> {
  const ids = [...new Set(owed.map(({ to }) => to))]
  if (ids.length === 0) return []
  const found = await db.members.some<Pick<Member, '_id' | 'keptBy'>>(ids, ['keptBy'])
  const kept = new Set(found.filter(({ keptBy }) => keptBy).map(({ _id }) => _id))
  if (kept.size === 0) return [...owed]
  const workers = await db.members.aggregate<Pick<Member, '_id'>>({ roles: 'social-worker' }, [
    { $project: { _id: 1 } },
    { $limit: mostWorkers },
  ])
  return toldByDesk(
    owed,
    kept,
    workers.map(({ _id }) => _id),
  )
}
