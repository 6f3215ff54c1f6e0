import { day, minute } from './day'
import type { Engagement } from './member'
import type { VolunteerState } from './volunteer'

/** What is too much: more than twice what they wished to give, or so many hours in four weeks, or shifts seven days running. */
export const careRules = {
  /** Nobody asked them, and they had no shift, for so long. */
  quietFor: 60 * day,
  /** Whoever is new is left in peace for so long. */
  newFor: 14 * day,
  lookBack: 28 * day,
  mostMinutes: 60 * 60,
  timesWished: 2,
  mostDaysRunning: 6,
} as const

/** What is known of a volunteer where staff look after them. */
export interface Cared {
  id: string
  state: VolunteerState
  /** Hours a week that they wished to give. */
  weekHours: number
  /** When they became active, or came back. */
  since: number
  askedAt: number | null
  /** Their shifts, past and coming. */
  shifts: readonly Pick<Engagement, 'startsAt' | 'endsAt'>[]
}

export type CareReason =
  /** Days since anybody asked them or they had a shift. */
  | { care: 'quiet'; days: number }
  /** Hours in the last four weeks, and as many as they wished. */
  | { care: 'much'; hours: number; wished: number }
  | { care: 'running'; days: number }

/** Why staff might say a word to this volunteer, or nothing. Never a rank: it is about them, not about the others. */
export function careFor(volunteer: Cared, now: number): CareReason | undefined {
  if (volunteer.state !== 'active') return undefined
  return tooMuch(volunteer, now) ?? quiet(volunteer, now)
}

function tooMuch({ shifts, weekHours }: Cared, now: number): CareReason | undefined {
  const lately = shifts.filter(({ startsAt }) => startsAt > now - careRules.lookBack && startsAt <= now)
  const minutes = lately.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / minute, 0)
  const wished = weekHours * 4 * 60
  if (minutes > Math.min(careRules.mostMinutes, wished * careRules.timesWished))
    return { care: 'much', hours: Math.round(minutes / 60), wished: weekHours * 4 }
  const days = longestRun(shifts.filter(({ startsAt }) => Math.abs(startsAt - now) < careRules.lookBack))
  return days > careRules.mostDaysRunning ? { care: 'running', days } : undefined
}

/** The most days one after the other on each of which a shift begins. */
function longestRun(shifts: readonly Pick<Engagement, 'startsAt'>[]): number {
  const days = [...new Set(shifts.map(({ startsAt }) => Math.floor((startsAt + 8 * 60 * minute) / day)))].sort(
    (one, other) => one - other,
  )
  let [longest, running] = [0, 0]
  for (const [index, each] of days.entries()) {
    running = index > 0 && each === (days[index - 1] as number) + 1 ? running + 1 : 1
    longest = Math.max(longest, running)
  }
  return longest
}

function quiet({ shifts, askedAt, since }: Cared, now: number): CareReason | undefined {
  if (now - since < careRules.newFor) return undefined
  if (shifts.some(({ endsAt }) => endsAt > now)) return undefined
  const last = Math.max(since, askedAt ?? 0, ...shifts.map(({ endsAt }) => endsAt))
  if (now - last < careRules.quietFor) return undefined
  return { care: 'quiet', days: Math.floor((now - last) / day) }
}

/** Hours at which one is thanked once more: told to whoever reached them, compared with nobody. */
export const milestones = [1, 10, 30, 50, 100, 200, 300, 500, 800, 1000, 1500, 2000] as const

/** The milestone that lies between two sums of minutes, the higher one where there are several; or nothing. */
export function milestoneBetween(before: number, after: number): number | undefined {
  return [...milestones].reverse().find((hours) => before < hours * 60 && after >= hours * 60)
}
