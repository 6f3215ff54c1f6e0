import Taro from '@tarojs/taro'
import type { NextAction } from '../text/refusal-wording'

/** Back to where one came from; a page that was opened cold has nothing behind it, so it leads home. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}

/** What the page itself does about a problem: ask again, or put the notice away. */
export interface Here {
  retry?(): void
  /** Looks how things stand now; where a page has no other way, that is asking again. */
  refresh?(): void
  close?(): void
}

/** Takes the next step that a notice offers. */
export function follow(action: NextAction, here: Here): void {
  switch (action) {
    case 'retry':
      here.retry?.()
      return
    case 'refresh':
      here.close?.()
      if (here.refresh) here.refresh()
      else here.retry?.()
      return
    case 'close':
      here.close?.()
      return
    case 'back':
      goBack()
      return
    case 'home':
      void Taro.switchTab({ url: '/pages/home/index' })
      return
    case 'browse':
      here.close?.()
      void Taro.switchTab({ url: '/pages/activity/list' })
      return
    case 'my-table':
      here.close?.()
      void Taro.switchTab({ url: '/pages/table/index' })
      return
    case 'family':
      here.close?.()
      void Taro.navigateTo({ url: '/pages/member/family' })
      return
    case 'household':
      here.close?.()
      void Taro.navigateTo({ url: '/pages/household/index' })
      return
    case 'join':
      here.close?.()
      void Taro.navigateTo({ url: '/pages/member/join' })
      return
  }
}
