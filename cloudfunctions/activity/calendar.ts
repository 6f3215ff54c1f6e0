import type { Engagement, Member } from '../../src/domain/member'
import type { Roster } from '../../src/domain/roster'
import { _, type Database } from '../runtime/database'

/** What a party takes of its people's time. The same party always makes the same entry, so keeping it twice is once. */
export const engagementOf = (roster: Omit<Roster, 'events'>, party: string, people: string[]): Engagement => ({
  party,
  roster: roster._id,
  title: roster.title,
  people,
  startsAt: roster.startsAt,
  endsAt: roster.endsAt,
})

/** Whether a party's time was kept already, as far as the member was read. */
export const hasTime = (member: Member, party: string): boolean =>
  member.calendar.some((entry) => entry.party === party)

/**
 * Keeps a party's time in its member's calendar, in one atomic step; false where one of its people is taken then.
 *
 * The calendar is where a clash is decided. Two overlapping sign-ups of one person, at once, both reach their rosters;
 * then each asks this one document, which takes them in some order and refuses the later one. Reading the other roster
 * instead could not tell "I came second" from "we both did", and would let both stay or send both away.
 */
export async function keepTime(db: Database, member: Member, entry: Engagement): Promise<boolean> {
  const overlapping = _.elemMatch({
    roster: _.neq(entry.roster),
    people: _.in(entry.people),
    startsAt: _.lt(entry.endsAt),
    endsAt: _.gt(entry.startsAt),
  })
  const kept = await db.members.findAndChange(
    { _id: member._id, erasing: _.exists(false), calendar: _.not(overlapping) },
    { calendar: _.addToSet(entry) },
  )
  return kept !== null
}

/** Gives a party's time back. */
export async function freeTime(db: Database, member: string, parties: string[]): Promise<void> {
  await db.members.change({ _id: member }, { calendar: _.pull({ party: _.in(parties) }) })
}
