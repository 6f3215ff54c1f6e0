import type { Visitor } from './visitor'

const shift = (visitor: Visitor) => visitor.control(/大厅值班.*接待|手机问不倒/)

/** Volunteers and their shifts, as they see them and as staff do. */
export const volunteerSights = [
  { name: 'volunteer-begin', as: 'r-43', path: '/pages/volunteer/index', says: '我想帮忙' },
  { name: 'volunteer-stranger', path: '/pages/volunteer/index', says: /./ },
  {
    name: 'volunteer-register',
    as: 'r-43',
    path: '/pages/volunteer/register',
    says: /什么时候有空|哪些时间有空/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps('家里修补')
      await visitor.sees('会修水管')
    },
  },
  {
    name: 'volunteer-register-wrong',
    as: 'r-43',
    path: '/pages/volunteer/register',
    says: /什么时候有空|哪些时间有空/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^(登记好了|好了)$/)
      await visitor.sees('请先看承诺')
    },
  },
  { name: 'volunteer-active', as: 'r-34', path: '/pages/volunteer/index', says: /这周能做什么|这周有这些事/ },
  {
    name: 'volunteer-week',
    as: 'r-34',
    path: '/pages/volunteer/index',
    says: /还差/,
    prepare: async (visitor: Visitor) => {
      await shift(visitor).scrollIntoViewIfNeeded()
    },
  },
  { name: 'volunteer-applied', as: 'r-05', path: '/pages/volunteer/index', says: '登记收到了' },
  {
    name: 'volunteer-shift',
    as: 'r-34',
    path: '/pages/volunteer/index',
    says: /还差/,
    prepare: async (visitor: Visitor) => {
      await shift(visitor).click()
      await visitor.sees(/报这一班|我去/)
    },
  },
  {
    name: 'volunteer-on-shift',
    as: 'r-34',
    path: '/pages/volunteer/index',
    says: /还差/,
    prepare: async (visitor: Visitor) => {
      await shift(visitor).click()
      await visitor.taps(/^(报这一班|我去)$/)
      await visitor.taps('找人替')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'volunteer-paper',
    as: 'r-24',
    path: '/pages/volunteer/index',
    says: '护士执业证',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('传证件')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'staff-volunteers', as: 'st-sw-2', path: '/staff/volunteer/index', says: '梁美琴' },
  {
    name: 'staff-volunteer-care',
    as: 'st-sw-2',
    path: '/staff/volunteer/index',
    says: '梁美琴',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('该关心谁')
      await visitor.sees('没有被问到')
    },
  },
  {
    name: 'staff-volunteer-teams',
    as: 'st-sw-2',
    path: '/staff/volunteer/index',
    says: '梁美琴',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('队伍')
      await visitor.sees('便民维修队')
    },
  },
  {
    name: 'staff-volunteer-person',
    as: 'st-sw-2',
    path: '/staff/volunteer/index',
    says: '韩卓',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^韩卓/)
      await visitor.sees('急救员证')
    },
  },
  { name: 'staff-shifts-short', as: 'st-sw-2', path: '/staff/volunteer/shifts', says: '问一声' },
  {
    name: 'staff-shifts-week',
    as: 'st-sw-2',
    path: '/staff/volunteer/shifts',
    says: '新排一个班',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('按周看')
      await visitor.sees('改人数')
    },
  },
  {
    name: 'staff-shifts-put',
    as: 'st-sw-2',
    path: '/staff/volunteer/shifts',
    says: '新排一个班',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('按周看')
      await visitor.taps('下一周')
      await visitor.page
        .getByRole('button', { name: /^排一个人上来/ })
        .first()
        .click()
      await visitor.sees('排谁？')
    },
  },
  {
    name: 'staff-shifts-rest',
    as: 'st-sw-2',
    path: '/staff/volunteer/shifts',
    says: '新排一个班',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('按周看')
      await visitor.taps('下一周')
      await visitor.taps('改一改')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'staff-volunteer-awards',
    as: 'st-sw-2',
    path: '/staff/volunteer/index',
    says: '韩卓',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^韩卓/)
      await visitor.taps('记一项荣誉')
      await visitor.writes('什么荣誉？', '2026 年度热心邻居')
      await visitor.taps('记一项荣誉')
      await visitor.sees('撤回')
      await visitor.page.getByText('撤回').last().scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'staff-plan',
    as: 'st-sw-2',
    path: '/staff/volunteer/plan',
    says: '什么事？',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('排好了')
      await visitor.sees('至少点一天')
    },
  },
]
