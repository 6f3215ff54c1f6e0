import type { ActivityKind, InboxEntry, Template } from '../domain/message'
import type { HoursNotice, NoticeKind } from '../domain/notice'
import { orderNoticeWords } from './order-notice-words'
import type { PastEntry } from '../domain/activity'
import { minutesWords } from './hours-time'
import { volunteerNotices } from './volunteer-notices'
import { bookingNotices } from './booking-notices'
import { groupNotices } from './group-notices'
import { loanNotices } from './loan-notices'
import { needNotices } from './need-notices'
import { momentWords, shortMomentWords } from './time'

/** The inbox. */
export const inboxWords = {
  title: '消息',
  fresh: '新',
  more: '再往前看',
  end: '到头了',
  emptyTitle: '还没有消息',
  emptyNext: '报了名、轮到您、有变动，都会写在这里。',
} as const

/** How many reminders are left, by what they are for; and asking for more. */
export const reminderWords = {
  of: {
    'waitlist-promoted': '轮到您',
    'activity-change': '有变动',
    'activity-reminder': '前一天',
    'signup-success': '报上了',
  } satisfies Record<Template, string>,
  left: (all: readonly string[]) => `微信还能提醒您：${all.join('，')}。`,
  none: '微信提醒用完了。消息都会写在这里。',
  more: '多提醒我几次',
  no: '微信没让提醒。可以点右上角“…”，在设置里打开。',
} as const

export type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const starts = ({ startsAt = 0 }: InboxEntry, now: number): string => `${momentWords(startsAt, now)} 开始`
const why = ({ reason }: InboxEntry): string => (reason ? `原因：${reason}。` : '')

const activityNotices: Record<ActivityKind, Told> = {
  seated: (entry, now) => ({ title: '报上了', text: `${starts(entry, now)}，到时见。` }),
  waiting: () => ({ title: '排上队了', text: '有人退出，就按先后补上，会写在这里。' }),
  promoted: (entry, now) => ({
    title: '轮到您了，有位子',
    text: `${starts(entry, now)}。来不了请早点退，让给后面的人。`,
  }),
  offered: ({ expiresAt = 0 }, now) => ({
    title: '有位子了，等您回话',
    text: `给您留到 ${shortMomentWords(expiresAt, now)}，点开说一声要不要。`,
  }),
  lapsed: () => ({ title: '留的位子过了时间', text: '还想要的话，点开说一声，重新排。' }),
  held: (entry) => ({ title: '先排着，工作人员会安排', text: why(entry) || '有事请问前台。' }),
  removed: (entry) => ({ title: '工作人员把您移出了名单', text: why(entry) || '有事请问前台。' }),
  cancelled: (entry) => ({ title: '这一场取消了', text: `${why(entry)}看看别的活动吧。` }),
  changed: (entry, now) => ({ title: '时间或地点改了', text: `${why(entry)}现在是 ${starts(entry, now)}，点开看看。` }),
  notice: ({ reason = '' }) => ({ title: '通知', text: reason }),
  reminder: (entry, now) => ({ title: '明天见', text: `${starts(entry, now)}。来不了请退一下，位子让给邻居。` }),
  rate: () => ({ title: '这次怎么样？评一评', text: '默认不留名，七天内能评，半分钟就好。' }),
}

const lasted = (entry: InboxEntry): string => minutesWords(('minutes' in entry && entry.minutes) || 0)

const hoursNotices: Record<HoursNotice, Told> = {
  'hours-thanks': () => ({ title: '辛苦了，谢谢您', text: '您的时间记下了，等对方点头就算数。' }),
  'hours-confirmed': (entry) => ({ title: '时间算数了', text: `这次算 ${lasted(entry)}。谢谢您。` }),
  'hours-entered': (entry) => ({ title: '给您补记了时间', text: `${why(entry)}不对的话，定下来以后可以提。` }),
  'hours-asked': () => ({ title: '请您点个头', text: '邻居帮了忙，看看时间对不对。几天没说就按记的算。' }),
  'hours-answered': (entry) => ({ title: '您的时间有回话了', text: why(entry) || '点开看看。' }),
  'hours-milestone': (entry) => ({
    title: '谢谢您一路帮忙',
    text: `您帮邻居的时间，加起来满 ${lasted(entry)}了。`,
  }),
}

/** Each noun's own; a kind without words does not compile. */
const told: Record<ActivityKind | NoticeKind, Told> = {
  ...activityNotices,
  ...loanNotices,
  ...groupNotices,
  ...bookingNotices,
  ...hoursNotices,
  ...volunteerNotices,
  ...orderNoticeWords,
  ...needNotices,
}

/** One entry in words. */
export const entryWords = (entry: InboxEntry, now: number) => told[entry.kind](entry, now)

/** What is over. */
export const pastWords = {
  title: '来过的',
  became: { came: '去了', absent: '没去成', cancelled: '取消了' } satisfies Record<PastEntry['became'], string>,
  rate: '评一评',
  see: '大家怎么说',
  judged: (mean: number, ratings: number) => `${ratings} 人评，平均 ${mean.toFixed(1)} 分`,
  reply: '主办方说：',
  emptyTitle: '还没有去过的活动',
  emptyNext: '去过以后，后来怎样都会写在这里。',
} as const
