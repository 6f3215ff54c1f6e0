import { day } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import type { Database } from '../runtime/database'

/** More orders of one week than this no centre has. */
const most = 2000

/** Called off, or answered elsewhere: nobody goes. */
export const standing = { $nin: ['cancelled', 'guided'] }

/** In this week by the time that was agreed, or, while none is, by the one that was wished. */
export const inWeek = (from: number) => {
  const then = { $gte: from, $lt: from + 7 * day }
  return { $or: [{ startsAt: then }, { startsAt: null, active: true, 'wants.startsAt': then }] }
}

export type Visit = Pick<Order, '_id' | 'givenTo' | 'startsAt' | 'wants'>

const some = [{ $limit: most }, { $project: { givenTo: 1, startsAt: 1, wants: 1 } }]

/** All visits of a week: those that were agreed and those that are wished, each found by an index of its own. */
export async function visitsIn({ orders }: Pick<Database, 'orders'>, from: number): Promise<Visit[]> {
  const halves = inWeek(from).$or.map((half) =>
    orders.aggregate<Visit>(half, [{ $match: { state: standing } }, ...some]),
  )
  return (await Promise.all(halves)).flat()
}

/** The visits of a week that were given to these, by the names under which orders are given. */
export const givenIn = ({ orders }: Pick<Database, 'orders'>, names: readonly string[], from: number) =>
  names.length === 0
    ? Promise.resolve([])
    : orders.aggregate<Visit>({ givenTo: { $in: [...names] } }, [
        { $match: { state: standing, ...inWeek(from) } },
        ...some,
      ])
