import type { LoanNotice } from '../domain/loan-notice'
import type { InboxEntry } from '../domain/message'
import { shortMomentWords } from './time'

type Told = (entry: InboxEntry, now: number) => { title: string; text: string }

const until = ({ expiresAt = 0 }: InboxEntry, now: number): string => shortMomentWords(expiresAt, now)

/** What the inbox says of lending. */
export const loanNotices: Record<LoanNotice, Told> = {
  'loan-kept': (entry, now) => ({ title: '给您留着了', text: `${until(entry, now)} 前到前台来拿。` }),
  'loan-offered': (entry, now) => ({
    title: '轮到您了',
    text: `有一件还回来了，给您留到 ${until(entry, now)}。要的话点一下，或直接来拿。`,
  }),
  'loan-passed': () => ({ title: '没来拿，让给别人了', text: '还要用，再点一次“借”就行。' }),
  'loan-out': (entry, now) => ({ title: '借走了', text: `${until(entry, now)} 前还回前台。` }),
  'loan-back': () => ({ title: '还上了，谢谢', text: '东西收好了，下次还来借。' }),
  'loan-tomorrow': (entry, now) => ({ title: '明天该还了', text: `${until(entry, now)} 前还；还要用，可以延一次。` }),
  'loan-today': (entry, now) => ({ title: '今天该还了', text: `${until(entry, now)} 前还回前台。` }),
  'loan-late': () => ({ title: '过期了，请还回来', text: '后面有邻居等着用。坏了也没关系，来说一声。' }),
  'loan-ask': () => ({ title: '借出去的还没还', text: '有一件过期了，请联系一下借的人。' }),
  'loan-call': () => ({
    title: '借的人没有手机，要去问一声',
    text: '有一件过期了，借的人收不到提醒，请打电话或上门。',
  }),
  'loan-up': () => ({ title: '有件东西一直没还', text: '过期两周以上，前台催过了。请看看怎么办。' }),
}
