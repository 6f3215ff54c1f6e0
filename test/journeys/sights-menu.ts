import type { Visitor } from './visitor'

const typed = (words: string, says: string | RegExp) => async (visitor: Visitor) => {
  await visitor.page.getByRole('textbox').first().fill(words)
  await visitor.sees(says)
}

const item = (code: string) => `/pages/menu/item?c=lilan&code=${code}`

/** The menu's screens, its staff's, and the providers'. */
export const menuSights = [
  { name: 'menu', path: '/pages/menu/index', says: '长者生活照料' },
  { name: 'menu-family', as: 'r-10', path: '/pages/menu/index', says: /给自己|给我自己/ },
  { name: 'menu-found', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('水管漏水', '水龙头水管滴漏') },
  { name: 'menu-urgent', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('家里煤气味好重', '打 119') },
  { name: 'menu-quiet', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('老公打我', /只有社工/) },
  { name: 'menu-nothing', path: '/pages/menu/index', says: '长者生活照料', prepare: typed('月球旅行', /没找到|可以说给中心听/) },
  { name: 'menu-category', path: '/pages/menu/list?category=home-repair', says: '水龙头水管滴漏' },
  { name: 'menu-elder', path: '/pages/menu/list?for=elder', says: /正合/ },
  { name: 'menu-item', path: item('tap-and-pipe'), says: '便民维修队' },
  {
    name: 'menu-item-more',
    path: item('light-and-socket'),
    says: '便民维修队',
    prepare: async (visitor: Visitor) => {
      await visitor.page.getByText(/安全约定|为了大家安全/).first().scrollIntoViewIfNeeded()
      await visitor.page.mouse.wheel(0, 500)
    },
  },
  { name: 'menu-activity', path: item('knife-sharpening'), says: /近期的场次|可以去的/ },
  { name: 'menu-paused', path: item('home-nursing'), says: '现在暂停' },
  { name: 'menu-private', path: item('rent-dispute'), says: /不公开/ },
  { name: 'menu-gone', path: item('no-such'), says: '这一页不在了' },
]
