import { recall, remember } from './memory'

let current: string | undefined

/** The centre that one is at: where the door led, else where one was last, else the build's own. */
export function centreNow(): string {
  if (current === undefined) {
    const kept = recall('centre')
    current = typeof kept === 'string' ? kept : BUILD_CENTRE
  }
  return current
}

/** From now on one is at this centre, and is again next time. */
export function goToCentre(centre: string): void {
  if (centre === centreNow()) return
  current = centre
  remember('centre', centre)
}
