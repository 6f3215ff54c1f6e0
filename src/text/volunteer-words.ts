import type { MyVolunteering } from '../domain/shift-page'
import type { Qualification } from '../domain/volunteer'
import { dot } from './spacing'
import { dayWords } from './time'

const ordinary = {
  title: '我的帮忙',
  begin: '我想帮忙',
  beginTitle: '有空搭把手？',
  beginText: '会什么、哪天有空，点几下就登记好，不到一分钟。',
  week: '这周能做什么',
  weekNone: '这周没有合适的',
  weekNoneText: '有缺人的班会告诉您；也可以把有空的时间多点几个。',
  more: (many: number) => `还有 ${many} 件也合适`,
  mine: '我的班次',
  mineNone: '还没有排班',
  edit: '改资料',
  rest: '歇一阵',
  resume: '我回来了',
  leave: '不做义工了',
  papers: '证件',
  addPaper: '传证件',
  register: '登记做义工',
  registerDo: '登记好了',
  skills: '您会什么？',
  skillsHint: '没有也行，很多事不要手艺',
  words: '单子上没有的',
  wordsHint: '比如：会修收音机（可不填）',
  times: '一般什么时候有空？',
  exactly: '按哪天细选',
  roughly: '简单选',
  places: '想在哪儿帮？',
  withWhom: '想和谁在一起？',
  languages: '会说什么话？',
  weekHours: '一周大概愿意给几小时？',
  besides: '还愿意做这些吗？',
  trainedFirst: '都要先培训，社工同意了才排',
  homeVisits: '上门服务',
  minors: '陪伴孩子',
  pledge: '义工承诺',
  pledgeAgree: '这些我都做得到',
  pledgeNeeded: '请先看承诺，点“都做得到”',
  timesNeeded: '至少点一个有空的时间',
  take: '报这一班',
  standby: '排候补',
  clock: '签到、签退',
  leaveShift: '退出这一班',
  handOn: '找人替',
  keep: '不换了，我去',
  takeOver: '我来替',
  accept: '我能来',
  askAgain: '还想来',
  alone: '我自己',
  bring: '带上',
  bringNote: '孩子不单独记时间，您的记录里会写带了孩子。满 14 岁、家里大人同意，可以自己登记、自己记。',
  toName: '请一个人替',
  toNameLabel: '他叫什么？',
  toNameHint: '他在这里登记的称呼',
  toAnyone: '让给大家，谁来都行',
  send: '发给他',
  sent: '告诉他了。他接下来之前，还是您的班。',
  offered: '放出去了。有人接之前，还是您的班。',
  freed: '让出来了，谢谢您早说',
  taken: '算您一个，到时见',
  waits: '排上候补了',
  saved: '存好了',
}

type Words = typeof ordinary

const plain: Words = {
  ...ordinary,
  beginTitle: '想帮帮邻居？',
  beginText: '点几下就行，很快。',
  week: '这周有这些事',
  mine: '我要去的',
  mineNone: '还没有要去的',
  rest: '先歇歇',
  leave: '不做了',
  registerDo: '好了',
  clock: '我到了，或我走了',
  times: '哪些时间有空？',
  weekHours: '一周能来几小时？',
  pledgeAgree: '我做得到',
  take: '我去',
  standby: '帮我排队',
  leaveShift: '不去了',
  takeOver: '我替他去',
}

export const volunteerWords = (elder: boolean): Words => (elder ? plain : ordinary)

/** What a volunteer promises: the centre's own sentences. */
export const pledgeItems = [
  '不拿钱，不拿礼，垫付有小票当面结',
  '说到做到；去不了提前两小时说',
  '上门两个人一起，戴证，先打电话，天黑前结束',
  '不代管现金、存折、卡、密码，不替人签字、不替人做决定',
  '不诊断、不荐药、不推销任何东西',
  '看到的、听到的不外传，不发朋友圈，拍照先问',
  '和孩子在一起时门开着，旁边要有别的大人',
  '不和服务对象借钱、做生意、攀关系',
  '尊重每个人的习惯、信仰和不愿意',
  '发现有人受伤害或有危险，当天告诉社工；马上有危险先报警',
  '身体不舒服就停，不逞强',
  '时数照实记，不替签、不补虚',
] as const

/** The pledge in one line, for elders and for whoever has read it before. */
export const pledgeShort = '不收钱、两人行、不外传、说到做到。'

type Standing = NonNullable<MyVolunteering['volunteer']>

/** What happens next, by where one stands. */
export function standingWords({ state, reason, trained, team }: Standing): { title: string; text: string } {
  switch (state) {
    case 'applied':
      return { title: '登记收到了', text: '社工看过就告诉您，一般两三天。' }
    case 'training':
      return trained.includes('basics')
        ? { title: '培训做完了', text: '等社工排您上岗。' }
        : { title: '下一步：入门培训', text: '一次，不到一小时。社工会约您。' }
    case 'active':
      return { title: team ? `在岗${dot}${team}` : '在岗', text: '谢谢您。累了就点“歇一阵”。' }
    case 'resting':
      return { title: '歇着呢', text: '不会排新班给您。已报的班还在，去不了请退。' }
    case 'left':
      return { title: '您退出了', text: '随时可以再来，培训过的还算数。' }
    case 'suspended':
      return { title: '暂停了', text: reason ? `原因：${reason}。有疑问请找社工。` : '有疑问请找社工。' }
  }
}

export const paperStates: Record<Qualification['state'], string> = {
  waiting: '等社工看',
  valid: '有效',
  refused: '没通过',
}

/** Whether a certificate holds, as it is told. */
export function paperWords(paper: Pick<Qualification, 'state' | 'expiresAt' | 'reason'>, now: number): string {
  if (paper.state === 'valid' && paper.expiresAt !== null)
    return paper.expiresAt < now ? '过期了' : `有效到 ${dayWords(paper.expiresAt, now)}`
  return paper.state === 'refused' && paper.reason ? `没通过：${paper.reason}` : paperStates[paper.state]
}

/** The certificate's own fields. */
export const paperForm = {
  name: '什么证？',
  nameHint: '比如：护士执业证',
  nameShort: '写两个字以上',
  expires: '有效到哪天？长期的不填',
  expiresHint: '比如 2027-06-30',
  expiresWrong: '日子写成 2027-06-30 这样',
  skill: '证明会什么？',
  photo: '拍照上传',
  note: '照片只给查证件的社工看；没通过、您删掉或退出时就删。',
  remove: '删掉',
} as const

export const leaveConfirm = {
  title: '不做义工了？',
  text: '前面报的班都会退掉。做过的事、学过的都还在，随时可以再来。',
  ok: '不做了',
  cancel: '再想想',
} as const

export const removePaperConfirm = {
  title: '删掉这张证件？',
  text: '照片也一起删。要证件的班，之后要重新传。',
  ok: '删掉',
  cancel: '留着',
} as const
