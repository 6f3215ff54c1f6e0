import { day } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Duty, Shift } from '../../src/domain/shift'
import { boardInput, cancelShiftInput, shiftCountInput } from '../../src/domain/shift-input'
import type { BoardShift, ShiftBoard } from '../../src/domain/shift-page'
import { restOf } from '../../src/domain/shift-rest'
import { maskedName, seesNames } from '../../src/domain/visibility'
import { _ } from '../runtime/database'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { teamRows } from '../volunteer/team'
import { clockOf } from './here'
import { ownerOf, reachShift } from './open'
import { cancelOne } from './plan'
import { shiftOfId } from './seat'
import { cardOf } from './view'

/** The most shifts of one week. */
const most = 500

/** The shifts of a week, each with who is on it; to each of the staff what they reach. */
export const board = procedure({
  needs: 'manage-shift',
  input: boardInput,
  run: async (call, { from }): Promise<ShiftBoard> => {
    const { centre, db } = call
    const [found, duties, teams] = await Promise.all([
      db.shifts.aggregate<Shift>({ state: 'open', startsAt: { $gte: from, $lt: from + 7 * day } }, [
        { $sort: { startsAt: 1 } },
        { $limit: most },
      ]),
      db.duties.aggregate<Duty>({ state: 'open' }, [{ $limit: most }]),
      teamRows(db),
    ])
    const mine = found.filter((shift) => allowed(call, 'manage-shift', ownerOf(shift)))
    return {
      shifts: await boardShifts(call, mine),
      duties: duties
        .filter((duty) => allowed(call, 'manage-shift', ownerOf(duty)))
        .map(({ _id, title, when }) => ({ _id, title, when })),
      teams,
      from,
      rest: { ...restOf(centre), changes: centre.rest?.changes ?? [], may: allowed(call, 'approve-volunteer', {}) },
    }
  },
})

async function boardShifts(call: MemberCall, shifts: readonly Shift[]): Promise<BoardShift[]> {
  const { db, member, now } = call
  const holders = [...new Set(shifts.flatMap(({ events }) => holdersIn(events)))]
  const [found, clock] = await Promise.all([
    db.members.some<Pick<Member, '_id' | 'name' | 'family'>>(holders, ['name', 'family']),
    clockOf(call, shifts),
  ])
  const names = new Map(
    found.flatMap(({ _id, name, family }) => [
      [_id, name] as const,
      ...family.map((each) => [each.id, each.name] as const),
    ]),
  )
  return shifts.map((shift) => {
    const whole = seesNames(member.roles, shift.endsAt, now)
    const told = (id: string) => (whole ? names.get(id) : maskedName(names.get(id) ?? '')) ?? ''
    return {
      ...cardOf(shift),
      duty: shift.duty,
      standby: shift.waitCapacity,
      people: seats(shift, now).parties.map((party) => ({
        party: party.id,
        name: party.people.map(told).join('、'),
        state: party.state,
        handingOn: shift.swaps.some((swap) => swap.party === party.id),
        clock: clock(shift, party),
      })),
    }
  })
}

const holdersIn = (events: readonly RosterEvent[]): string[] =>
  events.flatMap((event) => (event.kind === 'join' ? [event.member] : []))

/** How often a change by staff is tried where someone else of the staff changed the same in between. */
const attempts = 4

/** More or fewer people and places to stand by. Nobody who is on it is taken off by it. */
export const setCount = procedure({
  needs: 'manage-shift',
  input: shiftCountInput,
  run: async (call, { intent, shift: id, count, standby, reason }): Promise<BoardShift> => {
    const { db, member, now } = call
    let before = await reachShift(call, id)
    const event: RosterEvent = {
      id: intent,
      at: now,
      kind: 'capacity',
      capacity: count,
      waitCapacity: standby,
      by: member._id,
      reason,
    }
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      if (before.events.some((each) => each.id === intent)) return oneShift(call, before)
      const after = await db.shifts.findAndChange(
        { _id: id, capacity: before.capacity, waitCapacity: before.waitCapacity, 'events.id': _.nin([intent]) },
        {
          capacity: count,
          waitCapacity: standby,
          room: _.inc(count + standby - before.capacity - before.waitCapacity),
          events: _.push([event]),
        },
      )
      if (after) return oneShift(call, after)
      before = await shiftOfId(db, id)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

export const oneShift = async (call: MemberCall, shift: Shift): Promise<BoardShift> =>
  (await boardShifts(call, [shift]))[0] as BoardShift

/** Cancels a shift; whoever is on it is told why, and has the time back. */
export const cancel = procedure({
  needs: 'manage-shift',
  input: cancelShiftInput,
  run: async (call, { intent, shift: id, reason }): Promise<null> => {
    const { db, member, now } = call
    const shift = await reachShift(call, id)
    if (now >= shift.startsAt && shift.state === 'open') throw new Refused({ reason: 'shift-begun' })
    await cancelOne(db, id, { id: intent, at: now, kind: 'cancel', by: member._id, reason })
    return null
  },
})
