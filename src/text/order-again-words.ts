import type { OrderedBefore } from '../domain/order-again'
import { stateWords } from './order-standing-words'
import { dayWords } from './time'

type Before = Pick<OrderedBefore, 'placedAt' | 'state'>

/** How it stands: what waits for their own word is not said to be under way. */
const standsWords = ({ state }: Before): string =>
  state === 'ended' ? stateWords.ended : state === 'complained' ? '社工正在处理' : `还在办：${stateWords[state]}`

/** "您 11 月 24 日 周二已经点过这个，还在办：约好了"; of a relative's with their name. */
export const beforeWords = (before: Before, whom: string | null, now: number): string =>
  `您 ${dayWords(before.placedAt, now)} 已经${whom === null ? '' : `给${whom}`}点过这个，${standsWords(before)}`

/** What is pointed out where somebody has the same open already. */
export const againWords = (elder: boolean) => ({
  look: elder ? '点这里，看那一单' : '看看那一单办到哪儿了',
  title: elder ? '您点过这个了' : '这一样，已经点过了',
  more: elder ? '再点，就是两单。' : '再点，就是两单，都会有人去办。',
  open: elder ? '看那一单' : '看看那一单',
  again: elder ? '还要再点一单' : '还是再点一单',
})
