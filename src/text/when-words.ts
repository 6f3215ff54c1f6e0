import type { Stretch } from '../domain/matching/posting'
import { joiner } from './spacing'

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

const clock = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Days as people say them: "每天", "工作日", "周末", "周二、周四". */
function daysWords(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((one, other) => one - other)
  if (sorted.length === 7) return '每天'
  if (sorted.join() === '1,2,3,4,5') return '工作日'
  if (sorted.join() === '6,7') return '周末'
  return sorted.map((day) => weekdays[day]).join('、')
}

/** One stretch: "周六 9:00–12:00"; hours never part. */
export const stretchWords = ({ weekday, from, to }: Stretch): string =>
  `${weekdays[weekday]} ${clock(from)}${joiner}–${joiner}${clock(to)}`

/** Times that come again every week, days of the same hours together; nothing said is any time. */
export function whenWords(when: readonly Stretch[]): string {
  if (when.length === 0) return '随时'
  const hours = new Map<string, number[]>()
  for (const { weekday, from, to } of when) {
    const key = `${clock(from)}${joiner}–${joiner}${clock(to)}`
    hours.set(key, [...(hours.get(key) ?? []), weekday])
  }
  return [...hours].map(([time, days]) => `${daysWords(days)} ${time}`).join('，')
}
