import { usualHelp } from '../domain/hours'
import type { Introduction } from '../domain/introduction'
import type { Moment, NeedPage } from '../domain/need-page'
import type { OfferState } from '../domain/offer'
import { minutesWords } from './hours-time'
import { counted } from './spacing'
import { shortMomentWords } from './time'

const ordinary = {
  squareTitle: '邻里有需要',
  needThis: '我需要…',
  offerThis: '我能帮…',
  square: '大家的',
  mine: '我的',
  want: '我也要',
  wanted: '算上您家了',
  unwant: '不要了',
  own: '您写的',
  neighbour: '一位邻居',
  emptySquare: '这会儿没有新的需要',
  emptySquareNext: '您需要什么、能帮什么，写一句就行。',
  emptyMine: '您还没写过',
  emptyMineNext: '一句话就行：需要什么，或者能帮什么。',
  survey: '一年一次：您家需要什么',
  more: '再看一些',
  look: '看看',
  myName: '我的称呼',
  forNeighbours: '邻居也能帮',
  forMe: '等您回话',
  persons: (count: number) => counted(count, '位'),
  seeAsked: (state: string) => `看看约的邻居：${state}`,
  needTitle: '我需要',
  offerTitle: '我能帮',
  needLabel: '一句话说说，需要什么？',
  offerLabel: '一句话说说，能帮什么？',
  needHint: '比如：厨房水管一直滴水，周六上午有人能来看看吗',
  offerHint: '比如：干过水电，周末能帮邻居换水龙头',
  next: '看看懂没懂',
  again: '改一改这句话',
  fromMenu: '从菜单上带来的，想改就改，改完再往下。',
  understood: '听懂的是这样，不对就点一下改',
  what: '什么事',
  whenAsk: '什么时候',
  whereAsk: '在哪里',
  whomAsk: '给谁',
  forBands: '帮哪些人（不选就是都行）',
  capacity: '同时能帮几位',
  anyTime: '随时都行',
  weekly: '每周都要',
  menuOrder: (name: string) => `照菜单点：${name}`,
  menuOrderNote: '点了就有人管，话带过去，不用再写。',
  shown: '邻居看到的名字',
  quiet: '只让社工看',
  quietNote: '不放到广场上，社工直接联系您。',
  postNeed: '就这样，发出去',
  postOffer: '就这样，愿意帮',
  staffOnly: '这件事只给社工看，不会出现在广场上，也不会派给邻居。',
  emergency: '现在就打电话，别等：',
  emergencyMore: '打完电话再发给社工，社工也会马上知道。',
  waitingSight: '邻居还看不到：工作人员看一眼就放上去。',
  hiddenSight: '没放上广场，社工会联系您。',
  fits: '能帮上您的邻居',
  fitsNote: '先不说是谁。您点“请他帮忙”，对方也答应，才互相看到名字。',
  ask: '请他帮忙',
  share: '答应后让对方看到我的电话',
  shareOn: '两边都答应了，对方就看得到您的电话，能直接打给您；办好了或取消了，就看不到了。',
  shareOff: '现在不给：两边都答应了，只互相看到称呼，有话请前台转。',
  noFit: '眼下没有合适的邻居',
  near: '最接近的几位，差在：',
  noNear: '邻居里还没人会这个。',
  nextStep: '接下来',
  byWhen: (at: number, now: number) => `社工最晚 ${shortMomentWords(at, now)} 给您回话。`,
  stays: '这一条留着：有新邻居能帮，马上告诉您；别的人家点“我也要”，凑够了就办。',
  staysAlone: '这一条留着：有新邻居能帮，马上告诉您。',
  answers: '谁在管',
  until: '最晚回话',
  solvedAsk: '解决了吗？',
  solved: '解决了',
  unsolved: '还没解决',
  withdraw: '不需要了',
  story: '经过',
  households: (count: number) => `${counted(count, '户')}要`,
  short: (count: number) => `再有 ${counted(count, '户')}就筹备`,
  eachAlone: '一家一家地办',
  drafted: '凑够了，正在筹备',
  activity: '已经定下来，去报名',
  queueLink: '去处理',
  offerOwn: '我能帮的',
  helpable: '这些邻居用得上',
  noHelpable: '眼下没有用得上的，有了会告诉您。',
  offerHelp: '我来帮',
  room: (room: number, all: number) => `同时能帮 ${counted(all, '位')}，现在还能帮 ${counted(room, '位')}`,
  expires: (at: number, now: number) => `到 ${shortMomentWords(at, now)} 收起来`,
  pause: '先歇一歇',
  resume: '接着帮',
  extend: '再续两个月',
  end: '不帮了',
  introductionTitle: '认识一下',
  theirNeed: '需要',
  theirOffer: '能帮',
  why: '为什么合适',
  agree: '行，认识一下',
  decline: '这次不了',
  endAsk: '先算了',
  callOff: '取消约定',
  done: '办好了',
  feel: '这次怎么样？',
  good: '挺好',
  bad: '不太好',
  feelWords: '想说一句（只有工作人员看）',
  send: '交上去',
  thanks: '记下了，谢谢。',
  howLong: '这次帮了多久？',
  howLongNote: `对方点头，就记进您的服务时间。三天没说不对也算，但最多算 ${minutesWords(usualHelp)}。`,
  howLongSend: '记下来',
  gave: (time: string) => `帮忙的邻居说，帮了 ${time}`,
  gaveSoon: '，正在记上去，一两分钟就好。',
  gaveCheck: '对不对，您说了算',
  gaveSee: '看看算上没有',
  other: '对方',
  phone: '电话',
  noPhone: '对方没留电话，可以请前台转一句。',
  dial: '打电话',
  waitingAnswer: (at: number | null, now: number) =>
    at === null ? '等对方回话。' : `等对方回话，最晚到 ${shortMomentWords(at, now)}。`,
  surveyTitle: (year: number) => `${counted(year, '年')}您家需要什么`,
  surveyLead: '一户答一份，随时能改。只用来看看社区缺什么，不公开谁家选了什么。',
  surveyNeeds: '最需要的（最多五样）',
  surveyBrings: '能帮上忙的（最多五样）',
  surveyMine: '您家答过了，可以再改。',
  surveySend: '交上去',
  surveyDone: '收到了，谢谢您家。',
  declineConfirm: { title: '这次不了？', text: '说了不，以后不会再提这一对。', ok: '这次不了', cancel: '再想想' },
  withdrawConfirm: { title: '不需要了？', text: '收回以后，要再发一条才行。', ok: '不需要了', cancel: '留着' },
  endConfirm: { title: '要取消吗？', text: '对方会知道，您可以再找别的邻居。', ok: '取消', cancel: '再想想' },
  offerEndConfirm: { title: '真的不帮了？', text: '这一条会收起来，约好的不受影响。', ok: '收起来', cancel: '留着' },
}

