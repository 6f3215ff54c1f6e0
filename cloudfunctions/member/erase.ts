import { randomBytes } from 'node:crypto'
import { eraseForInput, eraseInput, eraseKeptInput } from '../../src/domain/account'
import { reasonsAbout } from '../../src/domain/audit'
import { type Member, ownPeople } from '../../src/domain/member'
import { holds } from '../../src/domain/permission'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { joinOf, takeOff, undoOf } from '../activity/seat'
import { reach } from '../activity/staff'
import { forgetHours } from '../hours/forget'
import { leaveHousehold } from '../household/leave'
import { forgetOrders } from '../order/forget'
import { forgetBookings } from '../booking/forget'
import { forgetGroups } from '../group/forget'
import { forgetLoans } from '../loan/forget'
import { forgetDeeds } from '../provider/forget'
import { forgetNeeds } from '../need/forget'
import { forgetWords } from '../rating/forget'
import { derivedId } from '../runtime/caller'
import { type Collection, collections } from '../runtime/collections'
import { _, type Database, databaseOf } from '../runtime/database'
import { demand, procedure, type Tick } from '../runtime/procedure'
import { forgetShifts } from '../shift/forget'
import { forgetDecisions, forgetDocuments } from '../volunteer/forget'
import { renamed } from '../runtime/renamed'

/** Deletes my account, with everything of mine that is kept. Asked again, it goes on where it was, or is done. */
export const erase = procedure({
  // Whoever is being deleted is no member any more, and may still ask again.
  needs: 'identity',
  input: eraseInput,
  run: async ({ db, member, now, self }): Promise<null> => {
    if (member && !holds(member.roles, 'delete-own-account')) throw new Refused({ reason: 'no-permission' })
    await eraseMember(db, self, now)
    return null
  },
})

/** Rosters that are gone through at a time: someone may have been at hundreds. */
const page = 40

/**
 * Deletes a member, step by step: each may be done again, and the member itself goes last, so that a deletion that is
 * cut short is found and finished. The mark comes first: from then on nothing is promised to them any more. What stays
 * are logs in which somebody without a name had a seat, and the sums that were made of them.
 */
export async function eraseMember(db: Database, self: string, now: number): Promise<void> {
  const marked = await db.members.findAndChange({ _id: self }, { erasing: now })
  if (!marked) return
  const people = [...ownPeople(marked), ...(marked.formerFamily ?? [])]
  for (let rosters = await rostersOf(db, self); rosters.length > 0; rosters = await rostersOf(db, self))
    for (const roster of rosters) {
      if (roster.startsAt > now) await giveSeatsBack(db, self, [roster], now)
      await forgetReasons(db, roster, self)
      await forgetWords(db, [roster._id], people)
      await unname(db, roster._id, self)
    }
  await forgetShifts(db, self, now)
  await forgetDocuments(db, self)
  await forgetDecisions(db, self, noOne())
  await forgetHours(db, self, noOne())
  await forgetOrders(db, self, now)
  await forgetNeeds(db, self, now)
  await leaveHousehold(db, self)
  await forgetDeeds(db, marked.centre, self)
  await forgetEverywhere(db, self)
  // Late, so that what was on its way when the mark was set is found, too.
  await forgetLoans(db, self, noOne(), now)
  await forgetGroups(db, self, noOne(), now)
  await forgetBookings(db, self, noOne(), now)
  await forgetOrders(db, self, now)
  await forgetHours(db, self, noOne())
  // A record that they kept stays one that staff keep, whoever looks after it now.
  await db.members.change({ keptBy: self }, { keptBy: noOne() })
  await db.members.remove({ _id: self })
}

/** Some of the rosters whose log names the member still. */
const rostersOf = (db: Database, self: string): Promise<Roster[]> =>
  db.rosters.aggregate<Roster>({ 'events.member': self }, [{ $limit: page }])

/** An id that is nobody's, and was nobody's before. */
const noOne = (): string => `gone-${randomBytes(9).toString('base64url')}`

/** How often a log is taken up anew where it grew meanwhile. */
const attempts = 8

