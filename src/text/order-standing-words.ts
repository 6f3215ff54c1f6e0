import type { OrderOwner, OrderState } from '../domain/order'

/** Where an order stands, in a word or two. */
export const stateWords: Record<OrderState, string> = {
  triage: '已点单',
  open: '正在找人',
  offered: '等对方回话',
  accepted: '有人接了',
  scheduled: '约好了',
  started: '正在办',
  ended: '办完了，等您点头',
  complained: '正在处理',
  confirmed: '办好了',
  rated: '评过了',
  cancelled: '取消了',
  guided: '指了去处',
}

/** Who must act, as its resident calls them. */
export const ownerWords: Record<OrderOwner, string> = {
  resident: '您',
  provider: '接单的人',
  desk: '值班社工',
  committee: '居委会',
}

/** What comes next, and who sees to it: one sentence for each state, plainer for elders. */
export const nextWords: Record<OrderState, [ordinary: string, elder: string]> = {
  triage: ['社工看过就派人。', '社工在安排。'],
  open: ['邻居和义工看得到，谁接了马上告诉您。', '正在找人，找到就告诉您。'],
  offered: ['已经问了对方，接不接都会有回话。', '问过人了，等回话。'],
  accepted: ['接下来和您约时间。', '会和您约时间。'],
  scheduled: ['到时候来。来不了会提前说。', '到时候就来。'],
  started: ['人已经到了。', '人到了。'],
  ended: ['看看办好了没有，点一下就行。三天没说话就当办好了。', '办好了就点一下。'],
  complained: ['社工会问清楚，再安排一次或给您一个说法。', '社工会来问您。'],
  confirmed: ['谢谢您！愿意的话评一句，让后来的人知道。', '谢谢您。愿意就打个分。'],
  rated: ['谢谢您的评价。', '谢谢您。'],
  cancelled: ['不用再管了。', '已经取消了。'],
  guided: ['这件事在别处办：', '要到别处办：'],
}

/** The same for who serves, or is asked to: what is theirs to do. */
export const servingWords: Partial<Record<OrderState, [ordinary: string, elder: string]>> = {
  open: ['您接下了，还要再来一位，找到就告诉您。', '再等一位，找到告诉您。'],
  offered: ['想请您来办。来不来都回句话。', '能来就点“我来”。'],
  accepted: ['先和点单的人约个时间。', '先约个时间。'],
  scheduled: ['到时候您去。到了点一下；去不了早点说。', '到时候您去，到了点一下。'],
  started: ['办完了点一下，大家好放心。', '办完了点一下。'],
  ended: ['等点单的人点头。三天没说话就当办好了。', '等他点头就好。'],
  complained: ['社工会来问您，再一起想办法。', '社工会来问您。'],
  confirmed: ['办好了，谢谢您。', '谢谢您。'],
  rated: ['办好了，谢谢您。', '谢谢您。'],
  cancelled: ['不用再跑这一趟。', '不用去了。'],
}
