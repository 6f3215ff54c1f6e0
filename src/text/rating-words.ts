import type { Dimension, RatingTag } from '../domain/rating'
import { counted } from './spacing'
import './rating-refusals'

/** One dimension: the question, plainer for elders, and what 5 to 1 mean. */
export interface DimensionWords {
  name: string
  question: string
  elder: string
  levels: readonly [five: string, four: string, three: string, two: string, one: string]
}

export const dimensionWords: Record<Dimension, DimensionWords> = {
  attitude: {
    name: '态度',
    question: '对人客不客气？',
    elder: '他们对您好不好？',
    levels: ['很客气，像自家人', '挺客气', '一般般', '有点冷淡', '让人不舒服'],
  },
  useful: {
    name: '有用',
    question: '对您有没有用？',
    elder: '来这一趟值不值？',
    levels: ['很有用，还想再来', '有用', '有一点用', '用处不大', '白来一趟'],
  },
  punctual: {
    name: '准时',
    question: '有没有按说好的时间？',
    elder: '让您等了没有？',
    levels: ['准时，一分不差', '差不多准时', '晚了一会儿', '等了很久', '没来或临时改'],
  },
  safety: {
    name: '安全',
    question: '觉得安不安全？',
    elder: '地滑不滑、挤不挤、怕不怕？',
    levels: ['很安心', '安心', '还可以', '有点担心', '差点出事'],
  },
  organised: {
    name: '组织',
    question: '安排得乱不乱？',
    elder: '乱不乱？找得到人问吗？',
    levels: ['井井有条', '挺顺的', '有点乱但能过', '比较乱', '一团糟'],
  },
  'as-promised': {
    name: '说到做到',
    question: '做的和写的一样吗？',
    elder: '说好做的都做了吗？',
    levels: ['说的全做到了', '大部分做到', '做了一半', '缩水不少', '拍个照就完了'],
  },
  respect: {
    name: '尊重保密',
    question: '有没有为您保密、听您说完？',
    elder: '您的事他有没有到处讲？',
    levels: ['很尊重，很放心', '尊重', '还行', '有点不放心', '被说出去了'],
  },
}

export const tagWords: Record<RatingTag, string> = {
  patient: '有耐心，不催',
  'explains-clearly': '讲得明白',
  'on-time': '说几点就几点',
  'safe-ground': '地不滑、有扶手',
  'enough-staff': '人手够，有人照看',
  'learned-something': '真学到东西',
  'met-neighbours': '认识了邻居',
  'big-print': '字大声音清',
  'kids-happy': '孩子喜欢',
  'as-described': '写的和做的一样',
  'fair-queue': '排队公平',
  'good-teacher': '老师好',
  'easy-to-find': '地方好找',
  'come-again': '还想来',
  'helped-elder': '照顾老人小孩',
  rude: '说话冲',
  rushed: '赶时间，没说几句',
  late: '来晚了',
  'no-show-provider': '人没来',
  'cancelled-last-minute': '临时取消没通知',
  'photo-only': '拍完照就散了',
  'shorter-than-said': '时间缩水',
  'different-from-poster': '和写的不一样',
  'hard-to-hear': '听不清、看不清',
  'too-crowded': '太挤',
  'slippery-or-dark': '地滑、光线暗',
  'kids-unwatched': '孩子没人看着',
  selling: '推销东西',
  'not-useful': '讲的用不上',
  'teacher-changed': '老师换人了',
  'few-materials': '材料不够',
  'long-queue': '排队太久',
  'pressured-rating': '有人要我打高分',
}

/** The five faces, from the best; what is said of them, what is read aloud. */
export const faceWords = [
  { score: 5, face: '😄', label: '很好', plain: '很好，还想再来', speak: '五分，很好' },
  { score: 4, face: '🙂', label: '好', plain: '挺好的', speak: '四分，好' },
  { score: 3, face: '😐', label: '一般', plain: '马马虎虎', speak: '三分，一般' },
  { score: 2, face: '🙁', label: '不太好', plain: '不太满意', speak: '两分，不太好' },
  { score: 1, face: '😢', label: '很差', plain: '很差，不想再来', speak: '一分，很差' },
] as const

