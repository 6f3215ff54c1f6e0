import { counted, dot } from './spacing'
import { shortMomentWords } from './time'

/** What staff prepare and hold. */
export const boardWords = {
  shows: { upcoming: '接下来', drafts: '草稿', past: '办过的' },
  begin: '新活动',
  fromMenu: '从菜单挑',
  menu: '从菜单挑一样',
  categories: '换个类别',
  noItems: '这一类都是上门或借用的，换一类看看。',
  again: '再办一场',
  more: '再看一些',
  whole: '可以发布',
  asked: '等审',
  noDrafts: { title: '没有草稿', text: '点“新活动”写一个，写到一半也会存着。' },
} as const

export const lacksWords = (lacks: number): string => `还差 ${counted(lacks, '样')}`

export const savedWords = (at: number, now: number): string => `${shortMomentWords(at, now)} 存的`

/** The staff's further deeds about an activity: its time, a notice, somebody added, the end of it. */
export const changeWords = {
  deeds: '要做什么？',
  time: '改时间地点',
  timeDo: '改好',
  edit: '改介绍',
  notice: '发通知',
  noticeDo: '发出去',
  noticeText: '写给名单上的人',
  noticeHint: '比如：请早到十分钟，带身份证',
  noticeShort: '至少写两个字',
  noticed: '发出去了，消息里都看得到',
  sent: '发过的',
  use: '用服务方的东西',
  add: '加人',
  addDo: '加进名单',
  addFind: '找名字',
  addHint: '姓名里的一两个字',
  addNobody: '没找到。没登记过的人，当天在签到页用“现场加入”。',
  addHere: '已在名单里',
  to: '放到哪里？',
  tos: { line: '按规矩排', seat: '直接给位子' },
  added: '加上了',
  cancel: '取消这一场',
  cancelDo: '取消这一场',
  cancelled: '取消了，会告诉大家',
  back: '先不取消',
  copy: '再办一场',
  refresh: '刷新',
} as const

/** How many hear of it: "18 位已报上的邻居会收到通知。" */
export const toldWords = (people: number): string =>
  people === 0 ? '还没有人报名，不用通知谁。' : `${counted(people, '位')}已报上的邻居会收到通知。`

export const cancelConfirm = (title: string, people: number) => ({
  title: `取消“${title}”？`,
  text: `${toldWords(people)}取消了就不能再开，大家的时间会空出来。`,
})

/** The staff's other desks. */
export const sidesLabel = '别的台面'

export const sideWords = {
  order: '点单',
  need: '需要和心意',
  volunteer: '义工和排班',
  hours: '义工时间',
  loan: '借东西',
  booking: '场地和时段',
  group: '兴趣小组',
  menu: '菜单',
  provider: '服务方',
  rating: '评得怎么样',
} as const

/** What waits at a desk; a bare number would be taken for all that there is. */
const sideWaits = {
  need: '件超时',
  volunteer: '人待批',
  hours: '条待确认',
  booking: '天有人待批',
} as const

/** The desks at which what waits is counted. */
export type CountedSide = keyof typeof sideWaits

/** A desk with how many wait there, and for what. */
export const sideCount = (side: CountedSide, waits: number): string =>
  waits === 0 ? sideWords[side] : `${sideWords[side]}${dot}${counted(waits, sideWaits[side])}`

/** Orders that wait for somebody, each kind with its word and how many. */
export const waitingWords = {
  crisis: { tone: 'red', tag: '危急', text: (n: number) => `${counted(n, '单')}在等电话，马上联系` },
  overdue: { tone: 'amber', tag: '超时', text: (n: number) => `${counted(n, '单')}过了说好的时间` },
  unassigned: { tone: 'amber', tag: '没人接', text: (n: number) => `${counted(n, '单')}还没人接` },
  triage: { tone: 'plain', tag: '等派', text: (n: number) => `${counted(n, '单')}等您看一看` },
} as const
