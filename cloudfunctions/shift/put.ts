import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { putOnInput, takeOffInput } from '../../src/domain/shift-input'
import { ofAnother, type Server, whyNotFree, whyNotShift } from '../../src/domain/shift-fit'
import type { BoardShift } from '../../src/domain/shift-page'
import { restOf } from '../../src/domain/shift-rest'
import { joinOf, undoOf } from '../activity/seat'
import { grown } from '../runtime/birth'
import { type MemberCall, procedure } from '../runtime/procedure'
import { oneShift } from './board'
import { dutyOf, freeShift, keepShift } from './calendar'
import { reachShift } from './open'
import { type Join, shiftOfId, takeOff } from './seat'
import { push } from './sign-up'

/** How often it is tried where the list changed between the step that refused and the look at why. */
const attempts = 3

/**
 * Staff put a volunteer on a shift, by the same steps and rules by which they would take it themselves: whoever may
 * not, has no time or would have no rest is not put on it by anyone. They are told, with the reason, and may leave.
 */
export const putOn = procedure({
  needs: 'manage-shift',
  input: putOnInput,
  run: async (call, { intent, shift: id, person, reason }): Promise<BoardShift> => {
    const { db, now, self } = call
    let shift = await reachShift(call, id)
    const [volunteer, found] = await Promise.all([db.volunteers.get(person), db.members.get(person)])
    if (!volunteer || !found || found.erasing !== undefined) throw new Refused({ reason: 'not-volunteer' })
    const member = grown(found, now)
    const servers: Server[] = [{ id: person, band: member.band }]
    const rest = restOf(call.centre)
    const join: Join = {
      id: intent,
      at: now,
      kind: 'join',
      member: person,
      people: [person],
      first: true,
      by: self,
      reason,
    }
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const there = joinOf(shift, intent)
      if (there) return keep(call, shift, there, servers)
      if (undoOf(shift, intent)) throw new Refused({ reason: 'intent-undone' })
      const whyNot = whyNotShift(shift, volunteer, servers, member.calendar, now, rest)
      if (whyNot) throw refusedTo(call, person, whyNot)
      shift = (await push(db, id, join, servers)) ?? (await shiftOfId(db, id))
    }
    const joined = joinOf(shift, intent)
    if (!joined) throw new Refused({ reason: 'server-busy' })
    return keep(call, shift, joined, servers)
  },
})

/** They are on the list; now their time. Where that is taken they go off again, as if they had not been put there. */
async function keep(call: MemberCall, shift: Shift, join: Join, servers: Server[]): Promise<BoardShift> {
  const { db, now, centre } = call
  const undo = undoOf(shift, join.id)
  const member = await db.members.get(join.member)
  const rest = restOf(centre)
  if (undo?.kind === 'leave' && undo.by === 'clash')
    throw refusedTo(
      call,
      join.member,
      whyNotFree(shift, servers, member?.calendar ?? [], rest) ?? { reason: 'just-signed-elsewhere' },
    )
  if (undo || !member) return oneShift(call, shift)
  const whyNot = await keepShift(db, member, dutyOf(shift, join.id, join.people), servers, rest)
  if (!whyNot) return oneShift(call, shift)
  await takeOff(db, shift._id, join, { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' })
  throw refusedTo(call, join.member, whyNot)
}

/** What else is on then is told to nobody but to whom it concerns. */
const refusedTo = ({ self }: MemberCall, person: string, whyNot: Refusal): Refused =>
  new Refused(person === self ? whyNot : ofAnother(whyNot))

/** Staff take a party off a shift that has not begun; its people read why, and have the time back. Once, however often. */
export const takeOffParty = procedure({
  needs: 'manage-shift',
  input: takeOffInput,
  run: async (call, { intent, shift: id, party, reason }): Promise<BoardShift> => {
    const { db, now, self } = call
    const shift = await reachShift(call, id)
    const join = joinOf(shift, party)
    if (!join) throw new Refused({ reason: 'shift-not-on' })
    let after = shift
    if (!undoOf(shift, party)) {
      if (now >= shift.startsAt) throw new Refused({ reason: 'shift-begun' })
      const event = { id: intent, at: now, kind: 'leave', undoes: party, by: self, reason } as const
      after = (await takeOff(db, id, join, event)) ?? (await shiftOfId(db, id))
      if (!undoOf(after, party)) throw new Refused({ reason: 'server-busy' })
    }
    await freeShift(db, join.member, party)
    return oneShift(call, after)
  },
})
