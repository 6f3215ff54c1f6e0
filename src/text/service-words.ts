import type { ServiceWay, Side, Source } from '../domain/hours'
import type { ServiceCard, ServiceStep } from '../domain/hours-page'
import { minutesWords } from './hours-time'
import './hours-refusals'
import { counted } from './spacing'
import { shortMomentWords } from './time'

/** What one gave and what one received, and everything that was served. */
export const hoursWords = (elder: boolean) => ({
  title: elder ? '我帮过的忙' : '我的服务时间',
  serving: '我帮别人',
  served: '别人帮我',
  sides: (serving: number, served: number) => `我帮别人 ${minutesWords(serving)}，别人帮我 ${minutesWords(served)}`,
  both: elder ? '帮人也好，被帮也好，都是邻居。' : '人人为我，我为人人。多少都好，不排名次。',
  toConfirm: elder ? '请您点个头' : '等您点头',
  toConfirmNote: '邻居帮了您，时间对不对，您说了算。',
  services: '每一次',
  months: '每个月',
  record: elder ? '我的记录' : '义工记录',
  recordNote: '服务、培训、荣誉都在这里',
  proof: '开一张服务证明',
  proofNote: '免费，马上就好，可以打印',
  emptyTitle: '还没有记下来的服务',
  emptyNext: elder ? '值过班、帮过忙，就会写在这里。' : '值过班、接过单，签到签退以后就写在这里。',
  emptyDo: '看看能帮什么',
  credit: (minutes: number) => `时间银行：${minutes < 0 ? '欠' : '存'} ${minutesWords(Math.abs(minutes))}`,
  creditHigh: '存得不少了，有需要就点一单，别客气。',
  creditLow: '用得多一些也没关系，有空再帮一把就好。',
  points: (points: number) => `积分 ${points}`,
  confirm: elder ? '对，就是这样' : '没错，就这么多',
  other: '时间不对',
  howLong: '实际帮了多久？（分钟）',
  howLongHint: '比如 90',
  howLongWrong: '写 0 到 960 的数字',
  appeal: '时间不对，我要说一说',
  appealTitle: '哪里不对？',
  appealWhy: '说说是怎么回事',
  appealWhyHint: '比如：我待到五点，走时忘了签退',
  appealSend: '提出来',
  appealNote: '工作人员会核对，改了什么都会留下，原来的也在。',
  short: '写两个字以上',
  timeline: '经过',
  thanks: '谢谢您',
  toCheckIn: '签到',
  toCheckOut: '签退',
})

/** How far a service has come, in a word. */
export const stateWords = (
  card: Pick<ServiceCard, 'state' | 'counted' | 'measured' | 'silent' | 'dueAt'>,
  now: number,
): string => {
  switch (card.state) {
    case 'on':
      return '正在服务'
    case 'awaiting':
      return card.dueAt === null
        ? `记了 ${minutesWords(card.measured)}，等对方点头`
        : `记了 ${minutesWords(card.measured)}，${shortMomentWords(card.dueAt, now)} 前没人说${silentWords(card)}`
    case 'appealed':
      return `算 ${minutesWords(card.counted)}，您提的在等回话`
    case 'settled':
      return `算 ${minutesWords(card.counted)}`
  }
}

/** What counts of it then; who served more than is usual asks for a word. */
const silentWords = ({ measured, silent }: Pick<ServiceCard, 'measured' | 'silent'>): string =>
  silent < measured ? `只算 ${minutesWords(silent)}，多的要对方点头` : '就算数'

export const forgottenWords = '没签退，按原定时间收的'
export const lateWords = '没签到，事后由工作人员补记的'
export const alongWords = (children: number) => `带着 ${counted(children, '个')}孩子一起，孩子不另算时间`

const sides: Record<Side, string> = {
  staff: '工作人员点了头',
  served: '被帮的邻居点了头',
  silence: '几天没人说，按记的算',
}

const ways: Record<ServiceWay, string> = {
  code: '扫码',
  pass: '出示自己的码',
  name: '由工作人员记',
  visit: '上门记录',
  said: '帮忙的邻居自己说的',
}

/** One step of a service's story. */
export function stepWords(step: ServiceStep): string {
  const minutes = minutesWords(step.minutes ?? 0)
  switch (step.kind) {
    case 'in':
      return `到了（${ways[step.way ?? 'code']}）`
    case 'out':
      return `走了（${ways[step.way ?? 'code']}）`
    case 'late':
      return `工作人员补记：${step.reason ?? ''}`
    case 'close':
      return forgottenWords
    case 'confirm':
      return `${sides[step.side ?? 'staff']}，算 ${minutes}`
    case 'appeal':
      return `提出应该是 ${minutes}：${step.reason ?? ''}`
    case 'correct':
      return `更正为 ${minutes}：${step.reason ?? ''}`
    case 'uphold':
      return `核对过，维持原来的：${step.reason ?? ''}`
  }
}

