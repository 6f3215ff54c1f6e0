import { type SignUpOutcome, signUpInput } from '../../src/domain/activity'
import { doorsOf } from '../../src/domain/door'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { firstOutcome, goesFirst, type Signer, whyNotSignUp } from '../../src/domain/sign-up'
import { _, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { engagementOf, hasTime, keepTime } from './calendar'
import { joinOf, outcomeAt, rosterOf, takeOff, toldOf, undoOf } from './seat'
import { ownParty, signersOf } from './view'

/** How often a sign-up is tried where the list changed between the step that refused and the look at why. */
const attempts = 3

/**
 * Signs people up as one party: one atomic step on the roster, then their time in the member's calendar. The rules are
 * looked at before (a refusal that costs no write) and again by the step itself, which alone decides.
 */
export const signUp = procedure({
  needs: 'sign-up',
  input: signUpInput,
  roster: (input) => input.activity,
  run: async (
    { centre, db, member, now, roster: guard },
    { intent, activity, people, door },
  ): Promise<SignUpOutcome> => {
    if (!guard) throw new Refused({ reason: 'not-found' })
    const signers = signersOf(member, people)
    const ids = signers.map((signer) => signer.id)
    const first = goesFirst(guard.rules.priority, signers, member.building, member._id)
    const known = door !== null && doorsOf(centre).some(({ id }) => id === door)
    const join: Join = {
      id: intent,
      at: now,
      kind: 'join',
      member: member._id,
      people: ids,
      first,
      ...(known && { door }),
    }
    let whyNot = whyNotSignUp(guard, signers, member.calendar, now)
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const joined = whyNot ? null : await push(db, activity, join, signers)
      if (joined) return settle(db, joined, join, member, now)
      const roster = await rosterOf(db, activity)
      if (joinOf(roster, intent)) return replay(db, roster, intent, member)
      if (undoOf(roster, intent)) throw new Refused({ reason: 'intent-undone' })
      whyNot = whyNotSignUp(roster, signers, member.calendar, now)
      if (whyNot?.reason === 'already-signed') throw new Refused(whyAlready(roster, ids, now))
      if (whyNot) throw new Refused(whyNot)
    }
    throw new Refused({ reason: 'server-busy' })
  },
})

type Join = RosterEvent & { kind: 'join' }

/** The one atomic step: everything that could refuse is in its filter, everything that follows in its change. */
const push = (db: Database, activity: string, join: Join, signers: Signer[]) =>
  db.rosters.findAndChange(
    {
      _id: activity,
      state: 'open',
      opensAt: _.lte(join.at),
      closesAt: _.gt(join.at),
      bands: _.all([...new Set(signers.map((signer) => signer.band))]),
      capacity: _.gte(join.people.length),
      room: _.gte(join.people.length),
      people: _.nin(join.people),
      'events.id': _.nin([join.id]),
      'events.undoes': _.nin([join.id]),
    },
    { room: _.inc(-join.people.length), people: _.push(join.people), events: _.push([join]) },
  )

/** The party is on the list; now its time. Where that is taken, the party goes off again, as if it had not come. */
async function settle(db: Database, roster: Roster, join: Join, member: Member, now: number): Promise<SignUpOutcome> {
  if (await keepTime(db, member, engagementOf(roster, join.id, join.people)))
    return outcomeAt(roster, join.id, member, now)
  await takeOff(db, roster._id, join, { id: `${join.id}.clash`, at: now, kind: 'leave', undoes: join.id, by: 'clash' })
  throw new Refused({ reason: 'just-signed-elsewhere' })
}

/**
 * The same intent again: what it was told the first time, whatever has become of it. Its time is kept if it is on; where
 * that was done before it is not asked anew, since staff may have moved one thing onto another meanwhile.
 */
async function replay(db: Database, roster: Roster, intent: string, member: Member): Promise<SignUpOutcome> {
  const join = joinOf(roster, intent)
  const before = firstOutcome(roster, intent)
  if (!join || !before || join.member !== member._id) throw new Refused({ reason: 'not-in-activity' })
  const undo = undoOf(roster, intent)
  if (undo?.kind === 'leave' && undo.by === 'clash') throw new Refused({ reason: 'just-signed-elsewhere' })
  if (!undo && !hasTime(member, intent)) await settle(db, roster, join, member, join.at)
  return toldOf(roster, before.seating, ownParty(before.seating, before.party, member))
}

function whyAlready(roster: Roster, people: string[], now: number) {
  const seating = seats(roster, now)
  const line = seating.parties.filter((party) => party.state === 'waiting')
  const position = 1 + line.findIndex((party) => party.people.some((person) => people.includes(person)))
  return position > 0 ? ({ reason: 'already-waiting', position } as const) : ({ reason: 'already-signed' } as const)
}
