import type { OwnTrace, TraceKind } from '../domain/audit'
import { roleWords } from './member-words'
import { shortMomentWords } from './time'
import { dot } from './spacing'

const ordinary = {
  title: '我的账号',
  lead: '您告诉过我们什么、谁看过，都在这里。',
  household: '我家',
  householdNote: '和家里人一户，替孩子点头',
  contact: '电话和房号',
  contactNone: '没留，不留也行',
  agreed: '您同意过的',
  renewed: '我们对待您信息的说明改过了，请看一看。',
  readPrivacy: '看看改了什么',
  agreeAgain: '看过了，同意',
  traces: '谁看过、替我办过什么',
  tracesNone: '还没有人看过您的电话，也没人替您办过什么。',
  erase: '注销账号',
  eraseNote: '当场就删，删了找不回来',

  contactTitle: '电话和房号',
  contactLead: '改期、出急事时联系您。两样都可以不留。',
  phone: '电话',
  phoneHint: '手机或座机',
  phoneWrong: '号码好像不对，看一看再存',
  room: '房号',
  roomHint: '比如 3栋 502',
  roomWrong: '写上房号，要有数字，最多 20 个字',
  contactConsent: '加密存着。工作人员要看，先写原因；谁看过，您这里看得到。',
  contactAgree: '同意，存好',
  contactClear: '不留了，删掉',

  eraseTitle: '注销账号',
  eraseLead: '点了就删，找不回来。',
  eraseWhat: [
    '称呼、年龄、电话、房号、家人，全部删掉',
    '还没开始的活动会替您退掉，位子让给排队的人',
    '退出“我家”；您替孩子点过的头不再算数',
    '来过的场次只剩人数，不再和您有关',
    '以后想回来，重新认识一下就行',
  ],
  eraseType: (word: string) => `写上“${word}”两个字`,
  eraseWrong: (word: string) => `要注销，就写“${word}”`,
  eraseDo: '注销',
  erased: '删好了。想回来随时来。',
}

type AccountWords = typeof ordinary

const plain: AccountWords = {
  ...ordinary,
  lead: '您说过什么、谁看过，都在这里。',
  householdNote: '家里人都在一户',
  contactNone: '没留，不留也行',
  contactLead: '有急事好找您。不留也行。',
  contactConsent: '锁着存。谁看过，您这里看得到。',
  tracesNone: '还没有人看过。',
  eraseNote: '删了找不回来',
}

/** The words of one's own account. */
export const accountWords = (elder: boolean): AccountWords => (elder ? plain : ordinary)

const deeds: Record<TraceKind, string> = {
  look: '看了您的电话或房号',
  add: '替您加进名单',
  seat: '给了您位子',
  wait: '把您转到候补',
  remove: '把您移出名单',
  'check-in': '替您签了到',
  'undo-check-in': '撤了您的签到',
  'words-shown': '看过您的评价，公开了',
  'words-hidden': '看过您的评价，没有公开',
  'looked-into': '跟进了您的评价',
}

/** "值班社工（社工）看了您的电话或房号". */
export const traceWords = ({ by, kind }: OwnTrace): string =>
  `${by ? `${by.name}（${roleWords(by.role)}）` : '已离开的工作人员'}${deeds[kind]}`

/** What it was about, when, and why. */
export const traceNote = ({ at, reason, title }: OwnTrace, now: number): string =>
  [`“${title}”`, shortMomentWords(at, now), reason ?? ''].filter((part) => part !== '').join(dot)

/** What was agreed to, each with its date. */
export const consentNames = {
  joined: '登记和报名',
  contact: '留电话和房号',
  family: (name: string) => `替${name}登记和报名`,
}
