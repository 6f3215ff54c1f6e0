import { useEffect, useRef, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { call } from './call'
import { goToCentre } from './centre'
import { chanceId } from './chance'

/** Where someone came in: at which centre, and by which door, where the code or the card says so. */
export interface Arrival {
  centre?: string
  door?: string
}

const plainCentre = /^[a-z0-9-]{1,24}$/
const plainDoor = /^[A-Za-z0-9_-]{1,40}$/

/**
 * Reads what opened a page: the `scene` of a printed code (`c=lilan&d=lobby`, once or twice encoded on its way), or the
 * same two as parameters of a card's path. What does not look like an id is nothing.
 */
export function arrival(parameters: Partial<Record<string, string>>): Arrival {
  const scene = pairs(decoded(parameters.scene ?? ''))
  const centre = scene.c ?? parameters.c
  const door = scene.d ?? parameters.d
  return {
    ...(centre && plainCentre.test(centre) && { centre }),
    ...(door && plainDoor.test(door) && { door }),
  }
}

function decoded(text: string): string {
  try {
    const once = decodeURIComponent(text)
    return once.includes('%') ? decodeURIComponent(once) : once
  } catch {
    return text
  }
}

const pairs = (text: string): Partial<Record<string, string>> =>
  Object.fromEntries(text.split('&').map((pair) => pair.split('=', 2) as [string, string]))

/** On the web a code's address may carry the scene before the `#` of the page. */
const ofAddress = (): Partial<Record<string, string>> =>
  process.env.TARO_ENV === 'h5' ? Object.fromEntries(new URLSearchParams(window.location.search)) : {}

/** Doors that were recorded since the app opened, so that going back to a page is not a second visit. */
const entered = new Set<string>()

/**
 * Takes in where someone came from, before the page asks for anything, and records the door once the page stands
 * (`ready`): whoever just came in must not wait for it, and whether it is counted is no matter of theirs.
 */
export function useArrival(page: 'home' | 'activity', ready: boolean): void {
  const { params } = useRouter()
  const [came] = useState(() => {
    const from = arrival({ ...(page === 'home' ? ofAddress() : {}), ...params })
    if (from.centre) goToCentre(from.centre)
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
