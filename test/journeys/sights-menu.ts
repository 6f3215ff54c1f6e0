import type { Visitor } from './visitor'

const typed = (words: string, says: string | RegExp) => async (visitor: Visitor) => {
  await visitor.page.getByRole('textbox').first().fill(words)
  await visitor.sees(says)
}

const opens = (name: string | RegExp) => async (visitor: Visitor) => {
  await visitor.taps(name)
  await visitor.page.getByRole('dialog').waitFor()
}

const item = (code: string) => `/pages/menu/item?c=lilan&code=${code}`

/** The menu's screens, its staff's, and the providers'. */
export const menuSights = [
  { name: 'menu', path: '/pages/menu/index', says: '长者生活照料' },
  { name: 'menu-family', as: 'r-10', path: '/pages/menu/index', says: /给自己|给我自己/ },
  { name: 'menu-found', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('水管漏水', '水龙头水管滴漏') },
  { name: 'menu-urgent', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('家里煤气味好重', '打 119') },
  { name: 'menu-despair', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('想不开', '心理咨询') },
  {
    name: 'menu-quiet-nothing',
    path: '/pages/menu/index',
    says: '长者生活照料',
    prepare: typed('怕自己复吸', '这件事，说给社工听'),
  },
  { name: 'menu-quiet', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('老公打我', /只有社工/) },
  {
    name: 'menu-nothing',
    path: '/pages/menu/index',
    says: '长者生活照料',
    prepare: typed('月球旅行', /没找到|可以说给中心听/),
  },
  { name: 'menu-category', path: '/pages/menu/list?category=home-repair', says: '水龙头水管滴漏' },
  { name: 'menu-elder', path: '/pages/menu/list?for=elder', says: /正合/ },
  { name: 'menu-item', path: item('tap-and-pipe'), says: '便民维修队' },
  {
    name: 'menu-item-more',
    path: item('light-and-socket'),
    says: '便民维修队',
    prepare: async (visitor: Visitor) => {
      await visitor.page
        .getByText(/安全约定|为了大家安全/)
        .first()
        .scrollIntoViewIfNeeded()
      await visitor.page.mouse.wheel(0, 500)
    },
  },
  { name: 'menu-activity', path: item('knife-sharpening'), says: /近期的场次|可以去的/ },
  { name: 'menu-loan', path: item('wheelchair-loan'), says: '借轮椅拐杖' },
  { name: 'menu-paused', path: item('home-nursing'), says: '现在暂停' },
  { name: 'menu-private', path: item('rent-dispute'), says: /不公开/ },
  { name: 'menu-gone', path: item('no-such'), says: '这一页不在了' },
  { name: 'compose', as: 'st-cm-1', path: '/staff/menu/index', says: '够了，可以发布。' },
  {
    name: 'compose-minimum',
    as: 'st-cm-1',
    path: '/staff/menu/index',
    says: '够了，可以发布。',
    prepare: opens(/^至少几类/),
  },
  { name: 'compose-category', as: 'st-cm-1', path: '/staff/menu/category?code=home-repair', says: '还可以加' },
  {
    name: 'compose-entry',
    as: 'st-cm-1',
    path: '/staff/menu/category?code=home-repair',
    says: '还可以加',
    prepare: opens(/^水龙头水管滴漏/),
  },
  {
    name: 'compose-own',
    as: 'st-cm-1',
    path: '/staff/menu/category?code=home-repair',
    says: '还可以加',
    prepare: opens('加一样自己的'),
  },
  { name: 'compose-preview', as: 'st-cm-1', path: '/staff/menu/preview', says: '居民会看到的样子' },
  { name: 'compose-operator', as: 'st-nb-1', path: '/staff/menu/index', says: '一类一类排' },
  { name: 'providers', as: 'st-cm-1', path: '/staff/provider/index', says: '便民维修队' },
  { name: 'provider-check', as: 'st-sw-2', path: '/staff/provider/page?key=ent-care', says: '看过原件，有效' },
  { name: 'provider-people', as: 'st-cm-1', path: '/staff/provider/page?key=ent-wujin', says: '这一家的人' },
  {
    name: 'provider-person',
    as: 'st-cm-1',
    path: '/staff/provider/page?key=ent-wujin',
    says: '这一家的人',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('加一位')
      await visitor.page.getByRole('textbox').first().fill('黄')
      await visitor.sees(/黄秀莲/)
    },
  },
  { name: 'provider-own', as: 'st-wj-1', path: '/staff/provider/page?key=ent-wujin', says: '备案锁匠' },
  {
    name: 'provider-resources',
    as: 'st-ct-1',
    path: '/staff/provider/page?key=ent-canteen',
    says: '爱心餐资金',
    prepare: async (visitor: Visitor) => {
      await visitor.page.getByText('爱心餐资金').first().scrollIntoViewIfNeeded()
      await visitor.page.mouse.wheel(0, 300)
    },
  },
  {
    name: 'provider-week',
    as: 'st-nb-1',
    path: '/staff/provider/page?key=org-nuanban',
    says: '一周的单子',
    prepare: async (visitor: Visitor) => {
      await visitor.page.getByText('一周的单子').first().scrollIntoViewIfNeeded()
      await visitor.page.mouse.wheel(0, 300)
    },
  },
  { name: 'provider-capacity', as: 'st-sw-2', path: '/staff/provider/capacity', says: '房间和时段' },
  { name: 'provider-use', as: 'st-sw-2', path: '/staff/provider/use?noun=activity&id=f-05', says: '还能用的' },
  {
    name: 'provider-use-draw',
    as: 'st-sw-2',
    path: '/staff/provider/use?noun=activity&id=f-05',
    says: '还能用的',
    prepare: opens('拿去用：人字梯'),
  },
  {
    name: 'provider-profile',
    as: 'st-wj-1',
    path: '/staff/provider/page?key=ent-wujin',
    says: '备案锁匠',
    prepare: opens('改介绍和时间'),
  },
  {
    name: 'provider-draw',
    as: 'st-wj-1',
    path: '/staff/provider/page?key=ent-wujin',
    says: '备案锁匠',
    prepare: opens('拿去用：人字梯'),
  },
  {
    name: 'provider-draw-own',
    as: 'st-nb-1',
    path: '/staff/provider/page?key=org-nuanban',
    says: '折叠轮椅',
    prepare: async (visitor: Visitor) => {
      await opens('拿去用：折叠轮椅')(visitor)
      await visitor.sees('用在哪一场')
    },
  },
  {
    name: 'compose-refused',
    as: 'st-cm-1',
    path: '/staff/menu/index',
    says: '够了，可以发布。',
    prepare: async (visitor: Visitor) => {
      const set = (minimum: number) =>
        visitor.meanwhile('st-cm-1', 'menu', 'setMinimum', { intent: `intent-sight-${minimum}`, minimum })
      await set(26)
      const drop = { intent: 'intent-sight-drop', code: 'veteran-policy', changed: 1 }
      await visitor.meanwhile('st-cm-1', 'menu', 'dropEntry', drop)
      await visitor.reloads()
      await visitor.sees(/^还差/)
      await visitor.taps('发布')
      await visitor.answers('发布菜单？', '发布')
      await visitor.sees(/^现在有/)
    },
  },
]
