import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import { _, type Database } from '../runtime/database'
import { type CheckIn, checkInOf, whyNot } from './presence'

/** How often a seat is looked for where the list changed between the look and the step. */
const attempts = 5

type Join = RosterEvent & { kind: 'join' }

/** Whether a party that comes now would have a seat at once, by the seat rule itself. */
const wouldSit = (roster: Roster, join: Join): boolean =>
  seats({ rules: roster.rules, events: [...roster.events, join] }, join.at).parties.some(
    (party) => party.id === join.id && party.state === 'seated',
  )

/**
 * A party that waited stands at the door: once it has begun they have a seat where one is free, by the seat rule itself,
 * and are written down as present in the same step. The log's length is the guard, as below.
 */
export async function seatWaiting(db: Database, found: Roster, party: string, event: CheckIn): Promise<Roster> {
  let roster: Roster | null = found
  for (let attempt = 0; attempt < attempts && roster; attempt += 1) {
    if (checkInOf(roster, event.id)) return roster
    const take: RosterEvent = { id: `${event.id}.take`, at: event.at, kind: 'take', party }
    const events = [...roster.events, take]
    const sits = seats({ rules: roster.rules, events }, event.at).parties.find(({ id }) => id === party)
    if (roster.state === 'cancelled' || sits?.state !== 'seated') throw new Refused({ reason: 'not-seated' })
    const seated: Roster | null = await db.rosters.findAndChange(
      { _id: roster._id, state: 'open', events: _.size(roster.events.length), present: _.nin(event.people) },
      { present: _.push(event.people), events: _.push([take, event]) },
    )
    if (seated) return seated
    roster = await db.rosters.get(roster._id)
  }
  throw new Refused({ reason: roster ? 'server-busy' : 'not-found' })
}

/**
 * Seats people who had not signed up, and writes them down as present, in one atomic step: if a seat is free for all of
 * them by the seat rule, and not otherwise. The log's length is the guard: nobody came in between.
 */
export async function seatOnTheSpot(db: Database, found: Roster, join: Join, event: CheckIn): Promise<Roster> {
  let roster: Roster | null = found
  for (let attempt = 0; attempt < attempts && roster; attempt += 1) {
    if (checkInOf(roster, event.id)) return roster
    if (roster.state === 'cancelled' || roster.people.some((person) => join.people.includes(person)))
      return whyNot(roster, event)
    if (!wouldSit(roster, join)) throw new Refused({ reason: 'full', capacity: roster.capacity })
    const seated: Roster | null = await db.rosters.findAndChange(
      { _id: roster._id, state: 'open', events: _.size(roster.events.length), people: _.nin(join.people) },
      {
        people: _.push(join.people),
        present: _.push(event.people),
        room: _.inc(-join.people.length),
        events: _.push([join, event]),
      },
    )
    if (seated) return seated
    roster = await db.rosters.get(roster._id)
  }
  throw new Refused({ reason: roster ? 'server-busy' : 'not-found' })
}
