import * as v from 'valibot'
import { type AgeBand, isMinor } from './age'
import { hour, minute, startOfDay } from './day'
import { intentId, line } from './input'
import type { Engagement } from './member'
import { weekdayOf } from './shift'
import type { VolunteerRefusal } from './volunteer-refusal'

/** How much is enough, as a centre says it: hours of shifts a day and a week, and of night between two days' shifts. */
export interface Rest {
  dayHours: number
  weekHours: number
  nightHours: number
}

/** One time that a centre changed it: by the role of who did, since whose name it was is nothing for a centre's rules. */
export interface RestChange extends Rest {
  id: string
  at: number
  role: string
  reason: string
}

/** What a centre decided, with its latest changes. */
export interface CentreRest extends Rest {
  changes: RestChange[]
}

/** Where a centre has decided nothing. */
export const usualRest: Rest = { dayHours: 8, weekHours: 24, nightHours: 8 }

/** For minors less, and only by day; no centre may give them more. */
export const minorRest = { dayHours: 4, weekHours: 8, fromHour: 7, untilHour: 21 } as const

/** What a centre may decide: nobody stands more than twelve hours a day, nor sleeps less than six between two. */
export const restBounds = { dayHours: [1, 12], weekHours: [1, 60], nightHours: [6, 14] } as const satisfies Record<
  keyof Rest,
  readonly [number, number]
>

export const restOf = ({ rest }: { rest?: CentreRest }): Rest => {
  const { dayHours, weekHours, nightHours } = rest ?? usualRest
  return { dayHours, weekHours, nightHours }
}

const hours = (of: keyof Rest) =>
  v.pipe(v.number(), v.integer(), v.minValue(restBounds[of][0]), v.maxValue(restBounds[of][1]))

export const restInput = v.pipe(
  v.strictObject({
    intent: intentId,
    dayHours: hours('dayHours'),
    weekHours: hours('weekHours'),
    nightHours: hours('nightHours'),
    reason: line(2, 60),
  }),
  v.check(({ dayHours, weekHours }) => dayHours <= weekHours),
)

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
 * Why these people would not have rest enough with one more shift, by their centre's rules, or nothing. Days and weeks
 * (from Monday) are the centre's; a shift counts to the day on which it begins. Standing by counts as serving: whoever
 * stands by may be called. Only shifts count, not what someone goes to for pleasure.
 */
export function whyNotRested(
  calendar: readonly Engagement[],
  people: readonly Server[],
  shift: Time & { _id: string },
  rest: Rest,
): VolunteerRefusal | undefined {
  for (const person of people) {
    const others = calendar.filter(
      (entry) => entry.duty && entry.roster !== shift._id && entry.people.includes(person.id),
    )
    const whyNot = whyTooMuch(others, person.band, shift, rest) ?? whyNoNight(others, shift, rest)
    if (whyNot) return whyNot
  }
  return undefined
}

function whyTooMuch(
  others: readonly Engagement[],
  band: AgeBand,
  shift: Time,
  rest: Rest,
): VolunteerRefusal | undefined {
  const minor = isMinor(band)
  const dayHours = minor ? Math.min(minorRest.dayHours, rest.dayHours) : rest.dayHours
  const weekHours = minor ? Math.min(minorRest.weekHours, rest.weekHours) : rest.weekHours
  const { fromHour, untilHour } = minorRest
  const today = startOfDay(shift.startsAt)
  if (minor && (shift.startsAt < today + fromHour * hour || shift.endsAt > today + untilHour * hour))
    return { reason: 'rest-minor-hours', from: fromHour, until: untilHour }
  const sameDay = others.filter(({ startsAt }) => startOfDay(startsAt) === today)
  if (minutesOf([...sameDay, shift]) > dayHours * 60) return { reason: 'rest-day', most: dayHours, minor }
  const sameWeek = others.filter(({ startsAt }) => weekOf(startsAt) === weekOf(shift.startsAt))
  if (minutesOf([...sameWeek, shift]) > weekHours * 60) return { reason: 'rest-week', most: weekHours, minor }
  return undefined
}

/** Two shifts of different days have a night between them. */
function whyNoNight(others: readonly Engagement[], shift: Time, { nightHours }: Rest): VolunteerRefusal | undefined {
  const night = nightHours * hour
  const near = others.find(
    ({ startsAt, endsAt }) =>
      startOfDay(startsAt) !== startOfDay(shift.startsAt) &&
      startsAt < shift.endsAt + night &&
      endsAt > shift.startsAt - night,
  )
  if (!near) return undefined
  const { title, startsAt, endsAt } = near
  return { reason: 'rest-night', title, startsAt, endsAt, least: nightHours }
}
