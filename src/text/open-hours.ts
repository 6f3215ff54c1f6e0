import type { Hours } from '../domain/provider'
import { spells } from '../domain/provider-calendar'
import { joiner } from './spacing'

export const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const

/** "9:00", of minutes of the day. */
export const minutesText = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** "周一至周五 9:00–18:00", a line for each stretch of hours: neighbouring days run together, the hours never part. */
export const hoursLines = (hours: readonly (Hours | null)[]): string[] =>
  spells([...hours]).map(
    ({ days, hours: { from, to } }) => `${daysWords(days)} ${minutesText(from)}${joiner}–${joiner}${minutesText(to)}`,
  )

function daysWords(days: readonly number[]): string {
  // The week as people say it begins on Monday.
  const week = days.map((each) => (each + 6) % 7)
  const run = week.every((each, index) => index === 0 || each === (week[index - 1] ?? 0) + 1)
  if (days.length === 7) return '每天'
  if (run && days.length > 2) return `${weekdayNames[days[0] ?? 0]}至${weekdayNames[days.at(-1) ?? 0]}`
  return days.map((each) => weekdayNames[each]).join('、')
}
