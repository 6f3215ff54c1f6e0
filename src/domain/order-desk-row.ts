import type { DeskPage } from './order-desk-page'
import type { OrderRow } from './order-page'

/** One line of the desk's list: besides what it is, by what one of several of the same name is known. */
export interface DeskRow extends OrderRow {
  /** Who ordered it; of what is for the social workers only, and to others than them, no more than a first character. */
  who: string | null
  /** Whether it is for who ordered it, not for one of their family. */
  self: boolean
  /** How the words begin that were written with it. */
  said: string | null
  /** Whether its picture waits for a social worker. */
  photoWaits: boolean
}

export interface OrderDesk extends DeskPage {
  rows: DeskRow[]
}
