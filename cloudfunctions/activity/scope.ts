import type { Activity } from '../../src/domain/activity'
import type { Belonging } from '../../src/domain/permission'

/** Whose an activity is, for those whose reach ends at their own, their team's or their organisation's. */
export const belongingOf = (activity: Pick<Activity, 'organiser' | 'team' | 'createdBy'>): Belonging => ({
  person: activity.createdBy,
  organisation: activity.organiser.id,
  team: activity.team,
})
