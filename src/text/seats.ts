import type { OwnParty, SeatGlance } from '../domain/activity'
import type { PartyState } from '../domain/roster'
import { counted, nbsp } from './spacing'

/** What stands on the plate of a seat ring: the number that matters, and what it counts. */
export interface PlateWords {
  number: string
  label: string
}

const roomFor = (seats: SeatGlance): number => Math.max(0, seats.free)

/** The plate: free seats, or how many wait; a full table without a line says so. */
export const plateWords = (seats: SeatGlance): PlateWords => {
  if (roomFor(seats) > 0) return { number: String(roomFor(seats)), label: '空位' }
  if (seats.waiting > 0) return { number: `+${seats.waiting}`, label: '候补' }
  return { number: '满', label: seats.waitRoom > 0 ? '可候补' : '没空位' }
}

/** The seats in a sentence: "还有 6 个位子", "位子满了，候补 3 人". */
export const seatWords = (seats: SeatGlance, elder = false): string => {
  if (roomFor(seats) > 0) {
    const line = seats.waiting > 0 && !elder ? `，候补${nbsp}${counted(seats.waiting, '人')}` : ''
    return `还有${nbsp}${counted(roomFor(seats), '个')}位子${line}`
  }
  if (seats.waitRoom <= 0) return elder ? '满了，排队也满了' : '位子和候补都满了'
  if (seats.waiting > 0) {
    return elder
      ? `满了，${counted(seats.waiting, '人')}在排队`
      : `位子满了，候补${nbsp}${counted(seats.waiting, '人')}`
  }
  return elder ? '满了，可以排队' : '位子满了，可以候补'
}

/** The same fact as a seat ring shows, for who does not see it. */
export const seatAria = (seats: SeatGlance): string => {
  const taken = Math.max(0, seats.capacity - roomFor(seats))
  return `一共 ${seats.capacity} 个位子，坐了 ${taken} 人，${seatWords(seats)}`
}

/** A party's state in a word or two, as its holder reads it. */
export const partyStateWords = (state: PartyState, elder = false): string =>
  ({
    seated: elder ? '报上了' : '已报上',
    waiting: elder ? '在排队' : '候补中',
    offered: '有位子了',
    lapsed: '没赶上',
    held: '工作人员在安排',
  })[state]

/** A party's state in a sentence; `until` says how long an offered seat is kept. */
export const partySentence = (party: OwnParty, until: string, elder = false): string => {
  switch (party.state) {
    case 'seated':
      return elder ? '报上了，到时候来。' : '位子留好了，到时见。'
    case 'waiting':
      return `${elder ? '您' : ''}排第${nbsp}${counted(party.position ?? 1, '位')}，有位子就${elder ? '给您' : '按先后'}补上。`
    case 'offered':
      return `空出位子了，${until}。`
    case 'lapsed':
      return elder ? '上次的位子让给别人了。' : '上次留的位子过了时间，让给了下一位。'
    case 'held':
      return '工作人员正在给您安排位子。'
  }
}
