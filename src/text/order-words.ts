import type { OrderOwner, OrderState, ReportKind, Series, Slot } from '../domain/order'
import type { Deed } from '../domain/order-deed'
import type { OpenOrder, OrderPage, OrderRow, OrderStep } from '../domain/order-page'
import { bandWords } from './bands'
import { minutesWords } from './hours-time'
import { counted, dot, joiner } from './spacing'
import { dayWords, rangeWords, shortMomentWords, spanWords } from './time'

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

const ownerWords: Record<OrderOwner, string> = {
  resident: '您',
  provider: '接单的人',
  desk: '值班社工',
  committee: '居委会',
}

/** What comes next, and who sees to it: one sentence for each state, plainer for elders. */
const nextWords: Record<OrderState, [ordinary: string, elder: string]> = {
  triage: ['社工看过就派人。', '社工在安排。'],
  open: ['邻居和义工看得到，谁接了马上告诉您。', '正在找人，找到就告诉您。'],
  offered: ['已经问了对方，接不接都会有回话。', '问过人了，等回话。'],
  accepted: ['接下来和您约时间。', '会和您约时间。'],
  scheduled: ['到时候来。来不了会提前说。', '到时候就来。'],
  started: ['人已经到了。', '人到了。'],
  ended: ['看看办好了没有，点一下就行。三天没说话就当办好了。', '办好了就点一下。'],
  complained: ['社工会问清楚，再安排一次或给您一个说法。', '社工会来问您。'],
  confirmed: ['谢谢您！愿意的话评一句，让后来的人知道。', '办好了。愿意就打个分。'],
  rated: ['谢谢您的评价。', '谢谢您。'],
  cancelled: ['不用再管了。', '已经取消了。'],
  guided: ['这件事在别处办：', '要到别处办：'],
}

/** Where it stands for its reader: what comes next, who has it and until when. */
export function standingWords(page: OrderPage, elder: boolean, now: number) {
  const { state, owner, dueAt, parts } = page
  const mine = parts.includes('holder')
  const whose = owner === null ? null : owner === 'resident' && !mine ? '点单的人' : ownerWords[owner]
  const due = dueAt === null ? null : dueAt > now ? `${shortMomentWords(dueAt, now)} 前要有下文` : '已经超时，在催'
  const title = state === 'ended' && !mine ? '办完了，等点头' : stateWords[state]
  return {
    title,
    next: seriesWords(page.series, elder) ?? nextWords[state][elder ? 1 : 0],
    /** Where it is done instead, where it is not done here. */
    way: state === 'guided' ? (page.steps.find(({ kind }) => kind === 'guided')?.text ?? null) : null,
    owner: whose === null ? null : `现在归${whose}管`,
    due,
  }
}

type Door = Pick<OrderPage, 'hasRoom' | 'may' | 'state' | 'slot'>

/** Why the door is not shown yet, or no more, to who is going there; nothing where there is none, or it is shown. */
export const addressLater = ({ hasRoom, may, state, slot }: Door, now: number, elder: boolean): string | null => {
  if (!hasRoom || may.includes('address')) return null
  if (state === 'accepted') return elder ? '约好时间，那天才看得到门牌。' : '先约好时间：门牌到了那一天才看得到。'
  if (state !== 'scheduled' || !slot) return null
  if (now >= slot.endsAt) {
    const there = may.includes('start') ? `已经到了，点“${deedWords(elder).start}”；` : ''
    return elder
      ? `约的时间过了，门牌不显示了。${there}没去，就另约时间。`
      : `约的时间过了，门牌和名字不再显示。${there}还没去，先另约时间。`
  }
  return elder
    ? `${dayWords(slot.startsAt, now)}才看得到门牌。`
    : `为了住户安心，门牌到${dayWords(slot.startsAt, now)}当天才看得到。`
}

/** The day and the hours, or that any time will do. */
export const wantsWords = (wants: Slot | null, now: number): string =>
  wants ? rangeWords(wants.startsAt, wants.endsAt, now) : '什么时候都行'

/** A row of a list: where, for whom, when. */
export const rowNote = (row: OrderRow, now: number): string =>
  [
    stateWords[row.state],
    row.slot === null ? null : shortMomentWords(row.slot, now),
    row.weekly ? '每周一次' : null,
    row.building,
  ]
    .filter((each) => each !== null)
    .join(dot)

/** A row of the desk's list: what somebody must do by when. */
export const deskNote = (row: OrderRow, now: number): string =>
  [
    stateWords[row.state],
    row.owner === null ? null : `归${row.owner === 'resident' ? '点单的人' : ownerWords[row.owner]}`,
    row.dueAt === null
      ? null
      : row.dueAt > now
        ? `还有 ${spanWords(row.dueAt - now)}`
        : `超了 ${spanWords(now - row.dueAt)}`,
    row.need > 1 && row.takers < row.need ? `${row.takers}${joiner}/${row.need} 人` : null,
  ]
    .filter((each) => each !== null)
    .join(dot)

