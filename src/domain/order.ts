import type { AgeBand } from './age'

/**
 * Where an order stands. triage: staff look at it first · open: up for volunteers · offered: with one provider, who has
 * not answered · accepted: has whom it needs, no time yet · scheduled · started · ended: served, and not confirmed yet ·
 * complained · confirmed, rated, cancelled, guided: nobody has to act any more.
 */
export const orderStates = [
  'triage',
  'open',
  'offered',
  'accepted',
  'scheduled',
  'started',
  'ended',
  'complained',
  'confirmed',
  'rated',
  'cancelled',
  'guided',
] as const
export type OrderState = (typeof orderStates)[number]

const closedStates: readonly OrderState[] = ['confirmed', 'rated', 'cancelled', 'guided']

/** Whether nobody has to act any more. */
export const isClosed = (state: OrderState): boolean => closedStates.includes(state)

/**
 * Who must act now, one at a time. provider: who serves or was asked to · desk: the social workers · committee: those
 * above them.
 */
export type OrderOwner = 'resident' | 'provider' | 'desk' | 'committee'

/** volunteers: may be put up for them · staff: for the social workers only · crisis: the same, and at once. */
export type OrderRoute = 'volunteers' | 'staff' | 'crisis'

/** A stretch of time, in epoch milliseconds. */
export interface Slot {
  startsAt: number
  endsAt: number
}

/**
 * To whom an order is given: people by name, as many as must go; a team, any of whom may take it; an organisation, which
 * sends as many as must go itself.
 */
export type OfferedTo = { kind: 'people'; ids: string[] } | { kind: 'team' | 'organisation'; id: string }

/** How to find someone without a phone, as the paper card asks it. */
export const reaches = ['app', 'desk', 'knock', 'family'] as const
export type Reach = (typeof reaches)[number]

/** What an order is of. */
export type OrderName = Pick<Order, 'item' | 'category' | 'title' | 'qualification'>

/** What is asked of who comes: the door, the minutes that it usually takes, how many must go, and whether only staff may. */
export type OrderRules = Pick<Order, 'home' | 'minutes' | 'need' | 'locked'>

/** Who agrees to what is ordered for a child. holder: who orders it. */
export const guardians = ['holder', 'mother', 'father', 'other'] as const
export type Guardian = (typeof guardians)[number]

/** How it went, from worst (1) to best (5). */
export type Score = 1 | 2 | 3 | 4 | 5

/** What an order says of where someone is and how they are reached; it may be said later, or otherwise. */
export const whereabouts = ['building', 'room', 'phone'] as const
export type Whereabout = (typeof whereabouts)[number]

/** How the provider found the visit; for the staff only. */
export const reportKinds = ['well', 'look-again', 'unsafe'] as const
export type ReportKind = (typeof reportKinds)[number]

/**
 * What happened to an order. `id` is the intent of who did it; of what time did, it follows from the time that was due.
 * The log's order is the order of events. Words that people wrote are kept here and are blanked when they are deleted.
 */
export type OrderEvent = {
  id: string
  at: number
  by: string
  /** What was written with it is for the social workers only: it tells something of someone that others must not hear. */
  quiet?: true
} & (
  | {
      kind: 'placed'
      route: OrderRoute
      start: 'triage' | 'open'
      wants: Slot | null
      /** Of what was said in own words, until staff have said what it is; an item of the menu brings its own. */
      rules?: OrderRules
    }
  /** Staff said what it is that was asked in own words: an item of the menu with its rules, or none and these rules. */
  | { kind: 'settled'; named: OrderName; rules: OrderRules }
  /** Staff looked at what was kept for them, and found nothing in it that others must not hear. */
  | { kind: 'passed'; reason: string }
  /** Staff put it up for volunteers; whether they read the words on it too. */
  | { kind: 'opened'; words: boolean }
  | { kind: 'assigned'; to: OfferedTo }
  /**
   * Takes it, or one of its two places; or says yes to what was offered. `unagreed`: the time that was wished is not
   * free for the other one who goes, so that one is still to be agreed.
   */
  | { kind: 'taken'; unagreed?: true }
  | { kind: 'declined'; reason: string }
  /** Gives it back after having taken it. `gone`: they may serve no more, and it went back without their doing. */
  | { kind: 'handed-on'; reason: string; gone?: true }
  | { kind: 'scheduled'; slot: Slot; reason: string | null }
  /** The resident asks for another time. */
  | { kind: 'moved'; wants: Slot; reason: string | null }
  /** An organisation says whom it sends, by name, and how many they are. */
  | { kind: 'sent'; names: string; count: number }
  /** Is at the door. `contact`: who waits for them to come back. */
  | { kind: 'started'; contact?: string }
  /** Who is there may serve no more. `gone`: others said so; otherwise they deleted themselves and hear of nothing. */
  | { kind: 'left'; gone?: true }
  | { kind: 'ended' }
  /** Who did not come: who serves, who is served, or who was to go along. */
  | { kind: 'missed'; who: Missed }
  | { kind: 'confirmed'; how: 'self' | 'staff' | 'silence' }
  | { kind: 'complained'; reason: string }
  /** Staff have it done again after a complaint. */
  | { kind: 'redone'; reason: string }
  | { kind: 'rated'; score: Score; comment: string | null; shown: boolean }
  | { kind: 'reported'; how: ReportKind; note: string | null }
  /** `series`, of a weekly one: whether the next is placed all the same, or it was the last. */
  | { kind: 'cancelled'; reason: string | null; series?: Series }
  /** `unagreed`: who serves has promised the time to something else meanwhile; another is to be agreed. */
  | { kind: 'restored'; undoes: string; unagreed?: true }
  /** `series` as of a cancelled one. */
  | { kind: 'guided'; where: string; series?: Series }
  /** Somebody looked at the door, or at the phone, for the first time. */
  | { kind: 'looked'; what: 'room' | 'phone' }
  /** Where it is was said later or otherwise; what it is now stands on the order, never here. */
  | { kind: 'corrected'; what: Whereabout[]; reason: string | null }
  /** Of a weekly one: something was said of the last one, and staff look at the next one before anybody goes. */
  | { kind: 'held' }
  /** Its time ran out: it goes up a level, or silence confirms it. `due` is the time that was missed. */
  | { kind: 'overdue'; due: number }
)

