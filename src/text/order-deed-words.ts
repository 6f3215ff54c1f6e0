import type { Missed, ReportKind, Series, Whereabout } from '../domain/order'
import type { Deed } from '../domain/order-deed'
import type { OrderStep } from '../domain/order-page'
import { minutesWords } from './hours-time'
import { rangeWords } from './time'

/** What each deed is called on its button. */
export const deedWords = (elder: boolean): Record<Deed, string> => ({
  take: elder ? '我来' : '接下这一单',
  decline: '这次来不了',
  handOn: '去不了，请换人',
  schedule: '约时间',
  send: '写上谁去',
  move: '换个时间',
  start: '到了，开始',
  end: '办完了，报平安',
  missedByProvider: '人没来',
  missedByResident: '家里没人',
  missedByPartner: '同伴没来，先不进门',
  confirm: '办好了',
  complain: elder ? '没办好，找社工' : '不满意，找社工',
  rate: '评一评',
  report: '说说这一趟',
  cancel: '不要了',
  restore: '撤回取消',
  pass: '看过，不涉及隐私',
  settle: '归到菜单',
  putUp: '放给义工接',
  assign: '派给谁',
  guide: '指个去处',
  redo: '再办一次',
  address: '看门牌',
  phone: '查电话',
  correct: elder ? '写住处、电话' : '补上或改住处、电话',
  photo: '加张照片',
  judgePhoto: '看过照片',
})

/** What passes by once something is done. */
export const doneWords: Partial<Record<Deed, string>> = {
  decline: '回话了',
  handOn: '知道了，会换人',
  schedule: '时间定了',
  send: '记下了，点单的人看得到',
  move: '说过去了',
  start: '开始了',
  end: '辛苦了，平安就好',
  missedByProvider: '社工会重新安排',
  missedByResident: '记下了，再约一次',
  missedByPartner: '您先回，会再找一位同去',
  confirm: '谢谢您',
  complain: '社工会来问您',
  rate: '谢谢您的评价',
  report: '收到，谢谢',
  cancel: '取消了，五分钟内能撤回',
  restore: '撤回了，照旧',
  correct: '记下了，去的人会看到',
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

const whereaboutWords: Record<Whereabout, string> = { building: '楼栋', room: '门牌', phone: '电话' }

const missedWords: Record<Missed, string> = {
  provider: '约好的人没来',
  resident: '去了，家里没人',
  partner: '只到了一位，没有进门',
}

const sideWords = { resident: '点单的人', provider: '接单的人', staff: '社工', time: '' } as const

/** Who placed it, and for whom where that is somebody else. */
function placedWords({ by, me, placedFor }: OrderStep, who: string): string {
  if (by === 'time') return '每周一次，这一周的又点上了'
  if (placedFor === null) return `${who}点了单`
  const { whom, name, worker } = placedFor
  if (whom === 'kin') return `${who}替家里人点了单`
  const placer = worker && !me && !who.includes('社工') ? `社工${who}` : who
  return whom === 'reader' ? `${placer}替您点了单` : `${placer}替${name ?? '居民'}点了单`
}

/** One step of what became of it, in a sentence. */
export function stepWords(step: OrderStep, now: number): string {
  const who = step.me ? '您' : (step.name ?? sideWords[step.by])
  const slot = step.slot ? rangeWords(step.slot.startsAt, step.slot.endsAt, now) : ''
  switch (step.kind) {
    case 'placed':
      return placedWords(step, who)
    case 'passed':
      return `${who}看过了`
    case 'settled':
      return `${who}定下了怎么办`
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
    case 'sent':
      return `${who}说了谁去`
    case 'started':
      return `${who}到了`
    case 'left':
      return `${who}中途不再办了，社工马上联系`
    case 'ended':
      return `${who}办完了`
    case 'missed':
      return missedWords[step.missed ?? 'provider']
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
    case 'looked':
      return `${who}看了${step.what.map((each) => whereaboutWords[each]).join('、')}`
    case 'corrected':
      return `${who}写了新的${step.what.map((each) => whereaboutWords[each]).join('、')}`
    case 'held':
      return '上一次有话要问，社工先看看'
    case 'overdue':
      return '过了说好的时间，报到上一级'
  }
}

/** In place of what only the social workers read. */
export const quietStep = '写了一句话，只给社工看。'

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

/** What becomes of a weekly order that is done elsewhere. */
export const guidedSeriesWords = (series: Series | null, elder: boolean): string | null => {
  if (series === null) return null
  if (series === 'ends') return elder ? '以后都到那里办，每周的不来了。' : '以后都到那里办，每周一次的到此为止。'
  return elder ? '只有这一次，下周照常来。' : '只是这一次，下一周照常安排。'
}