/**
 * Puts an id that is nobody's in place of the member's and their family's, all through one roster: their seats stay, and
 * whoever comes back under the same identity has nothing to do with them.
 */
async function unname(db: Database, id: string, self: string): Promise<void> {
  const nobody = noOne()
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const roster = await db.rosters.get(id)
    if (!roster) return
    const { people, present, events } = renamed(
      { people: roster.people, present: roster.present ?? null, events: roster.events },
      self,
      nobody,
    )
    const changed = await db.rosters.findAndChange(
      { _id: id, events: _.size(roster.events.length) },
      { people, events, ...(present && { present }) },
    )
    if (changed) return
  }
  throw new Refused({ reason: 'server-busy' })
}

/** Every seat and place in a line that is still ahead, by the ordinary way of leaving, so that others move up. */
async function giveSeatsBack(db: Database, self: string, ahead: readonly Roster[], now: number): Promise<void> {
  for (const roster of ahead)
    for (const join of roster.events) {
      if (join.kind !== 'join' || join.member !== self || undoOf(roster, join.id)) continue
      const id = derivedId(20, 'erased', join.id)
      const event: RosterEvent & { kind: 'leave' } = { id, at: now, kind: 'leave', undoes: join.id }
      await takeOff(db, roster._id, join, event)
    }
}

/** What staff wrote about their seats stays as a fact, without the words: those may say who it was. */
async function forgetReasons(db: Database, roster: Roster, self: string): Promise<void> {
  for (const id of reasonsAbout(roster, self)) {
    const place = roster.events.findIndex((event) => event.id === id)
    await db.rosters.change({ _id: roster._id, [`events.${place}.id`]: id }, { [`events.${place}.reason`]: '' })
  }
}

/** Someone without an account asks the staff to be forgotten: whatever is kept of them goes, as an account does. */
export const eraseFor = procedure({
  needs: 'walk-in-signup',
  input: eraseForInput,
  run: async (call, { activity, party }): Promise<null> => {
    const { db, now } = call
    const { roster } = await reach(call, 'walk-in-signup', activity)
    const join = joinOf(roster, party)
    if (join) await eraseRecord(db, join.member, now)
    return null
  },
})

/** The same for whoever was never on a list: written down from a paper card, for a thing or for a slot. */
export const eraseKept = procedure({
  needs: 'place-order-for',
  input: eraseKeptInput,
  run: async (call, { person }): Promise<null> => {
    demand(call, 'place-order-for', {})
    await eraseRecord(call.db, person, call.now)
    return null
  },
})

/**
 * Asked again they are gone already; who has an account deletes it themselves. What was lent to them is taken back first:
 * afterwards nobody knows whom to ask for it.
 */
async function eraseRecord(db: Database, id: string, now: number): Promise<void> {
  const person = await db.members.get(id)
  if (!person) return
  if (!person.keptBy) throw new Refused({ reason: 'no-permission' })
  const lent = person.loans?.find(({ dueAt }) => dueAt !== undefined)
  if (lent && person.erasing === undefined) throw new Refused({ reason: 'record-loan', name: lent.name })
  await eraseMember(db, id, now)
}

type Forgetful = Pick<Database['audits'], 'remove' | 'change'>

/** What the collections themselves declare to be a person's is removed, or stays without a name. */
async function forgetEverywhere(db: Database, self: string): Promise<void> {
  for (const [name, { person }] of Object.entries<Collection>(collections)) {
    if (!person) continue
    const kept: Forgetful = db[name as keyof Database]
    if (person.becomes === 'removed') await kept.remove({ [person.field]: self })
    else await kept.change({ [person.field]: self }, { [person.field]: null })
  }
}

/** The most that are finished at once; the next sweep goes on. */
const most = 20

/** Finishes deletions that were cut short. */
export async function forget({ now, db }: Tick): Promise<void> {
  const left = await db.members.aggregate<Pick<Member, '_id' | 'centre'>>({ erasing: { $gt: 0 } }, [
    { $limit: most },
    { $project: { centre: 1 } },
  ])
  for (const { _id, centre } of left) await eraseMember(databaseOf(centre), _id, now)
}
