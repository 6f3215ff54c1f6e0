import type { InferOutput } from 'valibot'
import { Refused } from '../../src/domain/refusal'
import { type Duty, madeAhead, shiftOf, timesOf } from '../../src/domain/shift'
import { endDutyInput, planInput } from '../../src/domain/shift-input'
import type { RosterEvent } from '../../src/domain/roster'
import { belongingOf } from '../activity/scope'
import { derivedId } from '../runtime/caller'
import { _, type Database } from '../runtime/database'
import { demand, type MemberCall, procedure, scopesIn } from '../runtime/procedure'
import { freeEveryone } from './calendar'
import { ownerOf } from './open'

/** Plans a duty and makes its shifts. Planning it twice is planning it once: every id follows from the duty's. */
export const plan = procedure({
  needs: 'manage-shift',
  input: planInput,
  run: async (call, { intent, duty: _id, ...said }): Promise<{ duty: string; shifts: number }> => {
    const { centre, db, now } = call
    if (said.activity !== null) {
      const activity = await db.activities.get(said.activity)
      if (!activity) throw new Refused({ reason: 'not-found' })
      demand(call, 'manage-shift', belongingOf(activity))
    }
    const owner = ownerIn(call, said.team)
    demand(call, 'manage-shift', ownerOf(owner))
    if (owner.team !== null && !(await db.teams.get(owner.team))) throw new Refused({ reason: 'not-found' })
    if (said.when.kind === 'once' && said.when.startsAt <= now) throw new Refused({ reason: 'shift-begun' })
    const { title, place, placeKind, activity, when, roles } = said
    const duty: Duty = {
      _id,
      centre: centre._id,
      title,
      place,
      placeKind,
      activity,
      ...owner,
      when,
      roles,
      state: 'open',
      madeUntil: 0,
      saved: intent,
      createdAt: now,
    }
    const there = (await db.duties.insert(duty)) === 'inserted' ? duty : await db.duties.get(_id)
    if (there?.saved !== intent) throw new Refused({ reason: 'changed-meanwhile' })
    return { duty: _id, shifts: await make(db, there, now) }
  },
})

/** Who plans within a team or an organisation plans for it; who reaches the whole centre says for which team. */
function ownerIn(call: MemberCall, team: InferOutput<typeof planInput>['team']) {
  const { member } = call
  const wide = scopesIn(call, 'manage-shift').includes('centre')
  return {
    team: wide || team !== null ? team : member.team,
    organisation: wide ? null : member.organisation,
    createdBy: member._id,
  }
}

/** What is planned once is made once. */
const forever = 8.64e15
/** So many are written beside each other. */
const together = 20

/**
 * Makes the shifts of a duty for the weeks ahead, each once by its id. A duty that was ended meanwhile takes back what
 * was made.
 */
export async function make(db: Database, duty: Duty, now: number): Promise<number> {
  const once = duty.when.kind === 'once'
  const until = once ? forever : now + madeAhead
  const times = timesOf(duty.when, now, until)
  const shifts = times.flatMap((time) =>
    duty.roles.map((role) =>
      shiftOf(duty, role, time, derivedId(20, 'shift', duty.centre, duty._id, role.key, String(time.startsAt))),
    ),
  )
  for (let from = 0; from < shifts.length; from += together)
    await Promise.all(shifts.slice(from, from + together).map((shift) => db.shifts.insert(shift)))
  const made = await db.duties.change({ _id: duty._id, state: 'open' }, { madeUntil: until })
  if (made === 0) await cancelAll(db, duty._id, now, 'duty-ended', '', duty.createdBy ?? '')
  return shifts.length
}

/** Ends a duty: no more shifts are made of it, and those ahead are cancelled; whoever is on one is told why. */
export const endDuty = procedure({
  needs: 'manage-shift',
  input: endDutyInput,
  run: async (call, { intent, duty: id, reason }): Promise<null> => {
    const { db, member, now } = call
    const duty = await db.duties.get(id)
    if (!duty) throw new Refused({ reason: 'not-found' })
    demand(call, 'manage-shift', ownerOf(duty))
    await db.duties.change({ _id: id }, { state: 'ended' })
    await cancelAll(db, id, now, intent, reason, member._id)
    return null
  },
})

/** The most shifts of one duty that lie ahead: eight roles a day, for as long as they are made. */
const most = 400

async function cancelAll(db: Database, duty: string, now: number, intent: string, reason: string, by: string) {
  const ahead = await db.shifts.aggregate<{ _id: string }>({ duty, state: 'open', startsAt: { $gt: now } }, [
    { $project: { _id: 1 } },
    { $limit: most },
  ])
  for (const { _id } of ahead) await cancelOne(db, _id, { id: intent, at: now, kind: 'cancel', by, reason })
}

/** Cancels one shift, once, and gives everyone's time back. Done again it gives back what came in between. */
export async function cancelOne(db: Database, shift: string, event: RosterEvent & { kind: 'cancel' }): Promise<void> {
  await db.shifts.findAndChange(
    { _id: shift, state: 'open', 'events.id': _.nin([event.id]) },
    { state: 'cancelled', swaps: [], events: _.push([event]) },
  )
  await freeEveryone(db, shift)
}
