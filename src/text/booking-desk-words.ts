import type { DeskBooking, DeskTimetable } from '../domain/booking-page'
import { counted, nbsp, unbroken } from './spacing'

export const bookingDeskWords = {
  title: '时段和房间',
  asked: '等您点头',
  askedNone: '没有等着看的',
  dayNone: '这一天还没有人约',
  earlier: '前一天',
  later: '后一天',
  timetables: '开着的时段',
  add: '开一组时段',
  approve: '同意',
  decline: '不行',
  declineTitle: '这次为什么不行？',
  takeBack: '取消这一约',
  takeBackTitle: '取消这一约？',
  reason: '写给他看的原因',
  reasonShort: '写几个字，他会看到',
  reasons: ['那时要开会', '人数太多了', '用途不合规定', '场地要修'],
  declineDo: '告诉他',
  came: '来了',
  missed: '没来',
  approved: '同意了',
  declined: '告诉他了',
  marked: '记下了',
  private: '不公开的服务',
  gone: '已注销的人',
  closed: '停了',
  // for someone without a phone
  guest: '替没有手机的人约',
  guestNote: '来前台的、打电话来的、上门说的',
  guestTitle: '替人约',
  guestWhat: '约什么',
  guestWhatNone: '还没有开着的时段。',
  guestDay: '哪一天',
  guestSlot: '哪个时段',
  guestNoSlot: '这一天没有能约的了，换一天看看。',
  guestName: '怎么称呼',
  guestHint: '写一两个字就列出来',
  guestKnown: '有记录的：',
  guestBand: '年纪',
  guestBuilding: '住哪栋（可不写）',
  guestPurpose: '用来做什么',
  guestPurposeHint: '比如：合唱排练、过生日',
  guestPeople: '大约几个人',
  guestConsent: '本人同意记下称呼',
  guestConsentNote: '只用来留这个时段。',
  guestDo: '约好',
  guestDone: '约好了，记得告诉他几点来',
  guestQueued: '排上队了，轮到了要去告诉他',
  guestMissing: {
    timetable: '先选约什么',
    slots: '选一个时段',
    name: '写上怎么称呼',
    purpose: '写一句用途',
    people: '写个数字',
    consent: '先问一声本人同不同意',
  },
  guestKept: '没有手机，要当面告诉',
  why: (reason: string) => `原因：${reason}`,
  reasonKept: '原因（要当面告诉他）',
  // the editor
  newTitle: '开一组时段',
  editTitle: '改这组时段',
  kind: '开什么',
  kinds: { service: '一项服务', room: '一个房间' },
  item: '菜单上的哪一项',
  itemNone: '点这里从菜单里挑',
  categories: '换个类别',
  noItems: '这一类没有能约的。',
  name: '名称',
  place: '在哪儿',
  note: '来之前要知道的',
  provider: '谁来做（可不写）',
  weekdays: '星期几',
  weekdayNames: ['日', '一', '二', '三', '四', '五', '六'],
  opens: '几点开始',
  closes: '几点结束',
  minutes: '一段几分钟',
  capacity: '一段接几位',
  wait: '可排队几位',
  people: '最多坐几个人',
  most: '一次最多连着几段',
  from: '从哪天起',
  until: '到哪天（不写就一直开）',
  dateHint: '2026-12-03',
  clockHint: '9:30',
  approval: '每次约都先给社工看',
  noApproval: '约了就算',
  open: '开着',
  save: '存好',
  saved: '存好了',
  wrong: '没填对',
  kept: '已经有人约的那几天，还按原来的时段。',
  off: '有一天不开',
  offTitle: '哪一天不开？',
  offNote: '这一天约过的人，都会收到原因。',
  offDo: '这天不开',
  offDone: '这天关了',
  offOn: (day: string) => `${day}（关了）`,
  openNote: '关的时候已经告诉了约过的人，重新开也不会自动恢复。想来的要再约。',
  openDo: '这天重新开',
  openDone: '这天又开了',
} as const

/** "黄秀莲", or that it is nobody's business. */
export const whoWords = ({ name }: Pick<DeskBooking, 'name'>): string =>
  name === null ? bookingDeskWords.private : unbroken(name)

/** "每周二、四、六 9:00–12:00，30 分钟一段". */
export const seriesWords = ({ weekdays, opensAt, closesAt, minutes }: DeskTimetable): string => {
  const days = [1, 2, 3, 4, 5, 6, 0].filter((day) => weekdays.includes(day))
  const which = days.length === 7 ? '每天' : `每周${days.map((day) => bookingDeskWords.weekdayNames[day]).join('、')}`
  return `${which}${nbsp}${minuteClock(opensAt)}–${minuteClock(closesAt)}，${counted(minutes, '分钟')}一段`
}

/** A minute of the day as a clock: "9:00". */
export const minuteClock = (minute: number): string =>
  `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

/** "9:30", "9：30", "930": a minute of the day; nothing where it is none. */
export function clockMinute(text: string): number | null {
  const found = /^\s*(\d{1,2})(?:[:：.点]?(\d{2}))?\s*$/.exec(text)
  if (!found) return null
  const minute = Number(found[1]) * 60 + Number(found[2] ?? 0)
  return Number(found[2] ?? 0) < 60 && minute <= 24 * 60 ? minute : null
}
