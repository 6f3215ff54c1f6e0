import { minute } from './day'
import type { Roster } from './roster'

/** Checking in begins so long before the start, and ends so long after the end; milliseconds. */
export const opensBefore = 60 * minute
export const closesAfter = 30 * minute

/** When an activity's own code opens anything, in epoch milliseconds. */
export const checkInHours = ({ startsAt, endsAt }: Pick<Roster, 'startsAt' | 'endsAt'>) => ({
  from: startsAt - opensBefore,
  until: endsAt + closesAfter,
})

/** Whether people are checked in now. */
export function isOnNow(activity: Pick<Roster, 'startsAt' | 'endsAt'>, now: number): boolean {
  const { from, until } = checkInHours(activity)
  return now >= from && now < until
}
