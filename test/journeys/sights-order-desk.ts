import { hour } from '../../src/domain/day'
import { morning } from './demo'
import type { Visitor } from './visitor'

const opens = (name: string | RegExp) => async (visitor: Visitor) => {
  await visitor.taps(name)
  await visitor.page.getByRole('dialog').waitFor()
}

const page = (id: string) => `/pages/order/index?id=${id}`
const desk = (id: string) => `/staff/order/order?id=${id}`

let intents = 0
const intent = () => `sight-order-${(intents += 1)}-${Date.now()}`

/** An order of 黄秀莲's, placed meanwhile. */
async function asked(visitor: Visitor, more: object): Promise<string> {
  const whom = (await visitor.meanwhile('r-01', 'member', 'me', {})) as { value: { id: string } }
  const nothing = { item: null, words: null, wants: null, building: null, room: null, weekly: false, urgent: 'none' }
  const input = { intent: intent(), person: whom.value.id, ...nothing, ...more }
  const placed = (await visitor.meanwhile('r-01', 'order', 'place', input)) as { value: { order: string } }
  return placed.value.order
}

/** One that two volunteers made this morning: she has to say that it is done. */
async function served(visitor: Visitor): Promise<string> {
  const [from, until] = [morning() + hour, morning() + 3 * hour]
  const wants = { startsAt: from, endsAt: until }
  const order = await asked(visitor, { item: 'tap-and-pipe', building: 'b-tr-1', wants })
  const steps: [who: string, procedure: string, more?: object][] = [
    ['st-sw-2', 'putUp', { words: false }],
    ['r-34', 'take'],
    ['r-36', 'take'],
    ['r-34', 'start'],
    ['r-36', 'start'],
    ['r-34', 'end'],
  ]
  for (const [who, procedure, more] of steps)
    await visitor.meanwhile(who, 'order', procedure, { intent: intent(), order, ...more })
  return order
}

/** Somebody in danger asks to be called: the order stands, and a phone is asked for. */
const calls = async (visitor: Visitor) => {
  await visitor.page.getByRole('textbox').first().fill('家里煤气味好重')
  await visitor.sees(/打 119/)
  await visitor.taps('请社工马上联系我')
  await visitor.sees('社工打哪个电话？')
}

/** What the desk and the resident say to each other of an order: who is called, where it is, what is missing. */
export const orderDeskSights = [
  { name: 'crisis-phone', as: 'r-01', path: '/pages/order/new', says: /用自己的话说|说说您要什么/, prepare: calls },
  {
    name: 'crisis-order',
    as: 'r-01',
    path: '/pages/order/new',
    says: /用自己的话说|说说您要什么/,
    prepare: async (visitor: Visitor) => {
      await calls(visitor)
      await visitor.taps('先不留')
      await visitor.sees('留个电话，社工好找您')
    },
  },
  { name: 'order-where', as: 'r-01', path: page('od-01'), says: '约好了', prepare: opens(/住处/) },
  {
    name: 'order-nowhere',
    as: 'r-43',
    path: '/pages/order/new?item=tap-and-pipe',
    says: '水龙头水管滴漏',
    prepare: async (visitor: Visitor) => {
      // Another estate, and none of its buildings yet.
      await visitor.taps('澜庭花园')
      await visitor.taps(/^(点单|就点这个)$/)
      await visitor.page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'order-door-later', as: 'r-07', path: page('od-01'), says: /才看得到/ },
  {
    name: 'order-counts',
    as: 'r-01',
    path: page('od-01'),
    says: '约好了',
    prepare: async (visitor: Visitor) => {
      await visitor.opens(page(await served(visitor)))
      await visitor.sees('办完了，等您点头')
      await opens('办好了')(visitor)
    },
  },
  {
    name: 'order-desk-unlisted',
    as: 'st-sw-2',
    path: desk('od-21'),
    says: '派给人、队伍或机构',
    prepare: async (visitor: Visitor) => {
      await opens('派给人、队伍或机构')(visitor)
      await visitor.sees('菜单上没写办这样的')
      const others = visitor.page.getByRole('group', { name: '菜单上没写办这样的' })
      await others.getByRole('checkbox').first().click()
      await visitor.taps('派给他们')
      await visitor.sees('还派吗')
    },
  },
  { name: 'desk-front', as: 'st-sw-2', path: '/staff/activity/index', says: /单等您看一看/ },
  {
    name: 'crisis-desk',
    as: 'st-sw-2',
    path: '/staff/order/index',
    says: '换灯换插座',
    prepare: async (visitor: Visitor) => {
      const order = await asked(visitor, { words: '家里煤气味好重', urgent: 'call-me' })
      const where = { building: null, room: '302', phone: '13800000001', reason: null }
      await visitor.meanwhile('r-01', 'order', 'correct', { intent: `sight-${order}-where`, order, ...where })
      await visitor.opens(desk(order))
      await visitor.sees('查电话')
    },
  },
]
