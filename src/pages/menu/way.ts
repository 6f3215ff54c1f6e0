import Taro from '@tarojs/taro'
import { handedWith, handOn } from '../../cloud/memory'
import type { ItemPage } from '../../domain/menu-page'
import { isOrdered } from '../../domain/order-item'

const go = (url: string): void => void Taro.navigateTo({ url })

/** What was typed in the search, and whether it is for the social workers only. */
export interface Said {
  words: string
  quiet: boolean
}

/** To what is not on the menu: said in one's own words; what was typed already comes along. */
export function orderFreely(words = ''): void {
  handOn(words === '' ? undefined : { item: null, words, quiet: false })
  go('/pages/order/new')
}

/**
 * To what is not to be had now, all the same: what is ordered keeps its rules, and what was said when it was looked for
 * comes along; what one would sign up for or borrow is said in words.
 */
export function orderInstead(item: Pick<ItemPage, 'code' | 'name' | 'mode'>): void {
  const said = handedWith(item.code)?.words
  if (isOrdered(item)) orderItem(item)
  else orderFreely(said === undefined ? item.name : `${item.name}：${said}`)
}

/**
 * To an item; what was typed before it was found goes with it as far as the form, where it says more than the item's
 * name does: an order without words is with the volunteers sooner.
 */
export function openItem({ code, name }: Pick<ItemPage, 'code' | 'name'>, said?: Said): void {
  const more = said && said.words.length > 1 && !name.includes(said.words)
  handOn(more ? { item: code, ...said } : undefined)
  go(`/pages/menu/item?code=${code}`)
}
/** To the form of an item as it is, on the menu or not; what was typed goes along as far as it says more. */
export function orderItem({ code, name }: Pick<ItemPage, 'code' | 'name'>, said?: Said): void {
  const more = said && said.words.length > 1 && !name.includes(said.words)
  if (said) handOn(more ? { item: code, ...said } : undefined)
  go(`/pages/order/new?item=${code}`)
}
export const openCategory = (code: string): void => go(`/pages/menu/list?category=${code}`)
export const openFor = (whom: string): void => go(`/pages/menu/list?for=${encodeURIComponent(whom)}`)

type Had = Pick<ItemPage, 'code' | 'name' | 'mode' | 'activities' | 'grouped' | 'slots'>

/** Whether people gather for it: one signs up for a date, or wishes for one. */
export const isGathering = ({ mode }: Pick<Had, 'mode'>): boolean => mode === 'activity' || mode === 'standing-group'

/** "我也要": a need that others may join, until there are enough of them for a date. */
export const wish = ({ code, name }: Pick<Had, 'code' | 'name'>): void =>
  go(`/pages/need/post?kind=need&item=${code}&words=${encodeURIComponent(`想要${name}`)}`)

/**
 * To what the one button of a page leads, by how the thing is had: signed up for, or wished for where no date is set;
 * borrowed; booked where there are slots; else ordered.
 */
export function act(item: Had): void {
  const [soonest] = item.activities
  if (item.grouped) go(`/pages/group/index?item=${item.code}`)
  else if (isGathering(item)) {
    if (soonest) go(`/pages/activity/index?id=${soonest.id}`)
    else wish(item)
  } else if (item.mode === 'loan') go(`/pages/loan/index?item=${item.code}`)
  else if (item.slots) go(`/pages/booking/index?item=${item.code}`)
  else orderItem(item)
}
