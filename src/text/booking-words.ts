import type { BookingState } from '../domain/booking'
import type { OwnBooking, SlotView } from '../domain/booking-page'
import { counted, nbsp } from './spacing'
import { clockWords } from './time'

const ordinary = {
  title: '约时段',
  mineTitle: '我约的',
  mineLink: '我约的',
  mineNote: '什么时候、在哪儿、退掉',
  rooms: '房间',
  services: '服务',
  day: '哪一天',
  slot: '哪个时段',
  each: '一段多久',
  long: '能订多久',
  closed: '这一天不开放，换一天看看。',
  none: '这一天没有能约的了，换一天看看。',
  where: '在哪儿',
  provider: '谁来做',
  note: '来之前',
  others: '别处也有',
  approval: '约了先留着，社工看过就算数。',
  private: '谁来约不公开，别人看不到您的名字。',
  forWhom: '给谁约',
  me: '我自己',
  purpose: '用来做什么',
  purposeHint: '比如：合唱排练、过生日',
  purposeShort: '写一句用途，社工和邻居好安排',
  people: '大约几个人',
  peopleWrong: '写个数字',
  rule: '不办销售、收费培训和宗教聚会。',
  choose: '先点一个时段',
  book: '约这个时段',
  wait: '排队等这个时段',
  firstMeet: '第一次来？先认识一下，再约。',
  booked: '约好了',
  asked: '留好了，等社工点头',
  waiting: '排上队了',
  cancel: '退掉',
  cancelled: '退掉了',
  emptyTitle: '这里还没有能约的',
  emptyNext: '想用房间，跟前台说一声。',
  mineEmptyTitle: '您还没约什么',
  mineEmptyNext: '房间、理疗、办事窗口，都能先约好时间。',
  look: '看看能约什么',
  ahead: '要来的',
  past: '来过的',
}

type BookingWords = typeof ordinary

const plain: BookingWords = {
  ...ordinary,
  title: '约时间',
  slot: '几点来',
  each: '一次多久',
  book: '就这个时间',
  wait: '帮我排队',
  forWhom: '谁来',
  purpose: '做什么用',
  approval: '先给您留着，社工看过再告诉您。',
  cancel: '不来了',
  cancelled: '好，不来了',
  booked: '约好了，到时候来',
}

/** The words of booking, as residents read them. */
export const bookingWords = (elder: boolean): BookingWords => (elder ? plain : ordinary)

/** How a slot stands, in a few words: "空 2 个", "满了，可排队", "有活动". */
export const slotWords = (slot: SlotView, capacity: number): string => {
  if (slot.mine) return '我约了'
  if (slot.activity) return '有活动'
  if (slot.free > 0) return capacity === 1 ? '空着' : `空${nbsp}${counted(slot.free, '个')}`
  if (slot.purpose) return slot.purpose
  if (slot.waitRoom > 0) return slot.waiting > 0 ? `${counted(slot.waiting, '人')}在排` : '可排队'
  return '约满了'
}

/** The slot as a whole, for who does not see it. */
export const slotAria = (slot: SlotView, capacity: number): string =>
  `${clockWords(slot.startsAt)}到${clockWords(slot.endsAt)}，${slotWords(slot, capacity)}`

/** The plate of a slot's ring. */
export const slotPlate = ({ free, waiting }: Pick<SlotView, 'free' | 'waiting'>) =>
  free > 0
    ? { number: String(free), label: '空位' }
    : waiting > 0
      ? { number: `+${waiting}`, label: '候补' }
      : { number: '0', label: '空位' }

/** "50 分钟". */
export const minutesWords = (minutes: number): string => counted(minutes, '分钟')

/** "最多连着 2 段，30 人". */
export const mostWords = (most: number, people: number): string =>
  `一次最多${nbsp}${counted(most, '段')}，坐${nbsp}${counted(people, '人')}`

/** How a booking stands, in a word or two. */
export const bookingStateWords = (state: BookingState): string =>
  ({
    asked: '等点头',
    booked: '约好了',
    waiting: '在排队',
    declined: '没约成',
    cancelled: '退了',
    off: '那天不开',
    came: '来过',
    missed: '没来',
  })[state]

/** How a booking stands, in a sentence. */
export const bookingSentence = ({ state, position = 1, reason }: OwnBooking, elder: boolean): string => {
  const why = reason ? `原因：${reason}。` : ''
  switch (state) {
    case 'asked':
      return '时段给您留着，社工看过告诉您。'
    case 'booked':
      return elder ? '约好了，到时候来。' : '留好了，到时见。来不了请早点退。'
    case 'waiting':
      return `您排第${nbsp}${counted(position, '位')}，有人退就给您补上。`
    case 'declined':
      return `${why}可以换个时段再约。`
    case 'off':
      return `${why}请换一天。`
    case 'missed':
      return '这次没见到您。来不了请提前退一下。'
    case 'cancelled':
    case 'came':
      return ''
  }
}

export const cancelConfirm = (elder: boolean) =>
  elder
    ? { title: '真的不来了？', text: '这个时间会让给别人。', ok: '不来了', cancel: '还是来' }
    : { title: '要退掉吗？', text: '退了，这个时段就让给别的邻居。', ok: '退掉', cancel: '再想想' }