/** A child's three. */
export const childFaces = [
  { score: 3, face: '😄', label: '喜欢', plain: '喜欢', speak: '喜欢' },
  { score: 2, face: '😐', label: '一般', plain: '一般', speak: '一般' },
  { score: 1, face: '😢', label: '不喜欢', plain: '不喜欢', speak: '不喜欢' },
] as const

/** The rater's page. */
export const ratingWords = (elder: boolean) => ({
  title: '评一评',
  overall: elder ? '总的来说怎么样？' : '这次活动，您觉得怎么样？',
  child: '这次喜欢吗？',
  whom: '替谁评？',
  self: '我自己',
  more: elder ? '还有几句要问（不答也行）' : '想多说几句（可不答）',
  tags: '为什么？',
  comment: elder ? '想说什么' : '想说就说两句',
  commentHint: '不写也行',
  contact: '请居委会联系我',
  contactNote: '勾了才看得到您是谁。',
  anonymous: '不留名。别人只看到“一位参加过的居民”。',
  private: '为了保密，只问两句，不留文字，不公开分数。',
  send: '交上去',
  missing: '还有没点的',
  thanks: '谢谢您说实话',
  given: '您评过了',
  change: '改一改',
  changeOnce: '48 小时内可以改一次。',
  takeText: '撤回文字',
  takeAll: '撤回评价',
  takeTitle: '撤回这次评价？',
  takeText2: '撤回以后不能再评这一场。',
  takeTextTitle: '撤回写的话？',
  takeTextText: '别人就看不到了，分数还算。',
  keep: '不撤',
  waitsCheck: '写的话还在看，看好了别人才看得到。',
  proxy: '代评',
  nothing: elder ? '没签到，打不了分。' : '来过的人才能评。',
  nothingNext: '人到了但忘了签，请带队的人补签。',
  early: '结束以后再来评。',
  own: '这一场是您自己办的，不能评。',
  over: '评价时间过了。',
  see: '看大家怎么说',
})

/** What everyone may see. */
export const summaryWords = {
  title: '大家怎么说',
  few: '评的人少，只当参考',
  notYet: (least: number) => `满 ${counted(least, '人')}评了才显示，免得被猜出是谁。`,
  private: '这类服务不公开评价。',
  ratings: (ratings: number, present: number | null) =>
    present === null ? `${counted(ratings, '人')}评了` : `${counted(present, '人')}到场，${counted(ratings, '人')}评了`,
  mean: (mean: number) => mean.toFixed(1),
  outOf: '满分 5',
  share: (grade: number, count: number) => `${grade} 分，${counted(count, '人')}`,
  dimensions: '分开看',
  tags: '说得多的',
  comments: '说的话',
  someone: '一位参加过的居民',
  proxy: '家人代评',
  children: '小朋友说',
  childrenCounts: (like: number, ok: number, dislike: number) =>
    `喜欢 ${counted(like, '人')}，一般 ${counted(ok, '人')}，不喜欢 ${counted(dislike, '人')}`,
  reply: '主办方的话',
  link: '大家怎么说',
} as const

/** Staff: how things were judged, the reply, and what waits for a decision. */
export const boardWords = {
  title: '评得怎么样',
  note: '按可信的下限排，评得少的不占便宜；不满五人评的不显示分数。',
  empty: '近半年还没有评价。',
  bound: (bound: number) => `至少 ${bound.toFixed(1)}`,
  lowShare: '评的人不到两成，不参加排序',
  reply: '公开回一句',
  replyHint: '只能回一次，不能删评价',
  replyDo: '回',
  replied: '已回',
  review: '待处理',
  reviewEmpty: '没有要处理的。',
  words: '等人看的话',
  pictures: '等人看的封面',
  pictureAria: (title: string) => `${title}的封面`,
  drawn: '不用，换回图案',
  ofReply: '主办方的话',
  ofRating: '评价里的话',
  pass: '可以显示',
  hide: '不显示',
  hideReasons: ['有电话或住址', '骂人', '和活动无关'],
  passReason: '看过，可以显示',
  why: '为什么？',
  low: '要去问一问的低分',
  due: (clock: string) => `${clock} 前`,
  wants: '想请人联系',
  outcome: '问下来怎么样',
  outcomeHint: '写一句，会留着',
  close: '办好了',
  contact: '看怎么联系',
  contactReason: '回访评价',
  noPhone: '没留电话',
  short: '写一句，至少两个字',
  done: '好了',
} as const
