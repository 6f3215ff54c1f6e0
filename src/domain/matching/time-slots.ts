import type { Stretch } from './posting'

const thirds = [
  { name: 'a', from: 0, to: 12 * 60 },
  { name: 'b', from: 12 * 60, to: 18 * 60 },
  { name: 'c', from: 18 * 60, to: 24 * 60 },
] as const

/** The thirds of weekdays that times touch; `*` where they are any. Coarse on purpose: it only narrows a query. */
export function timeSlots(when: readonly Stretch[]): string[] {
  if (when.length === 0) return ['*']
  const found = when.flatMap(({ weekday, from, to }) =>
    thirds.filter((third) => from < third.to && to > third.from).map(({ name }) => `${weekday}${name}`),
  )
  return [...new Set(found)]
}
