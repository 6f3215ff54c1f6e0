import Taro from '@tarojs/taro'

const prefix = 'linli.'

/** What this phone remembers under a name; nothing where it remembers nothing. A full or closed storage is no fault. */
export function recall(name: string): unknown {
  try {
    return Taro.getStorageSync(prefix + name) || undefined
  } catch {
    return undefined
  }
}

/** Has this phone remember something. */
export function remember(name: string, value: unknown): void {
  try {
    Taro.setStorageSync(prefix + name, value)
  } catch {
    // What cannot be kept is asked again next time.
  }
}

/** An id that this phone makes once and keeps. */
export function keptId(name: string, make: () => string): string {
  const kept = recall(name)
  if (typeof kept === 'string') return kept
  const id = make()
  remember(name, id)
  return id
}

/** Forgets everything that screens were shown, and what was said to them; how they look and who one is stay. */
export function forgetSeen(): void {
  handOn(undefined)
  const seen = `${prefix}seen.`
  for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(seen)) Taro.removeStorageSync(key)
}

/** Words that one screen hands to the next, and of what: the menu's item, or nothing in particular. */
export interface Handed {
  item: string | null
  words: string
  /** Whether only the social workers will read them. */
  quiet: boolean
  /** Whether it is wanted every week; where that was not asked, the words say it. */
  weekly?: boolean
}

let handed: Handed | undefined

/**
 * On the web a page may be loaded anew while it stands open. Then the tab still has them, and loses them as it closes;
 * in WeChat nothing is loaded anew, and the phone keeps nothing.
 */
const tab = (): Storage | undefined => (process.env.TARO_ENV === 'h5' ? window.sessionStorage : undefined)

const handedName = `${prefix}handed`

/** Hands words on: held until the app closes, never kept on the phone and never in an address, whatever they say. */
export function handOn(words: Handed | undefined): void {
  handed = words
  try {
    if (words) tab()?.setItem(handedName, JSON.stringify(words))
    else tab()?.removeItem(handedName)
  } catch {
    // What the tab cannot hold is written once more, if it is loaded anew.
  }
}

/** The words that were handed on with this item; nothing where they were said of something else. */
export function handedWith(item: string | null): Handed | undefined {
  handed ??= heldByTab()
  return handed?.item === item ? handed : undefined
}

function heldByTab(): Handed | undefined {
  try {
    const held = tab()?.getItem(handedName)
    return held ? (JSON.parse(held) as Handed) : undefined
  } catch {
    return undefined
  }
}
