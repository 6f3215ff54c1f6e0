import type { ActivityPage, OwnParty, SeatGlance, SignUpOutcome } from '../domain/activity'
import type { Refusal } from '../domain/refusal'
import { refusalText } from './refusals'
import { seatWords } from './seats'
import { counted, unbroken } from './spacing'
import { leaveDeadlineWords, rangeWords, shortMomentWords, signUpDeadlineWords } from './time'
import { words } from './words'

/** The words of one activity's page. */
export const pageWords = (elder: boolean) => ({
  title: '活动',
  rows: { time: '时间', place: '地点', whom: '谁适合', bring: '带什么', about: '说明', mind: '改主意', by: '谁来带' },
  nothingToBring: '人来就行',
  judged: '大家怎么说',
  openList: '看名单（工作人员）',
  whom: words(elder).forWhom,
  whomElse: elder ? '还有谁去' : '还给谁报名',
  forOthers: elder ? '这场您的年纪不合适。可以给家里人报。' : '这场的年龄不合您，可以替家里人报名。',
  addOthers: elder ? '给家里人报' : '加上家人，替他报名',
  me: words(elder).myself,
  family: '＋家人',
  familyLabel: '加一位家人',
  choose: elder ? '先点一下谁去' : '先选一下谁去',
  firstMeet: elder ? '先说怎么称呼您' : '第一次来？报名时问个称呼就好，不要电话。',
  take: words(elder).take,
  decline: words(elder).decline,
  askAgain: words(elder).askAgain,
  done: '知道了',
})

/** Being reminded through WeChat. */
export const remindWords = (elder: boolean) => ({
  ask: elder ? '到时候叫我' : '到时候提醒我',
  yes: elder ? '好，到时候叫您。' : '好，有变动、快开始时会发消息给您。',
  no: '没开提醒也不要紧，都写在“我的”里的消息。',
  calendar: elder ? '记到手机日历' : '加到日历',
  inCalendar: '记到手机日历了。',
  calendarFile: '日历文件下好了，点开它就记上。',
  noCalendar: '手机没让写日历。可以在手机设置里打开。',
})

/** The button that signs up, by what it would do. */
export const signUpLabel = (seats: SeatGlance, people: number, elder: boolean): string =>
  seats.free >= people && seats.free > 0 ? words(elder).signUp : words(elder).wait

/** A refusal in the few words of a greyed button, and in a sentence beside it. */
export const greyed = (refusal: Refusal, elder: boolean, now: number): { label: string; reason: string } => {
  const { title, message } = refusalText(refusal, elder, now)
  return { label: title, reason: message }
}

/** How many have a seat and how many wait, beside the large ring. */
export const tableLine = (page: Pick<ActivityPage, 'seats'>, elder: boolean): string => {
  const { capacity, free, waiting } = page.seats
  const taken = Math.max(0, capacity - free)
  const seated = taken > 0 ? `${counted(taken, '位')}邻居已经报名` : '还没有人报，您来第一个？'
  return waiting > 0 && free > 0 && !elder ? `${seated}，${counted(waiting, '位')}在候补` : seated
}

/** Until when signing up is open, or when it opens; nothing where it says itself. */
export const signUpTimes = (page: Pick<ActivityPage, 'opensAt' | 'closesAt'>, now: number): string =>
  now < page.opensAt ? `${shortMomentWords(page.opensAt, now)} 开始报名` : signUpDeadlineWords(page.closesAt, now)

/** Who goes first, while it lasts. */
export const priorityWords = ({ label, until }: { label: string; until: number }, now: number): string =>
  `${label}先坐，其他邻居先排队，${shortMomentWords(until, now)} 起按先后入座`

/** Those of a party, by name: "我、妈妈". */
export const namesOf = (party: OwnParty): string => party.people.map(({ name }) => name || '家人').join('、')

/** What became of a sign-up, and what happens next. */
export const signedWords = (
  { party, seats }: SignUpOutcome,
  page: Pick<ActivityPage, 'startsAt' | 'endsAt' | 'place'>,
  now: number,
  elder: boolean,
): { title: string; message: string; next: string } =>
  party.state === 'seated'
    ? {
        title: elder ? '报上了！' : '报上了，位子留好了',
        message: `${rangeWords(page.startsAt, page.endsAt, now)}，${unbroken(page.place.name)}见。`,
        next: `${leaveDeadlineWords(page.startsAt, now)}，在这里或“我的”里点一下就行。`,
      }
    : {
        title: `排上队了，第 ${counted(party.position ?? 1, '位')}`,
        message: seats.free > 0 ? '现在的位子先给优先的邻居。' : `${seatWords(seats, elder)}。`,
        next: elder ? '有位子就给您补上，在“我的”里看。' : '有人退就按先后补上，在“我的”里看得到。',
      }
