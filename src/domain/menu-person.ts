import { type AgeBand, ageBands } from './age'
import type { MenuCard } from './menu-page'

/** For whom one looks where one does not look for somebody of one's own. */
export const generations = {
  elder: ['60-79', '80+'],
  child: ['0-3', '4-6', '7-12'],
  teen: ['13-17'],
  adult: ['18-34', '35-59'],
} as const satisfies Record<string, readonly AgeBand[]>

export type Generation = keyof typeof generations

export interface Fitting {
  /** Meant for people of this age. */
  meant: MenuCard[]
  /** For anyone. */
  anyone: MenuCard[]
}

/** More bands than this, and it is meant for nobody in particular. */
const narrow = ageBands.length / 2

/**
 * What of the menu fits people of these bands: first what was made for them, the most particular first, then what is
 * there for everyone. What does not fit is left out; what is paused stands last.
 */
export function fitting(items: readonly MenuCard[], bands: readonly AgeBand[]): Fitting {
  const fit = items.filter((item) => item.standing !== 'over' && item.bands.some((band) => bands.includes(band)))
  const late = ({ standing }: MenuCard) => (standing === 'served' ? 0 : 1)
  const sorted = [...fit].sort((a, b) => late(a) - late(b) || a.bands.length - b.bands.length)
  return {
    meant: sorted.filter((item) => item.bands.length <= narrow),
    anyone: sorted.filter((item) => item.bands.length > narrow),
  }
}
