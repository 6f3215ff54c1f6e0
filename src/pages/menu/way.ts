import Taro from '@tarojs/taro'
import type { ItemPage } from '../../domain/menu-page'

const go = (url: string): void => void Taro.navigateTo({ url })

/** To what is not on the menu: said in one's own words; what was typed already comes along. */
export const orderFreely = (words = ''): void =>
  go(words === '' ? '/pages/order/new' : `/pages/order/new?words=${encodeURIComponent(words)}`)

export const openItem = (code: string): void => go(`/pages/menu/item?code=${code}`)
export const openCategory = (code: string): void => go(`/pages/menu/list?category=${code}`)
export const openFor = (whom: string): void => go(`/pages/menu/list?for=${encodeURIComponent(whom)}`)

/**
 * To what the one button of a page leads, by how the thing is had: borrowed, booked by the slot, wished for together,
 * or ordered.
 */
export function act({ code, mode, place }: Pick<ItemPage, 'code' | 'mode' | 'place'>): void {
  if (mode === 'loan') go(`/pages/loan/index?item=${code}`)
  else if (mode === 'booking' && place === 'centre') go(`/pages/booking/index?item=${code}`)
  else if (mode === 'activity' || mode === 'standing-group') go(`/pages/need/new?item=${code}`)
  else go(`/pages/order/new?item=${code}`)
}
