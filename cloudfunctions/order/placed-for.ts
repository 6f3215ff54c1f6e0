import type { Member } from '../../src/domain/member'
import { nobody, type Order, type OrderEvent } from '../../src/domain/order'
import type { PlacedFor } from '../../src/domain/order-page'
import { isAgain } from '../../src/domain/order-weekly'

/**
 * For whom an order was placed, where that is not who placed it. `named`: whether the reader may know whose it is.
 * Nothing of one that comes again by itself, or whose placer was deleted.
 */
export function placedFor(
  { id, by }: Pick<OrderEvent, 'id' | 'by'>,
  { holder, person }: Pick<Order, 'holder' | 'person'>,
  reader: string,
  named: boolean,
  names: ReadonlyMap<string, Pick<Member, 'name' | 'roles'>>,
): PlacedFor | null {
  if (isAgain(id) || by === nobody) return null
  if (by === holder) return person === holder ? null : { whom: 'kin', name: null, worker: false }
  const worker = names.get(by)?.roles.includes('social-worker') ?? false
  if (holder === reader) return { whom: 'reader', name: null, worker }
  return { whom: 'resident', name: named ? (names.get(holder)?.name ?? null) : null, worker }
}
