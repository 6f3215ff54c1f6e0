import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import { takeShiftInput } from '../../src/domain/shift-input'
import { type Server, whyNotFree, whyNotShift } from '../../src/domain/shift-fit'
import type { ShiftOutcome } from '../../src/domain/shift-page'
import { type Rest, restOf } from '../../src/domain/shift-rest'
import { firstOutcome } from '../../src/domain/sign-up'
import { hasTime } from '../activity/calendar'
import { joinOf, undoOf } from '../activity/seat'
import { _, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { dutyOf, keepShift } from './calendar'
import { serversOf, volunteerAndShift } from './read'
import { type Join, outcomeAt, shiftOfId, takeOff } from './seat'
import { cardOf, ownShiftParty } from './view'

/** How often it is tried where the list changed between the step that refused and the look at why. */
const attempts = 3

/**
 * Takes a shift: one atomic step on its roster, then the time in the volunteer's calendar, where a clash and the rest
 * are decided. The rules are looked at before (a refusal that costs no write) and again by the steps themselves.
 */
export const signUp = procedure({
  needs: 'take-shift',
  input: takeShiftInput,
  run: async (call, { intent, shift: id, people }): Promise<ShiftOutcome> => {
    const { centre, db, member, now } = call
    const rest = restOf(centre)
    const { volunteer, shift: guard } = await volunteerAndShift(call, id)
    const servers = serversOf(call, people)
    const ids = servers.map((server) => server.id)
    const join: Join = { id: intent, at: now, kind: 'join', member: member._id, people: ids, first: true }
    let whyNot = whyNotShift(guard, volunteer, servers, member.calendar, now, rest)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const joined = whyNot ? null : await push(db, id, join, servers)
      if (joined) return settle(db, joined, join, member, servers, now, rest)
      const shift = await shiftOfId(db, id)
      if (joinOf(shift, intent)) return replay(db, shift, intent, member, servers, rest)
      if (undoOf(shift, intent)) throw new Refused({ reason: 'intent-undone' })
      whyNot = whyNotShift(shift, volunteer, servers, member.calendar, now, rest)
      if (whyNot) throw new Refused(whyNot)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

/** The one atomic step: everything of the list that could refuse is in its filter. */
export const push = (db: Database, shift: string, join: Join, servers: readonly Server[]) =>
  db.shifts.findAndChange(
    {
      _id: shift,
      state: 'open',
      startsAt: _.gt(join.at),
      bands: _.all([...new Set(servers.map(({ band }) => band))]),
      capacity: _.gte(join.people.length),
      room: _.gte(join.people.length),
      people: _.nin(join.people),
      'events.id': _.nin([join.id]),
      'events.undoes': _.nin([join.id]),
    },
    { room: _.inc(-join.people.length), people: _.push(join.people), events: _.push([join]) },
  )

/** They are on the list; now their time. Where that is taken they go off again, as if they had not come. */
async function settle(
  db: Database,
  shift: Shift,
  join: Join,
  member: Member,
  servers: readonly Server[],
  now: number,
  rest: Rest,
): Promise<ShiftOutcome> {
  const whyNot = await keepShift(db, member, dutyOf(shift, join.id, join.people), servers, rest)
  if (!whyNot) return outcomeAt(shift, join.id, member, now)
  await takeOff(db, shift._id, join, { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' })
  throw new Refused(whyNot)
}

/** The same intent again: what it was told the first time, whatever has become of it; its time is kept if it is on. */
async function replay(
  db: Database,
  shift: Shift,
  intent: string,
  member: Member,
  servers: readonly Server[],
  rest: Rest,
): Promise<ShiftOutcome> {
  const join = joinOf(shift, intent)
  const before = firstOutcome(shift, intent)
  if (!join || !before || join.member !== member._id) throw new Refused({ reason: 'shift-not-on' })
  const undo = undoOf(shift, intent)
  if (undo?.kind === 'leave' && undo.by === 'clash')
    throw new Refused(whyNotFree(shift, servers, member.calendar, rest) ?? { reason: 'just-signed-elsewhere' })
  if (!undo && !hasTime(member, intent)) await settle(db, shift, join, member, servers, join.at, rest)
  return { ...cardOf(shift), party: ownShiftParty(shift, before.seating, before.party, member) }
}
