import type { AgeBand } from './age'
import type { Refusal } from './refusal'
import type { OrderRow } from './order-page'

/** How much someone who serves has on their hands. */
export interface ProviderLoad {
  kind: 'member' | 'team' | 'organisation'
  id: string
  name: string
  /** What they have on their hands; of a team and an organisation also what they were asked and have not answered. */
  active: number
  /** Visits of the next seven days, agreed or wished, and their minutes. */
  week: number
  minutes: number
  /** How many a week they can do altogether; nothing where nobody counts. */
  weekly: number | null
}

export interface DeskPage {
  rows: OrderRow[]
  counts: { triage: number; unassigned: number; overdue: number; week: number; all: number }
  providers: ProviderLoad[]
  /** How many visits are agreed on each of the next seven days, by the day's first moment. */
  days: { at: number; visits: number }[]
}

export type Known = 'named' | 'did' | 'neither'

/** Whom an order can be given to. */
export interface OrderChoice {
  kind: 'member' | 'team' | 'organisation'
  id: string
  name: string
  staff: boolean
  /**
   * How the centre knows that they do such things, of teams and organisations and of who works for one: the menu names
   * them, they did one before, or neither. Nothing of anyone else, and where the menu names nobody.
   */
  known: Known | null
  /** Why it cannot be given to them, said before it is tried. */
  whyNot: Refusal | null
}

/** Someone that staff keep a record of, or a member, to order for. */
export interface OrderGuest {
  id: string
  name: string
  band: AgeBand
  building: string | null
  kept: boolean
}
