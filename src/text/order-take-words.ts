import type { OpenOrder } from '../domain/order-page'
import { counted } from './spacing'
import { deedWords } from './order-deed-words'

/** The words of taking an order: what one says yes to, and how one gives it back. */
export const takeWords = (elder: boolean) => ({
  title: elder ? '您来办这一单？' : '接下这一单？',
  what: elder ? '办什么' : '要办的',
  when: '时间',
  where: '在哪儿',
  long: '要多久',
  people: '几个人',
  whom: '给谁',
  weekly: elder ? '这是这一周的，下周另找人。' : '每周一次的单，这里只接这一周的。',
  before: elder ? '去不了能退，早点说。' : `接了还能退：点“${deedWords(false).handOn}”，越早说越好找人。`,
  door: elder ? '门牌到那天才看得到。' : '门牌和怎么称呼，接下以后、到了那天才看得到。',
  take: deedWords(elder).take,
  keep: '再想想',
  took: '接下了，谢谢您',
  tookHalf: '接下了，再等一位同去的',
  next: elder ? '先和他约个时间。' : '下一步：点开这一单，和点单的人约个时间。',
  nextAgreed: elder ? '点开看时间。还没定，就约一下。' : '点开这一单看约在什么时候；还没定下的，先约个时间。',
  nextHalf: '找到同去的一位，马上告诉您。',
  back: elder
    ? `去不了，点开这一单，点“${deedWords(true).handOn}”。`
    : `临时去不了：点开这一单，点“${deedWords(false).handOn}”，社工会再找人。`,
  open: '看这一单',
  done: elder ? '知道了' : '好，知道了',
})

type Visit = Pick<OpenOrder, 'building' | 'home'>

/** Roughly where, as much as anyone knows who has not taken it. */
export const roughlyWhere = ({ building, home }: Visit): string =>
  [building, home ? '上门' : '不上门'].filter((each) => each !== null).join('，')

/** "60 分钟左右". */
export const howLong = ({ minutes }: Pick<OpenOrder, 'minutes'>): string => `${counted(minutes, '分钟')}左右`

/** How many go, and how many of them there are. */
export const howMany = ({ need, takers }: Pick<OpenOrder, 'need' | 'takers'>): string =>
  need === 1 ? '一个人就行' : takers === 0 ? '两个人一起去' : '两个人一起去，已经有一位'
