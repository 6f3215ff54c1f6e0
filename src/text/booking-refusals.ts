import type { BookingRefusal } from '../domain/booking-refusal'
import { refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import { clockWords, momentWords } from './time'

/** Why something about booking was refused. */
const bookingRefusals: Wordings<BookingRefusal['reason']> = {
  'slot-full': ({ startsAt }, now) => ({
    title: '这个时段没了',
    message: `${momentWords(startsAt, now)} 刚被约走。`,
    next: '换个时段，或者换一天。',
    elder: { message: '这个时间没了。', next: '换一个时间吧。' },
    actions: [refresh, stay],
  }),
  'slot-closed': () => ({
    title: '这个点约不了',
    message: '这天或这个时段不开放。',
    next: '选亮着的时段；特殊情况请问前台。',
    elder: { message: '那时候不开门。', next: '换一个时间吧。' },
    actions: [refresh, stay],
  }),
  'slot-past': () => ({
    title: '已经开始了',
    message: '这个时段已经开始，不能再约或再退。',
    next: '看看后面的时段。',
    elder: { message: '时间已经过了。', next: '换后面的时间。' },
    actions: [refresh, stay],
  }),
  'slot-already': () => ({
    title: '已经约过了',
    message: '这一位已经约了这个时段。',
    next: '要给家里别人约，换个人再点。',
    elder: { message: '这个时间您约过了。', next: '到时候来就行。' },
    actions: [refresh, stay],
  }),
  'slots-too-many': ({ most }) => ({
    title: `一次最多连着 ${counted(most, '段')}`,
    message: '房间大家轮着用。',
    next: '少选几段；长期要用请问前台。',
    elder: { message: '选得太多了。', next: '少选一点。' },
    actions: [stay],
  }),
  'slot-activity': ({ startsAt }) => ({
    title: '那时有活动',
    message: `${clockWords(startsAt)} 起这里有一场活动。`,
    next: '换个时段，或者来参加活动。',
    elder: { message: '那时候有活动。', next: '换一个时间吧。' },
    actions: [refresh, stay],
  }),
  'booking-people': ({ most }) => ({
    title: '人数多了',
    message: `这里最多坐 ${counted(most, '人')}。`,
    next: '换个大点的房间，或者分两次来。',
    elder: { message: `最多 ${counted(most, '人')}。`, next: '换个大一点的房间。' },
    actions: [stay],
  }),
  'booking-limit': ({ most }) => ({
    title: '这天约满了',
    message: `一个人一天在同一处最多约 ${counted(most, '次')}。`,
    next: '退一个再约，或者换一天。',
    elder: { message: '今天约得够多了。', next: '换一天吧。' },
    actions: [stay],
  }),
  'booking-busy': () => ({
    title: '这一位那时有别的事',
    message: '同一时间已经约了或报了别的。',
    next: '跟本人商量，换个时段。',
    elder: { message: '那时有别的事。', next: '换个时间吧。' },
    actions: [stay],
  }),
  'booking-purpose': () => ({
    title: '用来做什么？',
    message: '订房间要写一句用途。',
    next: '邻里聚会、排练、开会、生日都可以。',
    elder: { message: '请写一句做什么用。', next: '比如：唱歌、过生日。' },
    actions: [stay],
  }),
  'booking-stands-otherwise': () => ({
    title: '情况刚变了',
    message: '这一条现在不是刚才的样子了。',
    next: '看看最新的，再决定怎么办。',
    elder: { message: '刚刚有变化。', next: '再看一眼。' },
    actions: [refresh, stay],
  }),
}

learnRefusals(bookingRefusals)
