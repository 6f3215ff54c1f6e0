import type { Roster } from '../../src/domain/roster'
import { _, type Database } from '../runtime/database'
import { rosterOf } from './seat'

/** How often it is done again where the roster changed while it was followed. */
const attempts = 5

/** The most parties one member can have on one list, and a few. */
const mostEntries = 24

/**
 * Makes the activity and the calendars of those who come say what the roster says: when and where it is, what it is
 * called, whether it is cancelled. The roster decides; whoever is cut short here is followed up by the sweep.
 */
export async function follow(db: Database, id: string): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const roster = await rosterOf(db, id)
    if (!roster.following) return
    const { state, startsAt, endsAt } = roster
    const place = placeOf(roster)
    await db.activities.change({ _id: id }, { state, startsAt, endsAt, ...(place && { place: _.set(place) }) })
    if (state === 'cancelled') await db.members.change({ 'calendar.roster': id }, { calendar: _.pull({ roster: id }) })
    else await tellCalendars(db, roster)
    const done = await db.rosters.findAndChange(
      {
        _id: id,
        following: true,
        state,
        startsAt,
        endsAt,
        title: roster.title,
        moved: roster.moved ?? _.exists(false),
      },
      { following: _.remove() },
    )
    if (done) return
  }
}

/** Where it is by now, where that was ever changed. */
function placeOf(roster: Roster) {
  let place: { id: string; name: string; note: string } | undefined
  for (const event of roster.events) if (event.kind === 'time' && event.place) place = event.place
  return place
}

/** An entry at a time until none says anything else: a positional change reaches one entry of each member. */
async function tellCalendars(db: Database, roster: Roster): Promise<void> {
  const { _id, startsAt, endsAt, title } = roster
  for (const [field, value] of Object.entries({ startsAt, endsAt, title }))
    for (let entry = 0; entry < mostEntries; entry += 1) {
      const changed = await db.members.change(
        { 'calendar.roster': _id, calendar: _.elemMatch({ roster: _id, [field]: _.neq(value) }) },
        { [`calendar.$.${field}`]: value },
      )
      if (changed === 0) break
    }
}
