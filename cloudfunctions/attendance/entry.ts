import { checkInHours } from '../../src/domain/attendance-hours'
import {
  admitInput,
  belatedFor,
  type CheckedIn,
  presences,
  readCode,
  scanInput,
  undoInput,
  walkInInput,
} from '../../src/domain/attendance'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import { keptMember } from '../member/kept'
import { derivedId } from '../runtime/caller'
import { _ } from '../runtime/database'
import { weigh } from '../rating/weigh'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { memberOf } from './codes'
import { type Row, reach } from './desk'
import { type CheckIn, checkInOf, isUndone, whyNot, writeDown } from './presence'
import { seatOnTheSpot, seatWaiting } from './walk-in'

/** Reads a member's own code: everyone of theirs with a seat is written down. */
export const scan = procedure({
  needs: 'check-in-others',
  input: scanInput,
  run: async (call, { intent, activity, code: text }): Promise<CheckedIn> => {
    const { centre, now } = call
    const read = readCode(text)
    const row = await reach(call, activity, read?.kind === 'pass' ? read.member : undefined)
    if (!read) throw new Refused({ reason: 'code-invalid' })
    const whose = memberOf(centre._id, read, now)
    const mine = seats(row.roster, now).parties.filter((party) => party.member === whose)
    if (mine.length === 0) throw new Refused({ reason: 'not-in-activity' })
    const sitting = mine.filter((party) => party.state === 'seated' || party.state === 'offered')
    if (sitting.length === 0) throw new Refused({ reason: 'not-seated' })
    const there = presences(row.roster.events)
    const all = sitting.flatMap((party) => party.people)
    const missing = all.filter((person) => !there.has(person))
    const people = missing.length > 0 ? missing : all
    return await enter(call, row, { id: intent, people, way: 'pass' }, sitting)
  },
})

/** Checks in people of one party by name. Once the hours are over it takes a reason, and for some days only. */
export const admit = procedure({
  needs: 'check-in-others',
  input: admitInput,
  run: async (call, { intent, activity, party: id, people, reason }): Promise<CheckedIn> => {
    const row = await reach(call, activity)
    const party = seats(row.roster, call.now).parties.find((each) => each.id === id)
    if (!party || people.some((person) => !party.people.includes(person)))
      throw new Refused({ reason: 'not-in-activity' })
    if (party.state === 'waiting' || party.state === 'lapsed') {
      checkHours(row.roster, call.now, undefined)
      const event: CheckIn = { id: intent, at: call.now, kind: 'check-in', people, by: call.member._id, way: 'name' }
      return told(row, await seatWaiting(call.db, row.roster, party.id, event), event)
    }
    if (party.state !== 'seated' && party.state !== 'offered') throw new Refused({ reason: 'not-seated' })
    const named: Entry = { id: intent, people: [...new Set(people)], way: 'name', ...(reason !== null && { reason }) }
    return await enter(call, row, named, [party])
  },
})

/** How often a step is tried where the log grew between the look and the step. */
const attempts = 5

type Entry = Pick<CheckIn, 'id' | 'people' | 'way' | 'reason'>

/** The hours for staff: from an hour before to some days after, then with a reason. */
function checkHours(roster: Roster, now: number, reason: string | undefined): void {
  const { from, until } = checkInHours(roster)
  if (now < from) throw new Refused({ reason: 'checkin-too-early', opensAt: from })
  if (now >= (reason === undefined ? until : until + belatedFor))
    throw new Refused({ reason: 'checkin-too-late', closedAt: until })
}

async function enter(call: MemberCall, row: Row, entry: Entry, parties: readonly Party[]): Promise<CheckedIn> {
  const { db, now, member } = call
  const done = checkInOf(row.roster, entry.id)
  if (done) return told(row, row.roster, done)
  checkHours(row.roster, now, entry.reason)
  const event: CheckIn = { ...entry, at: now, kind: 'check-in', by: member._id }
  const takes = parties
    .filter((party) => party.state === 'offered')
    .map((party, n): RosterEvent => ({ id: `${entry.id}.take${n}`, at: now, kind: 'take', party: party.id }))
  const after = await writeDown(db, row.roster, event, takes)
  if (after) {
    // Whoever was taken for absent, and had judged it, is counted again.
    if (now >= after.endsAt)
      await weigh(db, after, event.people, { counted: true, cause: event.id, by: member._id, now })
    return told(row, after, event)
  }
  const current = await db.rosters.get(row._id)
  if (!current) throw new Refused({ reason: 'not-found' })
  const earlier = checkInOf(current, entry.id)
  return earlier ? told(row, current, earlier) : whyNot(current, event)
}

