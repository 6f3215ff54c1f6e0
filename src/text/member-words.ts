import type { Building } from '../domain/centre'
import type { Relation } from '../domain/member'
import type { Role } from '../domain/role'
import { unbroken } from './spacing'

const relationNames: Record<Relation, string> = {
  child: '孩子',
  parent: '爸妈',
  partner: '爱人',
  grandchild: '孙辈',
  grandparent: '祖辈',
  other: '其他家人',
}

export const relationWords = (relation: Relation): string => relationNames[relation]

const roleNames: Record<Role, string> = {
  resident: '居民',
  'family-proxy': '替家人办',
  volunteer: '义工',
  'volunteer-captain': '义工队长',
  'social-worker': '社工',
  operator: '机构运营',
  enterprise: '社区企业',
  'committee-member': '居委会',
  'council-member': '议事代表',
  'district-supervisor': '督导',
  'system-admin': '系统管理',
}

export const roleWords = (role: Role): string => roleNames[role]

const ordinary = {
  mine: '我的',
  who: '谁去',
  upcoming: '要去的',
  toRate: '等您评',
  rate: '评一评',
  inbox: '消息',
  past: '来过的',
  ordered: '点过的',
  work: '接单',
  borrowed: '借的东西',
  booked: '订的时段',
  groups: '兴趣小组',
  volunteering: '帮邻居的忙',
  hours: '服务时间',
  hoursNote: '帮了多久、开证明',
  offered: '等您回话',
  waiting: '在排队',
  family: '家人',
  profile: '我的信息',
  account: '我的账号',
  accountNote: '我家、电话、谁看过、注销',
  staffSide: '工作人员',
  staffNote: '看名单、改位子',
  privacyTitle: '您的信息',
  readPrivacy: '怎么对待您的信息',
  verifyProof: '核对一张服务证明',
  meet: '认识一下',
  joinTitle: '先认识一下',
  joinLead: '填个称呼、选个年龄段就行，不用留电话。',
  name: '怎么称呼您？',
  nameHint: '比如“王阿姨”，不用真名',
  band: '多大年纪？',
  building: '您住哪里？',
  buildingWithin: '哪一栋？',
  buildingHint: '有的场次先照顾本楼栋的邻居；不填也行。',
  buildingNone: '先不说',
  consent: '只记要用的，不卖给别人，想删就能删。',
  agree: '同意，继续',
  familyLead: '加上家人，就能替孩子和老人报名。',
  addFamily: '加一位家人',
  editFamily: '改一改',
  familyName: '怎么称呼？',
  familyNameHint: '小名就行，比如“小宝”',
  familyBand: '多大年纪？',
  relation: '是您的什么人？',
  birthYear: '哪一年生？',
  birthMonth: '几月？',
  birthHint: '只有您自己看得到；别人只看到年龄段。',
  birthOptional: '不填也行。填了，年龄段会自己跟着长。',
  childConsent: '我是他的监护人，同意登记和替他报名；随时可以移走。',
  proxyConsent: '他本人同意由我替他报名，随时可以收回。',
  agreeAdd: '同意，加上',
  agreeSave: '同意，存好',
  remove: '移走',
}

type MemberWords = typeof ordinary

const plain: MemberWords = {
  ...ordinary,
  offered: '有位子了，您要吗？',
  joinLead: '不要电话，很快就好。',
  nameHint: '比如“王阿姨”',
  building: '您住哪栋楼？',
  buildingHint: '不填也行。',
  consent: '只记要用的。不想要了能删。',
  readPrivacy: '看看记了什么',
  agree: '同意，好了',
  familyLead: '把家里人加进来，能帮他们报名。',
  familyNameHint: '小名就行',
}

/** The words of joining, of one's own particulars and of the family. */
export const memberWords = (elder: boolean): MemberWords => (elder ? plain : ordinary)

/** What to write instead, where something was left out or is too long. */
export const draftErrors = {
  name: '写个称呼，最多 12 个字',
  band: '请点一个年龄段',
  relation: '请点一下是您的谁',
  birth: '写上哪年几月，比如 2016 年 5 月',
} as const

/** What is new in the inbox, beside the way there. */
export const unreadNote = (unread: number): string => (unread > 0 ? `${unread} 条新的` : '没有新的')

/** Who is in the family, beside the way there. */
export const familyNote = (names: readonly string[]): string =>
  names.length === 0 ? '加上家人，能替他们报名' : names.map(unbroken).join('、')

/** A building within its estate: "1栋" of 听榕苑, whose name it carries. */
export const buildingName = ({ name, estateName }: Building): string =>
  name.startsWith(estateName) && name !== estateName ? name.slice(estateName.length) : name

/** What is asked before one of the family is removed. */
export const removeFamilyConfirm = (name: string) => ({
  title: `移走${name}？`,
  text: '以后要替他报名，再加上就行。',
  ok: '移走',
  cancel: '再想想',
})
