import { useEffect, useRef, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { arrival } from './arrival'
import { call } from './call'
import { goToCentre } from './centre'
import { chanceId } from './chance'

/** On the web a code's address may carry the scene before the `#` of the page. */
const ofAddress = (): Partial<Record<string, string>> =>
  process.env.TARO_ENV === 'h5' ? Object.fromEntries(new URLSearchParams(window.location.search)) : {}

let latest: string | undefined

/** The door by which this session came in, where it came by one. */
export const doorNow = (): string | null => latest ?? null

/** Doors that were recorded since the app opened, so that going back to a page is not a second visit. */
const entered = new Set<string>()

/**
 * Takes in where someone came from, before the page asks for anything, and records the door once the page stands
 * (`ready`): whoever just came in must not wait for it, and whether it is counted is no matter of theirs.
 */
export function useArrival(page: 'home' | 'activity' | 'menu', ready: boolean): void {
  const { params } = useRouter()
  const [came] = useState(() => {
    const from = arrival({ ...(page === 'home' ? ofAddress() : {}), ...params })
    if (from.centre) goToCentre(from.centre)
    if (from.door) latest = from.door
    return from
  })
  const visit = useRef(chanceId())
  const { centre, door } = came
  useEffect(() => {
    const key = `${centre}/${door}/${page}`
    if (!ready || !door || entered.has(key)) return
    entered.add(key)
    void call.centre.enter({ visit: visit.current, door, page })
  }, [ready, centre, door, page])
}