/** Someone without an account comes in: they are written down under the name they give, if a seat is free. */
export const walkIn = procedure({
  needs: 'walk-in-signup',
  input: walkInInput,
  run: async (call, { intent, activity, name, band, building }): Promise<CheckedIn> => {
    const { db, centre, now, member } = call
    const row = await reach(call, activity)
    const guest = derivedId(16, centre._id, 'kept', intent)
    const done = checkInOf(row.roster, intent)
    if (!done) {
      checkHours(row.roster, now, undefined)
      if (building !== null && !centre.buildings.some(({ id }) => id === building))
        throw new Refused({ reason: 'bad-input', field: 'building' })
      if (!row.roster.bands.includes(band)) throw new Refused({ reason: 'age-not-fit', bands: row.roster.bands, band })
      if (seats(row.roster, now).free === 0) throw new Refused({ reason: 'full', capacity: row.roster.capacity })
      await db.members.insert(keptMember({ _id: guest, centre: centre._id, name, band, building, by: member._id, now }))
    }
    const join: RosterEvent & { kind: 'join' } = {
      id: `${intent}.join`,
      at: now,
      kind: 'join',
      member: guest,
      people: [guest],
      first: true,
    }
    const event: CheckIn = { id: intent, at: now, kind: 'check-in', people: [guest], by: member._id, way: 'walk-in' }
    const seated = await seatOnTheSpot(db, row.roster, join, event).catch(async (error: unknown) => {
      // Who found no seat leaves no name behind.
      if (error instanceof Refused && error.refusal.reason === 'full') await db.members.remove({ _id: guest })
      throw error
    })
    return { ...told(row, seated, checkInOf(seated, intent) ?? event), people: [{ id: guest, name }] }
  },
})

/** Takes a check-in back: the people are not there, and what was is kept in the log. */
export const undo = procedure({
  needs: 'check-in-others',
  input: undoInput,
  run: async (call, { intent, activity, checkIn, reason }): Promise<null> => {
    const { db, now, member } = call
    let roster: Roster | null = (await reach(call, activity)).roster
    // Once it is over, who was there may judge it: nobody who held it takes that away.
    if (now >= roster.endsAt && !allowed(call, 'moderate-content', {})) throw new Refused({ reason: 'no-permission' })
    const undoing: RosterEvent = { id: intent, at: now, kind: 'undo-check-in', undoes: checkIn, by: member._id, reason }
    for (let attempt = 0; attempt < attempts && roster; attempt += 1) {
      if (!checkInOf(roster, checkIn)) throw new Refused({ reason: 'not-found' })
      if (isUndone(roster, checkIn)) {
        const gone = checkInOf(roster, checkIn)?.people ?? []
        const still: Roster = roster
        const absent = gone.filter((person) => !still.present?.includes(person))
        await weigh(db, roster, absent, { counted: false, cause: intent, by: member._id, now })
        return null
      }
      // Whoever left and came again is there by a later check-in, and stays.
      const people = [...presences(roster.events).values()].filter((each) => each.checkIn === checkIn)
      const undone = await db.rosters.findAndChange(
        { _id: activity, events: _.size(roster.events.length), 'events.undoes': _.nin([checkIn]) },
        { present: _.pullAll(people.map(({ person }) => person)), events: _.push([undoing]) },
      )
      if (undone) {
        const gone = people.map(({ person }) => person)
        await weigh(db, undone, gone, { counted: false, cause: intent, by: member._id, now })
        return null
      }
      roster = await db.rosters.get(activity)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** What staff are told: names are known to their screen already, but for those whose code was read. */
function told(row: Row, roster: Roster, event: CheckIn): CheckedIn {
  const known = (row.whose ?? []).flatMap(({ _id, name, family }) => [{ id: _id, name }, ...family])
  return {
    activity: row._id,
    title: roster.title,
    checkIn: event.id,
    at: event.at,
    people: event.people.map((id) => ({ id, name: known.find((person) => person.id === id)?.name ?? '' })),
  }
}
