import { startOfDay } from '../../domain/day'
import type { InboxEntry } from '../../domain/message'
import type { NoticeNoun } from '../../domain/notice'

/** The page of a thing, by its noun. */
const pages: Record<NoticeNoun, string> = {
  order: '/pages/order/index',
  provider: '/staff/provider/index',
  loan: '/pages/loan/mine',
  group: '/pages/group/index',
  booking: '/pages/booking/mine',
  need: '/pages/need/index',
  offer: '/pages/need/offer',
  introduction: '/pages/need/introduction',
  volunteer: '/pages/volunteer/index',
  shift: '/pages/volunteer/shift',
  hours: '/pages/hours/service',
}

/** Where an entry of the inbox leads. */
export function pageOf(entry: InboxEntry): string {
  // Whoever lent it asks after it at the desk.
  if (entry.kind === 'loan-ask' || entry.kind === 'loan-call' || entry.kind === 'loan-up') return '/staff/loan/index'
  // Who is to be told something, and how they are found, stands at the desk.
  if (entry.kind.startsWith('order-tell-') && 'about' in entry) return `/staff/order/order?id=${entry.about}`
  if (entry.kind.startsWith('booking-tell-')) return `/staff/booking/index?day=${startOfDay(entry.startsAt ?? 0)}`
  // About all that one served, and not about one service.
  if (entry.kind === 'hours-milestone' || entry.kind === 'volunteer-award') return '/pages/hours/record'
  if ('noun' in entry) return `${pages[entry.noun]}?id=${entry.about}`
  return entry.kind === 'rate'
    ? `/pages/rating/index?id=${entry.activity}`
    : `/pages/activity/index?id=${entry.activity}`
}
