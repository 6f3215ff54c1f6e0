import type {
  Audience,
  DayPart,
  Language,
  Training,
  VolunteerPlace,
  VolunteerState,
  WeekTime,
} from '../domain/volunteer'

/** Where a volunteer stands, in a word or two. */
export const stateWords: Record<VolunteerState, string> = {
  applied: '等社工看',
  training: '等培训',
  active: '在岗',
  resting: '歇着',
  left: '退出了',
  suspended: '暂停',
}

export const trainingWords: Record<Training, string> = {
  basics: '义工入门',
  'home-visits': '上门服务',
  minors: '陪伴孩子',
}

export const placeWords: Record<VolunteerPlace, string> = {
  centre: '在中心',
  outdoors: '在户外',
  homes: '去家里',
  phone: '打电话',
}

export const whomWords: Record<Audience, string> = {
  elders: '长者',
  children: '孩子',
  'grown-ups': '大人',
  backstage: '幕后帮手',
}

export const languageWords: Record<Language, string> = {
  mandarin: '普通话',
  cantonese: '粤语',
  hakka: '客家话',
  teochew: '潮汕话',
  guiliu: '桂柳话',
  sign: '手语',
  english: '英语',
  korean: '韩语',
  other: '别的',
}

const days = ['周一', '周二', '周三', '周四', '周五', '周六', '周日']
export const partWords: Record<DayPart, string> = { am: '上午', pm: '下午', eve: '晚上' }

/** The seven days, for those who want to say it exactly. */
export const weekdayWords = (weekday: number): string => days[weekday - 1] ?? ''

/** "周一上午". */
export function weekTimeWords(time: WeekTime): string {
  const [weekday, part] = time.split('-') as [string, DayPart]
  return `${weekdayWords(Number(weekday))}${partWords[part]}`
}

/** Six taps that say most people's week: working days and weekends, by part of the day. */
export const quickTimes: readonly { label: string; times: readonly WeekTime[] }[] = [
  { label: '平日上午', times: ['1-am', '2-am', '3-am', '4-am', '5-am'] },
  { label: '平日下午', times: ['1-pm', '2-pm', '3-pm', '4-pm', '5-pm'] },
  { label: '平日晚上', times: ['1-eve', '2-eve', '3-eve', '4-eve', '5-eve'] },
  { label: '周末上午', times: ['6-am', '7-am'] },
  { label: '周末下午', times: ['6-pm', '7-pm'] },
  { label: '周末晚上', times: ['6-eve', '7-eve'] },
]
