import { needSights } from './sights-need'
import { hoursSights } from './sights-hours'
import { groupSights } from './sights-group'
import { lendingSights } from './sights-lending'
import { menuSights } from './sights-menu'
import { orderSights } from './sights-order'
import { orderDeskSights } from './sights-order-desk'
import { orderTakeSights } from './sights-order-take'
import { sendSights } from './sights-send'
import { visitSights } from './sights-visit'
import { volunteerSights } from './sights-volunteer'
import type { Manner, Visitor } from './visitor'

/** One thing to look at: who sees it, where, what stands there once it is whole, and what is done there first. */
export interface Sight {
  name: string
  as?: string
  path: string
  says: string | RegExp
  prepare?(visitor: Visitor): Promise<void>
}

const activity = (id: string) => `/pages/activity/index?c=lilan&id=${id}&d=card`

/** Every screen, and every sheet that lies over one, as somebody of the demo centre sees it. */
export const sights: readonly Sight[] = [
  { name: 'home-stranger', path: '/pages/home/index', says: '全部活动' },
  { name: 'home-member', as: 'r-01', path: '/pages/home/index', says: '黄秀莲，早上好' },
  { name: 'list', path: '/pages/activity/list', says: '灯下读书会：吃的记忆' },
  {
    name: 'list-nothing',
    path: '/pages/activity/list',
    says: '灯下读书会：吃的记忆',
    prepare: async (visitor) => {
      await visitor.page.getByRole('textbox').first().fill('潜水')
      await visitor.sees('没找到“潜水”')
    },
  },
  { name: 'activity-stranger', path: activity('f-02'), says: /第一次来|怎么称呼您/ },
  { name: 'activity-family', as: 'r-43', path: activity('f-22'), says: /给谁报名|谁去/ },
  { name: 'activity-seated', as: 'r-01', path: activity('f-10'), says: /已报上|报上了/ },
  { name: 'activity-waiting', as: 'r-01', path: activity('f-01'), says: /候补中|在排队/ },
  { name: 'activity-full', as: 'r-10', path: activity('f-15'), says: /满了/ },
  { name: 'activity-priority', as: 'r-34', path: activity('f-43'), says: '澜围新村先坐' },
  { name: 'activity-gone', path: activity('f-99'), says: '这一页不在了' },
  {
    name: 'activity-signed',
    as: 'r-04',
    path: activity('f-33'),
    says: '报名',
    prepare: async (visitor) => {
      await visitor.taps(/^(报名|我去)$/)
      await visitor.sees(/报上了/)
    },
  },
  {
    name: 'activity-leaving',
    as: 'r-01',
    path: activity('f-22'),
    says: /已报上|报上了/,
    prepare: async (visitor) => {
      await visitor.taps(/^(退掉|不去了)$/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'mine', as: 'r-01', path: '/pages/table/index', says: '在排队' },
  { name: 'mine-family', as: 'r-43', path: '/pages/table/index', says: '要去的' },
  { name: 'mine-stranger', path: '/pages/table/index', says: /./ },
  {
    name: 'display',
    path: '/pages/table/index',
    says: '字号和颜色',
    prepare: async (visitor) => {
      await visitor.taps('字号和颜色')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'join', path: '/pages/member/join', says: '怎么称呼您？' },
  {
    name: 'join-wrong',
    path: '/pages/member/join',
    says: '怎么称呼您？',
    prepare: async (visitor) => {
      await visitor.taps(/^同意，/)
      await visitor.sees('请点一个年龄段')
    },
  },
  { name: 'family', as: 'r-43', path: '/pages/member/family', says: '覃朵朵' },
  { name: 'profile', as: 'r-01', path: '/pages/member/profile', says: '怎么称呼您？' },
  {
    name: 'family-child',
    as: 'r-43',
    path: '/pages/member/family',
    says: '覃朵朵',
    prepare: async (visitor) => {
      await visitor.taps(/^覃朵朵/)
      await visitor.sees('哪一年生？')
    },
  },
  { name: 'account', as: 'r-43', path: '/pages/account/index', says: /还没有人看过/ },
  { name: 'account-renewed', as: 'r-11', path: '/pages/account/index', says: '看过了，同意' },
  { name: 'contact', as: 'r-43', path: '/pages/account/contact', says: '房号' },
  {
    name: 'contact-wrong',
    as: 'r-43',
    path: '/pages/account/contact',
    says: '房号',
    prepare: async (visitor) => {
      await visitor.writes('电话', '123')
      await visitor.taps('同意，存好')
      await visitor.sees('号码好像不对')
    },
  },
  { name: 'erase', as: 'r-43', path: '/pages/account/erase', says: '点了就删，找不回来。' },
  { name: 'household-none', as: 'r-43', path: '/pages/household/index', says: '还没绑定一家人' },
  {
    name: 'household',
    as: 'r-43',
    path: '/pages/household/index',
    says: '还没绑定一家人',
    prepare: async (visitor) => {
      await visitor.taps(/^从我开始/)
      await visitor.taps('请家人进来')
      await visitor.sees(/前有效/)
    },
  },
  { name: 'privacy', path: '/pages/member/privacy', says: /信息/ },
  { name: 'staff', as: 'st-sw-2', path: '/staff/activity/index', says: '租客夜聊：第一份工资' },
  { name: 'roster', as: 'st-sw-2', path: '/staff/activity/roster?id=f-05', says: '江一帆' },
  {
    name: 'roster-capacity',
    as: 'st-sw-2',
    path: '/staff/activity/roster?id=f-05',
    says: '江一帆',
    prepare: async (visitor) => {
      await visitor.taps('改位子数')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'roster-party',
    as: 'st-sw-2',
    path: '/staff/activity/roster?id=f-05',
    says: '江一帆',
    prepare: async (visitor) => {
      await visitor.taps(/^江一帆/)
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'poster', as: 'st-sw-2', path: '/staff/share/index?id=f-01', says: '存成图片' },
  { name: 'lobby-sheets', as: 'st-sw-2', path: '/staff/share/lobby', says: /每栋楼一张/ },
  { name: 'doors', as: 'st-sw-2', path: '/staff/share/doors', says: '从哪儿来的' },
  { name: 'inbox-empty', as: 'r-05', path: '/pages/message/index', says: '还没有消息' },
  { name: 'past', as: 'r-01', path: '/pages/message/past', says: /来过的|没有去过/ },
  { name: 'desk', as: 'st-sw-2', path: '/staff/attendance/index?id=f-01', says: '没报名的人' },
  {
    name: 'desk-walk-in',
    as: 'st-sw-2',
    path: '/staff/attendance/index?id=f-01',
    says: '没报名的人',
    prepare: async (visitor) => {
      await visitor.taps('没报名的人')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'desk-here',
    as: 'st-sw-2',
    path: '/staff/attendance/index?id=f-01',
    says: '没报名的人',
    prepare: async (visitor) => {
      await visitor.taps(/，签到$/)
      await visitor.sees('撤回')
      await visitor.taps('到了的')
    },
  },
  {
    name: 'desk-paper',
    as: 'st-sw-2',
    path: '/staff/attendance/index?id=f-01',
    says: '没报名的人',
    prepare: async (visitor) => {
      await visitor.taps('门口的纸码')
      await visitor.sees('谁拍了照都能用')
    },
  },
  { name: 'attendance', as: 'r-05', path: '/pages/attendance/index?c=lilan&id=f-01', says: /六(位|个)数字/ },
  { name: 'attendance-early', as: 'r-01', path: '/pages/attendance/index?c=lilan&id=f-10', says: '开始签到' },
  {
    name: 'attendance-refused',
    as: 'r-05',
    path: '/pages/attendance/index?c=lilan&id=f-01',
    says: /六(位|个)数字/,
    prepare: async (visitor) => {
      await visitor.page.getByRole('spinbutton').first().fill('000000')
      await visitor.taps(/^(签到|我到了)$/)
      await visitor.sees('这个码不对')
    },
  },
  {
    name: 'roster-contact',
    as: 'st-sw-2',
    path: '/staff/activity/roster?id=f-05',
    says: '江一帆',
    prepare: async (visitor) => {
      await visitor.taps(/^江一帆/)
      await visitor.taps('看电话')
      await visitor.sees('没留电话')
    },
  },
  {
    name: 'roster-phone',
    as: 'st-sw-2',
    path: '/staff/activity/roster?id=f-10',
    says: '黄秀莲',
    prepare: async (visitor) => {
      const contact = { phone: '13800138000', room: '1栋 302', consent: true }
      await visitor.meanwhile('r-01', 'member', 'setContact', contact)
      await visitor.taps(/^黄秀莲/)
      await visitor.taps('看电话')
      await visitor.sees('138****8000')
    },
  },
  {
    name: 'account-looked',
    as: 'r-01',
    path: '/pages/account/index',
    says: '谁看过、替我办过什么',
    prepare: async (visitor) => {
      const contact = { phone: '13800138000', room: '1栋 302', consent: true }
      await visitor.meanwhile('r-01', 'member', 'setContact', contact)
      const page = (await visitor.meanwhile('st-sw-2', 'activity', 'roster', { activity: 'f-10' })) as {
        value: { parties: { id: string; people: { name: string }[] }[] }
      }
      const party = page.value.parties.find(({ people }) => people[0]?.name === '黄秀莲')?.id
      const look = { intent: 'intent-sight-1', activity: 'f-10', party, reason: '时间有变，告诉本人' }
      await visitor.meanwhile('st-sw-2', 'audit', 'reveal', look)
      await visitor.reloads()
      await visitor.sees('值班社工（社工）看了您的电话或房号')
    },
  },
  ...['改时间地点', '发通知', '加人', '取消这一场'].map((deed, index) => ({
    name: `roster-${['time', 'notice', 'add', 'cancel'][index]}`,
    as: 'st-sw-2',
    path: '/staff/activity/roster?id=f-05',
    says: '江一帆',
    prepare: async (visitor: Visitor) => {
      await visitor.taps(deed)
      await visitor.page.getByRole('dialog').waitFor()
    },
  })),
  {
    name: 'staff-menu',
    as: 'st-sw-2',
    path: '/staff/activity/index',
    says: '新活动',
    prepare: async (visitor) => {
      await visitor.taps('从菜单挑')
      await visitor.taps('长者学堂')
      await visitor.sees('换个类别')
    },
  },
  {
    name: 'staff-past',
    as: 'st-sw-2',
    path: '/staff/activity/index',
    says: '新活动',
    prepare: async (visitor) => {
      await visitor.taps('办过的')
      await visitor.sees('再办一场')
    },
  },
  {
    name: 'edit-new',
    as: 'st-sw-2',
    path: '/staff/activity/edit',
    says: '什么活动',
    prepare: async (visitor) => {
      await visitor.taps('发布')
      await visitor.sees('地点还没填')
    },
  },
  { name: 'edit-copy', as: 'st-sw-2', path: '/staff/activity/edit?copy=f-05', says: '已存好' },
  {
    name: 'edit-preview',
    as: 'st-sw-2',
    path: '/staff/activity/edit?copy=f-05',
    says: '已存好',
    prepare: async (visitor) => {
      await visitor.taps('预览')
      await visitor.sees('居民看到的样子')
    },
  },
  { name: 'edit-published', as: 'st-sw-2', path: '/staff/activity/edit?id=f-05', says: '打开名单' },
  { name: 'rating', as: 'r-42', path: '/pages/rating/index?id=p-80', says: '交上去' },
  {
    name: 'rating-more',
    as: 'r-42',
    path: '/pages/rating/index?id=p-80',
    says: '交上去',
    prepare: async (visitor) => {
      for (const at of [0, 1, 2]) {
        const group = visitor.page.getByRole('radiogroup').nth(at)
        if (await group.isVisible()) await group.getByRole('radio').nth(3).click()
      }
      await visitor.taps(/^(想多说几句（可不答）|还有几句要问（不答也行）)$/)
      await visitor.sees('请居委会联系我')
    },
  },
  { name: 'rating-absent', as: 'r-01', path: '/pages/rating/index?id=p-80', says: /来过的人才能评|没签到/ },
  { name: 'rating-summary', path: '/pages/rating/summary?id=p-80', says: '说得多的' },
  { name: 'staff-rating', as: 'st-cm-1', path: '/staff/rating/index', says: '摄影队：给长者拍像' },
  {
    name: 'staff-rating-reply',
    as: 'st-cm-1',
    path: '/staff/rating/index',
    says: '摄影队：给长者拍像',
    prepare: async (visitor) => {
      await visitor.taps('摄影队：给长者拍像，公开回一句')
      await visitor.page.getByRole('dialog').waitFor()
    },
  },
  { name: 'staff-review', as: 'st-cm-1', path: '/staff/review/index', says: '要去问一问的低分' },
  {
    name: 'activity-offline',
    as: 'r-04',
    path: activity('f-29'),
    says: '舞蹈班（第二期）',
    prepare: async (visitor) => {
      await visitor.control(/^(报名|我去)$/).waitFor()
      await visitor.network(false)
      await visitor.taps(/^(报名|我去)$/)
      await visitor.sees('现在没有网')
    },
  },
  ...needSights,
  ...menuSights,
  ...orderSights,
  ...orderDeskSights,
  ...orderTakeSights,
  ...sendSights,
  ...visitSights,
  ...hoursSights,
  ...volunteerSights,
  ...lendingSights,
  ...groupSights,
]

/** Brings a visitor before it, within the app where it stands open. */
export async function show(sight: Sight, visitor: Visitor): Promise<void> {
  await visitor.turnsTo(sight.path)
  await visitor.sees(sight.says)
  await sight.prepare?.(visitor)
  // Letters and colours are there before the picture is.
  await visitor.page.evaluate(() => document.fonts.ready)
  // A field is one once its element has made it.
  await visitor.page.waitForFunction(() =>
    [...document.querySelectorAll('taro-input-core, taro-textarea-core')].every((field) => field.childElementCount > 0),
  )
}

/** The ways of seeing that every screen must stand; where nothing is chosen, the phone's own light and dark are both. */
export const manners = {
  ordinary: { size: 'standard' },
  elder: { size: 'largest' },
} as const satisfies Record<string, Manner>
