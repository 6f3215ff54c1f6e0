import dayjs, { type Dayjs } from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { counted, joiner, nbsp } from './spacing'

dayjs.extend(utc)

/**
 * Asia/Shanghai has stood at UTC+8 without summer time since 1991. The fixed offset says the same as the zone's name
 * and needs no `Intl`, which some phones' mini-program engines do not have.
 */
const shanghaiMinutes = 8 * 60
const minute = 60_000

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

const local = (at: number): Dayjs => dayjs.utc(at).utcOffset(shanghaiMinutes)

const daysBetween = (now: Dayjs, day: Dayjs): number => day.startOf('day').diff(now.startOf('day'), 'day')

/** Monday begins the week: on a Friday, the coming Tuesday is 下周二. */
const mondayOf = (day: Dayjs): Dayjs => day.startOf('day').subtract((day.day() + 6) % 7, 'day')

/** The date of an instant in Shanghai, "2026-11-23": two instants are of the same day where these are equal. */
export const dateKey = (at: number): string => local(at).format('YYYY-MM-DD')

/** "12 月 3 日 周四"; with the year where it is not this one, after which a line may break. */
const dateWords = (day: Dayjs, now: Dayjs): string => {
  const date = `${counted(day.month() + 1, '月')}${nbsp}${counted(day.date(), '日')}`
  const year = day.year() === now.year() ? '' : `${counted(day.year(), '年')} `
  return `${year}${date}${nbsp}${weekdays[day.day()]}`
}

/** The day as people say it: 今天 周一, 明天 周二, 后天 周三, 周五, 下周二, then the date. Not parted by a line, but after a year. */
export const dayWords = (at: number, now: number): string => {
  const day = local(at)
  const today = local(now)
  const ahead = daysBetween(today, day)
  const weekday = weekdays[day.day()] ?? ''
  const near = ['今天', '明天', '后天'][ahead] ?? (ahead === -1 ? '昨天' : undefined)
  if (near) return `${near}${nbsp}${weekday}`
  if (ahead < 0 || ahead > 6) return dateWords(day, today)
  return mondayOf(day).isSame(mondayOf(today)) ? weekday : `下${weekday}`
}

/** "9:30": hours of 24, no leading nought. */
export const clockWords = (at: number): string => local(at).format('H:mm')

/** "9:30–11:00", which never breaks; an end on another day says its day. */
export const clockRangeWords = (startsAt: number, endsAt: number, now: number): string => {
  const start = clockWords(startsAt)
  if (dateKey(startsAt) === dateKey(endsAt)) return `${start}${joiner}–${joiner}${clockWords(endsAt)}`
  return `${start}${nbsp}到${nbsp}${dayWords(endsAt, now)}${nbsp}${clockWords(endsAt)}`
}

/** "明天 周二 9:30–11:00"; a line may break only between the day and the hours. */
export const rangeWords = (startsAt: number, endsAt: number, now: number): string =>
  `${dayWords(startsAt, now)} ${clockRangeWords(startsAt, endsAt, now)}`

/** A moment: "明天 周二 9:30". */
export const momentWords = (at: number, now: number): string => `${dayWords(at, now)}${nbsp}${clockWords(at)}`

/** A moment inside a sentence, short: "今晚 21:00", "明天 9:00", "周五 18:00", "12 月 3 日 9:00". */
export const shortMomentWords = (at: number, now: number): string => {
  const day = local(at)
  const ahead = daysBetween(local(now), day)
  const evening = day.hour() >= 18
  if (ahead === 0) return `${evening ? '今晚' : '今天'}${nbsp}${clockWords(at)}`
  if (ahead === 1) return `${evening ? '明晚' : '明天'}${nbsp}${clockWords(at)}`
  if (ahead === 2) return `后天${nbsp}${clockWords(at)}`
  return momentWords(at, now)
}

/** How long something lasts or is left, rounded up to a minute: "25 分钟", "1 小时 20 分钟", "2 天". */
export const spanWords = (milliseconds: number): string => {
  const minutes = Math.max(0, Math.ceil(milliseconds / minute))
  if (minutes < 60) return counted(minutes, '分钟')
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return counted(Math.floor(hours / 24), '天')
  const rest = minutes % 60
  return rest === 0 ? counted(hours, '小时') : `${counted(hours, '小时')}${nbsp}${counted(rest, '分钟')}`
}

/** Until when one may still change one's mind: "今晚 21:00 前都能退". */
export const leaveDeadlineWords = (at: number, now: number): string =>
  at > now ? `${shortMomentWords(at, now)} 前都能退` : '来不了也请退一下，位子让给邻居'

/** Until when one may sign up: "今晚 21:00 前都能报". */
export const signUpDeadlineWords = (at: number, now: number): string =>
  at > now ? `${shortMomentWords(at, now)} 前都能报` : `${shortMomentWords(at, now)} 报名截止了`

/** How long an offered seat is still kept, in calm words: the hour first, what is left after it. */
export const keptUntilWords = (expiresAt: number, now: number): string =>
  expiresAt > now
    ? `给您留到${nbsp}${shortMomentWords(expiresAt, now)}，还有 ${spanWords(expiresAt - now)}`
    : '留的时间过了'

/** When it begins, for what is about to: "还有 25 分钟开始", "正在进行", "结束了"; nothing where it is further off. */
export const soonWords = (startsAt: number, endsAt: number, now: number): string | null => {
  if (now >= endsAt) return '结束了'
  if (now >= startsAt) return '正在进行'
  return startsAt - now <= 2 * 60 * minute ? `还有 ${spanWords(startsAt - now)}开始` : null
}
