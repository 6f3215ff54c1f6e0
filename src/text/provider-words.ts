import type { LicenceState } from '../domain/licence'
import type { ProviderKind, ProviderPage, ProviderRow } from '../domain/provider'
import type { ResourceCard, ResourceKind } from '../domain/resource'
import { counted, dot, nbsp } from './spacing'
import { dateKey, shortMomentWords } from './time'

/** The providers' own side, and the centre's. */
export const providerWords = {
  title: '谁来做',
  own: '我们这家',
  new: '登记一家',
  profile: '介绍和时间',
  edit: '改介绍和时间',
  name: '叫什么',
  nameHint: '两到二十个字',
  about: '一句话介绍',
  aboutHint: '比如：公示价维修，借工具',
  kind: '是哪一种',
  hours: '哪几天、几点到几点',
  from: '几点开始',
  to: '几点结束',
  works: '上班时间',
  closed: '哪几天另外关门',
  shut: '另外关门',
  atMost: '一周能做',
  addClosed: '加这一天',
  day: '日子',
  dayHint: '比如：2026-5-1',
  weekly: '一周一共能做几次',
  weeklyHint: '不数就空着',
  save: '存好',
  saved: '存好了',
  services: '菜单上由我们做的',
  noServices: '菜单上还没有。请社工或居委会放上去。',
  people: '这一家的人',
  noPeople: '还没有人。加上以后，派给这一家的单，他们就能看到、能接。',
  link: '加一位',
  linkFind: '找谁',
  linkHint: '写名字里的一两个字',
  linkNobody: '没找到。要先在手机上加入中心。',
  linkNote: '加上以后，就能替这一家接单、看这一家的单。一个人只归一家。',
  linkDo: '加进来',
  linked: '加好了',
  linkWho: '要加人或移出，请居委会来办。',
  unlink: '移出',
  licences: '证件和资格',
  licenceHint: '登记了，拿原件给社工或居委会看一眼，居民才看得到。',
  addLicence: '登记一个证',
  licenceName: '什么证',
  licenceNameHint: '照证上的名字写',
  licenceUntil: '有效到哪天',
  licenceUntilHint: '长期的空着，或写 2027-3-5',
  pass: '看过原件，有效',
  refuse: '不行',
  refuseWhy: '为什么不行',
  refuseHint: '比如：看不清、名字不对',
  drop: '去掉',
  dropAsk: { title: '去掉这个证？', text: '居民就看不到了。再要得重新登记、重新查验。', ok: '去掉', cancel: '先留着' },
  noLicences: '还没有登记。',
  nobody: { title: '这里还没有登记', next: '请社工或居委会登记，再来写介绍和时间。' },
  resources: '另外带来的',
  resourcesHint: '场地、东西、钱，订单和活动可以用。',
  bring: '带来一样',
  brought: '记上了',
  noResources: '还没有登记。',
  kindOf: '是什么',
  resourceName: '叫什么',
  resourceNameHint: '比如：人字梯',
  unit: '怎么数',
  unitHint: '场、把、台',
  amount: '多少',
  howMany: (unit: string) => `多少${unit}`,
  yuan: '多少元',
  note: '备注（可不写）',
  add: '补一些',
  draw: '拿去用',
  drawFor: '用在哪件事上',
  drawForActivity: '用在哪一场',
  drawForHint: '比如：便民维修日',
  giveBack: '还回来',
  takeBack: '收回',
  moves: '进出',
  done: '记好了',
  back: '还',
} as const

/** What one order or activity uses of what they bring. */
export const useWords = {
  title: '用服务方的东西',
  hint: '场地、东西、钱，记在这件事上。取消了会自动还回去。',
  off: '这件事取消了。拿的东西会自动还回去。',
  drawn: '这件事用着的',
  nothing: '还没有用什么。',
  there: '还能用的',
  none: '没有可以用的',
  noneNext: '请服务方在自己那一页登记。',
  draw: '拿去用',
  back: '还回来',
} as const

