import type { AgeBand } from '../domain/age'
import { ageBands } from '../domain/age'
import type { Obstacle } from '../domain/matching/hard-facts'
import type { Care, UnmetReason } from '../domain/need'
import { bandWords } from './bands'
import { obstacleWords } from './need-reasons'
import { counted, nbsp } from './spacing'

/** The staff's side of needs and offers. */
export const deskWords = {
  title: '大家要的',
  picture: '看全局',
  tabs: { due: '快到期', mine: '我管的', words: '等放行的话', offers: '等看的供给' },
  empty: { due: '没有等着的', mine: '您名下没有', words: '没有等放行的', offers: '没有等看的' },
  late: '过期',
  answered: '回过话',
  helper: '邻居在帮',
  owner: (name: string | null) => (name === null ? '值班台' : name),
  mine: '我',
  take: '我来管',
  reply: '回一句话',
  replyLabel: '告诉本人和“我也要”的人家',
  close: '有结果了',
  closeSolved: '办好了',
  closeNot: '办不成',
  closeWhy: '为什么办不成',
  closeText: '怎么说给大家听',
  send: '发出去',
  pass: '可以放',
  passReason: '没有问题',
  hide: '不放',
  hideWhy: '为什么不放',
  hideReasons: ['写了电话或门牌', '说到别人的隐私', '像广告', '话不合适'],
  holds: (name: string) => `证件看过了：${name}`,
  draft: '去筹备',
  activity: '看活动',
  open: '看经过',
  due: '最晚',
  households: (count: number) => `${counted(count, '户')}要`,
  done: '办好了',
  pictureTitle: '需要与供给',
  pictureLead: '过去一年，按人数算：一个人说五次，也算一个。',
  hidden: '少于 5',
  hiddenNote: '少于 5 的格子不显示，免得认出是谁。',
  asking: '要的人',
  bringing: '能帮的人',
  joined: '对接成的人',
  surveyAsking: '调查里要的户',
  surveyBringing: '调查里能帮的户',
  byCategory: '按类别',
  byBuilding: '按楼栋',
  byBand: '按年纪',
  gaps: '要的比能帮的多',
  gap: (asking: number, bringing: number) => `${counted(asking, '人')}要，${counted(bringing, '人')}能帮`,
  noGaps: '眼下没有',
  unmet: '没帮上的，卡在哪里',
  days: '从说到有回话',
  middle: (days: number) => `一半的人 ${counted(days, '天')}内有回话`,
  slow: (days: number) => `最慢的四分之一，要${nbsp}${counted(days, '天')}以上`,
  inTime: (share: number) => `说好的日子前回话：${share}%`,
  few: '回过话的还不到 5 件，先不算。',
  householdsHeard: (count: number) => `今年调查收到 ${counted(count, '户')}`,
  other: '没说清的',
} as const

export const careWords: Record<Care, string> = {
  open: '',
  staff: '只给社工',
  guide: '要指路',
  emergency: '急事',
}

export const unmetWords: Record<UnmetReason, string> = {
  'nobody-can': '没有人会',
  'no-time': '凑不上时间',
  'no-place': '没有地方',
  'no-money': '没有经费',
  'not-ours': '不归社区管',
  other: '别的原因',
}

const isBand = (of: string): of is AgeBand => ageBands.some((band) => band === of)
const isObstacle = (why: string): why is Obstacle => Object.hasOwn(obstacleWords, why)
const isUnmet = (why: string): why is UnmetReason => Object.hasOwn(unmetWords, why)

/** What a bar of a picture is of, by the names that it takes. */
export const cellName = (of: string, names: ReadonlyMap<string, string>): string =>
  isBand(of) ? bandWords(of) : (names.get(of) ?? deskWords.other)

/** Why a need was not met, whoever said so: the matcher, or staff. */
export function whyWords(why: string): string {
  if (why === 'nobody') return '还没人会这个'
  if (isUnmet(why)) return unmetWords[why]
  return isObstacle(why) ? obstacleWords[why] : deskWords.other
}
