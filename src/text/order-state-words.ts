import { isClosed, type OrderState, type Slot } from '../domain/order'
import type { OpenOrder, OrderPage, OrderRow } from '../domain/order-page'
import { bandWords } from './bands'
import { counted, dot, nbsp } from './spacing'
import { dayWords, rangeWords, shortMomentWords, spanWords } from './time'
import { deedWords, guidedSeriesWords, seriesWords } from './order-deed-words'
import { nextWords, ownerWords, servingWords, stateWords } from './order-standing-words'

/** In distress nobody waits to be looked at. */
const crisisWords = ['社工马上联系您，别人看不到这一单。', '社工马上找您。'] as const

const pairWords = ['到了一位，等另一位到了一起进门。', '到了一位，等另一位。'] as const

const beforeTheCall: readonly OrderState[] = ['triage', 'offered', 'accepted']

const nextFor = ({ crisis, state }: OrderPage, serves: boolean): readonly [string, string] =>
  (serves ? servingWords[state] : crisis && beforeTheCall.includes(state) ? crisisWords : undefined) ?? nextWords[state]

/** Who serves is not told of themselves as of somebody else. */
const servingTitles: Partial<Record<OrderState, string>> = {
  open: '您接下了，还差一位',
  offered: '等您回话',
  accepted: '您接下了',
}

/** Where it stands for its reader: what comes next, who has it and until when. */
export function standingWords(page: OrderPage, elder: boolean, now: number) {
  const { state, owner, dueAt, parts } = page
  const mine = parts.includes('holder')
  const serves = !mine && (parts.includes('taker') || parts.includes('asked'))
  const whose =
    owner === null
      ? null
      : owner === 'resident' && !mine
        ? '点单的人'
        : owner === 'provider' && serves
          ? '您'
          : ownerWords[owner]
  /** One of two is at the door. */
  const awaited = state === 'scheduled' && page.here > 0
  const title =
    (serves ? servingTitles[state] : undefined) ?? (state === 'ended' && !mine ? '办完了，等点头' : stateWords[state])
  return {
    title,
    /** Nothing for who only looks on: it is said to who waits, and to who serves. */
    next:
      parts.length === 0 && state !== 'cancelled' && state !== 'guided'
        ? ''
        : ((state === 'cancelled' ? seriesWords(page.series, elder) : null) ??
          (awaited ? pairWords : nextFor(page, serves))[elder ? 1 : 0]),
    /** Where it is done instead, where it is not done here. */
    way: state === 'guided' ? (page.steps.find(({ kind }) => kind === 'guided')?.text ?? null) : null,
    /** Of a weekly one that is done elsewhere: whether the next ones come. */
    series: state === 'guided' ? guidedSeriesWords(page.series, elder) : null,
    owner: whose === null ? null : elder ? elderOwner(whose) : `现在归${whose}管`,
    due: dueAt === null ? null : elder ? elderDue(dueAt, state, now) : dueWords(dueAt, now),
  }
}

const dueWords = (dueAt: number, now: number): string =>
  dueAt > now ? `${shortMomentWords(dueAt, now)}${nbsp}前要有下文` : '已经超时，在催'

/** What an elder is to do themselves is said in plain words above; of anything else who has it. */
const elderOwner = (whose: string): string | null => (whose === '您' ? null : `${whose}管着`)

/** Of an agreed visit its own time says enough. */
const elderDue = (dueAt: number, state: OrderState, now: number): string | null =>
  dueAt <= now
    ? '晚了，已经在催'
    : state === 'scheduled' || state === 'started'
      ? null
      : `最晚 ${shortMomentWords(dueAt, now)}`

type Door = Pick<OrderPage, 'hasRoom' | 'may' | 'state' | 'slot'>

/** Why the door is not shown yet, or no more, to who is going there; nothing where there is none, or it is shown. */
export const addressLater = ({ hasRoom, may, state, slot }: Door, now: number, elder: boolean): string | null => {
  if (!hasRoom || may.includes('address')) return null
  if (state === 'accepted') return elder ? '约好时间，那天才看得到门牌。' : '先约好时间：门牌到了那一天才看得到。'
  if (state !== 'scheduled' || !slot) return null
  if (now >= slot.endsAt) {
    const there = may.includes('start') ? `已经到了，点“${deedWords(elder).start}”；` : ''
    return elder
      ? `约的时间过了，门牌不显示了。${there}没去，就另约时间。`
      : `约的时间过了，门牌和名字不再显示。${there}还没去，先另约时间。`
  }
  return elder
    ? `${dayWords(slot.startsAt, now)}才看得到门牌。`
    : `为了住户安心，门牌到${dayWords(slot.startsAt, now)}当天才看得到。`
}

/** The day and the hours, or that any time will do. */
export const wantsWords = (wants: Slot | null, now: number): string =>
  wants ? rangeWords(wants.startsAt, wants.endsAt, now) : '什么时候都行'

/** A row of a list: where, for whom, when. */
export const rowNote = (row: OrderRow, now: number): string[] =>
  [
    stateWords[row.state],
    row.slot === null ? null : shortMomentWords(row.slot, now),
    row.weekly ? '每周一次' : null,
    row.building,
  ].filter((each) => each !== null)

/** Whether somebody is still looked for to make up a pair; an organisation sends as many as must go itself. */
export const isSought = (state: OrderState, takers: number): boolean =>
  state === 'triage' || state === 'open' || (state === 'offered' && takers > 0)

/** A row of the desk's list: what somebody must do by when. */
export const deskNote = (row: OrderRow, now: number): string[] =>
  [
    stateWords[row.state],
    row.slot === null || isClosed(row.state) ? null : shortMomentWords(row.slot, now),
    row.owner === null ? null : `归${row.owner === 'resident' ? '点单的人' : ownerWords[row.owner]}`,
    row.dueAt === null
      ? null
      : row.dueAt > now
        ? `还有 ${spanWords(row.dueAt - now)}`
        : `超了 ${spanWords(now - row.dueAt)}`,
    row.need > row.takers && row.need > 1 && isSought(row.state, row.takers)
      ? `还差 ${counted(row.need - row.takers, '位')}`
      : null,
  ].filter((each) => each !== null)

/** What volunteers see of an order, in one line below its name. */
export const openNote = (order: OpenOrder): string =>
  [
    order.building ?? '楼栋未说',
    bandWords(order.band),
    `约 ${counted(order.minutes, '分钟')}`,
    order.need > 1 ? `要两个人，还差 ${counted(order.need - order.takers, '位')}` : null,
  ]
    .filter((each) => each !== null)
    .join(dot)
