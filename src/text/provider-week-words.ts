import type { Share, WeekEntry } from '../domain/provider-week'
import { day, startOfWeek } from '../domain/day'
import { minutesText, weekdayNames } from './open-hours'
import { counted, dot, joiner, nbsp } from './spacing'
import { clockWords, dateKey } from './time'

/** The words of weeks: a provider's own, and how much of the centre's is taken. */
export const weekWords = {
  title: '一周的单子',
  before: '上一周',
  after: '下一周',
  waiting: '还没定时间的',
  asked: '等我们答复',
  toAgree: '接了，要约时间',
  nothing: '这天没有',
  none: '这一周还没有',
  off: '不上班',
  full: '满了',
  wished: '想约',
  kinds: { visit: '', activity: '活动', shift: '班次' } satisfies Record<WeekEntry['kind'], string>,
  capacity: '一周排得下吗',
  capacityHint: '约好的和能做的放在一起看。',
  byDay: '按天',
  byProvider: '谁来做',
  byRoom: '房间和时段',
  noRooms: '这一周没有开放的时段。',
  noProviders: '还没有登记谁来做。',
  notCounted: '没写一周能做几次',
  visits: '上门',
  seats: '班次',
  slots: '时段',
} as const

/** "这一周", "下一周", else by its days: "12 月 7 日 – 12 月 13 日". */
export function weekLabel(from: number, now: number): string {
  const weeks = Math.round((from - startOfWeek(now)) / (7 * day))
  const near = { [-1]: '上一周', 0: '这一周', 1: '下一周' }[weeks]
  const days = `${dayOfMonth(from)}${joiner}–${joiner}${dayOfMonth(from + 6 * day)}`
  return near === undefined ? days : `${near}${nbsp}${days}`
}

const dayOfMonth = (at: number): string => {
  const [, month = '', date = ''] = dateKey(at).split('-')
  return `${Number(month)}/${Number(date)}`
}

/** "周一 12/7". */
export const weekdayLabel = (at: number): string =>
  `${weekdayNames[new Date(at + 8 * 3_600_000).getUTCDay()]}${nbsp}${dayOfMonth(at)}`

/** "9:00–11:00 水龙头水管滴漏 · 老丁". */
export const entryWords = ({ kind, title, startsAt, endsAt, agreed, who }: WeekEntry): string =>
  [
    `${clockWords(startsAt)}${joiner}–${joiner}${clockWords(endsAt)}`,
    [agreed ? null : weekWords.wished, weekWords.kinds[kind], title].filter(Boolean).join(nbsp),
    who.join('、'),
  ]
    .filter(Boolean)
    .join(dot)

/** "排了 8 次，一周能做 12 次". */
export const usedWords = (used: number, weekly: number | null): string =>
  weekly === null
    ? `排了 ${counted(used, '次')}，${weekWords.notCounted}`
    : `排了 ${counted(used, '次')}，一周能做 ${counted(weekly, '次')}`

export const hoursWords = (hours: { from: number; to: number } | null): string =>
  hours === null ? weekWords.off : `${minutesText(hours.from)}${joiner}–${joiner}${minutesText(hours.to)}`

/** "3/5"; of nothing nothing is said. */
export const shareWords = ({ taken, of }: Share): string => (of === 0 ? '' : `${taken}${joiner}/${joiner}${of}`)

/** Each on a line of its own: "上门 3 次，另有 1 次想约", "班次 4/6 人", "时段 5/12 格". */
export const dayShares = (of: { visits: number; wished: number; seats: Share; slots: Share }): string[] => [
  `${weekWords.visits} ${counted(of.visits, '次')}${of.wished === 0 ? '' : `，另有 ${counted(of.wished, '次')}想约`}`,
  ...(of.seats.of === 0 ? [] : [`${weekWords.seats} ${shareWords(of.seats)}${nbsp}人`]),
  ...(of.slots.of === 0 ? [] : [`${weekWords.slots} ${shareWords(of.slots)}${nbsp}格`]),
]

/** The days of one row: "周一 2 · 周二 0 · 周日 休". */
export const daysLine = (days: readonly (string | null)[], from: number): string =>
  days
    .map((said, n) => {
      const name = weekdayNames[new Date(from + n * day + 8 * 3_600_000).getUTCDay()]
      return said === '' ? null : `${name}${nbsp}${said ?? '休'}`
    })
    .filter((part) => part !== null)
    .join(dot)

/** Said beside a choice at assignment: how full that week is. */
export const loadWords = (name: string, used: number, weekly: number): string =>
  used >= weekly
    ? `${name}那一周已有 ${counted(used, '次')}，一周能做 ${counted(weekly, '次')}：满了`
    : `${name}那一周 ${counted(used, '次')}，一周能做 ${counted(weekly, '次')}`

/** Asked once before it is given to whose week is full: the number is what they think of a usual week. */
export const fullQuestion = (name: string) => ({
  title: `${name}那一周满了`,
  text: '先问一声做不做得过来，或另选一家。',
  ok: '问过了，派给他们',
  cancel: '另选一家',
  mild: true,
})
