import type { ShiftNotice, VolunteerNotice } from '../domain/volunteer-notice'
import type { InboxEntry } from '../domain/message'
import { momentWords, shortMomentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const starts = (startsAt: number | undefined, now: number): string => momentWords(startsAt ?? now, now)
const why = (reason: string | undefined): string => (reason ? `原因：${reason}。` : '')

/** What the inbox says about being a volunteer and about shifts. */
export const volunteerNotices: Record<VolunteerNotice | ShiftNotice, Told> = {
  'volunteer-step': ({ reason = '' }) => ({ title: '您的义工登记有进展', text: reason || '点开看看。' }),
  'volunteer-document': ({ reason = '' }) => ({ title: '证件看过了', text: reason || '点开看看。' }),
  'volunteer-applied': () => ({ title: '有人想做义工', text: '点开看看，尽快给个回话。' }),
  'shift-seated': ({ startsAt }, now) => ({
    title: '轮到您了，这一班算您',
    text: `${starts(startsAt, now)} 开始。来不了请早点让出来。`,
  }),
  'shift-offered': ({ expiresAt = 0 }, now) => ({
    title: '有人来不了，您能顶上吗？',
    text: `给您留到 ${shortMomentWords(expiresAt, now)}，点开说一声。`,
  }),
  'shift-lapsed': () => ({ title: '留的班次过了时间', text: '没关系。还想来，点开说一声。' }),
  'shift-removed': ({ reason }) => ({ title: '您不在这一班了', text: why(reason) || '有事请问社工。' }),
  'shift-cancelled': ({ reason }) => ({ title: '这一班取消了', text: `${why(reason)}谢谢您，不用来了。` }),
  'shift-reminder': ({ startsAt }, now) => ({
    title: '明天的班，等您来',
    text: `${starts(startsAt, now)} 开始。来不了请让出来。`,
  }),
  'shift-asked': ({ startsAt }, now) => ({
    title: '缺人手，您能来吗？',
    text: `${starts(startsAt, now)} 开始。来不了也没关系。`,
  }),
  'shift-swap': ({ startsAt }, now) => ({
    title: '有人想请您替一班',
    text: `${starts(startsAt, now)} 开始。能来就点开接下来。`,
  }),
  'shift-swapped': () => ({ title: '有人替您了', text: '这一班不用来了。' }),
}