type Words = typeof ordinary

const plain: Words = {
  ...ordinary,
  squareTitle: '邻居们要什么',
  square: '大家要的',
  needLabel: '您要什么？说一句就行',
  offerLabel: '您能帮什么？说一句就行',
  needHint: '比如：水管一直滴水',
  offerHint: '比如：我会换水龙头',
  next: '写好了',
  understood: '我听懂的是这样，不对就点一下',
  postNeed: '对，就这样',
  postOffer: '对，我愿意帮',
  fitsNote: '先不说名字。两边都答应了，才看得到。',
  waitingSight: '工作人员看一眼，邻居就看得到了。',
  noFit: '现在还没有合适的人',
  stays: '有人能帮，会马上告诉您。',
  share: '让对方看到我的电话',
  shareOn: '两边都答应了，对方能打电话给您。办完就看不到了。',
  shareOff: '不给电话。有话请前台转。',
  staysAlone: '有人能帮，会马上告诉您。',
  quietNote: '邻居看不到，社工来找您。',
  howLongNote: `对方点头就算数。三天没说不对也算，最多 ${minutesWords(usualHelp)}。`,
  surveyLead: '一家答一份。谁家选了什么，不给别人看。',
}

export const needWords = (elder: boolean): Words => (elder ? plain : ordinary)

/** Who answers for a need. */
export function ownerWords({ kind, name }: NeedPage['owner']): string {
  if (kind === 'helper') return '答应帮忙的邻居'
  return kind === 'staff' && name ? name : '值班社工'
}

/** A step of a need's story. */
export function momentWordsOf(moment: Moment, now: number): string {
  const due = moment.dueAt === null ? '' : `，最晚 ${shortMomentWords(moment.dueAt, now)}`
  switch (moment.kind) {
    case 'post':
      return `发出来了${due}前有人回话`
    case 'draft':
      return `${counted(moment.households ?? 0, '户')}都要，开始筹备${due}`
    case 'published':
      return '定下来了，说过“我也要”的先报名'
    case 'agreed':
      return `有邻居答应帮忙${due}`
    case 'helped':
      return '邻居帮过了'
    case 'ended':
      return `约好的取消了，社工接着管${due}`
    case 'take':
      return '社工接过去了'
    case 'reply':
      return `社工回话：${moment.text ?? ''}`
    case 'decide':
      return moment.solved ? '放上广场了' : '没放上广场'
    case 'overdue':
      return '过了日子，报到上一级了'
    case 'fits':
      return '来了一位能帮的邻居'
    case 'solve':
      return moment.solved ? '说解决了' : '说还没解决，社工再跟'
    case 'close':
      return `${moment.solved ? '办好了' : '没办成'}：${moment.text ?? ''}`
    case 'withdraw':
      return '收回了'
    case 'want':
    case 'unwant':
      return ''
  }
}

/** How an asking stands. */
export const introductionStates: Record<Introduction['state'], string> = {
  asked: '等回话',
  agreed: '约好了',
  done: '办好了',
  declined: '没约成',
  lapsed: '没回话',
  ended: '取消了',
}

export const stateWords: Record<NeedPage['state'] | OfferState, string> = {
  open: '进行中',
  solved: '解决了',
  unsolved: '没办成',
  withdrawn: '收回了',
  paused: '歇着',
  ended: '收起来了',
}

/** Parts of the day to choose from, in minutes. */
export const dayParts = [
  { label: '上午', from: 9 * 60, to: 12 * 60 },
  { label: '下午', from: 14 * 60, to: 18 * 60 },
  { label: '晚上', from: 19 * 60, to: 21 * 60 },
] as const

export const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const
