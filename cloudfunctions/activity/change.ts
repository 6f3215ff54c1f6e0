import type { RosterPage } from '../../src/domain/activity'
import { cancelInput, changeTimeInput, noticeInput } from '../../src/domain/activity-change'
import { timeLacks } from '../../src/domain/activity-lack'
import { Refused } from '../../src/domain/refusal'
import type { NewTime, Roster, RosterEvent } from '../../src/domain/roster'
import { derivedId } from '../runtime/caller'
import { giveWay, inTheWay } from '../booking/hall'
import { _ } from '../runtime/database'
import { demand, procedure } from '../runtime/procedure'
import { follow } from './follow'
import { belongingOf } from './scope'
import { rosterOf } from './seat'
import { pageOf, reach } from './staff'
import { checkWords } from './words'

/** From when on freed seats are offered, by the latest time that the log has. */
const offersFromOf = (roster: Roster): number =>
  roster.events.reduce((from, event) => (event.kind === 'time' ? event.offersFrom : from), roster.rules.offersFrom)

/**
 * Moves it to another time or place. Everyone on the list stays where they are; the rule's times move along. Who has
 * not seen the latest time is refused: two who move it at once never undo each other's change unseen.
 */
export const changeTime = procedure({
  needs: 'create-activity',
  input: changeTimeInput,
  run: async (call, { intent, activity, moved, place, placeNote, reason, ...times }): Promise<RosterPage> => {
    const { db, now } = call
    const row = await reach(call, 'create-activity', activity)
    demand(call, 'see-attendee-names', belongingOf(row))
    await checkWords(call, belongingOf(row), reason, place, placeNote)
    const before = row.roster
    const placeId = place === null || place === row.place.name ? row.place.id : null
    const hall = { placeId, startsAt: times.startsAt, endsAt: times.endsAt }
    if (!before.events.some(({ id }) => id === intent)) {
      if (now >= before.startsAt) throw new Refused({ reason: 'already-started' })
      const lacks = timeLacks({ ...times, opensAt: null }, now)
      // A list that has closed may stay closed.
      const wrong = lacks.filter(({ field }) => field !== 'closesAt' || times.closesAt !== before.closesAt)
      if (wrong.length === 0 && (await inTheWay(db, hall, now)).length > 0)
        wrong.push({ field: 'place', why: 'booked' })
      if (wrong.length > 0) throw new Refused({ reason: 'draft-incomplete', lacks: wrong })
    }
    const to: NewTime = {
      ...times,
      offersFrom: times.startsAt - (before.startsAt - offersFromOf(before)),
      settledFrom: times.startsAt,
      ...(place !== null && {
        place: {
          id: place === row.place.name ? row.place.id : derivedId(12, 'place', place),
          name: place,
          note: placeNote ?? '',
        },
      }),
    }
    const event: RosterEvent = { id: intent, at: now, kind: 'time', ...to, by: call.member._id, reason }
    const after = await db.rosters.findAndChange(
      { _id: activity, state: 'open', moved: moved === 0 ? _.exists(false) : moved, 'events.id': _.nin([intent]) },
      { ...times, moved: moved + 1, following: true, events: _.push([event]) },
    )
    const found = after ?? (await rosterOf(db, activity))
    if (!found.events.some(({ id }) => id === intent)) {
      if (found.state === 'cancelled') throw new Refused({ reason: 'activity-cancelled' })
      throw new Refused({ reason: 'changed-meanwhile' })
    }
    await follow(db, activity)
    // Only while this is where it is: a late replay takes nothing from whoever booked a time that was left since.
    const last = found.events.filter(({ kind }) => kind === 'time').at(-1)
    if (last?.id === intent && found.state === 'open')
      await giveWay(db, hall, { id: intent, title: row.title, by: call.member._id }, now)
    return pageOf(call, await reach(call, 'create-activity', activity))
  },
})

/** Cancels it, with a reason. Nobody moves up any more, and everyone's time is theirs again. */
export const cancel = procedure({
  needs: 'create-activity',
  input: cancelInput,
  run: async (call, { intent, activity, reason }): Promise<RosterPage> => {
    const { db, now } = call
    const row = await reach(call, 'create-activity', activity)
    demand(call, 'see-attendee-names', belongingOf(row))
    await checkWords(call, belongingOf(row), reason)
    if (row.roster.state === 'open' && now >= row.roster.endsAt) throw new Refused({ reason: 'already-started' })
    const event: RosterEvent = { id: intent, at: now, kind: 'cancel', by: call.member._id, reason }
    // Cancelled by two at once it is cancelled once, for the first one's reason.
    await db.rosters.findAndChange(
      { _id: activity, state: 'open', 'events.id': _.nin([intent]) },
      { state: 'cancelled', following: true, events: _.push([event]) },
    )
    await follow(db, activity)
    return pageOf(call, await reach(call, 'create-activity', activity))
  },
})

/** A few words to everyone on the list; the log keeps them, and they are told from it. */
export const notify = procedure({
  needs: 'publish-notice',
  input: noticeInput,
  run: async (call, { intent, activity, text }): Promise<RosterPage> => {
    const row = await reach(call, 'publish-notice', activity)
    demand(call, 'see-attendee-names', belongingOf(row))
    await checkWords(call, belongingOf(row), text)
    const event: RosterEvent = { id: intent, at: call.now, kind: 'notice', text, by: call.member._id }
    const noted = await call.db.rosters.findAndChange(
      { _id: activity, 'events.id': _.nin([intent]) },
      { events: _.push([event]) },
    )
    return pageOf(call, { ...row, roster: noted ?? (await rosterOf(call.db, activity)) })
  },
})
