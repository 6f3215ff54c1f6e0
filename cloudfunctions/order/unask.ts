import { nobody, type OfferedTo, type Order } from '../../src/domain/order'
import { namesOf } from '../../src/domain/order-guards'
import { servingAs } from '../../src/domain/order-serving'
import type { Database } from '../runtime/database'
import { follow } from './follow'

/** More than wait for an answer at one time. */
const most = 500

/** Whether nobody is in it who could answer. */
export async function isEmpty(db: Database, to: Exclude<OfferedTo, { kind: 'people' }>): Promise<boolean> {
  const roles = [...servingAs({ to, route: 'volunteers' })]
  const of = { [to.kind]: to.id, roles: { $in: roles }, erasing: { $exists: false } }
  return (await db.members.aggregate(of, [{ $limit: 1 }, { $project: { _id: 1 } }])).length === 0
}

/** What a team or an organisation was asked in which nobody is left waits for nobody: staff have it at once. */
export async function unaskEmpty(
  db: Database,
  now: number,
  among?: readonly Pick<Order, '_id' | 'givenTo'>[],
): Promise<void> {
  const offers =
    among ??
    (await db.orders.aggregate<Pick<Order, '_id' | 'givenTo'>>({ active: true, state: 'offered' }, [
      { $limit: most },
      { $project: { givenTo: 1 } },
    ]))
  for (const body of new Set(offers.flatMap(({ givenTo }) => givenTo))) {
    const [kind, id = ''] = body.split(':')
    if ((kind !== 'team' && kind !== 'organisation') || !(await isEmpty(db, { kind, id }))) continue
    for (const { _id } of offers.filter(({ givenTo }) => givenTo.includes(body)))
      await follow(db, _id, ({ version }, { state, to }) =>
        state === 'offered' && to !== null && namesOf(to).includes(body)
          ? { id: `gone.${version}`, at: now, by: nobody, kind: 'declined', reason: '' }
          : null,
      )
  }
}
