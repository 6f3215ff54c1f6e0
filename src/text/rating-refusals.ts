import { type RatingReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { shortMomentWords } from './time'

/** Why something about a rating was refused. */
const ratingRefusals: Wordings<RatingReason> = {
  'rate-not-checked-in': () => ({
    title: '还不能评',
    message: '这一场没有您的签到记录。',
    next: '人到了但忘了签，请带队的人补签，补好就能评。',
    elder: { message: '您没签到，打不了分。', next: '去了的话，叫人补一下。' },
    actions: [stay],
  }),
  'rate-not-finished': ({ endsAt }, now) => ({
    title: '还没结束呢',
    message: `${shortMomentWords(endsAt, now)} 结束。`,
    next: '结束以后再来评，七天内都行。',
    elder: { message: '还没完呢。', next: '完了再打分。' },
    actions: [stay],
  }),
  'rate-window-closed': ({ closedAt }, now) => ({
    title: '评价时间过了',
    message: `${shortMomentWords(closedAt, now)} 截止了。`,
    next: '还想说，可以到前台说给居委会听。',
    elder: { message: '时间过了。', next: '想说就到前台说。' },
    actions: [stay],
  }),
  'rate-already': ({ at }, now) => ({
    title: '已经评过了',
    message: `${shortMomentWords(at, now)} 评过了，一人一场评一次。`,
    next: '48 小时内可以改一次。',
    elder: { message: '您已经打过分了。', next: '两天内可以改一次。' },
    actions: [{ label: '看看最新的', action: 'refresh' }, stay],
  }),
  'rate-edit-used': () => ({
    title: '改过一次了',
    message: '每条评价只能改一次。',
    next: '还有话要说，可以请居委会联系您。',
    elder: { message: '改过了，不能再改。', next: '还想说，就到前台说。' },
    actions: [{ label: '看看最新的', action: 'refresh' }, stay],
  }),
  'rate-own-session': () => ({
    title: '自己的场不能评',
    message: '这一场您是主办方、老师或值班的人。',
    next: '请来参加的邻居评。',
    elder: { message: '这是您自己办的。', next: '让来的邻居评。' },
    actions: [stay],
  }),
  'rate-by-themselves': () => ({
    title: '请他自己评',
    message: '孩子和老人可以代评，成年家人自己评。',
    next: '请他用自己的手机打开这一场。',
    elder: { message: '让他自己评。', next: '用他的手机点开就行。' },
    actions: [stay],
  }),
  'rate-private': () => ({
    title: '这类服务不留文字',
    message: '为了保密，只问两句，不写字。',
    next: '把文字去掉，再交一次。',
    elder: { message: '这里不用写字。', next: '点两下就好。' },
    actions: [stay],
  }),
  'reply-once': () => ({
    title: '已经回过一次了',
    message: '每一场只公开回一次。',
    next: '觉得评价不实，可以请居委会复核。',
    elder: { message: '已经回过了。', next: '有事请找居委会。' },
    actions: [{ label: '看看最新的', action: 'refresh' }, stay],
  }),
  'content-blocked': () => ({
    title: '这段话发不出去',
    message: '里面有不能公开的内容。',
    next: '换个说法再交；分数不受影响。',
    elder: { message: '这句话发不出去。', next: '换个说法再试。' },
    actions: [stay],
  }),
}

learnRefusals(ratingRefusals)
