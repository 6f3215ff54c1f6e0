import { settleInput } from '../../src/domain/order-input'
import { isOrdered, rulesOf } from '../../src/domain/order-item'
import { Refused } from '../../src/domain/refusal'
import { type MemberCall, procedure } from '../runtime/procedure'
import { itemAt, ownWords } from './item'
import { give, written } from './staff'

/**
 * Says what it is that was asked in own words, before anybody is asked to come: an item of the menu, which brings its
 * rules along, or something else, and whether one goes to a home for it, how many, and how long.
 */
export const settle = procedure({
  needs: 'dispatch-order',
  input: settleInput,
  run: async (call, { as, ...input }): Promise<null> => {
    const settled =
      as.kind === 'item'
        ? await asItem(call, as.item)
        : {
            named: { item: null, category: null, title: ownWords, qualification: null },
            rules: { home: as.home, minutes: as.minutes, need: as.need, locked: false },
          }
    await give(call, 'settle', input, () => ({ ...written(call, input.intent), kind: 'settled', ...settled }))
    return null
  },
})

async function asItem(call: MemberCall, code: string) {
  const item = await itemAt(call, code)
  if (!item) throw new Refused({ reason: 'order-item-gone' })
  if (!isOrdered(item)) throw new Refused({ reason: 'order-other-way', mode: item.mode })
  const { category, name: title, qualification } = item
  return { named: { item: item.code, category, title, qualification }, rules: rulesOf(item) }
}