export const wrongProvider = {
  name: '写两到二十个字',
  about: '写两到六十个字',
  hours: '写成 9:00 和 18:00，结束要晚于开始',
  day: '日子写成 2026-5-1 这样',
  weekly: '写个一到九千的数，或空着',
  licence: '写两到二十个字',
  reason: '写两个字以上',
  amount: '写个大于零的整数',
  yuan: '写个大于零的数，最多两位小数',
  unit: '写一到四个字',
  title: '写出用在哪件事上',
} as const

export const providerKinds: Record<ProviderKind, string> = {
  organisation: '社会组织',
  enterprise: '商家',
  team: '义工队',
  committee: '居委会',
  'social-work': '社工站',
}

/** Minutes of the day as they are written: "9:00", "9：30"; nothing where it is no hour. */
export function minutesOf(text: string): number | null {
  const found = /^\s*(\d{1,2})[:：点](\d{2})?\s*$/.exec(text)
  if (!found) return null
  const minutes = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return Number(found[2] ?? 0) < 60 && minutes <= 24 * 60 ? minutes : null
}

export const stateWords: Record<LicenceState, { text: string; tone: 'jade' | 'amber' | 'red' }> = {
  checked: { text: '已查验', tone: 'jade' },
  ending: { text: '快到期', tone: 'amber' },
  expired: { text: '过期了', tone: 'red' },
  waiting: { text: '等查验', tone: 'amber' },
  refused: { text: '没通过', tone: 'red' },
}

/** "2027-03-05" as "2027 年 3 月 5 日". */
export const dateWords = (at: number): string => {
  const [year = '', month = '', date = ''] = dateKey(at).split('-')
  return `${counted(Number(year), '年')}${nbsp}${counted(Number(month), '月')}${nbsp}${counted(Number(date), '日')}`
}

export const untilWords = (until: number | null): string => (until === null ? '长期有效' : `到 ${dateWords(until)}`)

/** "20 次". */
export const timesWords = (times: number): string => counted(times, '次')

/** How a provider stands, in a list. */
export const rowNote = ({ kind, services, weekly, licences }: ProviderRow): string =>
  [
    providerKinds[kind],
    `菜单上 ${counted(services, '样')}`,
    weekly === null ? null : `一周 ${counted(weekly, '次')}`,
    licences.waiting > 0 ? `${counted(licences.waiting, '个')}证等查验` : null,
    licences.expired > 0 ? `${counted(licences.expired, '个')}证过期` : null,
    licences.ending > 0 ? `${counted(licences.ending, '个')}证快到期` : null,
  ]
    .filter((part) => part !== null)
    .join(dot)

export const serviceNote = ({ qualification, paused }: ProviderPage['services'][number]): string =>
  [paused ? '暂停' : null, qualification === null ? null : `要${qualification}`].filter(Boolean).join(dot) || '不用证'

export const resourceKinds: Record<ResourceKind, string> = { venue: '场地', goods: '东西', money: '钱' }

/** "6 把"; money in yuan. */
export const amountWords = (amount: number, { kind, unit }: Pick<ResourceCard, 'kind' | 'unit'>): string =>
  kind === 'money' ? counted(Number((amount / 100).toFixed(2)), '元') : counted(amount, unit)

export const leftWords = (card: ResourceCard): string => `还有 ${amountWords(card.left, card)}`

const entryVerbs: Record<ResourceCard['entries'][number]['kind'], string> = {
  bring: '带来',
  draw: '拿去用',
  return: '还回来',
  'take-back': '收回',
}

/** One coming or going: "周一 9:00 拿去用 4 把：便民维修日". */
export const entryWords = (entry: ResourceCard['entries'][number], card: ResourceCard, now: number): string => {
  const what = [entry.title, entry.note].filter(Boolean).join('，')
  return `${shortMomentWords(entry.at, now)} ${entryVerbs[entry.kind]} ${amountWords(entry.amount, card)}${what === '' ? '' : `：${what}`}`
}

export const outWords = (out: ResourceCard['out'][number], card: ResourceCard): string =>
  `${out.title}：${amountWords(out.amount, card)}还没还`

export const unlinkQuestion = (name: string) => ({
  title: `把${name}移出这一家？`,
  text: '移出后就看不到、接不了派给这一家的单。已经接下的，请他先转给别人。',
  ok: '移出',
  cancel: '先留着',
})
