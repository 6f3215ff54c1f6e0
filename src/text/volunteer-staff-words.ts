import type { CareReason } from '../domain/care'
import { minorRest, type Rest } from '../domain/shift-rest'
import type { VolunteerState } from '../domain/volunteer'
import { counted, nbsp } from './spacing'

/** The staff's side of volunteers. */
export const staffWords = {
  title: '义工',
  shifts: '排班和缺人',
  teams: '队伍',
  shows: { people: '义工', care: '该关心谁', teams: '队伍' },
  none: '还没有人登记',
  noneText: '大厅的海报、活动上说一声，请大家点“我想帮忙”。',
  documents: (many: number) => `证件待看${nbsp}${counted(many, '张')}`,
  careNote: '只是提醒该说句话，不排名次。',
  careNone: '这会儿没有要特别关心的',
  careNoneText: '没有人做得太多，也没有人很久没被问到。',
  teamNew: '新建一队',
  teamName: '队名',
  teamShort: '队名要两个字以上',
  teamSave: '存好',
  captain: (name: string) => `队长：${name}`,
  noCaptain: '还没有队长',
  members: (many: number) => counted(many, '人'),
  saved: '存好了',
} as const

export const careWords = (reason: CareReason): string => {
  if (reason.care === 'quiet') return `${counted(reason.days, '天')}没有被问到，打个电话问问近况？`
  if (reason.care === 'running') return `连着排了 ${counted(reason.days, '天')}，劝他歇一歇。`
  return `近四周 ${counted(reason.hours, '小时')}（自己说的是 ${counted(reason.wished, '小时')}），道声谢，劝他歇一歇。`
}

/** One volunteer, for staff. */
export const personWords = {
  title: '义工资料',
  accept: '看过了，约培训',
  train: (topic: string) => `记上：${topic}培训做完了`,
  admit: '可以上岗了',
  clear: (topic: string) => `同意做${topic}`,
  unclear: (topic: string) => `先不排${topic}`,
  suspend: '暂停排班',
  restore: '恢复',
  reason: '原因（本人看得到）',
  reasonHint: '两个字以上',
  reasonShort: '写明原因，两个字以上',
  team: '在哪个队？',
  noTeam: '不在队里',
  captain: '请他当队长',
  papers: '证件',
  pass: '证件有效',
  refuse: '没通过',
  picture: '看照片',
  log: '经过',
  awards: '荣誉',
  awardAdd: '记一项荣誉',
  awardName: '什么荣誉？',
  awardHint: '比如：2026 年度热心邻居',
  awardShort: '两个字以上',
  awardRevoke: '撤回',
  awardRevokeOf: (title: string) => `撤回“${title}”`,
  wishes: '愿意',
  noGuardian: '未满 18 岁，家里大人还没点头',
  minor: '未满 18 岁',
  skills: '会什么',
  times: '有空',
  hours: (many: number) => `一周 ${counted(many, '小时')}`,
} as const

export const logWords: Record<string, string> = {
  apply: '登记',
  accept: '社工看过，约培训',
  train: '培训做完',
  admit: '上岗',
  clear: '改了能做的事',
  rest: '歇一阵',
  resume: '回来了',
  leave: '退出',
  suspend: '暂停',
  restore: '恢复',
  team: '换队',
  award: '得了荣誉',
  revoke: '撤回荣誉',
}

export const countWords = (counts: Record<VolunteerState, number>): string =>
  `在岗 ${counts.active} · 歇着 ${counts.resting} · 待看 ${counts.applied} · 待训 ${counts.training}`

