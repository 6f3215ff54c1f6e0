import { minutesWords } from './hours-time'
import { type RestReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import { dayWords, momentWords, rangeWords } from './time'

const whom = (whose: 'own' | 'other', minor: boolean): string =>
  minor ? '未成年义工' : whose === 'own' ? '一个人' : '一位义工'

/** What there is already, said only where it is something. */
const already = (when: string, minutes: number): string =>
  minutes === 0 ? '' : `，${when}已经有 ${minutesWords(minutes)}`

/** When the same hours would do. */
const nextWords = (next: number | null, otherwise: string, now: number): string =>
  next === null ? otherwise : `最早${momentWords(next, now)}可以。`

const elderNext = (next: number | null, otherwise: string, now: number): string =>
  next === null ? otherwise : `${dayWords(next, now)} 可以。`

/** What is too long by itself is so on any day. */
const otherDay = (minutes: number): string => (minutes === 0 ? '这一段太长，短一些。' : '换一天，身体要紧。')

/** Why a shift or a visit would leave someone without rest enough: what is too much, and when it would do. */
const restRefusals: Wordings<RestReason> = {
  'rest-day': ({ whose, most, minor, minutes, next }, now) => ({
    title: '这天够多了',
    message: `${whom(whose, minor)}一天最多 ${counted(most, '小时')}${already('那天', minutes)}，值班和上门都算。`,
    next: nextWords(next, otherDay(minutes), now),
    elder: { message: '这天够累了。', next: elderNext(next, otherDay(minutes), now) },
    actions: [stay],
  }),
  'rest-week': ({ whose, most, minor, minutes, next }, now) => ({
    title: '这周够多了',
    message: `${whom(whose, minor)}一周最多 ${counted(most, '小时')}${already('那周', minutes)}，候补和上门都算。`,
    next: nextWords(next, '过一阵再来，谢谢您。', now),
    elder: { message: '这周够多了。', next: elderNext(next, '过一阵再来。', now) },
    actions: [stay],
  }),
  'rest-night': ({ whose, beside, least, next }, now) => ({
    title: whose === 'own' ? '睡不够' : '他会睡不够',
    message: beside
      ? `和“${beside.title}”（${rangeWords(beside.startsAt, beside.endsAt, now)}）隔不到 ${counted(least, '小时')}。`
      : `和他前后答应的事隔不到 ${counted(least, '小时')}。`,
    next: nextWords(next, whose === 'own' ? '中间要睡一觉，换个时间吧。' : '中间要睡一觉，请别的义工。', now),
    elder: {
      message: whose === 'own' ? '晚上早上太近了。' : '他前后排得太近了。',
      next: elderNext(next, '换个时间，睡好觉。', now),
    },
    actions: [stay],
  }),
  'rest-minor-hours': ({ from, until }) => ({
    title: '太早或太晚',
    message: `未满 18 岁，只排 ${from}:00 到 ${until}:00。`,
    next: '挑白天的时间。',
    elder: { message: '孩子只排白天。', next: '挑白天的时间。' },
    actions: [stay],
  }),
}

learnRefusals(restRefusals)
