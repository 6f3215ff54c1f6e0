import type { InboxEntry } from '../domain/message'
import type { OrderNotice } from '../domain/order-told'
import { momentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const why = (reason: string | undefined): string => (reason ? `原因：${reason}。` : '')

const said = (reason: string | undefined): string => (reason ? `${reason}。` : '')

/** Nothing reaches them by itself; who it is and how they are found stands on the order. */
const goTell = '这位邻居没有手机，点开看怎么找，说一声。'

/** What the inbox says of an order. */
export const orderNoticeWords: Record<OrderNotice, Told> = {
  'order-new': () => ({ title: '有一单等您看', text: '看一看，派给合适的人。' }),
  'order-for-you': () => ({ title: '替您点好了一单', text: '中心的人替您点的。点开看看，不对就说一声。' }),
  'order-asked': () => ({ title: '有一单想请您办', text: '一天之内给个回话，接不接都行。' }),
  'order-taken': ({ startsAt }, now) => ({
    title: '有人接单了',
    text: startsAt === undefined ? '接下来约个时间。' : `约在 ${momentWords(startsAt, now)}。`,
  }),
  'order-time': ({ startsAt, reason }, now) => ({
    title: '时间定了',
    text: `${momentWords(startsAt ?? 0, now)}。${why(reason)}`,
  }),
  'order-sent': ({ startsAt, reason }, now) => ({
    title: '上门的是这几位',
    text: `${reason ? `${reason}。` : ''}${startsAt === undefined ? '' : `${momentWords(startsAt, now)}来。`}开门前先问一声名字。`,
  }),
  'order-moved': ({ startsAt, reason }, now) => ({
    title: '邻居想换个时间',
    text: `想约 ${momentWords(startsAt ?? 0, now)}。${why(reason)}点开定一下。`,
  }),
  'order-again': ({ reason }) => ({ title: '正在重新找人', text: `${why(reason)}不用您再点，一直有人管着。` }),
  'order-missed': () => ({ title: '这一次没碰上', text: '点开看看怎么再约。' }),
  'order-served': () => ({ title: '办好了吗？点个头', text: '三天没说话，就当办好了。不满意也在这里说。' }),
  'order-confirmed': () => ({ title: '邻居说办好了', text: '谢谢您！' }),
  'order-complained': () => ({ title: '这一单有人不满意', text: '社工会来问清楚，一个工作日内有回话。' }),
  'order-cancelled': ({ reason }) => ({ title: '这一单取消了', text: why(reason) || '不用再跑这一趟。' }),
  'order-restored': () => ({ title: '取消撤回了', text: '这一单照旧。' }),
  'order-guided': ({ reason = '' }) => ({ title: '给您指了个去处', text: reason }),
  'order-guided-week': ({ reason = '' }) => ({
    title: '这一次给您指了个去处',
    text: `${reason}。只是这一次；下一周照常安排。`,
  }),
  'order-guided-series': ({ reason = '' }) => ({
    title: '以后都到别处办了',
    text: `${reason}。每周一次的这一单到此为止，还要就再点。`,
  }),
  'order-left': () => ({ title: '上门的人中途换下来了', text: '社工马上联系您。有事现在就找前台。' }),
  'order-left-alone': () => ({
    title: '上门的人不能再办了，人可能还在屋里',
    text: '半小时内打电话问清楚，点开看是哪一家。',
  }),
  'order-leave': () => ({ title: '这一单请停下来', text: '您现在不能再办这一单。请先离开，给前台报个平安。' }),
  'order-corrected': () => ({ title: '住处或电话改过了', text: '点开再看一遍，按新的来。' }),
  'order-corrected-for': ({ reason }) => ({ title: '社工改了您这一单的住处或电话', text: why(reason) || '点开看看。' }),
  'order-late': () => ({ title: '这一单超时了', text: '已经报到上一级，点开看谁在管。' }),
  'order-photo': () => ({ title: '有一张照片等您看', text: '您看过以后，上门的人才看得到。' }),
  'order-photo-off': () => ({ title: '这张照片用不了', text: '单子照旧。想让上门的人先看看，换一张就行。' }),
  'order-report': () => ({ title: '有一趟上门要您再看看', text: '去的人觉得不太放心，点开看他怎么说。' }),
  'order-quiet': () => ({ title: '有一句话只给社工看', text: '单子里写的话不便让别人看到。点开看看，要不要联系。' }),
  // Of someone without a phone, to the desk.
  'order-tell-time': ({ startsAt, reason }, now) => ({
    title: '请转告：时间定了',
    text: `${momentWords(startsAt ?? 0, now)}。${why(reason)}${goTell}`,
  }),
  'order-tell-sent': ({ startsAt, reason }, now) => ({
    title: '请转告：谁会来敲门',
    text: `${said(reason)}${startsAt === undefined ? '' : `${momentWords(startsAt, now)}来。`}${goTell}`,
  }),
  'order-tell-again': ({ reason }) => ({ title: '请转告：正在重新找人', text: `${why(reason)}${goTell}` }),
  'order-tell-missed': () => ({ title: '请转告：这一次没碰上', text: `问一声哪天方便，再约。${goTell}` }),
  'order-tell-cancelled': ({ reason }) => ({ title: '请转告：这一单取消了', text: `${why(reason)}${goTell}` }),
  'order-tell-restored': () => ({ title: '请转告：取消撤回了', text: `这一单照旧。${goTell}` }),
  'order-tell-guided': ({ reason }) => ({ title: '请转告：去哪儿办', text: `${said(reason)}${goTell}` }),
  'order-tell-guided-week': ({ reason }) => ({
    title: '请转告：这一次去哪儿办',
    text: `${said(reason)}只是这一次，下一周照常安排。${goTell}`,
  }),
  'order-tell-guided-series': ({ reason }) => ({
    title: '请转告：以后都到别处办',
    text: `${said(reason)}每周一次的这一单到此为止。${goTell}`,
  }),
  'order-alarm': () => ({ title: '上门的人还没报平安', text: '过了说好的时间。请马上打电话问一声。' }),
}
