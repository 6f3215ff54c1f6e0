import type { ActivityCard, ActivityFilter } from '../domain/activity'
import { ageBands, welcomesElders } from '../domain/age'
import { bandsWords } from './bands'
import { seatAria } from './seats'
import { joiner } from './spacing'
import { rangeWords } from './time'

/** The words of the list of activities. */
export const listWords = (elder: boolean) => ({
  title: '活动',
  search: '找活动',
  searchHint: elder ? '写两个字找找' : '找一找，如“手机”“书法”',
  filterLabel: '看哪些',
  filters: {
    all: '全部',
    today: '今天',
    week: '七天内',
    children: '孩子的',
    elders: '长者的',
    room: '还有位',
  } satisfies Record<ActivityFilter, string>,
  end: elder ? '就这些了' : '就这些，下周还有新的',
  more: '还有，正在拿…',
})

/** What stands where a filter finds nothing. */
export const nothingFound = (
  filter: ActivityFilter,
  words: string,
): { title: string; next: string; button: string } => {
  if (words) return { title: `没找到“${words}”`, next: '换个说法，或看看全部。', button: '看全部' }
  return {
    all: { title: '还没排活动', next: '新的活动排好了，就会出现在这里。', button: '再看一次' },
    today: { title: '今天没有活动', next: '明天、后天也许有，看看七天内的。', button: '看七天内' },
    week: { title: '七天内还没排活动', next: '看看后面的。', button: '看全部' },
    children: { title: '暂时没有给孩子的', next: '有的活动老少都可以来，看看全部。', button: '看全部' },
    elders: { title: '暂时没有专给长者的', next: '很多活动老少都可以来，看看全部。', button: '看全部' },
    room: { title: '都坐满了', next: '可以排队候补，有人退就补上。', button: '看全部' },
  }[filter]
}

type CardTag = { tone: 'jade' | 'amber' | 'red' | 'plain'; text: string }

/** The tags of a card. The colour only repeats the words. */
export const cardTags = (
  card: Pick<ActivityCard, 'bands' | 'seats' | 'mine' | 'state' | 'opensAt' | 'closesAt'>,
  now: number,
  elder: boolean,
): CardTag[] => [
  ...(card.mine ? [{ tone: 'jade' as const, text: elder ? '我报过了' : '我在名单上' }] : []),
  ...(card.bands.length < ageBands.length
    ? [{ tone: welcomesElders(card.bands) ? ('jade' as const) : ('amber' as const), text: bandsWords(card.bands) }]
    : []),
  ...signUpTag(card, now, elder),
]

/** What can be done about a card now, where it is not simply signing up. */
function signUpTag(
  { state, opensAt, closesAt, seats }: Pick<ActivityCard, 'state' | 'opensAt' | 'closesAt' | 'seats'>,
  now: number,
  elder: boolean,
): CardTag[] {
  if (state === 'cancelled') return [{ tone: 'plain', text: '取消了' }]
  if (now < opensAt) return [{ tone: 'plain', text: '还没开始报' }]
  if (now >= closesAt) return [{ tone: 'plain', text: elder ? '不能报了' : '报名截止' }]
  if (seats.free > 0) return []
  if (seats.waitRoom > 0) return [{ tone: 'red', text: elder ? '可以排队' : '可候补' }]
  return [{ tone: 'plain', text: '满了' }]
}

/** A card in one sentence, for who does not see it. */
export const cardAria = (card: ActivityCard, now: number, elder: boolean): string =>
  [
    card.title,
    rangeWords(card.startsAt, card.endsAt, now),
    card.place,
    seatAria(card.seats),
    ...cardTags(card, now, elder).map((tag) => tag.text),
  ]
    .join('，')
    .replaceAll(joiner, '')
