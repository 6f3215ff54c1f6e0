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

/** Forgets everything that screens were shown; how they look and who one is stay. */
export function forgetSeen(): void {
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

/** Hands words on: held until the app closes, never kept on the phone and never in an address, whatever they say. */
export const handOn = (words: Handed | undefined): void => {
  handed = words
}

/** The words that were handed on with this item; nothing where they were said of something else. */
export const handedWith = (item: string | null): Handed | undefined => (handed?.item === item ? handed : undefined)
