import type { Visitor } from './visitor'

const opens = (name: string | RegExp) => async (visitor: Visitor) => {
  await visitor.taps(name)
  await visitor.page.getByRole('dialog').waitFor()
}

const wrote = (words: string, says: string | RegExp) => async (visitor: Visitor) => {
  await visitor.page.getByRole('textbox').first().fill(words)
  await visitor.sees(says)
}

/** What every paper card needs besides what is asked for. */
async function entersCard(visitor: Visitor): Promise<void> {
  await visitor.writes('怎么称呼', '陈婆婆')
  await visitor.taps('敲门')
  await visitor.taps(/^本人同意/)
  await visitor.taps('录这一单')
}

/** And then looks at what it became. */
async function seesCard(visitor: Visitor): Promise<void> {
  await entersCard(visitor)
  await visitor.taps('看这一单')
}

const page = (id: string) => `/pages/order/index?id=${id}`
const desk = (id: string) => `/staff/order/order?id=${id}`

/** The screens of orders: the resident's, of who serves, and the desk's. */
export const orderSights = [
  { name: 'order-home', as: 'r-01', path: '/pages/home/index', says: /您点的/ },
  { name: 'order-mine', as: 'r-01', path: '/pages/order/mine', says: /等您点头/ },
  { name: 'order-stranger', path: '/pages/order/new', says: '先说怎么称呼您' },
  { name: 'order-new', as: 'r-01', path: '/pages/order/new?item=tap-and-pipe', says: '水龙头水管滴漏' },
  {
    name: 'order-carried',
    as: 'r-01',
    path: '/pages/menu/index',
    says: '长者生活照料',
    prepare: async (visitor: Visitor) => {
      await visitor.page.getByRole('textbox').first().fill('厨房水龙头滴水')
      await visitor.taps(/^水龙头水管滴漏/)
      await visitor.taps(/^(点这个|我要这个)$/)
      await visitor.sees(/这是您刚才/)
    },
  },
  { name: 'order-unserved', as: 'r-01', path: '/pages/order/new?item=furniture-fix', says: '家具拼装修补' },
  {
    name: 'order-child',
    as: 'r-13',
    path: '/pages/order/new?item=homework-help',
    says: '作业有人问',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('谢子轩')
      await visitor.sees(/谁同意了/)
    },
  },
  {
    name: 'order-words',
    as: 'r-01',
    path: '/pages/order/new',
    says: /用自己的话说|说说您要什么/,
    prepare: wrote('厨房水龙头滴水', '水龙头水管滴漏'),
  },
  {
    name: 'order-quiet',
    as: 'r-01',
    path: '/pages/order/new',
    says: /用自己的话说|说说您要什么/,
    prepare: wrote('老公打我', /只有社工|只给社工/),
  },
  {
    name: 'order-urgent',
    as: 'r-01',
    path: '/pages/order/new',
    says: /用自己的话说|说说您要什么/,
    prepare: wrote('家里煤气味好重', /打 119/),
  },
  { name: 'order-scheduled', as: 'r-01', path: page('od-01'), says: '约好了' },
  { name: 'order-served', as: 'r-01', path: page('od-26'), says: '办完了，等您点头' },
  { name: 'order-rate', as: 'r-01', path: page('od-26'), says: '办完了，等您点头', prepare: opens('评一评') },
  {
    name: 'order-complain',
    as: 'r-01',
    path: page('od-26'),
    says: '办完了，等您点头',
    prepare: opens(/找社工$/),
  },
  { name: 'order-cancel', as: 'r-01', path: page('od-01'), says: '约好了', prepare: opens('不要了') },
  {
    name: 'order-weekly',
    as: 'r-01',
    path: '/pages/order/new?item=tap-and-pipe',
    says: '水龙头水管滴漏',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('每周一次')
      await visitor.taps(/^(点单|就点这个)$/)
      await visitor.answers(/点过/, /再点一单$/)
      await visitor.sees(/看过就派人|社工在安排/)
      await opens('不要了')(visitor)
    },
  },
  { name: 'order-guided', as: 'r-55', path: page('od-11'), says: '指了去处' },
  { name: 'order-not-mine', as: 'r-43', path: page('od-01'), says: '这一单不归您' },
  { name: 'order-unknown', path: page('od-01'), says: /./ },
  { name: 'orders-mine', as: 'r-01', path: '/pages/order/mine', says: '水龙头水管滴漏' },
  { name: 'orders-stranger', path: '/pages/order/mine', says: /./ },
  { name: 'orders-none', as: 'r-43', path: '/pages/order/mine', says: /还没有单子|还没点过/ },
  { name: 'work', as: 'r-34', path: '/pages/order/work', says: '代买代取' },
  {
    name: 'work-open',
    as: 'r-34',
    path: '/pages/order/work',
    says: '代买代取',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/代买代取/)
      await visitor.sees(/我来|接/)
    },
  },
  { name: 'work-captain', as: 'r-07', path: page('od-01'), says: '约好了' },
  { name: 'work-time', as: 'r-07', path: page('od-01'), says: '约好了', prepare: opens('约时间') },
  { name: 'order-desk', as: 'st-sw-2', path: '/staff/order/index', says: '换灯换插座' },
  {
    name: 'order-desk-week',
    as: 'st-sw-2',
    path: '/staff/order/index',
    says: '换灯换插座',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^这七天/)
      await visitor.sees('谁手上有多少')
    },
  },
  { name: 'order-desk-order', as: 'st-sw-2', path: desk('od-14'), says: '派给人、队伍或机构' },
  { name: 'order-desk-staff-only', as: 'st-sw-2', path: desk('od-24'), says: '交给社工' },
  { name: 'order-desk-committee', as: 'st-cm-1', path: desk('od-24'), says: '社工跟进的一件事' },
  {
    name: 'order-desk-assign',
    as: 'st-sw-2',
    path: desk('od-14'),
    says: '派给人、队伍或机构',
    prepare: opens('派给人、队伍或机构'),
  },
  {
    name: 'order-desk-licence',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('修水电')
      await visitor.taps('灯、插座、电路')
      await seesCard(visitor)
      await visitor.sees('纸卡')
      await opens('派给人、队伍或机构')(visitor)
    },
  },
  {
    name: 'order-desk-settle',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await seesCard(visitor)
      await opens('归到菜单')(visitor)
      await visitor.sees('搬抬重物')
    },
  },
  {
    name: 'order-desk-other',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await seesCard(visitor)
      await opens('归到菜单')(visitor)
      await visitor.taps('菜单上没有')
      await visitor.sees('去几个人？')
    },
  },
  {
    name: 'order-desk-unsettled',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await seesCard(visitor)
      await visitor.sees('归到菜单')
    },
  },
  {
    name: 'order-desk-urgent',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '家里煤气味好重')
      await entersCard(visitor)
      await visitor.sees(/打 119/)
    },
  },
  {
    name: 'order-desk-sought',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('没有这一格？在菜单里找', '理发')
      await visitor.taps(/^上门理发/)
      await visitor.taps('每周一次')
    },
  },
  {
    name: 'order-desk-guide',
    as: 'st-sw-2',
    path: desk('od-14'),
    says: '派给人、队伍或机构',
    prepare: opens('指个去处'),
  },
  { name: 'order-desk-card', as: 'st-sw-2', path: '/staff/order/card', says: '录这一单' },
  {
    name: 'order-desk-next',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await entersCard(visitor)
      await visitor.sees('再录一张')
    },
  },
  {
    name: 'order-desk-box',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('修水电')
      await visitor.sees('修水电，是哪一样？')
    },
  },
  {
    name: 'order-desk-known',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await entersCard(visitor)
      await visitor.taps('再录一张')
      await visitor.writes('怎么称呼', '陈婆婆')
      await visitor.taps(/^陈婆婆/)
      await visitor.sees('删掉这个人的记录')
    },
  },
  {
    name: 'order-desk-forget',
    as: 'st-sw-2',
    path: '/staff/order/card',
    says: '录这一单',
    prepare: async (visitor: Visitor) => {
      await visitor.writes('其他，或要交代的', '把旧沙发搬下楼')
      await seesCard(visitor)
      await opens('删掉这个人的记录')(visitor)
      await visitor.sees('删掉陈婆婆的记录？')
    },
  },
  { name: 'order-desk-print', as: 'st-sw-2', path: '/staff/order/print', says: /点菜卡/ },
]
