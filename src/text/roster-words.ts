import type { RosterParty } from '../domain/activity'
import type { PartyState } from '../domain/roster'
import { bandWords } from './bands'
import { counted, dot, joiner, nbsp, unbroken } from './spacing'
import { keptUntilWords, shortMomentWords } from './time'

/** The staff's roster: its sections, what is done there, and the usual reasons for it. */
export const rosterWords = {
  forget: '删掉这个人的记录',
  forgetTitle: (names: string) => `删掉${names}的记录？`,
  forgetText: '没有账号的人请您删的时候用。称呼和没办的位子都会删，过去的人数不变，找不回来。',
  forgotten: '删掉了',
  side: '工作人员',
  filters: { today: '今天', week: '这几天', all: '全部' },
  title: '名单',
  door: '签到台',
  poster: '海报',
  lobby: '大厅二维码',
  doors: '从哪儿来的',
  cancelled: '已取消',
  sections: {
    offered: '等回话',
    seated: '有位子',
    waiting: '候补',
    held: '先放着',
    lapsed: '没回话',
  } satisfies Record<PartyState, string>,
  deed: '怎么办？',
  deeds: { seat: '给位子', wait: '转候补', remove: '移出名单' },
  capacity: '改位子数',
  capacityDo: '改好',
  capacityHint: '位子变少，已经坐下的人不受影响，只是先不再往上补。',
  seats: '位子',
  waitPlaces: '候补名额',
  fewer: '少一个',
  more: '多一个',
  countWrong: '填 0 到 5000 的数',
  reason: '为什么？',
  reasonHint: '写一句原因，会记下是谁改的',
  reasonShort: '写一句原因，至少两个字',
  done: '改好了',
  overCapacity: '空位不够，这样会超出座位数。',
  search: '找名字',
} as const

/** Quick reasons for each thing that staff do. */
export const rosterReasons = {
  capacity: ['换了大一点的房间', '加了椅子', '场地变小了', '人手不够'],
  seat: ['现场有空位', '前台已答应', '照顾行动不便'],
  wait: ['本人说先不来', '位子要腾出来', '报错了场次'],
  remove: ['本人来电说不来', '重复报名', '报错了人'],
  add: ['本人来电报名', '不会用手机', '前台已答应'],
  time: ['老师有事', '场地有别的用', '天气不好'],
  cancel: ['天气不好', '老师来不了', '报名的人太少'],
} as const

export type RosterDeed = keyof typeof rosterReasons

const gone = '（已移走的家人）'

/** A person on the staff's list: "王阿姨（60–79 岁）". Someone who is in no family any more has no name here. */
export const personWords = ({ name, band }: RosterParty['people'][number]): string =>
  name === '' ? gone : `${unbroken(name)}${band ? `（${bandWords(band)}）` : ''}`

/** A party by its names. */
export const partyNames = ({ people }: RosterParty): string =>
  people.map(({ name }) => (name === '' ? gone : unbroken(name))).join('、')

/** When a party came, and how it stands beyond its section. */
export const partyNote = (party: RosterParty, now: number): string =>
  [
    party.position === undefined ? '' : `第${nbsp}${party.position}${nbsp}位`,
    party.people.length > 1 ? `同行 ${counted(party.people.length, '人')}` : '',
    party.expiresAt === undefined ? '' : keptUntilWords(party.expiresAt, now).replace('给您', ''),
    `${shortMomentWords(party.joinedAt, now)} 报名`,
  ]
    .filter((part) => part !== '')
    .join(dot)

/** The whole line, for who does not see it. */
export const partyAria = (party: RosterParty, now: number): string =>
  `${party.people.map(personWords).join('、')}，${rosterWords.sections[party.state]}，${partyNote(party, now)}，点开办理`.replaceAll(
    joiner,
    '',
  )

/** "坐了 14 人，共 20 个位子。候补 3 人，最多 10 人". */
export const rosterCount = (taken: number, capacity: number, waiting: number, waitCapacity: number): string => {
  const told = (word: string, number: number, unit: string) => `${word}${nbsp}${counted(number, unit)}`
  const seated = `${told('坐了', taken, '人')}，${told('共', capacity, '个')}位子`
  return `${seated}。${told('候补', waiting, '人')}，${told('最多', waitCapacity, '人')}`
}

/** What is asked before a party is taken off the list. */
export const takeOffConfirm = (names: string) => ({
  title: `把${names}移出名单？`,
  text: '位子会让给排队的人。',
  ok: '移出',
  cancel: '再想想',
})
