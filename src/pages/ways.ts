import Taro from '@tarojs/taro'
import type { NextAction } from '../text/refusal-wording'

/** What a page does itself; everything else leads somewhere. */
export interface OwnWays {
  retry(): void
  close?(): void
}

const here = (): string => {
  const page = Taro.getCurrentPages().at(-1)
  return page?.route ?? ''
}

/** Goes where a next step leads. */
export function goOn(action: NextAction, own: OwnWays): void {
  switch (action) {
    case 'retry':
      return own.retry()
    case 'close':
      return (own.close ?? goBack)()
    case 'back':
      return goBack()
    case 'home':
      return void Taro.switchTab({ url: '/pages/home/index' })
    case 'browse':
      return void Taro.switchTab({ url: '/pages/activity/list' })
    case 'my-table':
      return void Taro.switchTab({ url: '/pages/member/index' })
    case 'family':
      return void Taro.navigateTo({ url: '/pages/member/family' })
    case 'join':
      return void Taro.navigateTo({ url: `/pages/member/join?back=${here() ? 1 : 0}` })
  }
}

/** Back to where one came from; home, where one came from nowhere. */
function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: '/pages/home/index' })
}
