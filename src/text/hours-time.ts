import { counted } from './spacing'

/** "1 小时 30 分": minutes as people say them. Whole minutes, not negative. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return counted(rest, '分钟')
  return rest === 0 ? counted(hours, '小时') : `${counted(hours, '小时')} ${counted(rest, '分')}`
}