/** What volunteers see of an order, in one line below its name. */
export const openNote = (order: OpenOrder): string =>
  [
    order.building ?? '楼栋未说',
    bandWords(order.band),
    `约 ${counted(order.minutes, '分钟')}`,
    order.need > 1 ? `要两个人，还差 ${counted(order.need - order.takers, '位')}` : null,
  ]
    .filter((each) => each !== null)
    .join(dot)

/** The words of the residents' and providers' screens. */
export const orderWords = (elder: boolean) => ({
  newTitle: elder ? '我要点' : '点单',
  title: elder ? '这一单' : '点的单',
  mineTitle: elder ? '我点的' : '我的单子',
  workTitle: elder ? '我来帮' : '接单',
  say: elder ? '说说您要什么' : '用自己的话说',
  sayMore: elder ? '还想交代什么？' : '还有什么要交代的（不写也行）',
  sayHint: '比如：厨房龙头滴水',
  sayShort: '说一句，至少两个字',
  speak: '用说的',
  listening: '正在听，说完点一下',
  unheard: '没听清，再说一次，或者打字。',
  onMenu: '菜单上有，点一下就选它：',
  anotherItem: '不是这个，换一样',
  forWhom: elder ? '谁要用？' : '给谁点？',
  me: '我自己',
  family: '加家人',
  when: '什么时候方便？',
  whenever: '都行',
  parts: { morning: '上午', noon: '中午', afternoon: '下午', evening: '傍晚' },
  where: elder ? '在哪儿？' : '去哪儿？',
  building: '楼栋',
  estate: '小区',
  noBuilding: '不说',
  room: '门牌',
  roomHint: '比如：2单元301',
  roomWrong: '写上数字，比如 301',
  whereWrong: '点一下是哪一栋，才找得到您',
  roomNote: elder ? '只有上门的人看得到。' : '门牌加密保管，只有上门的人、上门那天看得到；谁看过都会告诉您。',
  weekly: '每周一次',
  photo: '拍张照片',
  photoThere: '照片选好了，换一张',
  photoNote: '只有社工和上门的人看得到。',
  pair: '为了安全，上门的是两个人，会先打电话、戴证件。',
  quiet: elder ? '只有社工看得到。' : '这件事只给社工看，邻居和义工都看不到。',
  place: elder ? '就点这个' : '点单',
  placed: '点好了，有人管着',
  join: '先说怎么称呼您',
  joinNote: '半分钟就好，说了才知道上谁家。',
  urgentTitle: (ask: boolean) => (ask ? '是现在吗？' : '先打电话'),
  urgentText: (ask: boolean) =>
    ask ? '要是正在发生，现在就打电话，别等点单。' : '这件事等不得。请现在就打电话，人比什么都要紧。',
  call: (number: string) => `打 ${number}`,
  callMe: '请社工马上联系我',
  callMeNote: '半小时内会有社工找您，别人看不到。',
  notNow: '不是现在，照常点',
  empty: {
    title: elder ? '还没点过' : '还没有单子',
    next: elder ? '要什么，说一句就行。' : '需要什么，看看菜单，或者直接说一句。',
  },
  toMenu: '看看菜单',
  more: '再看以前的',
  facts: { whom: '给谁', when: '时间', where: '地方', words: '交代', takers: '谁来', photo: '照片', reach: '怎么找' },
  self: '本人',
  kin: '家里人',
  hasRoom: '门牌已加密',
  staffOnly: '只有社工看得到',
  late: '超时了，已报上一级',
  nobodyYet: '还没定',
  steps: elder ? '一步一步' : '来龙去脉',
  desk: '到派单台处理',
  again: '再点一单',
  undo: '撤回取消',
  rateTitle: elder ? '办得好不好？' : '这一单怎么样？',
  rateWords: '想说的话（不写也行）',
  rateDo: '交上去',
  faces: ['很差', '不好', '一般', '不错', '很好'],
  reportTitle: '这一趟怎么样？',
  reportNote: '只给社工看，好让下一位心里有数。',
  reportMore: '有什么要提醒的（不写也行）',
  whyTitle: '为什么？',
  why: '原因',
  whyHint: '写一句，对方看得到',
  whyShort: '写一句原因，至少两个字',
  do: '就这样',
  timeTitle: '约什么时候？',
  timeDo: '定这个时间',
  address: '看门牌',
  addressNote: '看一次记一次，点单的人知道是谁看的。',
  addressReason: '上门服务',
  work: {
    open: elder ? '等人帮的' : '等人接的单',
    openNone: { title: '现在没有等人接的单', next: '谢谢您惦记着，晚点再来看看。' },
    asked: '想请您办的',
    mine: elder ? '我接的' : '我接下的',
    mineNone: '还没接单。',
    take: '我来',
    took: '接下了，谢谢您',
    tookHalf: '接下了，再等一位同去的',
    wordsWait: '交代的话，社工看过才给看。',
  },
})

