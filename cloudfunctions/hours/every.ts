import type { Service } from '../../src/domain/hours'
import type { Database, Stage } from '../runtime/database'

/** So many are read at once: as many as the database gives. */
const page = 1000

/** Of whom, and where only some time is meant, of when. */
interface Whose {
  person: string
  startsAt?: { $gte: number; $lt: number }
}

/**
 * Everything that someone served at, the latest first, however much it is: read on from the last one of each page, by
 * when it began and its id, so that nothing is left out or read twice where some begin at the same moment.
 */
export async function everyService<Row extends Pick<Service, '_id' | 'startsAt'>>(
  db: Database,
  whose: Whose,
  shape: readonly Stage[] = [],
): Promise<Row[]> {
  const all: Row[] = []
  for (let last: Row | undefined; ; last = all.at(-1)) {
    const after = last && {
      $or: [{ startsAt: { $lt: last.startsAt } }, { startsAt: last.startsAt, _id: { $lt: last._id } }],
    }
    const found = await db.services.aggregate<Row>({ ...whose, ...after }, [
      { $sort: { startsAt: -1, _id: -1 } },
      ...shape,
      { $limit: page },
    ])
    all.push(...found)
    if (found.length < page) return all
  }
}
