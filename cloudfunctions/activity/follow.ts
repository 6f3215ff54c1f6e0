import type { Roster } from '../../src/domain/roster'
import { _, type Database } from '../runtime/database'
import { rosterOf } from './seat'

/** How often it is done again where the roster changed while it was followed. */
const attempts = 5

/** The most parties one member can have on one list, and a few. */
const mostEntries = 24

/** A sign-up that was on its way when the time changed has written its calendar by then, in milliseconds. */
const onTheWay = 30_000

/**
 * Makes the activity and the calendars of those who come say what the roster says: when and where it is, what it is
 * called, whether it is cancelled. The roster decides. Once more by the sweep (`settledBy`): for whoever was cut short
 * here, and for a sign-up that was on its way meanwhile with the time of before.
 */
export async function follow(db: Database, id: string, settledBy?: number): Promise<void> {
  let roster = await rosterOf(db, id)
  for (let attempt = 0; attempt < attempts && roster.following; attempt += 1) {
    const { state, startsAt, endsAt, title } = roster
    const place = placeOf(roster)
    await db.activities.change({ _id: id }, { state, startsAt, endsAt, ...(place && { place: _.set(place) }) })
    if (state === 'cancelled') await db.members.change({ 'calendar.roster': id }, { calendar: _.pull({ roster: id }) })
    else await tellCalendars(db, roster)
    const same = { _id: id, state, startsAt, endsAt, title, moved: roster.moved ?? _.exists(false) }
    if (settledBy !== undefined && changedAt(roster) < settledBy - onTheWay) {
      if (await db.rosters.findAndChange({ ...same, following: true }, { following: _.remove() })) return
    }
    const before = roster
    roster = await rosterOf(db, id)
    if (isSame(before, roster)) return
  }
}

const isSame = (one: Roster, other: Roster): boolean =>
  one.state === other.state && one.moved === other.moved && one.version === other.version

/** When its time was changed last, or when it was cancelled. */
const changedAt = ({ events }: Roster): number =>
  Math.max(0, ...events.filter(({ kind }) => kind === 'time' || kind === 'cancel').map(({ at }) => at))

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
