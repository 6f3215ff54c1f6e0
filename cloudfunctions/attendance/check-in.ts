import { checkInHours } from '../../src/domain/attendance-hours'
import {
  type AttendancePage,
  type CheckedIn,
  checkInInput,
  deskInput,
  type ReadCode,
  presences,
  readCode,
} from '../../src/domain/attendance'
import type { Member } from '../../src/domain/member'
import { Refused } from '../../src/domain/refusal'
import type { Roster, RosterEvent, Way } from '../../src/domain/roster'
import { seats } from '../../src/domain/seats'
import type { Party } from '../../src/domain/seating'
import { signersOf } from '../activity/view'
import { type MemberCall, procedure } from '../runtime/procedure'
import { areDigits, checkActivityCode, checkPaper } from './codes'
import { type CheckIn, checkInOf, isUndone, partiesOf, whyNot, writeDown } from './presence'
import { takeTry } from './tries'
import { seatOnTheSpot, seatWaiting } from './walk-in'

/** The roster that the door brought, with its log. */
export function broughtRoster(call: MemberCall): Roster {
  const { roster } = call
  if (!roster?.events) throw new Refused({ reason: 'not-found' })
  return { ...roster, events: roster.events }
}

/** The resident's page on the day: who of mine has a seat and is there already. */
export const open = procedure({
  needs: 'check-in-self',
  input: deskInput,
  roster: (input) => input.activity,
  log: true,
  run: async (call, { activity }): Promise<AttendancePage> => {
    const { db, member, now } = call
    const roster = broughtRoster(call)
    const about = await db.activities.get(activity)
    if (!about) throw new Refused({ reason: 'not-found' })
    const there = presences(roster.events)
    const seating = seats(roster, now)
    return {
      activity: {
        id: activity,
        title: roster.title,
        startsAt: roster.startsAt,
        endsAt: roster.endsAt,
        place: about.place.name,
        cancelled: roster.state === 'cancelled',
      },
      ...checkInHours(roster),
      now,
      people: partiesOf(roster, member._id, now).flatMap((party) =>
        party.people.map((id) => ({
          id,
          name: nameOf(member, id),
          state: party.state,
          presentAt: there.get(id)?.at ?? null,
        })),
      ),
      free: seating.free,
    }
  },
})

/** Checks in oneself and one's own with a code that is there to be seen: on the staff's screen, or on the door. */
export const checkIn = procedure({
  needs: 'check-in-self',
  input: checkInInput,
  roster: (input) => input.activity,
  log: true,
  run: async (call, { intent, activity, code, people, walkIn }): Promise<CheckedIn> => {
    const { db, member, now } = call
    const roster = broughtRoster(call)
    const done = checkInOf(roster, intent)
    if (done) return replay(roster, done, member)
    if (isUndone(roster, intent)) throw new Refused({ reason: 'checkin-undone' })
    const way = await wayOf(call, roster, activity, readCode(code))
    const hours = checkInHours(roster)
    if (now < hours.from) throw new Refused({ reason: 'checkin-too-early', opensAt: hours.from })
    if (now >= hours.until) throw new Refused({ reason: 'checkin-too-late', closedAt: hours.until })
    const event = { id: intent, at: now, kind: 'check-in', by: member._id } as const
    const mine = partiesOf(roster, member._id, now)
    if (mine.length === 0 && walkIn) {
      const join: RosterEvent & { kind: 'join' } = {
        id: `${intent}.join`,
        at: now,
        kind: 'join',
        member: member._id,
        people: walkInsOf(roster, member, people ?? [member._id], now),
        first: true,
      }
      const seated = await seatOnTheSpot(db, roster, join, { ...event, people: join.people, way: 'walk-in' })
      return told(seated, intent, now, member, join.people)
    }
    const waits = mine.find(({ state }) => state === 'waiting' || state === 'lapsed')
    if (waits && !mine.some(isSitting)) {
      const seated = await seatWaiting(db, roster, waits.id, { ...event, people: waits.people, way })
      return told(seated, intent, now, member, waits.people)
    }
    const chosen = chosenOf(roster, mine, people)
    const offered = mine.filter((party) => party.state === 'offered' && chosen.includes(party.people[0] as string))
    const take = offered.map(
      (party, n): RosterEvent => ({ id: `${intent}.take${n}`, at: now, kind: 'take', party: party.id }),
    )
    const made: CheckIn = { ...event, people: chosen, way }
    const after = await writeDown(db, roster, made, take)
    if (after) return told(after, intent, now, member, chosen)
    const current = await db.rosters.get(activity)
    if (!current) throw new Refused({ reason: 'not-found' })
    const earlier = checkInOf(current, intent)
    return earlier ? replay(current, earlier, member) : whyNot(current, made)
  },
})

