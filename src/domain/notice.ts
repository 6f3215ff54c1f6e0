import type { ShiftNotice, VolunteerNotice } from './volunteer-notice'
import type { OrderNotice } from './order-told'
import type { BookingNotice } from './booking-notice'
import type { GroupNotice } from './group-notice'
import type { LoanNotice } from './loan-notice'
import type { NeedNotice } from './need-notice'

/** What the inbox tells of besides activities; each has a page that the entry leads to. */
export type NoticeNoun =
  | 'order'
  | 'provider'
  | 'loan'
  | 'group'
  | 'booking'
  | 'need'
  | 'offer'
  | 'introduction'
  | 'volunteer'
  | 'shift'
  | 'hours'

/** What an entry tells of one of them: the kinds of each noun stand in its own `<noun>-notice.ts`. */
export type NoticeKind =
  | HoursNotice
  | VolunteerNotice
  | ShiftNotice
  | OrderNotice
  | LoanNotice
  | GroupNotice
  | BookingNotice
  | NeedNotice

export type HoursNotice =
  | 'hours-thanks'
  | 'hours-confirmed'
  | 'hours-asked'
  | 'hours-answered'
  | 'hours-milestone'
  | 'hours-entered'

/** What is owed to one member. From whom, what and why follows the entry's id: told twice, it is there once. */
export interface Notice {
  to: string
  kind: NoticeKind
  noun: NoticeNoun
  /** The thing's id. */
  about: string
  /** What the thing is called; nothing that identifies anyone else. */
  title: string
  /** What caused it: an event's id, or a name for the moment ("due-<time>"). */
  cause: string
  /** Epoch milliseconds. */
  at: number
  startsAt?: number
  expiresAt?: number
  /** A stretch of time that it is about. */
  minutes?: number
  /** Why, in the words of whoever decided; checked before. */
  reason?: string
}
