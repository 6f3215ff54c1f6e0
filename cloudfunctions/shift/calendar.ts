import type { Engagement, Member } from '../../src/domain/member'
import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Shift } from '../../src/domain/shift'
import type { Rest } from '../../src/domain/shift-rest'
import { type Server, whyNotFree } from '../../src/domain/shift-fit'
import { engagementOf } from '../activity/calendar'
import { _, type Database } from '../runtime/database'

/** What a party on a shift takes of its people's time. */
export const dutyOf = (shift: Omit<Shift, 'events'>, party: string, people: string[]): Engagement => ({
  ...engagementOf(shift, party, people),
  duty: true,
})

/** How often it is decided anew where the calendar changed in between. */
const attempts = 6

/**
 * Keeps a party's time in its member's calendar, or says why not: something else is on then, or there would not be rest
 * enough. What rest is, is a rule over the whole calendar (hours a day and a week, a night between two shifts), so it
 * is decided on a calendar as it was read, and the step that keeps the time holds only while no shift was put in or
 * taken out since (`dutyTurn`). The clash with anything else is in the step itself, as for activities: two things taken
 * at once ask this one document, which takes them one after the other.
 *
 * The same step asks for the role: who was suspended, or has left, in this very moment keeps no time here.
 */
export async function keepShift(
  db: Database,
  member: Member,
  entry: Engagement,
  people: readonly Server[],
  rest: Rest,
): Promise<Refusal | undefined> {
  let known: Member | null = member
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (!known || known.erasing !== undefined) return { reason: 'not-joined-centre' }
    if (known.calendar.some(({ party }) => party === entry.party)) return undefined
    if (!known.roles.some((role) => role === 'volunteer' || role === 'volunteer-captain'))
      return { reason: 'volunteer-state', state: 'suspended' }
    const whyNot = whyNotFree(
      { _id: entry.roster, startsAt: entry.startsAt, endsAt: entry.endsAt },
      people,
      known.calendar,
      rest,
    )
    if (whyNot) return whyNot
    const overlapping = _.elemMatch({
      roster: _.neq(entry.roster),
      people: _.in(entry.people),
      startsAt: _.lt(entry.endsAt),
      endsAt: _.gt(entry.startsAt),
    })
    const kept = await db.members.findAndChange(
      {
        _id: member._id,
        erasing: _.exists(false),
        roles: _.in(['volunteer', 'volunteer-captain']),
        calendar: _.not(overlapping),
        dutyTurn: known.dutyTurn ?? _.exists(false),
      },
      { calendar: _.push([entry]), dutyTurn: _.inc(1) },
    )
    if (kept) return undefined
    known = await db.members.get(member._id)
  }
  throw new Refused({ reason: 'server-busy' })
}

/** Gives a party's time back; once, however often it is asked. */
export async function freeShift(db: Database, member: string, party: string): Promise<void> {
  await db.members.change({ _id: member, 'calendar.party': party }, { calendar: _.pull({ party }), dutyTurn: _.inc(1) })
}

/** Gives back everyone's time that a shift had taken. */
export async function freeEveryone(db: Database, shift: string): Promise<void> {
  await db.members.change({ 'calendar.roster': shift }, { calendar: _.pull({ roster: shift }), dutyTurn: _.inc(1) })
}
