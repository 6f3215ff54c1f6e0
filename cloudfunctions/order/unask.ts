import { nobody, type OfferedTo, type Order } from '../../src/domain/order'
import { namesOf } from '../../src/domain/order-guards'
import type { Role } from '../../src/domain/role'
import type { Database } from '../runtime/database'
import { follow } from './follow'

/** More than wait for an answer at one time. */
const most = 500

/** Who of a team or an organisation may answer for it. */
const answersFor: Record<'team' | 'organisation', readonly Role[]> = {
  team: ['volunteer', 'volunteer-captain'],
  organisation: ['operator', 'enterprise'],
}

/** Whether nobody is in it who could answer. */
export async function isEmpty(db: Database, { kind, id }: Exclude<OfferedTo, { kind: 'people' }>): Promise<boolean> {
  const of = { [kind]: id, roles: { $in: answersFor[kind] }, erasing: { $exists: false } }
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
