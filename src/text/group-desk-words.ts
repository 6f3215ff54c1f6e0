import type { DeskGroup } from '../domain/group-page'
import { counted, nbsp } from './spacing'

/** The words of the desk of standing groups. */
export const groupDeskWords = {
  title: '小组台',
  newGroup: '新建小组',
  empty: { title: '还没有小组', next: '从菜单里“小组”类的一项建一个。' },
  noItems: '菜单上还没有小组类的项目。先到菜单里摆上一项，发布以后再来建。',
  edit: '改一改',
  item: '挂在哪一项下面',
  itemMissing: '点一下是哪一项',
  name: '小组叫什么',
  about: '做些什么',
  leads: '谁带队（居民看到的）',
  leader: '请哪位组员来管',
  noLeader: '只由社工管',
  ledByNobody: '现在没有组员在带',
  meets: '什么时候碰头',
  meetsHint: '比如：每周二、四早上七点半',
  place: '在哪里',
  capacity: '最多几位',
  save: '存好',
  saved: '存好了',
  wrong: '写一写这里',
  people: '名单',
  nobody: '还没有人加入',
  inLine: (position: number) => `排第${nbsp}${counted(position, '位')}`,
  meetingsTitle: '小组的活动',
  meetings: '点一下就算，再点一下不算。',
  noMeetings: '这一项还没有排活动。',
  off: '移出',
  offReason: '为什么（会告诉本人）',
  offReasons: ['本人说不来了', '搬走了', '好久没来'],
  endReasons: ['没有人带了', '人太少', '并到别的小组'],
  offDone: '移出了，会告诉本人',
  end: '结束这个小组',
  endReason: '为什么结束（会告诉每一位）',
  endDo: '结束，并告诉大家',
  ended: '结束了',
  gone: '已注销的人',
  minor: '一位未成年人',
  endQuestion: (name: string, people: number) => ({
    title: `结束${name}？`,
    text: `${counted(people, '位')}会收到消息。结束了不能恢复。`,
    ok: '结束',
    cancel: '再想想',
  }),
  offQuestion: (name: string) => ({
    title: `把${name}移出名单？`,
    text: '本人会收到消息，位子给排队的人。',
    ok: '移出',
    cancel: '再想想',
  }),
}

export const deskGroupWords = ({ members, capacity, waiting, open }: DeskGroup): string =>
  open
    ? `${counted(members, '位')}，最多 ${counted(capacity, '位')}${waiting > 0 ? `，${counted(waiting, '位')}排队` : ''}`
    : '结束了'
