import { activityInput, moveInput, type RosterPage, removeInput, setCapacityInput } from '../../src/domain/activity'
import type { Member } from '../../src/domain/member'
import type { Capability } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { glanceOf, positionOf } from '../../src/domain/sign-up'
import { maskedName, sees, seesNames } from '../../src/domain/visibility'
import { grown } from '../runtime/birth'
import { _, type Database } from '../runtime/database'
import { allowed, demand, type MemberCall, procedure } from '../runtime/procedure'
import { freeTime } from './calendar'
import { type ActivityRow, withRoster } from './open'
import { belongingOf } from './scope'
import { joinOf, rosterOf, takeOff, toldAt, undoOf } from './seat'
import { checkWords } from './words'

/** How often a change by staff is tried where someone else of the staff changed the same in between. */
const attempts = 4

/** The activity and its roster, for staff whose reach it is in. */
export async function reach(call: MemberCall, capability: Capability, id: string): Promise<ActivityRow> {
  const [row] = await call.db.activities.aggregate<ActivityRow>({ _id: id }, withRoster)
  if (!row) throw new Refused({ reason: 'not-found' })
  demand(call, capability, belongingOf(row))
  return row
}

/** The staff's roster: everyone on the list by name, and how each party stands. */
export const roster = procedure({
  needs: 'see-attendee-names',
  input: activityInput,
  run: async (call, input) => pageOf(call, await reach(call, 'see-attendee-names', input.activity)),
})

export async function pageOf(call: MemberCall, row: ActivityRow): Promise<RosterPage> {
  const { db, now, member } = call
  const roster = await toldAt(db, row.roster, now, member._id)
  const seating = seats(roster, now)
  const whole = seesNames(member.roles, row.endsAt, now)
  const { names, kept } = await namesOf(db, [...new Set(seating.parties.map((party) => party.member))], now)
  const told = (id: string) => {
    const person = names.get(id)
    if (!person) return { name: '', band: null }
    return whole ? person : { ...person, name: maskedName(person.name) }
  }
  return {
    activity: {
      id: row._id,
      title: row.title,
      startsAt: roster.startsAt,
      endsAt: roster.endsAt,
      place: row.place.name,
      state: roster.state,
    },
    placeNote: row.place.note,
    closesAt: roster.closesAt,
    moved: roster.moved ?? 0,
    edits: allowed(call, 'create-activity', belongingOf(row)),
    notifies: allowed(call, 'publish-notice', belongingOf(row)),
    notices: roster.events.flatMap((event) => (event.kind === 'notice' ? [{ text: event.text, at: event.at }] : [])),
    seats: glanceOf(roster, seating),
    waitCapacity: roster.waitCapacity,
    contacts: sees(member.roles, 'phone', 'on-request-logged'),
    parties: seating.parties.map((party) => {
      const position = positionOf(seating, party)
      return {
        id: party.id,
        people: party.people.map(told),
        state: party.state,
        joinedAt: party.joinedAt,
        kept: kept.has(party.member),
        ...(position !== undefined && { position }),
        ...(party.expiresAt !== undefined && { expiresAt: party.expiresAt }),
      }
    }),
  }
}

/** The names and bands of members and their families, by id, and who of them has no account; in one request. */
async function namesOf(db: Database, members: string[], now: number) {
  const fields = ['name', 'band', 'birth', 'family', 'keptBy'] as const
  const found = await db.members.some<Pick<Member, '_id' | (typeof fields)[number]>>(members, fields)
  const people = found
    .map((each) => grown(each, now))
    .flatMap(({ _id, name, band, family }) => [{ id: _id, name, band }, ...family])
  return {
    names: new Map(people.map(({ id, name, band }) => [id, { name, band }])),
    kept: new Set(found.flatMap(({ _id, keptBy }) => (keptBy ? [_id] : []))),
  }
}

/** Raises or cuts the seats and the places to wait. The room moves by the difference, in the same step as the log. */
export const setCapacity = procedure({
  needs: 'create-activity',
  input: setCapacityInput,
  run: async (call, { intent, activity, capacity, waitCapacity, reason }): Promise<RosterPage> => {
    const row = await reach(call, 'create-activity', activity)
    demand(call, 'see-attendee-names', belongingOf(row))
    const by = call.member._id
    const event: RosterEvent = { id: intent, at: call.now, kind: 'capacity', capacity, waitCapacity, by, reason }
    let before = row.roster
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (before.events.some((each) => each.id === intent)) return pageOf(call, { ...row, roster: before })
      const more = capacity + waitCapacity - before.capacity - before.waitCapacity
      const after = await call.db.rosters.findAndChange(
        {
          _id: activity,
          capacity: before.capacity,
          waitCapacity: before.waitCapacity,
          'events.id': _.nin([intent]),
        },
        { capacity, waitCapacity, room: _.inc(more), events: _.push([event]) },
      )
      if (after) return pageOf(call, { ...row, roster: after })
      before = await rosterOf(call.db, activity)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** Moves a party to a seat, over capacity if need be, or to the list, where it waits for staff. */
export const move = procedure({
  needs: 'walk-in-signup',
  input: moveInput,
  run: async (call, { intent, activity, party, to, reason }): Promise<RosterPage> => {
    const row = await reach(call, 'walk-in-signup', activity)
    // Afterwards the list says who was there; nothing in it is changed any more.
    if (call.now >= row.roster.endsAt) throw new Refused({ reason: 'already-started' })
    await checkWords(call, belongingOf(row), reason)
    const event: RosterEvent = { id: intent, at: call.now, kind: 'move', party, to, by: call.member._id, reason }
    const moved = await call.db.rosters.findAndChange(
      {
        _id: activity,
        events: _.elemMatch({ id: party, kind: 'join' }),
        'events.id': _.nin([intent]),
        'events.undoes': _.nin([party]),
      },
      { events: _.push([event]) },
    )
    return pageOf(call, { ...row, roster: moved ?? (await stillThere(call.db, activity, party)) })
  },
})

/** Takes a party off the list. Its time is given back; the log keeps who did it and why. */
export const remove = procedure({
  needs: 'walk-in-signup',
  input: removeInput,
  run: async (call, { intent, activity, party, reason }): Promise<RosterPage> => {
    const row = await reach(call, 'walk-in-signup', activity)
    // Afterwards the list says who was there; nothing in it is changed any more.
    if (call.now >= row.roster.endsAt) throw new Refused({ reason: 'already-started' })
    await checkWords(call, belongingOf(row), reason)
    const join = joinOf(row.roster, party)
    if (!join) throw new Refused({ reason: 'not-in-activity' })
    const by = call.member._id
    const event = { id: intent, at: call.now, kind: 'leave', undoes: party, by, reason } as const
    const removed = await takeOff(call.db, activity, join, event)
    await freeTime(call.db, join.member, [party])
    return pageOf(call, { ...row, roster: removed ?? (await rosterOf(call.db, activity)) })
  },
})

/** The roster as it is, for a step that did not match because it was done before; refused where the party is gone. */
async function stillThere(db: Database, activity: string, party: string): Promise<Roster> {
  const roster = await rosterOf(db, activity)
  if (!joinOf(roster, party) || undoOf(roster, party)) throw new Refused({ reason: 'not-in-activity' })
  return roster
}
