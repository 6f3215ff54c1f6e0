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
  // About all that one served, and not about one service.
  if (entry.kind === 'hours-milestone' || entry.kind === 'volunteer-award') return '/pages/hours/record'
  if ('noun' in entry) return `${pages[entry.noun]}?id=${entry.about}`
  return entry.kind === 'rate'
    ? `/pages/rating/index?id=${entry.activity}`
    : `/pages/activity/index?id=${entry.activity}`
}
