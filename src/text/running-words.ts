import type { RunningOrder } from '../domain/order-page'
import { nextWords, ownerWords, stateWords } from './order-standing-words'
import { counted, dot } from './spacing'
import { shortMomentWords } from './time'

type Running = Pick<RunningOrder, 'owner' | 'dueAt' | 'late'>

/** Who sees to it until when; nothing where it is the resident's own turn, or nobody's. */
function dueWords({ owner, dueAt, late }: Running, elder: boolean, now: number): string | null {
  if (late) return elder ? '晚了，已经在催。' : '超时了，已报上一级在催。'
  if (owner === null || owner === 'resident' || dueAt === null) return null
  const until = shortMomentWords(dueAt, now)
  return elder ? `${ownerWords[owner]}最晚 ${until} 有回话。` : `归${ownerWords[owner]}管，${until} 前要有下文。`
}

/** My newest order on the first screen: where it stands, what comes next, and until when. */
export const runningWords = (order: RunningOrder, elder: boolean, now: number) => ({
  title: order.title,
  standing:
    order.slot === null
      ? stateWords[order.state]
      : `${stateWords[order.state]}${dot}${shortMomentWords(order.slot, now)}`,
  next: nextWords[order.state][elder ? 1 : 0],
  due: dueWords(order, elder, now),
})

/** How many others of mine are under way. */
export const otherOrdersWords = (others: number, elder: boolean): string =>
  elder ? `还点了 ${counted(others, '样')}，都看看` : `还有 ${counted(others, '单')}在办`

/** What waits for the resident's own word is not said to be under way. */
export const runningHeading = ({ state }: Pick<RunningOrder, 'state'>, elder: boolean): string =>
  state === 'ended' ? '您点的，请您看看' : elder ? '您点的' : '您点的，正在办'
