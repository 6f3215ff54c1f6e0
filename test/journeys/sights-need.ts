import type { Visitor } from './visitor'

const page = (name: string, more = '') => `/pages/need/${name}?c=lilan${more}`

async function types(visitor: Visitor, label: string | RegExp, text: string): Promise<void> {
  await visitor.page.getByRole('textbox', { name: label }).first().fill(text)
}

/** Every screen of needs and offers, and of the staff's side of them. */
export const needSights = [
  { name: 'need-list', as: 'r-04', path: page('list'), says: /我也要/ },
  { name: 'need-stranger', path: page('list'), says: '先认识一下' },
  {
    name: 'need-mine',
    as: 'r-01',
    path: page('list'),
    says: /我也要/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps('我的')
      await visitor.sees(/约好了|水龙头滴漏/)
    },
  },
  { name: 'need-post', as: 'r-01', path: page('post', '&kind=need'), says: /一句/ },
  {
    name: 'need-understood',
    as: 'r-01',
    path: page('post', '&kind=need'),
    says: /一句/,
    prepare: async (visitor: Visitor) => {
      await types(visitor, /需要什么|您要什么/, '水管一直滴水，周六上午有人能来看看吗')
      await visitor.taps(/看看懂没懂|写好了/)
      await visitor.sees(/听懂的是/)
    },
  },
  {
    name: 'need-weekly',
    as: 'r-01',
    path: page('post', '&kind=need'),
    says: /一句/,
    prepare: async (visitor: Visitor) => {
      await types(visitor, /需要什么|您要什么/, '每周帮我打扫一次卫生')
      await visitor.taps(/看看懂没懂|写好了/)
      await visitor.sees('每周都要')
      await visitor.taps(/^(就这样，发出去|对，就这样)$/)
      await visitor.sees(/照菜单点/)
    },
  },
  {
    name: 'need-emergency',
    as: 'r-01',
    path: page('post', '&kind=need'),
    says: /一句/,
    prepare: async (visitor: Visitor) => {
      await types(visitor, /需要什么|您要什么/, '厨房闻到煤气味，好像漏气了')
      await visitor.taps(/看看懂没懂|写好了/)
      await visitor.sees(/火警、抢险/)
    },
  },
  { name: 'offer-post', as: 'r-30', path: page('post', '&kind=offer'), says: /一句/ },
  {
    name: 'need-post-menu',
    as: 'r-01',
    path: page('post', `&kind=need&item=yoga-class&words=${encodeURIComponent('想要学瑜伽')}`),
    says: /从菜单上带来的/,
  },
  { name: 'need-post-stranger', path: page('post', '&kind=need'), says: /./ },
  {
    name: 'offer-understood',
    as: 'r-30',
    path: page('post', '&kind=offer'),
    says: /一句/,
    prepare: async (visitor: Visitor) => {
      await types(visitor, /能帮什么/, '会修电脑，周末下午能上门')
      await visitor.taps(/看看懂没懂|写好了/)
      await visitor.sees(/听懂的是/)
    },
  },
  { name: 'need-own', as: 'r-01', path: page('index', '&id=n-02'), says: '经过' },
  { name: 'need-fits', as: 'r-47', path: page('index', '&id=n-25'), says: '经过' },
  { name: 'need-nothing', as: 'r-10', path: page('index', '&id=n-17'), says: /没有合适|没有合适的/ },
  { name: 'need-other', as: 'r-01', path: page('index', '&id=n-32'), says: /我也要/ },
  { name: 'need-offer', as: 'r-07', path: page('offer', '&id=o-01'), says: /同时能帮/ },
  {
    name: 'need-introduction',
    as: 'r-01',
    path: page('list'),
    says: /我也要/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps('我的')
      await visitor.taps(/约好了/)
      await visitor.sees('为什么合适')
    },
  },
  {
    name: 'need-gave',
    as: 'st-wj-1',
    path: page('list'),
    says: /我也要/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps('我的')
      await visitor.taps(/办好了/)
      await visitor.sees('这次帮了多久？')
    },
  },
  { name: 'need-survey', as: 'r-01', path: page('survey'), says: '最需要的' },
  { name: 'need-desk', as: 'st-sw-2', path: '/staff/need/index?c=lilan', says: '最晚' },
  {
    name: 'need-desk-close',
    as: 'st-sw-2',
    path: '/staff/need/index?c=lilan',
    says: '最晚',
    prepare: async (visitor: Visitor) => {
      await visitor.page
        .getByRole('button', { name: /^有结果了/ })
        .first()
        .click()
      await visitor.sees('办不成')
      await visitor.taps('办不成')
      await visitor.sees('没有地方')
    },
  },
  { name: 'need-picture', as: 'st-cm-1', path: '/staff/need/picture?c=lilan', says: '按楼栋' },
]
