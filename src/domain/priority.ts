import type { Draft } from './activity-draft'
import type { AgeBand } from './age'
import type { Building } from './centre'
import { day } from './day'
import type { PriorityWindow } from './roster'

/** A run of bands that lie beside each other, as "60 岁以上", "7–12 岁". */
const bandsLabel = (bands: readonly AgeBand[]): string => {
  if (bands.length === 0) return ''
  if (bands.every((band) => band === '60-79' || band === '80+'))
    return bands.includes('60-79') ? '60 岁以上' : '80 岁以上'
  return bands
    .map((band) => `${band.replace('-', '–').replace('+', ' 岁以上')}${band.endsWith('+') ? '' : ' 岁'}`)
    .join('、')
}

/** Who goes first, in words: whole estates by their name, else the buildings by theirs. */
export function firstLabel(
  bands: readonly AgeBand[],
  chosen: readonly string[],
  buildings: readonly Pick<Building, 'id' | 'name' | 'estate' | 'estateName'>[],
): string {
  const told: string[] = []
  for (const estate of new Set(buildings.map((building) => building.estate))) {
    const all = buildings.filter((building) => building.estate === estate)
    const some = all.filter(({ id }) => chosen.includes(id))
    if (some.length === all.length && all[0]) told.push(all[0].estateName)
    else told.push(...some.map(({ name }) => name))
  }
  return [bandsLabel(bands), ...told].filter((part) => part !== '').join('、')
}

/** For so long those who asked for something sign up first, or half of the time there is. */
const askedFirst = 3 * day

const askedLabel = '说过“我也要”的邻居'

/**
 * Who goes first and until when: as staff said; and whoever asked for it, where it became an activity because so many
 * did. Without a time of the staff's these have three days from its opening, or half of the time until it closes.
 */
export function windowOf(
  { firstUntil, firstBands, firstBuildings, firstLabel, firstPeople = [] }: Draft,
  opensAt: number,
  closesAt: number,
): PriorityWindow | null {
  const people = firstPeople.length > 0 ? { people: firstPeople } : {}
  const label = [...(firstLabel ? [firstLabel] : []), ...(firstPeople.length > 0 ? [askedLabel] : [])].join('、')
  if (firstUntil !== null) return { until: firstUntil, bands: firstBands, buildings: firstBuildings, label, ...people }
  if (firstPeople.length === 0) return null
  const until = Math.min(opensAt + askedFirst, opensAt + Math.floor((closesAt - opensAt) / 2))
  return { until, bands: [], buildings: [], label, ...people }
}
