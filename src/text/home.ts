import type { Centre } from '../domain/centre'
import { day, startOfDay } from '../domain/day'
import { counted, dot, nbsp } from './spacing'
import { clockWords, dayWords } from './time'

const hourOf = (at: number): number => Number(clockWords(at).split(':')[0])

/** "早上好": by the time of day. */
const timeOfDay = (now: number): string => {
  const hour = hourOf(now)
  if (hour < 5) return '夜深了'
  if (hour < 11) return '早上好'
  if (hour < 13) return '中午好'
  if (hour < 18) return '下午好'
  return '晚上好'
}

/** The greeting, in two lines: to whom, and what there is to think about. */
export const greeting = (now: number, name: string | undefined, elder: boolean): [string, string] => [
  name ? `${name}，${timeOfDay(now)}` : `${timeOfDay(now)}，邻居`,
  elder ? '今天想要点什么？' : '今天想吃点什么“菜”？',
]

/** "周一 · 中心开到 21:00": whether it is open, and until or from when. */
export const openingWords = (hours: Centre['hours'], now: number): string => {
  const weekday = dayWords(now, now).split(nbsp)[1] ?? ''
  const weekend = weekday === '周六' || weekday === '周日'
  const [from = '', to = ''] = (weekend ? hours.weekend : hours.weekday).split('-')
  const clock = clockWords(now).padStart(5, '0')
  const short = (time: string) => time.replace(/^0/, '')
  const state =
    clock < from
      ? `中心${nbsp}${short(from)} 开门`
      : clock < to
        ? `中心开到${nbsp}${short(to)}`
        : `中心今天关门了，明天再来`
  return `${weekday}${dot}${state}`
}

/** What one may do, and the words of the screen. */
export const homeWords = (elder: boolean) => ({
  title: '圆桌',
  order: '点',
  orderTitle: '我需要帮忙',
  orderNote: elder ? '点一份，或说一句' : '点菜单，或说一句话',
  help: '帮',
  helpTitle: '我能帮一把',
  helpNote: elder ? '看看能帮谁' : '会什么、什么时候有空',
  square: '邻居们的需要',
  squareNote: elder ? '您也要的，点一下' : '也想要的，点一下“我也要”',
  squareKept: (share: number) => (elder ? `一百件里 ${share} 件按时有回音` : `${share}% 按时有了回音，也想要的点一下`),
  together: '聚',
  togetherTitle: '看看活动',
  all: '全部活动 ›',
  allLabel: '全部活动',
  quiet: { title: '这几天还没排活动', next: elder ? '过两天再来看看。' : '新的活动排好了，就会出现在这里。' },
})

/** "这七天 9 场，4 场还有位". */
export const weekWords = ({ activities, withRoom }: { activities: number; withRoom: number }): string => {
  if (activities === 0) return '这几天没有，先看看后面的'
  const all = `这七天 ${counted(activities, '场')}`
  return withRoom > 0 ? `${all}，${counted(withRoom, '场')}还有位` : `${all}，都满了，可以候补`
}

/** The heading over the next few, by how near the last of them is. */
export const soonHeading = (last: number | undefined, now: number): string =>
  last === undefined || last - startOfDay(now) < 2 * day ? '就在这两天' : '就在这几天'
