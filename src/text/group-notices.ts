import type { GroupNotice } from '../domain/group-notice'
import type { InboxEntry } from '../domain/message'

type Told = (entry: InboxEntry) => { title: string; text: string }

const why = (entry: InboxEntry): string => ('reason' in entry && entry.reason ? `${entry.reason}。` : '')

/** What the inbox says of standing groups. */
export const groupNotices: Record<GroupNotice, Told> = {
  'group-in': () => ({ title: '有位子了，您加入了', text: '下次活动直接来。不想去了，点开退出就行。' }),
  'group-out': (entry) => ({ title: '您不在小组名单里了', text: `${why(entry)}有疑问，找前台社工。` }),
  'group-moved': () => ({ title: '小组换了时间或地方', text: '点开看新的时间和地方。' }),
  'group-ended': (entry) => ({ title: '小组结束了', text: `${why(entry)}谢谢您一直来，菜单里还有别的小组。` }),
}
