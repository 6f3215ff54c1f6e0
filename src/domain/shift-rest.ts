import { type AgeBand, isMinor } from './age'
import { hour, minute, startOfDay } from './day'
import type { Engagement } from './member'
import { weekdayOf } from './shift'
import type { VolunteerRefusal } from './volunteer-refusal'

/**
 * How much is enough: so many minutes of shifts a day and a week, so long a night between a late and an early one. For
 * minors less, and only by day.
 */
export const restRules = {
  dayMinutes: 8 * 60,
  weekMinutes: 24 * 60,
  night: 8 * hour,
  minor: { dayMinutes: 4 * 60, weekMinutes: 8 * 60, fromHour: 7, untilHour: 21 },
} as const

interface Time {
  startsAt: number
  endsAt: number
}

/** Someone who would be on the shift. */
interface Server {
  id: string
  band: AgeBand
}

const day = 24 * hour
const weekOf = (at: number): number => startOfDay(at) - (weekdayOf(at) - 1) * day
const minutesOf = (times: readonly Time[]): number =>
  times.reduce((sum, { startsAt, endsAt }) => sum + Math.round((endsAt - startsAt) / minute), 0)

/**
 * Why these people would not have rest enough with one more shift, or nothing. Days and weeks (from Monday) are the
 * centre's; a shift counts to the day on which it begins. Standing by counts as serving: whoever stands by may be
 * called. Only shifts count, not what someone goes to for pleasure.
 */
export function whyNotRested(
  calendar: readonly Engagement[],
  people: readonly Server[],
  shift: Time & { _id: string },
): VolunteerRefusal | undefined {
  for (const person of people) {
    const others = calendar.filter(
      (entry) => entry.duty && entry.roster !== shift._id && entry.people.includes(person.id),
    )
    const whyNot = whyTooMuch(others, person.band, shift) ?? whyNoNight(others, shift)
    if (whyNot) return whyNot
  }
  return undefined
}

function whyTooMuch(others: readonly Engagement[], band: AgeBand, shift: Time): VolunteerRefusal | undefined {
  const minor = isMinor(band)
  const { dayMinutes, weekMinutes } = minor ? restRules.minor : restRules
  const { fromHour, untilHour } = restRules.minor
  const today = startOfDay(shift.startsAt)
  if (minor && (shift.startsAt < today + fromHour * hour || shift.endsAt > today + untilHour * hour))
    return { reason: 'rest-minor-hours', from: fromHour, until: untilHour }
  const sameDay = others.filter(({ startsAt }) => startOfDay(startsAt) === today)
  if (minutesOf([...sameDay, shift]) > dayMinutes) return { reason: 'rest-day', most: dayMinutes / 60, minor }
  const sameWeek = others.filter(({ startsAt }) => weekOf(startsAt) === weekOf(shift.startsAt))
  if (minutesOf([...sameWeek, shift]) > weekMinutes) return { reason: 'rest-week', most: weekMinutes / 60, minor }
  return undefined
}

/** Two shifts of different days have a night between them. */
function whyNoNight(others: readonly Engagement[], shift: Time): VolunteerRefusal | undefined {
  const near = others.find(
    ({ startsAt, endsAt }) =>
      startOfDay(startsAt) !== startOfDay(shift.startsAt) &&
      startsAt < shift.endsAt + restRules.night &&
      endsAt > shift.startsAt - restRules.night,
  )
  if (!near) return undefined
  const { title, startsAt, endsAt } = near
  return { reason: 'rest-night', title, startsAt, endsAt, least: restRules.night / hour }
}
