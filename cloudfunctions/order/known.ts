import type { Member } from '../../src/domain/member'
import type { MenuEntry } from '../../src/domain/menu'
import type { Order } from '../../src/domain/order'
import type { Known } from '../../src/domain/order-desk-page'
import type { Database } from '../runtime/database'
import { sentBy } from './licensed'

/** So many of those that were done last tell who does such things. */
const most = 200

/**
 * How the centre knows of a team or an organisation, by its key, that it does what an order asks for: the menu that is
 * published names it, or it did one before. Nothing of anyone where the menu names nobody: a question that is always
 * asked is read by nobody.
 */
export async function knownFor(
  { menus, orders }: Pick<Database, 'menus' | 'orders'>,
  centre: string,
  { item }: Pick<Order, 'item'>,
): Promise<(key: string) => Known | null> {
  if (item === null) return () => null
  const [[row], done] = await Promise.all([
    menus.aggregate<{ line: MenuEntry }>({ _id: centre }, [
      { $unwind: '$published.entries' },
      { $match: { 'published.entries.code': item } },
      { $limit: 1 },
      { $project: { line: '$published.entries' } },
    ]),
    orders.aggregate<Pick<Order, '_id' | 'givenTo'>>({ item }, [
      { $match: { state: { $in: ['confirmed', 'rated'] } } },
      { $sort: { placedAt: -1 } },
      { $limit: most },
      { $project: { givenTo: 1 } },
    ]),
  ])
  const named = new Set(row?.line.providers)
  const did = new Set(done.flatMap(({ givenTo }) => givenTo))
  if (named.size === 0) return () => null
  return (key) =>
    named.has(key) ? 'named' : did.has(`team:${key}`) || did.has(`organisation:${key}`) ? 'did' : 'neither'
}

/** Whom someone who is asked by name goes for: of a firm's people who are neither volunteers nor social workers. */
export const goesFor = (person: Pick<Member, 'roles' | 'organisation'>): string | null =>
  person.roles.some((role) => role === 'volunteer' || role === 'volunteer-captain' || role === 'social-worker')
    ? null
    : sentBy(person)
