import type { PartyState } from '../domain/roster'

/** Words that several screens need. Elder mode has plainer ones, not only larger. */
const ordinary = {
  signUp: '报名',
  wait: '排队候补',
  checkIn: '去签到',
  leave: '退掉',
  leaveWait: '不排了',
  take: '我要这个位子',
  decline: '让给别人',
  askAgain: '还想要',
  cancelled: '取消了',
  save: '存好',
  myself: '我自己',
  addFamily: '加家人',
  forWhom: '给谁报名',
}

type Words = typeof ordinary

const plain: Words = {
  ...ordinary,
  signUp: '我去',
  wait: '帮我排队',
  checkIn: '我到了',
  leave: '不去了',
  decline: '不要了',
  forWhom: '谁去',
}

export const words = (elder: boolean): Words => (elder ? plain : ordinary)

/** What passes by after something was done. */
export const toasts = {
  saved: '存好了',
  left: '退掉了',
  leftWait: '不排了',
  taken: '位子是您的了，到时见',
  declined: '让出去了，谢谢您',
  askedAgain: '又排上了',
  joined: '认识您了',
  familyAdded: '加上了',
  familyRemoved: '移走了',
  changed: '改好了',
} as const

const confirms = {
  leave: { title: '要退掉吗？', text: '退了，位子就让给别的邻居。', ok: '退掉', cancel: '再想想' },
  leaveWait: { title: '不排了？', text: '退出后再排要从后面开始。', ok: '不排了', cancel: '继续排' },
  decline: { title: '让给别人吗？', text: '这个位子会马上问下一位。', ok: '让给别人', cancel: '再想想' },
}

const plainConfirms: typeof confirms = {
  leave: { title: '真的不去了？', text: '位子会让给别人。', ok: '不去了', cancel: '还是去' },
  leaveWait: { title: '不排了？', text: '再排要从后面开始。', ok: '不排了', cancel: '继续排' },
  decline: { title: '真的不要了？', text: '位子会马上问别人。', ok: '不要了', cancel: '再想想' },
}

/** What is asked before someone goes away, by how their party stands. */
export const leaveConfirm = (state: PartyState, elder: boolean) => {
  const asked = elder ? plainConfirms : confirms
  return state === 'seated' ? asked.leave : state === 'offered' ? asked.decline : asked.leaveWait
}

/** What stands where there is nothing yet. */
export interface EmptyWords {
  title: string
  text: string
  button: string
}

const empties = {
  activities: {
    title: '这几天没有活动',
    text: '换个时间看看。',
    button: '看看全部',
    elder: '换个时间看看。',
  },
  table: {
    title: '您还没报名',
    text: '挑一场去坐坐，报上的都会摆在这里。',
    button: '看看活动',
    elder: '看看有什么好玩的。',
  },
  family: {
    title: '还没加上家人',
    text: '加上以后，就能替孩子和老人报名。',
    button: '加一位家人',
    elder: '把家里人加进来，能帮他们报名。',
  },
  roster: {
    title: '还没有人报名',
    text: '有人报了，名单会出现在这里。',
    button: '再看一次',
    elder: '有人报了，这里就有。',
  },
} as const

/** The words for a place with nothing in it. */
export const emptyWords = (place: keyof typeof empties, elder = false): EmptyWords => {
  const { title, text, button, elder: plainText } = empties[place]
  return { title, text: elder ? plainText : text, button }
}
