import { Refused } from '../../src/domain/refusal'
import type { Volunteer, VolunteerEvent } from '../../src/domain/volunteer'
import { standingOf } from '../../src/domain/volunteer-log'
import { _, type Database } from '../runtime/database'

/** Who may serve at all has the role; resting is no reason to lose it. */
const serves = ({ state }: Pick<Volunteer, 'state'>): boolean => state === 'active' || state === 'resting'

/** How often the member is made to follow anew where the volunteer changed meanwhile. */
const attempts = 4

/**
 * Makes the member follow the volunteer: the role that takes shifts, the team, and where staff let them go. Done after every step, and again by a
 * replay of it, so that what was cut short is finished. Two steps at once may follow in the wrong order: whoever sees
 * that the volunteer has moved on follows once more.
 */
export async function follow(db: Database, volunteer: Volunteer): Promise<void> {
  let known = volunteer
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    await db.members.change(
      { _id: known._id },
      serves(known)
        ? { roles: _.addToSet('volunteer'), team: known.team, cleared: standingOf(known.events).cleared }
        : { roles: _.pullAll(['volunteer', 'volunteer-captain']), team: null, cleared: [] },
    )
    const now = await db.volunteers.get(known._id)
    if (!now || now.events.length === known.events.length) return
    known = now
  }
}

/** Takes a step: the log, the state and the team in one update, once. Answers the volunteer as they are after it. */
export async function takeStep(db: Database, volunteer: Volunteer, event: VolunteerEvent): Promise<Volunteer> {
  const { state, team } = standingOf([...volunteer.events, event])
  const taken = await db.volunteers.findAndChange(
    // Whatever was decided was decided on this log: one more event, and it is decided anew.
    { _id: volunteer._id, events: _.size(volunteer.events.length) },
    { state, team, events: _.push([event]) },
  )
  if (taken) return taken
  const now = await db.volunteers.get(volunteer._id)
  if (!now) throw new Refused({ reason: 'not-found' })
  if (now.events.some(({ id }) => id === event.id)) return now
  throw new Refused({ reason: 'changed-meanwhile' })
}
