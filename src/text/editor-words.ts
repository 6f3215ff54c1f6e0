import type { Lack, Plan } from '../domain/activity-draft'

/** The names of what staff fill in, as the form has them. */
export const planLabels: Record<keyof Plan, string> = {
  title: '名称',
  description: '介绍',
  category: '类别',
  bands: '谁能来',
  bring: '带什么',
  item: '菜单项目',
  placeId: '地点',
  place: '地点',
  placeNote: '怎么找到',
  startsAt: '开始时间',
  endsAt: '结束时间',
  private: '名单保密',
  capacity: '位子',
  waitCapacity: '候补名额',
  opensAt: '开始报名',
  closesAt: '报名截止',
  firstUntil: '优先到',
  firstBands: '谁优先',
  firstBuildings: '哪栋优先',
  offerHours: '开始前几小时起要回话',
  keepMinutes: '位子留几分钟',
}

const whys: Record<Lack['why'], string> = {
  needed: '还没填',
  past: '已经过了',
  'before-start': '要晚于开始时间',
  'too-long': '一场最多 24 小时',
  'after-start': '要在活动开始之前',
  'before-open': '要晚于开始报名',
  booked: '那段时间有人订了，请换个时间或地方，或先到预约台商量',
}

/** What is missing, in one clause: "地点还没填". */
export const lackWords = ({ field, why }: Lack): string => `${planLabels[field]}${whys[why]}`

/** The editor and the list of what staff prepare. */
export const editorWords = {
  title: '编活动',
  newTitle: '新活动',
  nameless: '还没起名',
  saving: '正在存……',
  saved: '已存好',
  unsaved: '还没存上',
  seen: '居民看到的样子',
  preview: '预览',
  backToEdit: '回去改',
  publish: '发布',
  ask: '请人审',
  asked: '已请社工或居委会审，审过就发。',
  save: '存好',
  discard: '扔掉草稿',
  published: '发出去了',
  amended: '改好了，已报名的人看到的是新的',
  publishedHint: '已发布：时间地点、位子和取消，在名单页里改。',
  openList: '打开名单',
  copy: '照这个再办一场',
  sections: { what: '什么活动', when: '什么时候、在哪里', whom: '给谁、多少人', signUp: '怎么报名' },
  hints: {
    title: '一眼看懂，比如：手机课：学会视频通话',
    description: '做什么、谁来带、要注意什么',
    bring: '没有就空着',
    place: '比如：二楼学堂',
    placeNote: '比如：坐电梯上二楼右手边',
    waitCapacity: '空着：位子的一半，至少 10 个',
    opensAt: '不选：马上',
    closesAt: '开始前一小时',
    offerHours: '空着：24 小时',
    keepMinutes: '空着：120 分钟',
  },
  date: '日期',
  clock: '几点',
  dayEarlier: '早一天',
  dayLater: '晚一天',
  endClock: '到几点',
  choose: '选一个',
  clear: '不选',
  everyone: '老少都可以',
  private: '名单保密：不显示谁来、来了几人',
  first: '让一部分人先报',
  firstOff: '大家一起报',
  more: '候补、回话、优先的规矩',
  signUpAsUsual: '照常：一发布就能报，开始前一小时截止；候补是位子的一半；前一天起空出的位子留两小时等回话。',
  categories: '换个类别',
  numberWrong: '填数字',
  cover: '封面',
  coverUpload: '换成照片',
  coverAnother: '换一张',
  coverWaits: '照片要社工或居委会看过，居民才看得到。',
  coverPass: '照片可以用',
  coverDrawn: '用回画的',
  optional: '可以不填',
  fewer: '少一个',
  moreOne: '多一个',
  free: '空着',
  firstUntilHint: '不选：一起',
  everyBand: '都可以',
} as const

/** What is asked before a draft is thrown away, and before it is published. */
export const discardConfirm = (title: string) => ({
  title: `扔掉“${title}”？`,
  text: '扔掉就找不回来了。',
  ok: '扔掉',
  cancel: '留着',
})

export const publishConfirm = (title: string) => ({
  title: `发布“${title}”？`,
  text: '发布后邻居马上看得到、报得上。',
  ok: '发布',
  cancel: '再看看',
})
