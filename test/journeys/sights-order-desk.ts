import type { Visitor } from './visitor'

const opens = (name: string | RegExp) => async (visitor: Visitor) => {
  await visitor.taps(name)
  await visitor.page.getByRole('dialog').waitFor()
}

const page = (id: string) => `/pages/order/index?id=${id}`
const desk = (id: string) => `/staff/order/order?id=${id}`

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
      await visitor.taps(/^(点单|就点这个)$/)
      await visitor.page.getByRole('alert').first().waitFor()
    },
  },
  { name: 'order-door-later', as: 'r-07', path: page('od-01'), says: /才看得到/ },
  {
    name: 'order-counts',
    as: 'r-01',
    path: page('od-26'),
    says: '办完了，等您点头',
    prepare: opens('办好了'),
  },
  {
    name: 'order-desk-unlisted',
    as: 'st-sw-2',
    path: desk('od-14'),
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
  { name: 'desk-front', as: 'st-sw-2', path: '/staff/activity/index', says: '点单' },
]
