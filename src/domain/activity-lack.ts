import { longestActivity } from './activity-card'
import type { Lack, Plan } from './activity-draft'

/** The times of an activity, as far as they are known. */
export type Times = Pick<Plan, 'startsAt' | 'endsAt' | 'opensAt' | 'closesAt'>

/** Everything that is missing or wrong before a plan may be published at `now`, field by field, in the form's order. */
export function lacksOf(plan: Plan, now: number): Lack[] {
  const lacks: Lack[] = []
  const lack = (field: keyof Plan, why: Lack['why']) => lacks.push({ field, why })
  if (plan.title === null) lack('title', 'needed')
  if (plan.category === null) lack('category', 'needed')
  lacks.push(...timeLacks(plan, now))
  if (plan.place === null) lack('place', 'needed')
  if (plan.bands.length === 0) lack('bands', 'needed')
  if (!plan.capacity) lack('capacity', 'needed')
  if (plan.firstUntil !== null) {
    if (plan.firstUntil <= (plan.opensAt ?? now)) lack('firstUntil', 'before-open')
    else if (plan.startsAt !== null && plan.firstUntil > plan.startsAt) lack('firstUntil', 'after-start')
    if (plan.firstBands.length + plan.firstBuildings.length === 0) lack('firstBands', 'needed')
  }
  return lacks
}

/** What is wrong with the times alone: they lie ahead and in order, and nothing lasts longer than a day. */
export function timeLacks({ startsAt, endsAt, opensAt, closesAt }: Times, now: number): Lack[] {
  const lacks: Lack[] = []
  if (startsAt === null) lacks.push({ field: 'startsAt', why: 'needed' })
  else if (startsAt <= now) lacks.push({ field: 'startsAt', why: 'past' })
  if (endsAt === null) lacks.push({ field: 'endsAt', why: 'needed' })
  else if (startsAt !== null && endsAt <= startsAt) lacks.push({ field: 'endsAt', why: 'before-start' })
  else if (startsAt !== null && endsAt - startsAt > longestActivity) lacks.push({ field: 'endsAt', why: 'too-long' })
  if (startsAt !== null && opensAt !== null && opensAt >= startsAt) lacks.push({ field: 'opensAt', why: 'after-start' })
  if (closesAt !== null) {
    if (closesAt <= now) lacks.push({ field: 'closesAt', why: 'past' })
    else if (closesAt <= (opensAt ?? now)) lacks.push({ field: 'closesAt', why: 'before-open' })
    else if (startsAt !== null && closesAt > startsAt) lacks.push({ field: 'closesAt', why: 'after-start' })
  }
  return lacks
}
