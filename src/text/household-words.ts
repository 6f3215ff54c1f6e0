import { nbsp } from './spacing'
import { clockWords } from './time'

const ordinary = {
  title: '我家',
  none: '还没绑定一家人',
  noneText: '绑在一户，能替 14 到 17 岁的孩子点头；以后按户投票也用它。',
  create: '从我开始建一户',
  joinTitle: '家里人已经建好了？',
  code: '六位数',
  codeHint: '请家里人念给您听',
  codeWrong: '要六个数字',
  join: '进这一户',
  people: '在这一户的人',
  me: '我',
  invite: '请家人进来',
  inviteNote: '把这六个数念给家里人，在他的手机上写下来。',
  teenWaits: '14 到 17 岁，等大人点头',
  teenAgreed: '大人已同意他自己报名',
  agree: '同意他自己报名',
  takeBack: '收回同意',
  agreeText: '我是他的监护人，愿意让他自己报名。随时可以收回。',
  leave: '退出这一户',
  joined: '进来了',
  left: '退出来了',
}

type HouseholdWords = typeof ordinary

const plain: HouseholdWords = {
  ...ordinary,
  noneText: '把家里人加进来，孩子报名就方便了。',
  create: '从我开始',
  codeHint: '家里人告诉您的',
  inviteNote: '把这六个数念给家里人。',
}

/** The words of one's household. */
export const householdWords = (elder: boolean): HouseholdWords => (elder ? plain : ordinary)

/** "482 913": in two halves, as it is read out. */
export const codeWords = (digits: string): string => `${digits.slice(0, 3)}${nbsp}${digits.slice(3)}`

export const codeUntil = (until: number): string => `${clockWords(until)}${nbsp}前有效，再点一次换新的`

/** What is asked before one leaves. */
export const leaveHouseholdConfirm = {
  title: '要退出这一户吗？',
  text: '您替孩子点过的头不再算数；以后可以再进来。',
  ok: '退出',
  cancel: '再想想',
}
