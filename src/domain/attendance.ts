import * as v from 'valibot'
import { type Activity, mostTogether, type SeatGlance } from './activity'
import { type AgeBand, ageBands } from './age'
import { day } from './day'
import { intentId, line, partyId, personId, shortId } from './input'
import type { PartyState, RosterEvent, Way } from './roster'

/** Staff may still check someone in for so long after that, by name and with a reason. */
export const belatedFor = 3 * day

/** A code changes so often, in milliseconds, and is good while it or the next one is shown: never a minute. */
export const codeEvery = 25_000

/** Which of the codes, counted from the epoch, is shown at a moment. */
export const turnOf = (now: number): number => Math.floor(now / codeEvery)

/** Whether a code of that turn is still good. One turn ahead too: the clocks of two instances differ. */
export const isCurrent = (turn: number, now: number): boolean => Math.abs(turnOf(now) - turn) <= 1

/** A code as it is read from a picture or typed. Whether it is genuine, only a function can say. */
export type ReadCode =
  | { kind: 'activity'; activity: string; turn: number; mac: string }
  | { kind: 'pass'; member: string; turn: number; mac: string }
  | { kind: 'place'; place: string; mac: string }
  | { kind: 'digits'; digits: string }

const forms = /^(?:(LLA|LLM)\.([A-Za-z0-9_-]{1,40})\.(\d{1,12})|(LLP)\.([A-Za-z0-9_-]{1,40}))\.([A-Za-z0-9_-]{16})$/

/** Reads a code; nothing where it is none of ours. Digits may be written with spaces. */
export function readCode(text: string): ReadCode | null {
  const digits = text.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) return { kind: 'digits', digits }
  const [, kind, of = '', turn, , place = '', mac = ''] = forms.exec(text.trim()) ?? []
  if (kind === 'LLA') return { kind: 'activity', activity: of, turn: Number(turn), mac }
  if (kind === 'LLM') return { kind: 'pass', member: of, turn: Number(turn), mac }
  return mac === '' ? null : { kind: 'place', place, mac }
}

/** A code in writing, as `readCode` reads it. */
export function writeCode(code: Exclude<ReadCode, { kind: 'digits' }>): string {
  if (code.kind === 'place') return `LLP.${code.place}.${code.mac}`
  const [mark, of] = code.kind === 'activity' ? ['LLA', code.activity] : ['LLM', code.member]
  return `${mark}.${of}.${code.turn}.${code.mac}`
}

/** One person's being there, as the log tells it. */
export interface Presence {
  /** The check-in's id, by which it is undone. */
  checkIn: string
  person: string
  at: number
  way: Way
  /** Who did it: the member themselves, or staff. */
  by: string
}

/**
 * Who is there, by person: every check-in that was not undone, of those who are still on the list. An undoing may stand
 * before what it undoes.
 */
export function presences(events: readonly RosterEvent[]): Map<string, Presence> {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undo-check-in' ? [event.undoes] : [])))
  const parties = new Map<string, string[]>()
  const there = new Map<string, Presence>()
  for (const event of events) {
    if (event.kind === 'join') parties.set(event.id, event.people)
    if (event.kind === 'leave') for (const person of parties.get(event.undoes) ?? []) there.delete(person)
    if (event.kind !== 'check-in' || undone.has(event.id)) continue
    const { id: checkIn, at, way, by } = event
    for (const person of event.people) if (!there.has(person)) there.set(person, { checkIn, person, at, way, by })
  }
  return there
}

/** The codes of an activity for the staff's screen, each with its time. `now` is the server's, for the screen's clock. */
export interface CodeSheet {
  now: number
  codes: { text: string; digits: string; from: number; until: number }[]
}

/** The member's own code, to be read by staff. */
export interface Pass {
  now: number
  text: string
  until: number
}

/** What became of a check-in: who is there now by it. */
export interface CheckedIn {
  activity: string
  title: string
  checkIn: string
  at: number
  people: { id: string; name: string }[]
}

/** The resident's page on the day. */
export interface AttendancePage {
  activity: Pick<Activity, 'title' | 'startsAt' | 'endsAt'> & { id: string; place: string; cancelled: boolean }
  from: number
  until: number
  now: number
  people: { id: string; name: string; state: PartyState; presentAt: number | null }[]
  /** Seats that a neighbour without one could have on the spot. */
  free: number
}

export interface DeskPerson {
  id: string
  name: string
  band: AgeBand | null
  present: { at: number; way: Way; checkIn: string } | null
}

export interface DeskParty {
  id: string
  /** The first letter of the first name in pinyin, "A" to "Z"; "#" where it has none. */
  initial: string
  state: PartyState
  building: string | null
  people: DeskPerson[]
}

/** The staff's screen on the day. Counts are of people. */
export interface Desk {
  activity: Pick<Activity, 'title' | 'startsAt' | 'endsAt' | 'state'> & { id: string; place: string }
  from: number
  until: number
  now: number
  seats: SeatGlance
  seated: number
  present: number
  parties: DeskParty[]
  /** The code for the place's door, where the centre allows one there. */
  paper: string | null
}

const code = v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(120))
const people = v.pipe(v.array(personId), v.minLength(1), v.maxLength(mostTogether))
const reason = line(2, 60)

export const deskInput = v.strictObject({ activity: shortId })

/** Checking in oneself and one's own. Without `people`, everyone of one's own who has a seat. */
export const checkInInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  code,
  people: v.nullable(people),
  /** Sits down on the spot where there is a seat free and one had not signed up. */
  walkIn: v.boolean(),
})

/** Staff read a member's own code. */
export const scanInput = v.strictObject({ intent: intentId, activity: shortId, code })

/** Staff check in people of a party by name; a reason is needed once the hours are over. */
export const admitInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  party: partyId,
  people,
  reason: v.nullable(reason),
})

/** Someone without an account comes: staff write down how to call them, and seat them if a seat is free. */
export const walkInInput = v.strictObject({
  intent: intentId,
  activity: shortId,
  name: line(1, 12),
  band: v.picklist(ageBands),
  building: v.nullable(shortId),
  /** They were asked, and agreed to their name being written down. */
  consent: v.literal(true),
})

/** Takes a check-in back. */
export const undoInput = v.strictObject({ intent: intentId, activity: shortId, checkIn: shortId, reason })
