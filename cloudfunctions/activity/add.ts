import type { RosterPage } from '../../src/domain/activity'
import { addInput, type Findable, findInput } from '../../src/domain/activity-change'
import { isMinor } from '../../src/domain/age'
import { clashes } from '../../src/domain/sign-up'
import type { Member } from '../../src/domain/member'
import { type Refusal, Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { maskedName, sees } from '../../src/domain/visibility'
import { grown } from '../runtime/birth'
import { _, type Database } from '../runtime/database'
import { procedure } from '../runtime/procedure'
import { engagementOf, hasTime, keepTime } from './calendar'
import { joinOf, rosterOf, takeOff, undoOf } from './seat'
import { belongingOf } from './scope'
import { pageOf, reach } from './staff'
import { checkWords } from './words'
import { whyNotAgreed } from './view'

/** As many as one can choose from at a glance. */
const most = 20

type Found = Pick<Member, '_id' | 'name' | 'band' | 'birth' | 'building' | 'family'>

const literally = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Members and their families by a part of their name, for staff who put them on this list. */
export const find = procedure({
  needs: 'walk-in-signup',
  input: findInput,
  run: async (call, { activity, words }): Promise<Findable[]> => {
    const { db, now, member, centre } = call
    const { roster } = await reach(call, 'walk-in-signup', activity)
    // Everyone's names are there for a list that someone can still be put on, and for no other.
    const whyNot = whyNotAny(roster, now)
    if (whyNot) throw new Refused(whyNot)
    const part = { $regex: literally(words) }
    const found = await db.members.aggregate<Found>(
      { name: { $exists: true }, erasing: { $exists: false }, $or: [{ name: part }, { 'family.name': part }] },
      [{ $sort: { name: 1 } }, { $limit: most }, { $project: { name: 1, band: 1, birth: 1, building: 1, family: 1 } }],
    )
    const buildings = new Map(centre.buildings.map(({ id, name }) => [id, name]))
    const lives = sees(member.roles, 'estate-building', 'full', 'during-task-only')
    const minors = sees(member.roles, 'minor-info', 'full', 'during-task-only')
    return found
      .map((each) => grown(each, now))
      .flatMap((holder) => {
        const people = [{ id: holder._id, name: holder.name, band: holder.band }, ...holder.family]
        return people
          .filter(({ name }) => name.includes(words))
          .map(({ id, name, band }) => ({
            id,
            holder: holder._id,
            name: isMinor(band) && !minors ? maskedName(name) : name,
            band,
            building: lives && holder.building !== null ? (buildings.get(holder.building) ?? null) : null,
            of: id === holder._id ? null : holder.name,
            here: roster.people.includes(id),
          }))
      })
      .slice(0, most)
  },
})

/**
 * Puts people of one member on the list: before it opens, after it closes, whatever their age and however full it is.
 * What staff may not set aside: that they are on it already, that they are somewhere else then, that a guardian agrees.
 */
export const add = procedure({
  needs: 'walk-in-signup',
  input: addInput,
  run: async (call, { intent, activity, holder: id, people: named, to, reason }): Promise<RosterPage> => {
    const { db, now } = call
    const row = await reach(call, 'walk-in-signup', activity)
    await checkWords(call, belongingOf(row), reason)
    const people = [...new Set(named)]
    const holder = await holderOf(db, id, people, now)
    const by = call.member._id
    const join: Join = { id: intent, at: now, kind: 'join', member: id, people, first: true, by, reason }
    if (!joinOf(row.roster, intent)) {
      const whyNot = whyNotAdd(row.roster, holder, people, now)
      if (whyNot) throw new Refused(whyNot)
    }
    const added = (await push(db, activity, join, to)) ?? (await rosterOf(db, activity))
    if (!joinOf(added, intent)) throw new Refused(whyNotAdd(added, holder, people, now) ?? { reason: 'server-busy' })
    if (undoOf(added, intent)) throw new Refused({ reason: 'person-taken' })
    if (!hasTime(holder, intent) && !(await keepTime(db, holder, engagementOf(added, intent, people)))) {
      await takeOff(db, activity, join, { id: `${intent}.clash`, at: now, kind: 'leave', undoes: intent, by: 'clash' })
      throw new Refused({ reason: 'person-taken' })
    }
    return pageOf(call, { ...row, roster: added })
  },
})

type Join = RosterEvent & { kind: 'join' }

async function holderOf(db: Database, id: string, people: readonly string[], now: number): Promise<Member> {
  const found = await db.members.get(id)
  const holder = found && found.erasing === undefined ? grown(found, now) : null
  if (!holder) throw new Refused({ reason: 'not-found' })
  for (const person of people) {
    if (person !== id && !holder.family.some((each) => each.id === person)) throw new Refused({ reason: 'not-found' })
    const whyNot = whyNotAgreed(holder, person)
    if (whyNot) throw new Refused(whyNot)
  }
  return holder
}

/** Why nobody can be put on this list any more, or nothing. */
function whyNotAny(roster: Roster, now: number): Refusal | undefined {
  if (roster.state === 'cancelled') return { reason: 'activity-cancelled' }
  return now >= roster.endsAt ? { reason: 'already-started' } : undefined
}

function whyNotAdd(roster: Roster, holder: Member, people: readonly string[], now: number): Refusal | undefined {
  const whyNot = whyNotAny(roster, now)
  if (whyNot) return whyNot
  if (people.some((person) => roster.people.includes(person))) return { reason: 'already-signed' }
  const taken = holder.calendar.some((entry) => entry.roster !== roster._id && clashes(entry, people, roster))
  return taken ? { reason: 'person-taken' } : undefined
}

/** The one atomic step. To a seat is a second event of the same update: nobody stands in the line in between. */
const push = (db: Database, activity: string, join: Join, to: 'seat' | 'line') => {
  const { id, at, by = '', reason = '', people } = join
  const seat: RosterEvent = { id: `${id}.seat`, at, kind: 'move', party: id, to: 'seat', by, reason }
  return db.rosters.findAndChange(
    {
      _id: activity,
      state: 'open',
      endsAt: _.gt(at),
      people: _.nin(people),
      'events.id': _.nin([id]),
      'events.undoes': _.nin([id]),
    },
    {
      room: _.inc(-people.length),
      people: _.push(people),
      events: _.push(to === 'seat' ? [join, seat] : [join]),
    },
  )
}
