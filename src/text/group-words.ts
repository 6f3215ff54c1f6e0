import type { GroupCard, OwnPlace } from '../domain/group-page'
import { counted } from './spacing'

/** The words of standing groups. */
export const groupWords = (elder: boolean) => ({
  title: '兴趣小组',
  intro: elder ? '常来常往的小组，点开加入。' : '固定时间碰头的小组。加入以后，活动和变动都会告诉您。',
  emptyTitle: '还没有小组',
  emptyNext: elder ? '想有个伴，告诉社工。' : '想找人一起，从菜单里点“我也要”。',
  mine: elder ? '我加入的' : '我的小组',
  others: elder ? '还有这些' : '其他小组',
  all: (groups: number) => `看全部 ${counted(groups, '个')}小组`,
  meets: '什么时候',
  place: '在哪里',
  leads: '谁带队',
  members: '一起的人',
  meetings: '接下来的活动',
  noMeetings: elder ? '下次活动定了会告诉您。' : '下一次还没排，定了会出现在这里。',
  private: '谁在里面不公开，只有社工知道。',
  ended: '这个小组结束了',
  forWhom: elder ? '谁去？' : '谁加入？',
  me: '我自己',
  join: elder ? '我要加入' : '加入小组',
  wait: elder ? '我要排队' : '排队等位子',
  another: elder ? '家里人也去' : '家里人也要加入',
  /** Of somebody of one's family, by name. */
  forOne: (name: string, free: boolean) => (free ? `给${name}加入` : `给${name}排队`),
  joined: '加入了',
  waiting: '排上了',
  firstMeet: '先说怎么称呼您，再加入。',
  leave: '退出',
  leaveWait: '不排了',
  left: '退出了',
  manage: '管理这个小组',
  leaveQuestion: (name: string, person: string) => ({
    title: `退出${name}？`,
    text: `${person}的位子会让给排队的人。想回来可以再加入。`,
    ok: '退出',
    cancel: '再想想',
  }),
})

/** "3 个位子", "满了，4 位在排队". */
export function placesWords({ free, waiting }: Pick<GroupCard, 'free' | 'waiting'>): string {
  if (free > 0) return `还有 ${counted(free, '个')}位子`
  return waiting > 0 ? `满了，${counted(waiting, '位')}在排队` : '满了，可以排队'
}

export const membersWords = ({ members, capacity }: Pick<GroupCard, 'members' | 'capacity'>): string =>
  `${counted(members, '位')}，最多 ${counted(capacity, '位')}`

/** How one of mine stands in it. */
export const standingWords = ({ person, state, position }: OwnPlace): string =>
  state === 'in' ? `${person.name}在小组里` : `${person.name}排第 ${counted(position ?? 1, '位')}`

/** What became of it for whoever was to join: a place, or one in the line; nothing where they are in neither by now. */
export function joinedWords(mine: readonly OwnPlace[], person: string, elder: boolean): string | null {
  const place = mine.find((each) => each.person.id === person)
  if (!place) return null
  return place.state === 'in' ? groupWords(elder).joined : groupWords(elder).waiting
}

/** Names in a row, none parted from its star. */
export const namesWords = (names: readonly string[]): string => names.map((name) => [...name].join('\u2060')).join('、')
