import { bandsWords, bandWords } from './bands'
import { browse, myTable, refresh, stay, type Wordings } from './refusal-wording'
import { counted } from './spacing'
import { rangeWords, shortMomentWords } from './time'

export type SignUpReason =
  | 'full'
  | 'waitlist-full'
  | 'signup-not-open'
  | 'signup-closed'
  | 'activity-cancelled'
  | 'already-signed'
  | 'already-waiting'
  | 'age-not-fit'
  | 'party-too-large'
  | 'time-clash'
  | 'just-signed-elsewhere'
  | 'already-started'
  | 'not-in-activity'
  | 'offer-gone'
  | 'intent-undone'

/** Why a sign-up, a leaving or an answer to an offer was refused. */
export const signUpRefusals: Wordings<SignUpReason> = {
  full: ({ capacity }) => ({
    title: '名额满了',
    message: `${counted(capacity, '个')}位子都有人了。`,
    next: '过会儿再来看看，有人退就会空出来；也可以看看别的活动。',
    elder: { message: '位子都有人了。', next: '看看别的，也一样热闹。' },
    actions: [browse, refresh],
  }),
  'waitlist-full': ({ waiting }) => ({
    title: '候补也满了',
    message: `前面已有 ${counted(waiting, '人')}在排队，再排多半轮不到。`,
    next: '看看别的活动；有人退了，这里会重新能报。',
    elder: { message: '位子满了，排队的人也多。', next: '看看别的活动吧。' },
    actions: [browse, refresh],
  }),
  'signup-not-open': ({ opensAt }, now) => ({
    title: '还没开始报名',
    message: `${shortMomentWords(opensAt, now)} 开放报名。`,
    next: '到时候再来点一下就行，现在先看看别的。',
    elder: { message: `${shortMomentWords(opensAt, now)} 才能报。`, next: '到时候再来点一下。' },
    actions: [stay, browse],
  }),
  'signup-closed': ({ closedAt }, now) => ({
    title: '报名已截止',
    message: `报名在${shortMomentWords(closedAt, now)} 结束了，要留时间准备材料。`,
    next: '当天有空位可以到门口问一声，也可以看看别的活动。',
    elder: { message: '报名时间过了。', next: '当天到门口问一声，也许有位子。' },
    actions: [browse, stay],
  }),
  'activity-cancelled': () => ({
    title: '这场取消了',
    message: '主办方把这一场取消了。',
    next: '看看相近的活动，总有合适的。',
    elder: { message: '这一场不办了。', next: '看看别的吧。' },
    actions: [browse],
  }),
  'already-signed': () => ({
    title: '已经报过了',
    message: '选的人里有人已经在名单上，不用再报。',
    next: '想给家人报，就只选还没报的那位。',
    elder: { message: '已经报好了，放心。', next: '到时候来就行。' },
    actions: [myTable, { label: '换个人报', action: 'close' }],
  }),
  'already-waiting': ({ position }) => ({
    title: '已经在候补',
    message: `现在排第 ${counted(position, '位')}。`,
    next: '有空位会按先后补上；不想等，可以在“我的”里退出。',
    elder: { message: `已经在排队，第 ${counted(position, '位')}。`, next: '有位子就给您补上。' },
    actions: [myTable, stay],
  }),
  'age-not-fit': ({ bands, band }) => ({
    title: '年龄不太合适',
    message: `这场是为${bandsWords(bands)}准备的，选的人里有${bandWords(band)}的。`,
    next: '换一位家人报，或看看适合这个年龄的活动。',
    elder: { message: `这场是给${bandsWords(bands)}的。`, next: '换个人报，或看看别的。' },
    actions: [browse, { label: '换个人报', action: 'close' }],
  }),
  'party-too-large': ({ capacity }) => ({
    title: '一起来的人太多',
    message: `这场一共 ${counted(capacity, '个')}位子，一家人要坐在一起，坐不下。`,
    next: '少选几位再报，或分几场来。',
    elder: { message: '人太多，坐不下。', next: '少选几位，再点一次。' },
    actions: [{ label: '改一改', action: 'close' }, browse],
  }),
  'time-clash': ({ title, startsAt, endsAt }, now) => ({
    title: '时间撞上了',
    message: `同一时间已报了“${title}”（${rangeWords(startsAt, endsAt, now)}）。`,
    next: '先在“我的”里退掉那一场再报，或换一场。',
    elder: { message: `这个时间已有“${title}”。`, next: '两场选一场。' },
    actions: [{ label: '看那一场', action: 'my-table' }, browse],
  }),
  'just-signed-elsewhere': () => ({
    title: '时间撞上了',
    message: '刚刚同时报了另一场，时间重了。那一场算数，这一场没有报上。',
    next: '到“我的”里看看，想换就先退掉那一场。',
    elder: { message: '同一时间刚报了另一场，那一场算数。', next: '到“我的”里看看。' },
    actions: [{ label: '看我的', action: 'my-table' }, browse],
  }),
  'already-started': () => ({
    title: '活动已经开始',
    message: '开始以后名单就不再变了。',
    next: '人在现场请找带队的人；来不了也没关系，跟前台说一声。',
    elder: { message: '已经开始了。', next: '有事跟前台说一声就好。' },
    actions: [stay, browse],
  }),
  'not-in-activity': () => ({
    title: '名单里没有',
    message: '这一场的名单里已经没有这次报名了。',
    next: '可能刚才已经退掉。看一眼最新的名单。',
    elder: { message: '这场没有报上，或已经退了。', next: '看看最新的就知道了。' },
    actions: [refresh, stay],
  }),
  'offer-gone': () => ({
    title: '这个位子让出去了',
    message: '留位子的时间过了，已经问了下一位。',
    next: '还想去，就点“还想要”，再空出来会按先后问您。',
    elder: { message: '这个位子给别人了。', next: '还想去，再帮您排上。' },
    actions: [{ label: '看看我的排队', action: 'my-table' }, stay],
  }),
  'intent-undone': () => ({
    title: '这次报名已经退掉',
    message: '刚才这一次报名已经被取消，没有占位子。',
    next: '还想参加，请重新报一次。',
    elder: { message: '这次已经退掉了。', next: '还想去，再报一次。' },
    actions: [refresh, stay],
  }),
}
