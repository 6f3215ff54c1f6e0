import Taro from '@tarojs/taro'

/**
 * Tells when WeChat has fetched a newer version of the mini-program; `ask` decides whether it is opened now. Without
 * that it is used from the next cold start on. Elsewhere than in WeChat nothing is ever told.
 */
export function onNewVersion(ask: () => Promise<boolean>): void {
  if (process.env.TARO_ENV !== 'weapp') return
  const manager = Taro.getUpdateManager()
  manager.onUpdateReady(() => {
    void ask().then((now) => now && manager.applyUpdate())
  })
}
