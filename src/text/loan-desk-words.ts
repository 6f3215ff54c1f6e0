import type { Condition, Glyph } from '../domain/thing'
import type { DeskLoan, DeskThing } from '../domain/loan-page'
import { counted, dot, nbsp, unbroken } from './spacing'
import { shortMomentWords } from './time'

/** The words of the lending desk. */
export const loanDeskWords = {
  title: '借还台',
  scan: '扫他的码',
  type: '输入他的码',
  code: '居民出示的码',
  codeShort: '码不完整',
  whole: '看全部',
  add: '加一种东西',
  search: '找人或找东西',
  parts: { late: '要追的', come: '来拿的', out: '借出去的', things: '东西' },
  emptyLate: '没有过期的',
  emptyCome: '没有等着来拿的',
  emptyOut: '没有借出去的',
  emptyThings: '还没登记东西',
  handOut: '交给他',
  takeBack: '收回',
  lend: '直接借出',
  mend: '修好一件',
  edit: '改一改',
  gone: '已注销的人',
  noPhone: '没用手机',
  urgent: '超三天，大家一起追',
  phone: '看电话',
  phoneReason: '借的东西过期了，打电话问一声',
  noNumber: '没留电话',
  // taking back
  backTitle: (name: string) => `收回“${name}”`,
  condition: '东西怎么样',
  note: '记一句（可不写）',
  noteHint: '比如：轮子有点歪',
  lose: '找不回来了',
  loseTitle: '找不回来了？',
  loseText: '这一件从总数里减掉，他不再欠着。',
  loseReason: '怎么回事',
  reasonShort: '写几个字',
  back: '收好了',
  lost: '记下了',
  // lending at once
  lendTitle: (name: string) => `借出“${name}”`,
  find: '名字',
  findHint: '写名字里的一两个字',
  nobody: '没找到这位。有手机的，请他自己点借，您再交给他；没手机的，按“没用手机的人”登记。',
  guest: '没用手机的人',
  guestName: '怎么称呼',
  guestBand: '大约多大',
  guestBuilding: '住哪栋（可不写）',
  guestPhone: '家里电话（可不写）',
  guestPhoneHint: '过期了好找他，座机也行',
  phoneWrong: '号码好像不对，看一看',
  guestConsent: '先问一声：这些记在借还本上，还了东西、他要删就删。电话锁着存，过期了才能看，看一次记一次。',
  nameShort: '写一下怎么称呼',
  bandMissing: '点一个年龄段',
  lendDo: '借出',
  lent: '借出了',
  handed: '交给他了',
  mended: '又能借了',
  // a kind of thing
  newThing: '加一种东西',
  editThing: '改这一种',
  kind: '是什么',
  name: '名称',
  thingNote: '借之前要知道的',
  deposit: '登记说明（可不写）',
  depositHint: '这里不收钱，只写怎么登记',
  days: '借几天（0 是当天还）',
  stock: '一共几件',
  open: '可以借',
  closed: '先收起来',
  save: '存好',
  saved: '存好了',
  wrong: '没填对',
} as const

export const glyphWords: Record<Glyph, string> = {
  wheelchair: '轮椅',
  aid: '助行、洗澡椅',
  tool: '工具、梯子',
  umbrella: '雨伞',
  ball: '球、球拍',
  toy: '玩具',
  book: '书',
  table: '桌椅、音响',
  other: '别的',
}

export const conditionWords: Record<Condition, { label: string; note: string }> = {
  good: { label: '好的', note: '下一位马上能借' },
  worn: { label: '旧了点', note: '还能借，记一句' },
  broken: { label: '坏了', note: '拿去修，先不借' },
}

/** "黄秀莲" , "陈伯（没用手机）", "小满（跟安娜）". */
export const borrowerWords = ({ name, of, kept }: Pick<DeskLoan, 'name' | 'of' | 'kept'>): string => {
  const who = name === null ? loanDeskWords.gone : unbroken(name)
  if (of) return `${who}（跟${of}）`
  return kept ? `${who}（${loanDeskWords.noPhone}）` : who
}

/** How a loan stands at the desk. */
export const deskSentence = (loan: DeskLoan, now: number): string => {
  const { state, late, keptUntil = 0, dueAt = 0, position = 1 } = loan
  if (late > 0) return `过期${nbsp}${counted(late, '天')}`
  if (state === 'out') return `${shortMomentWords(dueAt, now)} 前还`
  if (state === 'kept') return `留到 ${shortMomentWords(keptUntil, now)}`
  if (state === 'offered') return `轮到他了，留到 ${shortMomentWords(keptUntil, now)}`
  return `排第${nbsp}${counted(position, '位')}`
}

/** "能借 1 件 · 共 5 件 · 在修 1 件". */
export const stockWords = ({ free, stock, mending, open }: DeskThing): string =>
  [
    open ? `能借${nbsp}${counted(free, '件')}` : loanDeskWords.closed,
    `共${nbsp}${counted(stock, '件')}`,
    ...(mending > 0 ? [`在修${nbsp}${counted(mending, '件')}`] : []),
  ].join(dot)
