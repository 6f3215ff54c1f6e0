import type { ItemPage, Wait } from '../domain/menu-page'
import { counted, nbsp } from './spacing'

interface Figure {
  title: string
  note: string
}

/** How long one waits, honestly: from what was done lately, and from what still waits. */
export function waitWords(wait: Wait | null, elder: boolean, hidden = false): Figure {
  const unsure = elder ? '要等多久，社工会告诉您。' : '要等多久还说不准，接单时会告诉您。'
  // Of what is private nobody is told whether anyone ordered it.
  if (!wait) return { title: hidden ? '点了再告诉您' : '近来没人点过', note: unsure }
  const { days, orders, waiting } = wait
  if (orders === 0) return { title: `还没办好过，有${nbsp}${counted(waiting, '单')}在等`, note: oldest(wait) + unsure }
  const queue = waiting === 0 ? '' : `还有 ${counted(waiting, '单')}在等，${oldest(wait)}`
  if (days === null)
    return {
      title: elder ? '多数人还在等' : '多数还在等',
      note: `近${nbsp}90${nbsp}天办好 ${counted(orders, '单')}，${queue}`,
    }
  const time = days <= 1 ? '一天以内' : `${counted(days, '天')}左右`
  return {
    title: elder ? `一般等${nbsp}${time}` : `一般${nbsp}${time}办好`,
    note: `近${nbsp}90${nbsp}天办好 ${counted(orders, '单')}${waiting === 0 ? '' : '，还在等的也算上'}，一半不超过这个时间。${queue}`,
  }
}

const oldest = ({ longest }: Wait): string =>
  longest < 1 ? '都是这一天点的。' : `最久的等了 ${counted(longest, '天')}。`

/** What those say who were served. */
export function ratingWords(rating: ItemPage['rating'], elder: boolean): Figure {
  if (!rating) return { title: '还没有评分', note: elder ? '满五个人评了才有。' : '满五位用过的人，评了才显示。' }
  return {
    title: `${rating.mean.toFixed(1)}${nbsp}分`,
    note: `${counted(rating.people, '位')}用过的邻居评的，一人算一次，满分${nbsp}5${nbsp}分。`,
  }
}