export const sourceWords: Record<Source, string> = { shift: '值班', order: '接单', introduction: '邻里互助' }

/** Checking in and out where one serves. */
export const clockWordsOf = (elder: boolean) => ({
  title: '值班签到',
  in: elder ? '我到了' : '签到',
  out: elder ? '我走了' : '签退',
  scan: elder ? '扫大屏上的码' : '扫现场的码',
  digits: elder ? '或者输六个数字' : '没法扫？输屏幕上的六位数字',
  digitsHint: '六位数字',
  digitsWrong: '一共六位数字，再看一眼',
  came: (clock: string) => `${clock} 到的，辛苦了。`,
  went: (minutes: number) => `签退了，这次 ${minutesWords(minutes)}。等对方点头就算数。`,
  before: '到了以后，扫一下现场屏幕上的码。',
  during: '要走的时候，再扫一次。忘了也不要紧，会按原定时间收。',
})

/** The staff's side of hours. */
export const hoursDeskWords = {
  title: '义工时间',
  appealed: '要回话的',
  waiting: '等点头的',
  on: '正在服务的',
  none: '都处理完了。',
  confirm: (minutes: number) => `算 ${minutesWords(minutes)}`,
  change: '改一改',
  minutes: '算多少分钟？',
  reason: '为什么？',
  reasonHint: '本人会看到这句话',
  asks: (minutes: number, reason: string) => `本人说应该是 ${minutesWords(minutes)}：${reason}`,
  now: (minutes: number) => `现在算 ${minutesWords(minutes)}`,
  measured: (minutes: number) => `签到签退记的是 ${minutesWords(minutes)}`,
  correct: '更正',
  uphold: '维持原来的',
  month: (total: { minutes: number; services: number; people: number }) =>
    `这个月 ${counted(total.people, '人')}，${counted(total.services, '次')}，共 ${minutesWords(total.minutes)}`,
  codeTitle: '值班的码',
  codeAria: '这一班的签到码，给来值班的人扫',
  codeNote: '来的时候扫一次，走的时候扫一次。码会自动换，截图没用。',
  saved: '记好了',
  mine: '您补记的，请另一位工作人员点头；三天没人说不对，也算数。',
  toLate: '没签到的，补一笔',
  toLateNote: '来了却没签到的，三十天内能补',
  lateTitle: '补记时间',
  lateLead: '有位子、没签到的都在这里。真来过的才补；补了会告诉本人，由另一位工作人员点头，或者三天没人说不对就算数。',
  lateNone: '没有要补的。',
  late: '来过，补上',
  absent: '没来',
  absentAsk: (name: string) => ({
    title: `${name}没来？`,
    text: '这一条会从这里拿掉，不告诉本人，也不影响本人以后报名。',
    ok: '没来',
    cancel: '再想想',
    mild: true,
  }),
  lateFrom: '几点到的？',
  lateFromHint: '比如 9:30',
  lateFromWrong: '写几点几分，比如 9:30',
  lateMinutes: '帮了多少分钟？',
  lateWhy: '为什么事后才补？（本人看得到）',
  lateWhyHint: '比如：那天大屏坏了',
} as const

/** Proofs. */
export const proofWords = {
  title: '服务证明',
  lead: '写上要印的名字，选好月份。马上就好，不收钱。',
  name: '证明上写谁的名字？',
  nameHint: '交给学校或单位的话，写真名',
  nameWrong: '写名字，最多 20 个字',
  from: '从哪个月',
  until: '到哪个月',
  earlier: (label: string) => `${label}，前一个月`,
  later: (label: string) => `${label}，后一个月`,
  issue: '开证明',
  mine: '开过的',
  none: '还没有开过。',
  open: '打开',
  opened: '文件存好了',
  failed: '手机没让打开文件，换个浏览器再试一次。',
  line: (from: string, until: string, minutes: number) =>
    `${monthName(from)}${from === until ? '' : `至 ${monthName(until)}`}，${minutesWords(minutes)}`,
  verifyTitle: '核对证明',
  verifyLead: '输入证明上的编号，看看是不是真的。',
  scan: '扫纸上的码',
  code: '编号',
  codeHint: '比如 ABCD-EFGH-JKLM',
  codeWrong: '一共十二位字母和数字',
  verify: '核对',
  genuine: '是真的',
  issuedBy: '出具',
  whose: '谁的',
  period: '时间段',
  total: '服务时间',
  times: '服务次数',
  issued: '开具日期',
  timesOf: (times: number) => counted(times, '次'),
  minutesOf: minutesWords,
  changed: '开具以后，记录有过更正；现在的时间和证明上的不一样。',
  compare: '请和纸上的对一对：编号、时间段、服务时间都要一样。名字是本人填的，可以看一下身份证件。',
} as const

/** "2026 年 11 月": a month as it is kept, "2026-11". */
export const monthName = (month: string): string =>
  `${counted(Number(month.slice(0, 4)), '年')} ${counted(Number(month.slice(5)), '月')}`
