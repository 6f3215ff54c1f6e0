import type { PartyState } from '../domain/roster'

/** The staff's roster: its sections, what is done there, and the usual reasons for it. */
export const rosterWords = {
  title: '名单',
  sections: {
    seated: '有位子',
    offered: '等回话',
    waiting: '候补',
    held: '先放着',
    lapsed: '没回话',
  } satisfies Record<PartyState, string>,
  capacity: '改位子数',
  seats: '位子',
  waitPlaces: '候补名额',
  toSeat: '给位子',
  toWait: '转候补',
  takeOff: '移出名单',
  reason: '为什么？',
  reasonHint: '写一句原因，会记下是谁改的',
  reasonShort: '原因至少两个字',
  done: '改好了',
  overCapacity: '位子已坐满，这样会超出座位数。',
  search: '找名字',
} as const

/** Quick reasons for each thing that staff do. */
export const rosterReasons = {
  capacity: ['换了大一点的房间', '加了椅子', '场地变小了', '人手不够'],
  seat: ['现场有空位', '前台已答应', '照顾行动不便'],
  wait: ['本人说先不来', '位子要腾出来', '报错了场次'],
  remove: ['本人来电说不来', '重复报名', '报错了人'],
} as const

export type RosterDeed = keyof typeof rosterReasons

/** What is asked before a party is taken off the list. */
export const takeOffConfirm = (names: string) => ({
  title: `把${names}移出名单？`,
  text: '位子会让给排队的人。',
  ok: '移出',
  cancel: '再想想',
})
