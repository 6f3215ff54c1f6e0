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
