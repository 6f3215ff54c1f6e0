import type { Visitor } from './visitor'

/** The screens of lending and of booking by the slot. */
export const lendingSights = [
  { name: 'loan-list', as: 'r-01', path: '/pages/loan/index?c=lilan', says: '轮椅' },
  { name: 'loan-item', as: 'r-01', path: '/pages/loan/index?item=wheelchair-loan', says: '助行器、拐杖' },
  { name: 'loan-thing', as: 'r-05', path: '/pages/loan/index?c=lilan&id=ln-07', says: /^(借一件|我要借)$/ },
  { name: 'loan-thing-stranger', path: '/pages/loan/index?c=lilan&id=ln-03', says: '两人来取。' },
  {
    name: 'loan-kept',
    as: 'r-05',
    path: '/pages/loan/index?c=lilan&id=ln-08',
    says: '高矮在前台调好再走。',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^(借一件|我要借)$/)
      await visitor.sees(/给您留到/)
    },
  },
  {
    name: 'loan-refused',
    as: 'r-10',
    path: '/pages/loan/index?c=lilan&id=ln-01',
    says: '先讲一遍怎么用，钻头自己挑。',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^(借一件|我要借)$/)
      await visitor.sees('先还上一件')
    },
  },
  { name: 'loan-mine', as: 'r-01', path: '/pages/loan/mine', says: '雨伞' },
  { name: 'loan-mine-late', as: 'r-10', path: '/pages/loan/mine', says: '过期了' },
  { name: 'loan-mine-none', as: 'r-42', path: '/pages/loan/mine', says: '您没借东西' },
  { name: 'loan-desk', as: 'st-sw-2', path: '/staff/loan/index', says: /来拿的/ },
  {
    name: 'loan-desk-late',
    as: 'st-sw-2',
    path: '/staff/loan/index',
    says: /来拿的/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^要追的/)
      await visitor.sees('何晓岚')
    },
  },
  {
    name: 'loan-desk-back',
    as: 'st-sw-2',
    path: '/staff/loan/index',
    says: /来拿的/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^要追的/)
      await visitor.taps('何晓岚，轮椅，收回')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'loan-desk-things',
    as: 'st-sw-2',
    path: '/staff/loan/index',
    says: /来拿的/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^东西/)
      await visitor.sees('冲击钻')
    },
  },
  {
    name: 'loan-desk-guest',
    as: 'st-sw-2',
    path: '/staff/loan/index',
    says: /来拿的/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^东西/)
      await visitor.taps('雨伞，直接借出')
      await visitor.taps('没用手机的人')
      await visitor.sees('住哪栋（可不写）')
    },
  },
  {
    name: 'loan-desk-new',
    as: 'st-sw-2',
    path: '/staff/loan/index',
    says: /来拿的/,
    prepare: async (visitor: Visitor) => {
      await visitor.taps('加一种东西')
      await visitor.sees('借之前要知道的')
    },
  },
  { name: 'booking-list', as: 'r-01', path: '/pages/booking/index?c=lilan', says: '推拿艾灸' },
  {
    name: 'booking-service',
    as: 'r-10',
    path: '/pages/booking/index?c=lilan&item=tcm-massage',
    says: '推拿艾灸',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^明天/)
      await visitor.taps(/^9:20到/)
    },
  },
  {
    name: 'booking-room',
    as: 'r-34',
    path: '/pages/booking/index?c=lilan&room=room-dance',
    says: '镜墙、音响限音，晚上九点半关门。',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^明天/)
      await visitor.taps(/^10:00到/)
    },
  },
  {
    name: 'booking-purpose',
    as: 'r-34',
    path: '/pages/booking/index?c=lilan&room=room-council',
    says: '投票屏、旁听席；开会优先。',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^明天/)
      await visitor.taps(/^10:00到/)
      await visitor.taps(/^(约这个时段|就这个时间)$/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'booking-seats',
    as: 'r-34',
    path: '/pages/booking/index?c=lilan&item=study-room',
    says: '自习室座位',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^明天/)
      await visitor.taps(/^11:00到/)
    },
  },
  { name: 'booking-stranger', path: '/pages/booking/index?c=lilan&room=moxa', says: '推拿艾灸' },
  { name: 'booking-mine', as: 'r-01', path: '/pages/booking/mine', says: '推拿艾灸' },
  { name: 'booking-mine-none', as: 'r-42', path: '/pages/booking/mine', says: '您还没约什么' },
  { name: 'booking-desk', as: 'st-sw-2', path: '/staff/booking/index', says: '楼栋长碰头，说说电梯的事' },
  {
    name: 'booking-desk-day',
    as: 'st-sw-2',
    path: '/staff/booking/index',
    says: '楼栋长碰头，说说电梯的事',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('后一天')
      await visitor.sees('夕阳红合唱排练')
      await visitor.page.getByText('夕阳红合唱排练').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'booking-desk-no',
    as: 'st-sw-2',
    path: '/staff/booking/index',
    says: '楼栋长碰头，说说电梯的事',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('议事厅，潘淑华，不行')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'booking-series', as: 'st-sw-2', path: '/staff/booking/edit?id=moxa', says: '有一天不开' },
  {
    name: 'booking-series-off',
    as: 'st-sw-2',
    path: '/staff/booking/edit?id=moxa',
    says: '有一天不开',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^有一天不开/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'booking-series-open',
    as: 'st-sw-2',
    path: '/staff/booking/edit?id=moxa',
    says: '有一天不开',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(/^有一天不开/)
      const dialog = visitor.page.getByRole('dialog')
      await dialog.getByRole('radio').last().click()
      await dialog.getByRole('textbox').fill('师傅病了')
      await visitor.taps('这天不开')
      await dialog.waitFor({ state: 'detached' })
      await visitor.taps(/^有一天不开/)
      await visitor.page.getByRole('radio', { name: /关了/ }).click()
      await visitor.sees('这天重新开')
    },
  },
  {
    name: 'booking-guest',
    as: 'st-sw-2',
    path: '/staff/booking/guest',
    says: '约什么',
    prepare: async (visitor: Visitor) => {
      await visitor.taps('推拿艾灸')
      await visitor.sees('哪个时段')
      await visitor.page.getByRole('textbox').first().fill('陈')
      await visitor.taps('约好')
    },
  },
]
