/** What the program has asked of WeChat, told in one line each. */
export type Asked = [api: string, what: unknown]

interface Wish {
  success?(result: unknown): void
  complete?(result: unknown): void
}

/** What WeChat is here: who uses it, how it was opened, and where its cloud is. */
export interface Surroundings {
  openid: string
  /** The address of CloudBase. */
  cloud: string
  launch: { path: string; query: Record<string, string>; scene: number }
  go(how: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack', wish: Journey): void
  online(): boolean
  /** What is answered when messages may be sent or not. */
  subscribes(): 'accept' | 'reject'
}

export interface Journey extends Wish {
  url?: string
  delta?: number
}

const phone = {
  platform: 'ios',
  system: 'iOS 18.1',
  SDKVersion: '3.8.0',
  language: 'zh_CN',
  theme: 'light',
  windowWidth: 390,
  windowHeight: 844,
  screenWidth: 390,
  screenHeight: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
  safeArea: { top: 47, bottom: 810, left: 0, right: 390, width: 390, height: 763 },
}

/** What a call without anything to say back answers: it is done, a moment later. */
const done = (wish: Wish | undefined, result: object = {}): Promise<object> =>
  Promise.resolve().then(() => {
    wish?.success?.(result)
    wish?.complete?.(result)
    return result
  })

const silent = [
  'setNavigationBarTitle',
  'setNavigationBarColor',
  'setBackgroundColor',
  'setBackgroundTextStyle',
] as const

/** WeChat's own functions, as far as the program may count on them, and what it asked of them. */
export function weChat({ openid, cloud, launch, go, online, subscribes }: Surroundings) {
  const asked: Asked[] = []
  const kept = new Map<string, string>()
  const updates: (() => void)[] = []
  /** The calls of the cloud that have no answer yet. */
  const underway = new Set<Promise<unknown>>()
  const note = (api: string, what: unknown) => asked.push([api, what])

  const callFunction = (call: { name: string; data: unknown }) => {
    const answer = answered(call)
    underway.add(answer)
    const over = () => void underway.delete(answer)
    answer.then(over, over)
    return answer
  }

  const answered = async ({ name, data }: { name: string; data: unknown }) => {
    note('cloud.callFunction', { name, data })
    if (!online()) throw { errMsg: 'cloud.callFunction:fail Error: errCode: -601034 | request:fail ' }
    const response = await fetch(`${cloud}/v1/functions/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer localwx.${openid}` },
      body: JSON.stringify(data),
    })
    if (!response.ok) throw { errMsg: `cloud.callFunction:fail Error: errCode: ${response.status}` }
    return { result: await response.json(), errMsg: 'cloud.callFunction:ok' }
  }

  const wx = {
    canIUse: () => true,
    getUpdateManager: () => ({
      onUpdateReady: (ready: () => void) => void updates.push(ready),
      applyUpdate: () => note('applyUpdate', undefined),
    }),
    getSystemInfoSync: () => phone,
    getWindowInfo: () => phone,
    getDeviceInfo: () => phone,
    getAppBaseInfo: () => phone,
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0' } }),
    getMenuButtonBoundingClientRect: () => ({ top: 51, bottom: 83, left: 296, right: 383, width: 87, height: 32 }),
    getNetworkType: (wish?: Wish) => done(wish, { networkType: online() ? 'wifi' : 'none' }),
    nextTick: (run: () => void) => setTimeout(run, 0),
    getStorageSync: (key: string) => JSON.parse(kept.get(key) ?? '""'),
    setStorageSync: (key: string, value: unknown) => void kept.set(key, JSON.stringify(value)),
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    showToast: (wish: Wish & { title: string }) => {
      note('showToast', wish.title)
      return done(wish)
    },
    showModal: (wish: Wish & { title: string }) => {
      note('showModal', wish.title)
      return done(wish, { confirm: true, cancel: false })
    },
    requestSubscribeMessage: (wish: Wish & { tmplIds: string[] }) => {
      note('requestSubscribeMessage', wish.tmplIds)
      const answers = wish.tmplIds.map((id) => [id, subscribes()])
      return done(wish, { errMsg: 'requestSubscribeMessage:ok', ...Object.fromEntries(answers) })
    },
    addPhoneCalendar: (wish: Wish & { title: string }) => {
      note('addPhoneCalendar', { ...wish, success: undefined, fail: undefined, complete: undefined })
      return done(wish)
    },
    stopPullDownRefresh: (wish?: Wish) => done(wish),
    navigateTo: (wish: Journey) => go('navigateTo', wish),
    redirectTo: (wish: Journey) => go('redirectTo', wish),
    switchTab: (wish: Journey) => go('switchTab', wish),
    reLaunch: (wish: Journey) => go('reLaunch', wish),
    navigateBack: (wish: Journey = {}) => go('navigateBack', wish),
    cloud: { init: (settings: unknown) => note('cloud.init', settings), callFunction },
    ...Object.fromEntries(silent.map((name) => [name, (wish?: Wish) => done(wish)])),
  }
  return { wx, asked, kept, updates, underway }
}
