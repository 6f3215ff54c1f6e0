import { day, startOfDay } from '../../src/domain/day'
import { noInput } from '../../src/domain/input'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { askInput, shiftInput } from '../../src/domain/shift-input'
import { lackOf, type ShiftGuard } from '../../src/domain/shift-fit'
import type { ShortShift } from '../../src/domain/shift-page'
import { type Rest, restOf } from '../../src/domain/shift-rest'
import { whatFits } from '../../src/domain/this-week'
import { grown } from '../runtime/birth'
import { _ } from '../runtime/database'
import { notify } from '../runtime/inbox'
import { allowed, type MemberCall, procedure } from '../runtime/procedure'
import { type VolunteerAndMember, withMember } from '../volunteer/staff'
import { helperOf, taskOf } from './helper'
import { ownerOf, reachShift } from './open'
import { cardOf } from './view'

/** The most shifts that are looked at, the most volunteers, and how many are proposed for each shift. */
const mostShifts = 200
const mostVolunteers = 999
const proposed = 6
/** So many for a shift that staff put somebody on. */
const proposedForOne = 20

type Candidate = VolunteerAndMember & {
  members: Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'building' | 'calendar'>[]
}

/** What begins until tomorrow night and is short of people, soonest first, with who could be asked and why. */
export const atRisk = procedure({
  needs: 'manage-shift',
  input: noInput,
  run: async (call): Promise<ShortShift[]> => {
    const { db, now } = call
    const until = startOfDay(now) + 2 * day
    const [shifts, volunteers] = await Promise.all([
      db.shifts.aggregate<ShiftGuard>({ state: 'open', startsAt: { $gt: now, $lt: until } }, [
        { $sort: { startsAt: 1 } },
        { $project: { events: 0 } },
        { $limit: mostShifts },
      ]),
      activeVolunteers(call),
    ])
    const mine = shifts.filter((shift) => lackOf(shift) > 0 && allowed(call, 'manage-shift', ownerOf(shift)))
    return mine.map((shift) => ({ shift: cardOf(shift), could: whoCould(shift, volunteers, call).slice(0, proposed) }))
  },
})

const activeVolunteers = ({ db }: MemberCall): Promise<Candidate[]> =>
  db.volunteers.aggregate<Candidate>({ state: 'active' }, [
    ...withMember('building', 'calendar'),
    { $limit: mostVolunteers },
  ])

/** Who fits one shift and has the time, best first: whom staff could put on it. */
export const could = procedure({
  needs: 'manage-shift',
  input: shiftInput,
  run: async (call, { shift: id }): Promise<ShortShift['could']> => {
    const [shift, volunteers] = await Promise.all([reachShift(call, id), activeVolunteers(call)])
    return whoCould(shift, volunteers, call).slice(0, proposedForOne)
  },
})

/** Who fits, best first; of two who fit alike, who was asked longest ago. */
function whoCould(
  shift: ShiftGuard,
  volunteers: readonly Candidate[],
  { centre, now }: MemberCall,
): ShortShift['could'] {
  const rest: Rest = restOf(centre)
  const task = taskOf({ ...shift, lack: lackOf(shift) })
  return volunteers
    .flatMap((volunteer) => {
      const found = volunteer.members[0]
      if (!found || shift.people.includes(volunteer._id)) return []
      const { band } = grown({ ...found, family: [] }, now)
      const member = { _id: found._id, band, building: found.building ?? null, calendar: found.calendar ?? [] }
      const [fit] = whatFits([task], helperOf(volunteer, member, shift.startsAt, rest), now)
      if (!fit) return []
      // That it is short of people is true of everyone who is asked.
      const reasons = fit.reasons.filter(({ why }) => why !== 'short')
      const asked = shift.askedWhom?.includes(volunteer._id) ?? false
      return [
        { id: volunteer._id, name: found.name, reasons, asked, score: fit.score, askedAt: volunteer.askedAt ?? 0 },
      ]
    })
    .sort((one, other) => other.score - one.score || one.askedAt - other.askedAt)
    .map(({ id, name, reasons, asked }) => ({ id, name, reasons, asked }))
}

/**
 * Asks some by name to help out on a shift: an entry in each inbox, exactly once however often it is asked. Only active
 * volunteers are asked, and who is on it already is not.
 */
export const ask = procedure({
  needs: 'manage-shift',
  input: askInput,
  run: async (call, { shift: id, people }): Promise<{ asked: string[] }> => {
    const { centre, db, now } = call
    const shift: Shift = await reachShift(call, id)
    if (shift.state === 'cancelled') throw new Refused({ reason: 'shift-cancelled' })
    if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
    const active = await activeOf(
      call,
      people.filter((person) => !shift.people.includes(person)),
    )
    if (active.length === 0) throw new Refused({ reason: 'swap-nobody' })
    const fresh = active.filter((person) => !shift.askedWhom?.includes(person))
    for (const person of fresh) await db.shifts.findAndChange({ _id: id }, { askedWhom: _.addToSet(person) })
    await notify(
      db,
      centre._id,
      active.map((to) => ({
        to,
        kind: 'shift-asked',
        noun: 'shift',
        about: id,
        title: shift.title,
        cause: 'asked',
        at: now,
        startsAt: shift.startsAt,
      })),
    )
    await db.volunteers.change({ _id: _.in(active) }, { askedAt: now })
    return { asked: active }
  },
})

async function activeOf({ db }: MemberCall, people: readonly string[]): Promise<string[]> {
  const found = await db.volunteers.some<{ _id: string; state: string }>(people, ['state'])
  return found.filter(({ state }) => state === 'active').map(({ _id }) => _id)
}
