import type { ShiftNotice, VolunteerNotice } from '../domain/volunteer-notice'
import type { InboxEntry } from '../domain/message'
import { momentWords, shortMomentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const starts = (startsAt: number | undefined, now: number): string => momentWords(startsAt ?? now, now)
const why = (reason: string | undefined): string => (reason ? `原因：${reason}。` : '')

/** What the inbox says about being a volunteer and about shifts. */
export const volunteerNotices: Record<VolunteerNotice | ShiftNotice, Told> = {
  'volunteer-accept': () => ({ title: '社工看过您的登记了', text: '下一步是一次短短的培训，社工会约您。' }),
  'volunteer-train': () => ({ title: '培训记下了', text: '谢谢您来学。点开看看还差什么。' }),
  'volunteer-admit': () => ({ title: '您是这里的义工了', text: '点开看看这周能做什么。' }),
  'volunteer-award': ({ reason = '' }) => ({ title: '给您记上了一项荣誉', text: `${reason}。谢谢您。` }),
  'volunteer-clear': () => ({ title: '又多了一类能做的事', text: '社工同意了。点开看看。' }),
  'volunteer-unclear': () => ({ title: '有一类事先不排给您', text: '有疑问，到前台问社工。' }),
  'volunteer-suspend': ({ reason }) => ({ title: '先暂停排班', text: why(reason) || '有疑问，到前台问社工。' }),
  'volunteer-restore': () => ({ title: '恢复了，欢迎回来', text: '点开看看这周能做什么。' }),
  'volunteer-team': () => ({ title: '您的队伍有变动', text: '点开看看您在哪个队。' }),
  'document-valid': () => ({ title: '证件看过了，有效', text: '要证件的班也能排给您了。' }),
  'document-refused': ({ reason }) => ({ title: '证件没通过', text: `${why(reason)}请重新传一张。` }),
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
  'shift-put': ({ startsAt, reason }, now) => ({
    title: '给您排了一班',
    text: `${starts(startsAt, now)} 开始。${why(reason)}来不了，点开让出来就行。`,
  }),
  'shift-put-standby': ({ startsAt, reason }, now) => ({
    title: '请您候补一班',
    text: `${starts(startsAt, now)} 开始，有人来不了就轮到您。${why(reason)}不方便，点开退出就行。`,
  }),
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
