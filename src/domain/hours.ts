import * as v from 'valibot'
import { day, hour, minute } from './day'
import { intentId, line, shortId } from './input'

/** What someone served at: a shift, an order that they carried out, or what two neighbours agreed on. */
export const sources = ['shift', 'order', 'introduction'] as const
export type Source = (typeof sources)[number]

/** How someone came or went: by the code on the staff's screen, their own code read by staff, by name at the desk, or by who helped a neighbour, afterwards. */
export type ServiceWay = 'code' | 'pass' | 'name' | 'visit' | 'said'

/** Whose word counts the minutes: of staff, of whoever was served, or nobody's, who said nothing in time. */
export type Side = 'staff' | 'served' | 'silence'

/**
 * What happened to one service. Nothing is changed and nothing goes: whoever puts something right names what they put
 * right. `id` is the intent's, or follows from the rule that made it; times are the server's, minutes are integers.
 */
export type ServiceEvent = { id: string; at: number } & (
  | { kind: 'in'; by: string; way: ServiceWay }
  | { kind: 'out'; by: string; way: ServiceWay }
  /** Staff write down afterwards who was there and that nobody checked in; `at` is when they did so. */
  | { kind: 'late'; by: string; from: number; until: number; reason: string }
  /** Nobody checked them out: closed by the rule, and marked. */
  | { kind: 'close' }
  | { kind: 'confirm'; by: string | null; side: Side; minutes: number }
  /** The one who served does not agree, and says what is right. `about` names the decision. */
  | { kind: 'appeal'; by: string; about: string; minutes: number; reason: string }
  /** Staff put a decision right, asked or not; `corrects` names it. */
  | { kind: 'correct'; by: string; corrects: string; minutes: number; reason: string }
  /** Staff stand by the decision that the appeal is about. */
  | { kind: 'uphold'; by: string; appeal: string; reason: string }
)

/**
 * Someone's service at one thing, once: the id follows from who and what. A log, and guard fields that change in the
 * same update.
 */
export interface Service {
  _id: string
  centre: string
  /** The member who served. */
  person: string
  source: Source
  /** The shift's, the order's or the introduction's id. */
  about: string
  title: string
  /** The member who was served; nothing where it was the centre, or someone without an account. */
  served: string | null
  /** The volunteers' team that it is counted with. */
  team: string | null
  /** What was planned: minutes outside of it count only if the other side says so. */
  startsAt: number
  endsAt: number
  /** on: there now · awaiting: the other side's word · settled · appealed: staff's answer. */
  state: 'on' | 'awaiting' | 'settled' | 'appealed'
  /** When the rule acts if nobody does: closes it, or takes silence for a yes. Far away where it does nothing. */
  dueAt: number
  /** Children of theirs who were along, without an account and without hours of their own; absent is none. */
  along?: number
  /**
   * How long such a thing usually takes, where only who served says how long it was: more than that needs somebody's
   * word. Absent where the clock was somebody else's, too.
   */
  usual?: number
  /** While the ledger does not have all its decisions yet. */
  posting?: boolean
  events: ServiceEvent[]
}

/** A service is closed by the rule so long after its planned end. */
export const closesAfter = 2 * hour
/** Silence for so long is a yes. */
export const silenceAfter = 3 * day
/**
 * So many minutes of neighbours' help count at most by silence. Nobody but the helper says how long it was, whoever was
 * helped may be old and read no messages, and most of what neighbours do for each other is done within an hour.
 */
export const usualHelp = 60
/** A decision may be appealed for so long. */
export const appealsFor = 30 * day
/** Nothing is due. */
export const never = 8.64e15
/** Nobody serves longer than this at one thing. */
export const mostMinutes = 16 * 60
/** One may come so much earlier than planned. */
export const earlyBy = 30 * minute

/** So long after the clock was closed staff may still write someone down. */
export const lateFor = 30 * day

/** From when to when a service at a shift can have been: what is written down afterwards lies within it, too. */
export const clockHours = ({ startsAt, endsAt }: Pick<Service, 'startsAt' | 'endsAt'>) => ({
  from: startsAt - earlyBy,
  until: endsAt + closesAfter,
})

/** The moment that an hour of the clock means at a shift that goes over midnight: of its days the one within it. */
export function atShift(shift: Pick<Service, 'startsAt' | 'endsAt'>, at: number): number {
  const { from, until } = clockHours(shift)
  return [at, at + day, at - day].find((each) => each >= from && each < until) ?? at
}

/** Whether people come and go at a shift now: from a little before it begins until the rule closes it. */
export const clockRuns = ({ startsAt, endsAt }: Pick<Service, 'startsAt' | 'endsAt'>, now: number): boolean =>
  now >= startsAt - earlyBy && now < endsAt + closesAfter

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostMinutes))
const code = v.pipe(v.string(), v.trim(), v.minLength(6), v.maxLength(120))
const reason = line(2, 100)

export const shiftCodeInput = v.strictObject({ shift: shortId })

/** Checking in or out with the code that is shown where one serves. */
export const clockInput = v.strictObject({ intent: intentId, shift: shortId, code })

/** Staff write someone down as come or gone, by name. */
export const deskClockInput = v.strictObject({
  intent: intentId,
  shift: shortId,
  person: shortId,
  way: v.picklist(['in', 'out']),
})

/** Staff write down, once the clock is closed, who was there, from when, how long, and why it is late. */
export const lateInput = v.strictObject({
  intent: intentId,
  shift: shortId,
  person: shortId,
  from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(never)),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostMinutes)),
  reason,
})

/** Staff say who had a seat and did not come. */
export const absentInput = v.strictObject({ intent: intentId, shift: shortId, person: shortId })

export const serviceInput = v.strictObject({ service: shortId })

/** The other side says how many minutes it was. */
export const confirmInput = v.strictObject({ intent: intentId, service: shortId, minutes })

/** The one who served says what would be right. `about` names the decision. */
export const appealInput = v.strictObject({ intent: intentId, service: shortId, about: shortId, minutes, reason })

/** Staff put it right. */
export const correctInput = v.strictObject({ intent: intentId, service: shortId, about: shortId, minutes, reason })

/** Staff stand by it. */
export const upholdInput = v.strictObject({ intent: intentId, service: shortId, about: shortId, reason })

export const sumsInput = v.strictObject({ month: v.pipe(v.string(), v.regex(/^20\d{2}-(0[1-9]|1[0-2])$/)) })
