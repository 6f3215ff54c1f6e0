import type { InboxEntry } from '../domain/message'
import type { NeedNotice } from '../domain/need-notice'
import { shortMomentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const said = ({ reason }: InboxEntry): string => (reason ? `“${reason}”` : '')

/** What the inbox tells of needs, of offers and of those who are made acquainted. */
export const needNotices: Record<NeedNotice, Told> = {
  'need-new': () => ({ title: '有一件事找社工', text: '只有社工看得到，点开看看。' }),
  'need-shown': () => ({ title: '您的话放上广场了', text: '邻居看得到了，有人能帮会写在这里。' }),
  'need-hidden': (entry) => ({ title: '您的话没放上广场', text: `${said(entry)}社工还在帮您想办法。` }),
  'need-fits': () => ({ title: '有邻居能帮上您', text: '点开看看，愿意的话请他帮忙。' }),
  'need-draft': () => ({ title: '凑够人了，正在筹备', text: '定了时间会告诉您，说过“我也要”的先报名。' }),
  'need-yours': () => ({ title: '大家想要的，交给您筹备', text: '草稿做好了，写上时间地点就能发布。' }),
  'need-published': () => ({ title: '您要的活动定下来了', text: '您先报名，点开就能报。' }),
  'need-replied': (entry) => ({ title: '社工回您话了', text: said(entry) }),
  'need-closed': (entry) => ({ title: '这件事有结果了', text: said(entry) }),
  'need-late': () => ({ title: '说好的日子过了，对不起', text: '已经报到上一级催办。' }),
  'need-overdue': () => ({ title: '一件事过了日子还没回', text: '请看看卡在哪里，今天给人家一句话。' }),
  'need-unsolved': () => ({ title: '人家说还没解决', text: '请再联系一次。' }),
  'introduction-asked': ({ expiresAt }, now) => ({
    title: '有邻居想请您认识一下',
    text: expiresAt ? `${shortMomentWords(expiresAt, now)} 前说一声行不行。` : '点开看看，说一声行不行。',
  }),
  'introduction-agreed': () => ({ title: '对方答应了', text: '点开就能看到怎么联系。' }),
  'introduction-declined': () => ({ title: '这次没约成', text: '不怪谁，再看看别的邻居。' }),
  'introduction-lapsed': () => ({ title: '对方几天没回话', text: '先不等了，再看看别的邻居。' }),
  'introduction-ended': () => ({ title: '约好的事取消了', text: '点开看看，可以再找别的邻居。' }),
  'introduction-felt': () => ({ title: '办完了，怎么样？', text: '说一句，往后找人更准。' }),
  'offer-shown': () => ({ title: '您能帮的放上去了', text: '有合适的邻居，会写在这里。' }),
  'offer-hidden': (entry) => ({ title: '您能帮的没放上去', text: said(entry) || '有事请问前台。' }),
  'offer-nudge': ({ expiresAt = 0 }, now) => ({
    title: '您能帮的，还算数吗？',
    text: `到 ${shortMomentWords(expiresAt, now)} 就收起来了。还愿意帮，点开续一下。`,
  }),
  'offer-expired': () => ({ title: '您能帮的收起来了', text: '想再帮，点开续一下就行。' }),
}
