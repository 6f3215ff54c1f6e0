import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'

export const sizes = ['standard', 'large', 'largest'] as const
export const schemes = ['auto', 'light', 'dark'] as const

/** How someone wants to see things: the size of the text, and the colours. */
export interface Display {
  size: (typeof sizes)[number]
  scheme: (typeof schemes)[number]
}

const key = 'linli.display'
const listeners = new Set<() => void>()
let current: Display | undefined

function remembered(): Display {
  const kept: unknown = Taro.getStorageSync(key)
  const { size, scheme } = (kept && typeof kept === 'object' ? kept : {}) as Partial<Display>
  return {
    size: sizes.find((each) => each === size) ?? 'standard',
    scheme: schemes.find((each) => each === scheme) ?? 'auto',
  }
}

/** How things are shown now. */
export function display(): Display {
  current ??= remembered()
  return current
}

/** Shows things differently from now on, on every screen, and remembers it. */
export function show(change: Partial<Display>): void {
  current = { ...display(), ...change }
  Taro.setStorageSync(key, current)
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The display, followed; `elder` is true for both large sizes, which have plainer words too. */
export function useDisplay(): Display & { elder: boolean } {
  const now = useSyncExternalStore(listen, display)
  return { ...now, elder: now.size !== 'standard' }
}
