import { itemInput } from '../../src/domain/menu'
import { isLocked } from '../../src/domain/order-item'
import type { OrderSubject } from '../../src/domain/order-page'
import { Refused } from '../../src/domain/refusal'
import { procedure } from '../runtime/procedure'
import { openBefore, ownOpen } from './again'
import { itemAt } from './item'

/**
 * What the form has to know of an item, whether the centre has it on its menu or not, and what one has open of it: one
 * request beside the door's, which brings the latter along.
 */
export const about = procedure({
  needs: 'anyone',
  input: itemInput,
  beside: ({ item }, self) => ownOpen(item, self),
  run: async (call, { item: code }): Promise<OrderSubject> => {
    const item = await itemAt(call, code)
    if (!item) throw new Refused({ reason: 'order-item-gone' })
    const { name, mode, home, consent, served } = item
    const before = call.member ? openBefore(call, code) : []
    return { code, name, mode, home, quiet: isLocked(item), consent, served, before }
  },
})
