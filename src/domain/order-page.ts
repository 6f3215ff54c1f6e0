import type { AgeBand } from './age'
import type { Mode } from './catalogue'
import type {
  Guardian,
  Missed,
  OrderEventKind,
  OrderOwner,
  OrderState,
  Reach,
  ReportKind,
  Score,
  Series,
  Slot,
  Whereabout,
} from './order'
import type { OrderedBefore } from './order-again'
import type { Deed, Part } from './order-deed'
import type { Refusal } from './refusal'

/** kin: of who placed it. Otherwise staff placed it for who reads this, or for a resident, by name where the reader may know. */
export interface PlacedFor {
  whom: 'kin' | 'reader' | 'resident'
  name: string | null
  /** Whether a social worker placed it. */
  worker: boolean
}

/** What is ordered, as the form of an order has to know it. */
export interface OrderSubject {
  code: string
  name: string
  mode: Mode
  home: boolean
  /** Whether only the social workers read it. */
  quiet: boolean
  /** Whether a child's guardian has to agree to it. */
  consent: boolean
  /** Whether the centre's menu has it now; otherwise staff look at it first. */
  served: boolean
  /** What whoever asks has open of it already, for themselves and for theirs. */
  before: OrderedBefore[]
}

/** One step of what became of an order, as its reader may know it. */
export interface OrderStep {
  id: string
  at: number
  kind: OrderEventKind
  /** Who did it, as what; a name where the reader may know it. */
  by: 'resident' | 'provider' | 'staff' | 'time'
  name: string | null
  me: boolean
  /** Of what was placed for somebody else than who placed it: for whom. */
  placedFor: PlacedFor | null
  /** What was written with it. */
  text: string | null
  /** Whether something was written that only the social workers read. */
  quiet: boolean
  slot: Slot | null
  /** Who did not come. */
  missed: Missed | null
  report: ReportKind | null
  /** What was looked at, or said otherwise; never what it is. */
  what: Whereabout[]
}

/** Somebody of an order by the name they chose. */
export interface OrderPerson {
  id: string
  name: string
  /** The name of their team or organisation, where they come for one. */
  of: string | null
}

/** An order as one of its readers sees it. */
export interface OrderPage {
  id: string
  title: string
  item: string | null
  category: string | null
  state: OrderState
  owner: OrderOwner | null
  dueAt: number | null
  /** Whether it went up a level: its time ran out before. */
  late: boolean
  /** What the reader is to it, and may do. */
  parts: Part[]
  may: Deed[]
  /** Why who was asked, may take it or has taken it cannot go there: what is missing, or no time then. */
  whyNot: Refusal | null
  /** Whether only the social workers may know what it is about. */
  staffOnly: boolean
  /** Whether a social worker is to call at once. */
  crisis: boolean
  /** For whom; the name only while it is the reader's to know. */
  who: { name: string | null; band: AgeBand; self: boolean }
  building: string | null
  words: string | null
  photo: string | null
  /** Of the picture: by what name staff pass it, and whether they have not looked at it yet. */
  picture: { key: string; waits: boolean } | null
  hasRoom: boolean
  /** Whether a phone was written down for this order; for its holder and the desk. */
  hasPhone: boolean
  kept: boolean
  /** The record that staff keep of whose it is, for the desk, which deletes it when they ask; nothing where it is gone. */
  record: string | null
  reach: Reach
  home: boolean
  /** Whether it is known what rules it has; not of own words that staff have not looked at. */
  settled: boolean
  minutes: number
  need: 1 | 2
  weekly: boolean
  /** Of a weekly one that is cancelled: whether the next ones come. */
  series: Series | null
  wants: Slot | null
  slot: Slot | null
  takers: OrderPerson[]
  /** Whom an organisation sends, by the names it gave; nothing where it has not said. */
  sent: string | null
  /** Whether one of them may serve no more and is there all the same: the desk rings. */
  left: boolean
  /** How many of two are at the door: they go in together. */
  here: number
  /** Who waits for those who went there to come back, by name; nothing before they went in. */
  contact: string | null
  /** Who was asked and has not answered. */
  asked: string | null
  score: Score | null
  /** Minutes that each volunteer who came has by the reader's word that it is done; nothing where nobody has any. */
  counts: number | null
  undo: { id: string; until: number } | null
  /** Who of a child's guardians agreed, for the desk. */
  agreed: Guardian | null
  placedAt: number
  steps: OrderStep[]
}

/** One line of a list of orders. */
export interface OrderRow {
  id: string
  title: string
  category: string | null
  state: OrderState
  owner: OrderOwner | null
  dueAt: number | null
  late: boolean
  band: AgeBand
  building: string | null
  kept: boolean
  home: boolean
  need: 1 | 2
  takers: number
  slot: number | null
  placedAt: number
  weekly: boolean
  staffOnly: boolean
  /** Whether a social worker is to call at once. */
  crisis: boolean
}

/** An order of one's own that is under way, for the first screen. What is for the social workers only has no name there. */
export type RunningOrder = Pick<OrderRow, 'id' | 'title' | 'state' | 'owner' | 'dueAt' | 'late' | 'slot'>

/** An order that volunteers may take: nothing in it says whose it is. */
export interface OpenOrder {
  id: string
  title: string
  category: string | null
  /** The band of who it is for, and the building; never a name, never a door. */
  band: AgeBand
  building: string | null
  words: string | null
  /** Something was written that staff have not passed on. */
  wordsWait: boolean
  home: boolean
  minutes: number
  need: 1 | 2
  takers: number
  wants: Slot | null
  weekly: boolean
  placedAt: number
  /** Why the reader may not take it, said before they try. */
  whyNot: Refusal | null
}

/** What someone who serves sees: what they may take, were asked to do, and have taken. */
export interface WorkPage {
  open: OpenOrder[]
  asked: OrderRow[]
  mine: OrderRow[]
}

/** One's own orders. */
export interface OwnOrders {
  rows: OrderRow[]
  next: { at: number; id: string } | null
}

/** The phone that was left with an order, once it was written down that somebody looks. */
export interface OrderPhone {
  phone: string | null
}

/** The full address, once it was written down that somebody looks. */
export interface OrderAddress {
  building: string | null
  room: string | null
  reach: Reach
}