/** What each deed is called on its button. */
export const deedWords = (elder: boolean): Record<Deed, string> => ({
  take: elder ? '我来' : '接下这一单',
  decline: '这次来不了',
  handOn: '去不了，请换人',
  schedule: '约时间',
  move: '换个时间',
  start: '到了，开始',
  end: '办完了，报平安',
  missedByProvider: '人没来',
  missedByResident: '家里没人',
  confirm: '办好了',
  complain: elder ? '没办好，找社工' : '不满意，找社工',
  rate: '评一评',
  report: '说说这一趟',
  cancel: '不要了',
  restore: '撤回取消',
  pass: '看过，不涉及隐私',
  putUp: '放给义工接',
  assign: '派给谁',
  guide: '指个去处',
  redo: '再办一次',
  address: '看门牌',
  photo: '加张照片',
})

/** What passes by once something is done. */
export const doneWords: Partial<Record<Deed, string>> = {
  decline: '回话了',
  handOn: '知道了，会换人',
  schedule: '时间定了',
  move: '说过去了',
  start: '开始了',
  end: '辛苦了，平安就好',
  missedByProvider: '社工会重新安排',
  missedByResident: '记下了，再约一次',
  confirm: '谢谢您',
  complain: '社工会来问您',
  rate: '谢谢您的评价',
  report: '收到，谢谢',
  cancel: '取消了，五分钟内能撤回',
  restore: '撤回了，照旧',
}

/** Usual reasons, by one tap. */
export const usualReasons: Partial<Record<Deed, readonly string[]>> = {
  decline: ['这几天没空', '不会做这个', '身体不舒服'],
  handOn: ['临时有事', '身体不舒服', '和家里人撞了时间'],
  complain: ['没办好', '人没来', '态度不好'],
  cancel: ['自己解决了', '时间不合适', '点错了'],
}

export const reportWords: Record<ReportKind, string> = {
  well: '顺利',
  'look-again': '最好再去看看',
  unsafe: '不太安全',
}

const sideWords = { resident: '点单的人', provider: '接单的人', staff: '社工', time: '' } as const

/** One step of what became of it, in a sentence. */
export function stepWords(step: OrderStep, now: number): string {
  const who = step.me ? '您' : (step.name ?? sideWords[step.by])
  const slot = step.slot ? rangeWords(step.slot.startsAt, step.slot.endsAt, now) : ''
  switch (step.kind) {
    case 'placed':
      return `${who}点了单`
    case 'passed':
      return `${who}看过了`
    case 'opened':
      return `${who}放给义工接`
    case 'assigned':
      return `${who}派了单`
    case 'taken':
      return `${who}接了单`
    case 'declined':
      return `${who}这次来不了`
    case 'handed-on':
      return `${who}去不了了，重新找人`
    case 'scheduled':
      return `约在 ${slot}`
    case 'moved':
      return `${who}想换到 ${slot}`
    case 'started':
      return `${who}到了，开始办`
    case 'ended':
      return `${who}办完了`
    case 'missed':
      return step.missed === 'provider' ? '约好的人没来' : '去了，家里没人'
    case 'confirmed':
      return step.by === 'time' ? '三天没说话，当办好了' : `${who}说办好了`
    case 'complained':
      return `${who}不满意`
    case 'redone':
      return '安排再办一次'
    case 'rated':
      return `${who}评过了`
    case 'reported':
      return `${who}：${step.report ? reportWords[step.report] : ''}`
    case 'cancelled':
      return `${who}取消了`
    case 'restored':
      return '取消撤回了'
    case 'guided':
      return '指了个去处'
    case 'overdue':
      return '过了说好的时间，报到上一级'
  }
}

export const cancelQuestion = (elder: boolean) => ({
  title: elder ? '不要了？' : '取消这一单？',
  text: '五分钟内可以撤回。',
  ok: '不要了',
  cancel: '再想想',
})

/** Before it is said that it is done: how much time that counts for each who came. */
export const countsQuestion = (minutes: number, elder: boolean) => ({
  title: elder ? '办好了？' : '都办好了？',
  text: elder
    ? `给来的人每人记 ${minutesWords(minutes)}。不对就先别点，问前台。`
    : `点了就给来的义工每人记 ${minutesWords(minutes)}服务时间。不对就先别点，请社工改。`,
  ok: '办好了',
  cancel: elder ? '再看看' : '先不点',
  mild: true,
})

/** A weekly order: only this week, or no more at all. */
export const weeklyQuestion = (elder: boolean) => ({
  title: elder ? '这次不要，还是以后都不要？' : '只停这一次，还是以后都不要了？',
  text: elder ? '五分钟内能改回来。' : '这是每周一次的单。五分钟内可以撤回。',
  goesOn: elder ? '只有这次不要' : '只停这一周',
  goesOnNote: '下一周照常安排。',
  ends: elder ? '以后都不要了' : '以后每周都不要了',
  endsNote: elder ? '下周也不来了。' : '后面的不再安排；已经排好的下一次也一起取消。',
  keep: '再想想',
})

/** What becomes of a weekly order that was cancelled. */
export const seriesWords = (series: Series | null, elder: boolean): string | null => {
  if (series === null) return null
  if (series === 'ends') return elder ? '以后每周都不来了。' : '每周一次的也停了，不再安排。'
  return elder ? '只有这次不来，下周照常。' : '只停了这一周，下一周照常安排。'
}
