import { dripping } from './tap'
import type { Visitor } from './visitor'

const minute = 60_000
const work = { path: '/pages/order/work', says: /我接/ }

let turn = 0

/** A tap of 黄秀莲's that a firm is to mend within the hour; it has said whom it sends, or not yet. */
async function sent(visitor: Visitor, names: string[]): Promise<string> {
  turn += 1
  const name = `sight-send-${turn}-${Date.now()}`
  const order = await dripping(visitor, name)
  const does = (who: string, deed: string, more: object = {}) =>
    visitor.meanwhile(who, 'order', deed, { intent: `${name}-${deed}`, order, ...more })
  await does('st-sw-2', 'assign', { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
  await does('st-wj-1', 'take')
  const now = await visitor.page.evaluate(() => Date.now())
  const slot = { startsAt: now + 60 * minute, endsAt: now + 180 * minute }
  await does('st-wj-1', 'schedule', { slot, reason: null })
  if (names.length > 0) await does('st-wj-1', 'send', { names })
  return order
}

const looksAt = async (visitor: Visitor, order: string, says: string | RegExp) => {
  await visitor.opens(`/pages/order/index?id=${order}`)
  await visitor.sees(says)
}

/** A firm says by name whom it sends. */
export const sendSights = [
  {
    name: 'send-first',
    as: 'st-wj-1',
    ...work,
    prepare: async (visitor: Visitor) => looksAt(visitor, await sent(visitor, []), /先写上/),
  },
  {
    name: 'send-sheet',
    as: 'st-wj-1',
    ...work,
    prepare: async (visitor: Visitor) => {
      await looksAt(visitor, await sent(visitor, []), /先写上/)
      await visitor.taps('写上谁去')
      await visitor.writes('第一位', '王师傅')
      await visitor.taps('就这样')
      await visitor.sees('写上怎么称呼')
    },
  },
  {
    name: 'send-holder',
    as: 'r-01',
    path: '/pages/order/mine',
    says: /水龙头水管滴漏/,
    prepare: async (visitor: Visitor) => looksAt(visitor, await sent(visitor, ['王师傅', '李师傅']), '王师傅、李师傅'),
  },
]
