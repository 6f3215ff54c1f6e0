import Taro from '@tarojs/taro'
import type { Display } from './display'

let inset: number | undefined

/** Where a screen's own content may begin, in pixels: below the phone's status line and WeChat's capsule. */
export function topInset(): number {
  inset ??= process.env.TARO_ENV === 'weapp' ? belowCapsule() : 0
  return inset
}

function belowCapsule(): number {
  const capsule = Taro.canIUse('getMenuButtonBoundingClientRect') ? Taro.getMenuButtonBoundingClientRect() : undefined
  if (capsule?.bottom) return capsule.bottom + 8
  return (Taro.getWindowInfo().statusBarHeight ?? 20) + 44
}

const papers = { light: '#FBF7EF', dark: '#1B1815' }

/** Colours what lies outside our own screens: the status line and the ground that shows when one pulls too far. */
export function dressSystem({ size, scheme }: Display): void {
  if (process.env.TARO_ENV === 'h5') {
    document.body.className = `size-${size} scheme-${scheme}`
    return
  }
  const dark = scheme === 'dark' || (scheme === 'auto' && Taro.getAppBaseInfo().theme === 'dark')
  const paper = dark ? papers.dark : papers.light
  Taro.setBackgroundColor({ backgroundColor: paper, backgroundColorTop: paper, backgroundColorBottom: paper })
  Taro.setBackgroundTextStyle({ textStyle: dark ? 'light' : 'dark' })
  Taro.setNavigationBarColor({ frontColor: dark ? '#ffffff' : '#000000', backgroundColor: paper })
}
