import { type AgeBand, isMinor } from './age'
import { day, hour, minute, startOfDay, startOfWeek } from './day'
import type { Engagement } from './member'
import type { RestRefusal } from './rest-refusal'
import { minorRest, type Rest } from './shift-rest'
import { clashes } from './sign-up'

interface Time {
  startsAt: number
  endsAt: number
}

/** Someone who would serve. */
interface Server {
  id: string
  band: AgeBand
}

/** Whether they serve then: on a shift, or on a visit. What someone goes to for pleasure is no work. */
export const isServing = ({ duty, of }: Pick<Engagement, 'duty' | 'of'>): boolean => duty === true || of === 'order'

/** So many days after it another one is looked for. */
const ahead = 28

const minutesOf = (times: readonly Time[]): number =>
  times.reduce((sum, { startsAt, endsAt }) => sum + Math.round((endsAt - startsAt) / minute), 0)

/**
 * Why these people would not have rest enough with one more shift or visit, by their centre's rules, or nothing. Days
 * and weeks (from Monday) are the centre's; what is served counts to the day on which it begins, a visit that is over
 * with the time that it took. Standing by counts as serving: whoever stands by may be called.
 */
export function whyNotRested(
  calendar: readonly Engagement[],
  people: readonly Server[],
  time: Time & { _id: string },
  rest: Rest,
): RestRefusal | undefined {
  const whyNot = whyTired(calendar, people, time, rest)
  if (!whyNot || whyNot.reason === 'rest-minor-hours') return whyNot
  return { ...whyNot, next: nextDay(calendar, people, time, rest) }
}

/** The same, where the reason is not asked for. */
export const isRested = (...asked: Parameters<typeof whyNotRested>): boolean => whyTired(...asked) === undefined

/** As somebody else is told it: not what else they do, nor when. */
export const restOfAnother = (refusal: RestRefusal): RestRefusal => {
  if (refusal.reason === 'rest-minor-hours') return refusal
  return refusal.reason === 'rest-night' ? { ...refusal, whose: 'other', beside: null } : { ...refusal, whose: 'other' }
}

function whyTired(
  calendar: readonly Engagement[],
  people: readonly Server[],
  time: Time & { _id: string },
  rest: Rest,
): RestRefusal | undefined {
  for (const { id, band } of people) {
    const others = calendar.filter(
      (entry) => isServing(entry) && entry.roster !== time._id && entry.people.includes(id),
    )
    const whyNot = whyTooMuch(others, band, time, rest) ?? whyNoNight(others, time, rest)
    if (whyNot) return whyNot
  }
  return undefined
}

/** The same hours on the first later day on which they would be rested and nothing else is on. */
function nextDay(
  calendar: readonly Engagement[],
  people: readonly Server[],
  { _id, startsAt, endsAt }: Time & { _id: string },
  rest: Rest,
): number | null {
  const ids = people.map(({ id }) => id)
  for (let days = 1; days <= ahead; days += 1) {
    const then = { _id, startsAt: startsAt + days * day, endsAt: endsAt + days * day }
    const free = !calendar.some((entry) => entry.roster !== _id && clashes(entry, ids, then))
    if (free && !whyTired(calendar, people, then, rest)) return then.startsAt
  }
  return null
}

function whyTooMuch(others: readonly Engagement[], band: AgeBand, time: Time, rest: Rest): RestRefusal | undefined {
  const minor = isMinor(band)
  const dayHours = minor ? Math.min(minorRest.dayHours, rest.dayHours) : rest.dayHours
  const weekHours = minor ? Math.min(minorRest.weekHours, rest.weekHours) : rest.weekHours
  const { fromHour, untilHour } = minorRest
  const today = startOfDay(time.startsAt)
  if (minor && (time.startsAt < today + fromHour * hour || time.endsAt > today + untilHour * hour))
    return { reason: 'rest-minor-hours', from: fromHour, until: untilHour }
  const own = { whose: 'own', minor, next: null } as const
  const thatDay = minutesOf(others.filter(({ startsAt }) => startOfDay(startsAt) === today))
  const more = minutesOf([time])
  if (thatDay + more > dayHours * 60) return { reason: 'rest-day', most: dayHours, minutes: thatDay, ...own }
  const thatWeek = minutesOf(others.filter(({ startsAt }) => startOfWeek(startsAt) === startOfWeek(time.startsAt)))
  if (thatWeek + more > weekHours * 60) return { reason: 'rest-week', most: weekHours, minutes: thatWeek, ...own }
  return undefined
}

/** What is served on different days has a night between it. */
function whyNoNight(others: readonly Engagement[], time: Time, { nightHours }: Rest): RestRefusal | undefined {
  const night = nightHours * hour
  const near = others.find(
    ({ startsAt, endsAt }) =>
      startOfDay(startsAt) !== startOfDay(time.startsAt) &&
      startsAt < time.endsAt + night &&
      endsAt > time.startsAt - night,
  )
  if (!near) return undefined
  const { title, startsAt, endsAt } = near
  return { reason: 'rest-night', whose: 'own', beside: { title, startsAt, endsAt }, least: nightHours, next: null }
}
