import type { Stretch } from '../../domain/matching/posting'
import type { MeetingPlace } from '../../domain/matching/posting'
import type { Correction } from '../../domain/need'
import type { Reading } from '../../domain/need-page'
import { dayParts } from '../../text/need-words'

/** What is about to be posted: what was understood, and what its author has touched of it. */
export interface Wish {
  concept: { code: string; label: string } | null
  when: Stretch[]
  weekly: boolean
  places: MeetingPlace[]
  band: Reading['band']
  touched: { concept: boolean; when: boolean; weekly: boolean; places: boolean; band: boolean }
}

export const wishOf = (reading: Reading, kind: 'need' | 'offer', chosen = false): Wish => ({
  concept: reading.concept === null ? null : { code: reading.concept, label: reading.label ?? '' },
  when: reading.when,
  weekly: reading.weekly,
  places: kind === 'need' ? [reading.where] : reading.places,
  band: reading.band,
  touched: { concept: chosen && reading.concept !== null, when: false, weekly: false, places: false, band: false },
})

/** Only what was touched is a correction; the rest stays as it is understood where it is posted. */
export const correctionOf = ({ concept, when, weekly, places, band, touched }: Wish): Correction => ({
  concept: touched.concept ? (concept?.code ?? null) : null,
  when: touched.when ? when : null,
  weekly: touched.weekly ? weekly : null,
  where: touched.places ? (places[0] ?? null) : null,
  band: touched.band ? band : null,
})

/** Which days, and which parts of the day, of these times. */
export function partsOf(when: readonly Stretch[]): { days: number[]; parts: number[] } {
  const days = [...new Set(when.map(({ weekday }) => weekday))]
  const parts = dayParts.flatMap(({ from, to }, index) =>
    when.some((stretch) => stretch.from < to && stretch.to > from) ? [index] : [],
  )
  return { days: days.length === 7 ? [] : days, parts: parts.length === dayParts.length ? [] : parts }
}

/** The times of these days at these parts of the day; no days are every day, no parts the whole day. */
export function whenOf(days: readonly number[], parts: readonly number[]): Stretch[] {
  if (days.length === 0 && parts.length === 0) return []
  const on = days.length > 0 ? [...days].sort() : [1, 2, 3, 4, 5, 6, 7]
  const hours = parts.flatMap((part) => dayParts[part] ?? []).map(({ from, to }) => ({ from, to }))
  const at = hours.length > 0 ? hours : [{ from: 8 * 60, to: 22 * 60 }]
  return on.flatMap((weekday) => at.map((each) => ({ weekday, ...each })))
}

/** The list with this in it, or without it where it was. */
export const toggled = <Item>(list: readonly Item[], item: Item): Item[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item]
