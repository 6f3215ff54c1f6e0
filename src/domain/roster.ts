import type { AgeBand } from './age'

/**
 * The roster of one activity: an append-only log of what happened, and guard fields that change in the same atomic
 * update as the log. Who has a seat and who waits is not stored: it is `seats(roster, now)`, a fold over the log.
 * A roster holds ids only; names live with the members.
 */
export interface Roster {
  /** The activity's id. */
  _id: string
  centre: string
  /** The activity's title, for the calendars of those who come. */
  title: string

  // Guard fields: what the one atomic update checks. They follow from the log and the activity, and are checked
  // against them, never used in their place.
  state: 'open' | 'cancelled'
  opensAt: number
  /** No one signs up at or after this moment. */
  closesAt: number
  startsAt: number
  endsAt: number
  /** The bands that may sign up. */
  bands: AgeBand[]
  /** The seats now, after any change by staff. */
  capacity: number
  waitCapacity: number
  /** People that may still sign up: seats and places to wait, less everyone on the list. Negative after a cut. */
  room: number
  /** Everyone on the list, seated or waiting. */
  people: string[]
  /** Everyone who was checked in; nothing before the first one. */
  present?: string[]
  /** How often the time or the place was changed; absent is never. Who changes it says which one they saw. */
  moved?: number
  /** The version of the activity's words that the title and the bands here are of. */
  version?: number
  /** While the activity and the calendars of those who come do not follow it yet. */
  following?: true

  /** How many events of the log were told to whom they concern; and whether there are more. */
  told?: number
  toTell?: boolean
  /** For which beginning everyone was reminded; and whether those who came were asked how it was. */
  remindedFor?: number
  /** How many times those who came were asked how it was. */
  asked?: number

  /** The rules that the fold plays by; fixed when the roster is made. Its times may be moved by a `time` event. */
  rules: SeatRules
  events: RosterEvent[]
}

/**
 * How someone was checked in. code: by the code on the staff's screen · pass: staff read the member's own code ·
 * name: staff found the name · walk-in: came without having signed up · paper: by the code on the door of the place,
 * which proves less, since a picture of it is as good.
 */
export type Way = 'code' | 'pass' | 'name' | 'walk-in' | 'paper'

export interface SeatRules {
  /** The seats at the beginning; later ones come from `capacity` events. */
  capacity: number
  /** How many times a party that does not fit may be overtaken before it holds the next seats. */
  mostOvertakes: number
  /** Until when only some may be seated; others wait, and are seated after it in the order in which they came. */
  priority: PriorityWindow | null
  /** From this moment on a freed seat is offered, not given: its party may be on the way elsewhere. */
  offersFrom: number
  /** How long an offered seat is kept, in milliseconds. */
  offerFor: number
  /** From this moment on no one is moved up any more (the start). */
  settledFrom: number
}

export interface PriorityWindow {
  until: number
  /** Age bands that go first, and buildings that go first; a party with one such person goes first. */
  bands: AgeBand[]
  buildings: string[]
  /** Members who go first because they asked for it before it was planned. */
  people?: string[]
  /** How the window is told: "60 岁以上", "听榕苑". */
  label: string
}

/**
 * What happened to a roster. `id` is the intent's id, made by who asked; `at` is the server's time. The log's order is
 * the order of events, whatever their times: instances' clocks differ, and times serve expiry only.
 */
export type RosterEvent = {
  id: string
  at: number
} /** By its holder; or by staff (`by`), over the rules of the list, with a reason. */ & (
  | { kind: 'join'; member: string; people: string[]; first: boolean; door?: string; by?: string; reason?: string }
  /** By its holder, or by staff (`by`) with a reason. `undoes` names the join, which may arrive later. */
  | { kind: 'leave'; undoes: string; by?: string; reason?: string }
  /**
   * Takes the seat that was offered; or, after the offer lapsed, asks to be in the line again; or, once it has begun,
   * asks for a seat at the door.
   */
  | { kind: 'take'; party: string }
  | { kind: 'capacity'; capacity: number; waitCapacity: number; by: string; reason: string }
  | { kind: 'move'; party: string; to: 'seat' | 'wait'; by: string; reason: string }
  /** By themselves (`by` is the member), or by staff; `reason` where it is written down after the hours. */
  | { kind: 'check-in'; people: string[]; by: string; way: Way; reason?: string }
  | { kind: 'undo-check-in'; undoes: string; by: string; reason: string }
  | ({ kind: 'time'; by: string; reason: string } & NewTime)
  | { kind: 'cancel'; by: string; reason: string }
  /** Something that everyone on the list is to hear. */
  | { kind: 'notice'; text: string; by: string }
  /** Says that time was seen to pass: what fell due before it is settled, and may be told. */
  | { kind: 'tick' }
)

/** When it is now, and the rule's times that go with it; the place only where that changed, too. */
export interface NewTime {
  startsAt: number
  endsAt: number
  closesAt: number
  offersFrom: number
  settledFrom: number
  place?: { id: string; name: string; note: string }
}

/**
 * seated: has a seat, and keeps it. waiting: in the line. offered: a seat is kept until `expiresAt`.
 * lapsed: let an offer pass; stays on the list and is asked no more until it says so.
 * held: staff moved it to the list; staff will seat it.
 */
export type PartyState = 'seated' | 'waiting' | 'offered' | 'lapsed' | 'held'
