import type { RosterPage } from '../../domain/activity'

/** What a sheet over the list is given: the list, how many people are on it, and where to go on. */
export interface DeedSheet {
  page: RosterPage
  people: number
  onClose(): void
  onDone(): Promise<void>
}