/** Checks the code, and says what it proves. */
async function wayOf(call: MemberCall, roster: Roster, activity: string, code: ReadCode | null): Promise<Way> {
  const { centre, now } = call
  if (!code) throw new Refused({ reason: 'code-invalid' })
  if (code.kind === 'pass') throw new Refused({ reason: 'code-other-person' })
  if (code.kind === 'digits') return guess(call, activity, code.digits)
  if (code.kind === 'activity') {
    checkActivityCode(centre._id, activity, code, now)
    return 'code'
  }
  const place = checkPaper(centre._id, code)
  const about = await call.db.activities.get(roster._id)
  if (about?.place.id !== place) throw new Refused({ reason: 'code-other-activity' })
  if (!centre.paperPlaces?.includes(place)) throw new Refused({ reason: 'paper-not-allowed' })
  return 'paper'
}

/** Takes one of the member's tries before looking. */
async function guess(call: MemberCall, activity: string, digits: string): Promise<Way> {
  await takeTry(call)
  if (!areDigits(call.centre._id, activity, digits, call.now)) throw new Refused({ reason: 'code-invalid' })
  return 'code'
}

/** Who is to be written down: those named, or everyone of one's own with a seat who is not there yet. */
const isSitting = ({ state }: Party): boolean => state === 'seated' || state === 'offered'

function chosenOf(roster: Roster, mine: readonly Party[], named: readonly string[] | null): string[] {
  if (mine.length === 0) throw new Refused({ reason: 'not-in-activity' })
  const sitting = mine.filter(isSitting)
  const may = sitting.flatMap((party) => party.people)
  if (named) {
    const all = mine.flatMap((party) => party.people)
    if (named.some((person) => !all.includes(person))) throw new Refused({ reason: 'not-in-activity' })
    if (named.some((person) => !may.includes(person))) throw new Refused({ reason: 'not-seated' })
    return [...new Set(named)]
  }
  if (may.length === 0) throw new Refused({ reason: 'not-seated' })
  const there = presences(roster.events)
  const missing = may.filter((person) => !there.has(person))
  if (missing.length > 0) return missing
  throw new Refused({ reason: 'already-checked-in', at: Math.max(...may.map((person) => there.get(person)?.at ?? 0)) })
}

const nameOf = (member: Member, id: string): string =>
  id === member._id ? member.name : (member.family.find((person) => person.id === id)?.name ?? '')

const told = (roster: Roster, checkIn: string, at: number, member: Member, people: string[]): CheckedIn => ({
  activity: roster._id,
  title: roster.title,
  checkIn,
  at,
  people: people.map((id) => ({ id, name: nameOf(member, id) })),
})

/** The same intent again: what it was told the first time. Someone else's is not theirs to see. */
function replay(roster: Roster, event: CheckIn, member: Member): CheckedIn {
  if (event.by !== member._id) throw new Refused({ reason: 'bad-input', field: 'intent' })
  if (isUndone(roster, event.id)) throw new Refused({ reason: 'checkin-undone' })
  return told(roster, event.id, event.at, member, event.people)
}

/** Who may come in as they are: whoever might have signed up, of the ages that it is for, and not once it is over. */
function walkInsOf(roster: Roster, member: Member, people: readonly string[], now: number): string[] {
  if (now >= roster.endsAt) throw new Refused({ reason: 'checkin-too-late', closedAt: roster.endsAt })
  const signers = signersOf(member, people)
  const unfit = signers.find(({ band }) => !roster.bands.includes(band))
  if (unfit) throw new Refused({ reason: 'age-not-fit', bands: roster.bands, band: unfit.band })
  return signers.map(({ id }) => id)
}
