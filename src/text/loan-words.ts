import type { LoanState } from '../domain/loan'
import type { OwnLoan, ThingCard } from '../domain/loan-page'
import { counted, nbsp } from './spacing'
import { shortMomentWords } from './time'

const ordinary = {
  title: '借东西',
  mineTitle: '我借的',
  mineLink: '我借的',
  mineNote: '哪天还、延一次、不要了',
  intro: '东西在一楼前台。借了留一天，来拿就行。',
  borrow: '借一件',
  wait: '排队等',
  forWhom: '给谁借',
  me: '我自己',
  firstMeet: '第一次来？先认识一下，再借。',
  howLong: '借多久',
  note: '借之前',
  deposit: '登记',
  back: '最早还回',
  kept: '给您留好了',
  keptNext: '来前台说一声名字，就能拿走。',
  waiting: '排上队了',
  waitingNext: '轮到您，消息里告诉您。',
  cancel: '不要了',
  take: '我要',
  extend: '再借一段',
  extended: '延好了',
  cancelled: '好，不留了',
  closed: '现在不外借',
  emptyTitle: '这里还没有东西外借',
  emptyNext: '有什么想借的，跟前台说一声。',
  mineEmptyTitle: '您没借东西',
  mineEmptyNext: '轮椅、梯子、雨伞、球拍，前台都有。',
  look: '看看能借什么',
  all: (things: number) => `看全部 ${counted(things, '样')}`,
  past: '还过的',
  open: '在借和在等的',
}

type LoanWords = typeof ordinary

const plain: LoanWords = {
  ...ordinary,
  intro: '东西在一楼前台，来拿就行。',
  borrow: '我要借',
  wait: '帮我排队',
  forWhom: '谁用',
  howLong: '能用多久',
  extend: '还想再用几天',
  waitingNext: '轮到了会告诉您。',
}

/** The words of lending, as residents read them. */
export const loanWords = (elder: boolean): LoanWords => (elder ? plain : ordinary)

/** "借 14 天", "当天还". */
export const daysWords = (days: number): string => (days === 0 ? '当天还' : `借${nbsp}${counted(days, '天')}`)

/** How many are there: "还有 3 件", "都借出去了，2 人在等". */
export const freeWords = ({ free, waiting }: Pick<ThingCard, 'free' | 'waiting'>): string => {
  if (free > 0) return `还有${nbsp}${counted(free, '件')}`
  return waiting > 0 ? `都借出去了，${counted(waiting, '人')}在等` : '都借出去了，可以排队'
}

/** What stands on the plate of the ring. */
export const piecePlate = ({ free, waiting }: Pick<ThingCard, 'free' | 'waiting'>) =>
  free > 0
    ? { number: String(free), label: '能借' }
    : waiting > 0
      ? { number: `+${waiting}`, label: '在等' }
      : { number: '0', label: '能借' }

export const pieceAria = (thing: Pick<ThingCard, 'stock' | 'free' | 'waiting'>): string =>
  `一共 ${thing.stock} 件，${freeWords(thing)}`

/** How a loan stands, in a word or two. */
export const loanStateWords = (state: LoanState, late: boolean): string =>
  ({
    kept: '留着呢',
    waiting: '在排队',
    offered: '轮到您了',
    lapsed: '没赶上',
    out: late ? '过期了' : '借着呢',
    returned: '还了',
    lost: '没还上',
    cancelled: '没借',
  })[state]

/** How a loan stands, in a sentence. */
export const loanSentence = (loan: OwnLoan, now: number): string => {
  const { state, keptUntil = 0, position = 1, dueAt = 0, endedAt = 0 } = loan
  switch (state) {
    case 'kept':
      return `给您留到 ${shortMomentWords(keptUntil, now)}，到前台拿。`
    case 'waiting':
      return `您排第${nbsp}${counted(position, '位')}，还回来一件就问您。`
    case 'offered':
      return `有一件还回来了，给您留到 ${shortMomentWords(keptUntil, now)}。`
    case 'lapsed':
      return '上次没来拿，让给下一位了。'
    case 'out':
      return now > dueAt
        ? `${shortMomentWords(dueAt, now)} 就该还了。请尽快还，坏了也没关系。`
        : `${shortMomentWords(dueAt, now)} 前还到前台。`
    case 'returned':
      return `${shortMomentWords(endedAt, now)} 还了，谢谢。`
    case 'lost':
      return '这一件没还上，前台记下了。'
    case 'cancelled':
      return `${shortMomentWords(endedAt, now)} 不借了。`
  }
}

/** Asked before one gives up what is kept, or one's place in the line. */
export const giveUpConfirm = (waiting: boolean) =>
  waiting
    ? { title: '不等了？', text: '再排要从后面开始。', ok: '不等了', cancel: '继续等' }
    : { title: '不要了？', text: '留的这一件会让给别人。', ok: '不要了', cancel: '还要' }