export type Missed = 'provider' | 'resident' | 'partner'

export type OrderEventKind = OrderEvent['kind']
export type EventOf<Kind extends OrderEventKind> = OrderEvent & { kind: Kind }

/** What becomes of a weekly order when one week is cancelled, or done elsewhere. */
export const seriesEnds = ['goes-on', 'ends'] as const
export type Series = (typeof seriesEnds)[number]

/** In place of a person, where time did it, or who did it has been deleted. */
export const nobody = 'nobody'

/**
 * An order: what was asked for, an append-only log of what became of it, and guard fields that follow from the log and
 * change in the same atomic update. Words, room and phone are sealed for this order.
 */
export interface Order {
  /** Derived from who placed it and their intent: placed twice is placed once. */
  _id: string
  centre: string
  /** The item of the menu; nothing for one in the person's own words. */
  item: string | null
  category: string | null
  title: string
  /** What whoever does a service of the centre's own must show; of the catalogue's items it is looked up. */
  qualification?: string | null
  /** Whose order it is: who placed it, or the record that staff keep of them. */
  holder: string
  /** For whom: the holder or one of their family. */
  person: string
  band: AgeBand
  building: string | null
  /** Whether staff wrote it down for someone without a phone, and how they are found. */
  kept: boolean
  reach: Reach
  /** Who of a child's guardians agreed, where the item asks for it. */
  agreed?: Guardian
  words?: string
  room?: string
  phone?: string
  photo?: string
  /** While staff have not looked at the picture: until then who serves does not see it. */
  photoWaits?: boolean
  /** By which intents pictures were set: a replay sets none. */
  photoIntents?: string[]
  /** The home visit, the minutes that it usually takes, how many must go; of own words guard fields, as staff settle them. */
  home: boolean
  minutes: number
  need: 1 | 2
  /** Whether its item may never be put up for volunteers, whatever staff think of the words. */
  locked: boolean
  /** Each week again; `nth` counts from 0, `first` is the id of the first. */
  repeat: { first: string; nth: number } | null
  placedAt: number

  // Guard fields, as `guardsOf` makes them of the log.
  version: number
  state: OrderState
  owner: OrderOwner | null
  dueAt: number | null
  active: boolean
  route: OrderRoute
  /** Whether volunteers see it on their list now, and whether with its words. */
  board: boolean
  wordsPassed: boolean
  /** The time that was wished, while nobody has agreed one. */
  wants: Slot | null
  takers: string[]
  /** To whom staff gave it: "member:id", "team:id", "organisation:id"; nobody where volunteers took it themselves. */
  givenTo: string[]
  startsAt: number | null
  score: Score | null
  /** While it holds words, a door or a picture: they go some time after it was closed. */
  keeps: boolean
  /** While it is still to be seen to what follows of a weekly order, and from when on. */
  repeatDue: boolean
  repeatFrom?: number
  /** While the time that volunteers gave for it is still to be counted. */
  countDue: boolean

  /** How many events were told to whom they concern; and whether there are more. */
  told: number
  toTell: boolean
  events: OrderEvent[]
}

/** Texts in its log and on it that a person wrote, besides the sealed ones: blanked when they are deleted. */
export const writtenIn = ['reason', 'comment', 'note', 'where', 'names'] as const
