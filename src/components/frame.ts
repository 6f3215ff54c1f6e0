import Taro from '@tarojs/taro'
import type { Display } from './display'

let inset: number | undefined

/**
 * The room a screen leaves free above its own content: in WeChat the phone's status line and the capsule, in a local
 * build the strip that says who one acts as.
 */
export function topInset(): string {
  if (process.env.TARO_ENV !== 'weapp') return BUILD_LOCAL ? 'calc(var(--small) * 2.4)' : '0'
  inset ??= belowCapsule()
  return `${inset}px`
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
