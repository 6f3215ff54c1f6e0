import type { Relation } from '../domain/member'
import type { Role } from '../domain/role'

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

interface MemberWords {
  joinTitle: string
  joinLead: string
  name: string
  nameHint: string
  band: string
  building: string
  buildingHint: string
  buildingNone: string
  consent: string
  readPrivacy: string
  agree: string
  edit: string
  familyLead: string
  relation: string
  remove: string
}

const ordinary: MemberWords = {
  joinTitle: '先认识一下',
  joinLead: '填个称呼、选个年龄段就行，不要电话。',
  name: '怎么称呼您？',
  nameHint: '比如“王阿姨”，不用真名',
  band: '多大年纪？',
  building: '您住哪一栋？',
  buildingHint: '选了才能看到楼栋优先的场次，不填也行',
  buildingNone: '先不说',
  consent: '只记要用的，谁看过有记录，想删就能删。',
  readPrivacy: '看看怎么对待您的信息',
  agree: '同意，继续',
  edit: '改我的信息',
  familyLead: '加上家人，就能替孩子和老人报名。',
  relation: '他是您的',
  remove: '移走',
}

const plain: MemberWords = {
  ...ordinary,
  joinLead: '不要电话，两下就好。',
  nameHint: '比如“王阿姨”',
  band: '您六十多还是八十多？',
  building: '您住哪栋楼？',
  buildingHint: '不填也行',
  consent: '只记要用的。不想要了能删。',
  readPrivacy: '看看记了什么',
  agree: '同意，好了',
  familyLead: '把家里人加进来，能帮他们报名。',
}

/** The words of joining, of one's own particulars and of the family. */
export const memberWords = (elder: boolean): MemberWords => (elder ? plain : ordinary)

/** What is asked before one of the family is removed. */
export const removeFamilyConfirm = (name: string) => ({
  title: `移走${name}？`,
  text: '以后要替他报名，再加上就行。',
  ok: '移走',
  cancel: '再想想',
})

/** By the hour, as neighbours say it: 早上好, 下午好, 晚上好. */
export const greeting = (hour: number): string => {
  if (hour < 5 || hour >= 18) return '晚上好'
  if (hour < 11) return '早上好'
  return hour < 13 ? '中午好' : '下午好'
}