/** The shifts' board. */
export const boardWords = {
  title: '排班和缺人',
  shows: { short: '今明缺人', week: '按周看' },
  plan: '新排一个班',
  shortNone: '今明两天都够人',
  shortNoneText: '有人退出、没人顶上的班，会列在这里。',
  weekNone: '这一周还没有班次',
  weekNoneText: '点“新排一个班”，可以一次，也可以每周。',
  ask: '问一声',
  asked: '问过了',
  askAll: '都问一声',
  askDone: '写进他们的消息里了',
  nobody: '没有合适又有空的人。换个时间，或少要一样手艺。',
  count: '改人数',
  cancel: '取消这一班',
  end: '不再排这个班',
  reason: '原因（报了名的人看得到）',
  reasonShort: '写明原因，两个字以上',
  people: '要几个人',
  standby: '候补几个',
  countWrong: '写 0 到 200 的数',
  nobodyYet: '还没有人报',
  handing: '在找人替',
  code: '打开签到码',
  in: '记：来了',
  out: '记：走了',
  inOf: (name: string) => `记下${name}来了`,
  outOf: (name: string) => `记下${name}走了`,
  put: '排一个人上来',
  putWhom: '排谁？',
  putWhy: '为什么排他？（本人看得到）',
  putHint: '比如：电话里说好的',
  putDone: '排上了，写进他的消息里了',
  off: '撤下',
  offOf: (name: string) => `把${name}从这一班撤下`,
  offTitle: (name: string) => `把${name}撤下？`,
  gone: '来过了',
  written: '记好了',
  duties: '每周的班',
} as const

/** How much rest volunteers are to have. */
export const restWords = {
  title: '一个人最多排多少',
  rules: ({ dayHours, weekHours, nightHours }: Rest) =>
    `一天最多 ${counted(dayHours, '小时')}，一周最多 ${counted(weekHours, '小时')}，前后两天隔 ${counted(nightHours, '小时')}以上，值班和上门都算。`,
  minors: ({ dayHours, weekHours }: Rest) =>
    `未满 18 岁：一天最多 ${counted(Math.min(minorRest.dayHours, dayHours), '小时')}，一周最多 ${counted(Math.min(minorRest.weekHours, weekHours), '小时')}，只排 ${minorRest.fromHour}:00 到 ${minorRest.untilHour}:00。`,
  changed: (day: string, reason: string) => `${day}改过：${reason}`,
  change: '改一改',
  note: '改了以后报的班、约的上门按新的算，已经定下的不动。未满 18 岁的，不会比现在多。',
  fields: { dayHours: '一天最多几小时？', weekHours: '一周最多几小时？', nightHours: '前后两天隔几小时？' },
  between: (least: number, most: number) => `写 ${least} 到 ${most} 的数`,
  weekShort: '一周不能比一天还少',
  why: '为什么改？',
  short: '写明原因，两个字以上',
  save: '就这样定',
} as const

/** Planning a duty. */
export const planWords = {
  title: '新排一个班',
  name: '什么事？',
  nameHint: '比如：大厅值班',
  nameWrong: '2 到 14 个字',
  place: '在哪儿？',
  placeHint: '比如：一楼大厅',
  placeWrong: '2 到 16 个字',
  kind: '哪一类地方？',
  when: '哪天？',
  once: '一次',
  weekly: '每周',
  date: '日期',
  dateWrong: '日期写成 2026-12-03 这样，要在今天以后',
  weekdays: '周几？',
  weekdaysWrong: '至少点一天',
  from: '从',
  to: '到',
  timeWrong: '时间写成 9:00、12:00 这样，最长 12 小时',
  role: (nth: number) => `第 ${nth} 个岗`,
  roleName: '叫什么？',
  roleHint: '比如：接待',
  roleWrong: '2 到 10 个字',
  more: '再加一个岗',
  fewer: '去掉这个岗',
  skill: '要什么手艺？（可不选）',
  licensed: '要看证件',
  training: '要做过什么培训？',
  adults: '只要成年人',
  withWhom: '和谁在一起？',
  team: '哪个队的？',
  allTeams: '不分队',
  do: '排好了',
  done: (many: number) => `排好了，一共 ${counted(many, '班')}`,
} as const
