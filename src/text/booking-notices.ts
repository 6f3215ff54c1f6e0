import type { BookingNotice } from '../domain/booking-notice'
import type { InboxEntry } from '../domain/message'
import { momentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const starts = ({ startsAt = 0 }: InboxEntry, now: number): string => momentWords(startsAt, now)
const why = ({ reason }: InboxEntry): string => (reason ? `原因：${reason}。` : '')

/** Nothing reaches them by itself; who it is stands on the desk's list of that day. */
const goTell = '这位邻居没有手机，点开看是谁，说一声。'

/** What the inbox says of bookings. */
export const bookingNotices: Record<BookingNotice, Told> = {
  'booking-booked': (entry, now) => ({ title: '约好了', text: `${starts(entry, now)}，到时见。来不了请早点退。` }),
  'booking-asked': (entry, now) => ({ title: '等社工点头', text: `${starts(entry, now)} 给您留着，定了告诉您。` }),
  'booking-approved': (entry, now) => ({ title: '同意了，给您留好了', text: `${starts(entry, now)}，到时见。` }),
  'booking-promoted': (entry, now) => ({ title: '轮到您了', text: `${starts(entry, now)} 有位子了，到时见。` }),
  'booking-declined': (entry) => ({ title: '这次没约成', text: `${why(entry)}可以换个时段再约。` }),
  'booking-off': (entry) => ({ title: '那天不开了', text: `${why(entry)}对不住，请换一天。` }),
  'booking-missed': () => ({ title: '这次没见到您', text: '来不了请提前退一下，位子让给邻居。' }),
  'booking-tell-promoted': (entry, now) => ({
    title: '请转告：轮到了',
    text: `${starts(entry, now)} 有位子了。${goTell}`,
  }),
  'booking-tell-declined': (entry, now) => ({
    title: '请转告：这一约没了',
    text: `${starts(entry, now)}。${why(entry)}${goTell}`,
  }),
  'booking-tell-off': (entry, now) => ({
    title: '请转告：那天不开了',
    text: `${starts(entry, now)}。${why(entry)}${goTell}`,
  }),
  'booking-tomorrow': (entry, now) => ({ title: '明天见', text: `${starts(entry, now)}。来不了请退一下。` }),
}
