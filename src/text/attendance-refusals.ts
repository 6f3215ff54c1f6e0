import { type AttendanceReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { shortMomentWords } from './time'

/** Why someone was not checked in. */
const attendanceRefusals: Wordings<AttendanceReason> = {
  'code-invalid': () => ({
    title: '这个码不对',
    message: '没认出这个签到码，可能看错了一位。',
    next: '对着屏幕再看一遍；还不行，请工作人员按名字帮您签。',
    elder: { message: '码不对。', next: '叫工作人员帮您按。' },
    actions: [stay],
  }),
  'code-expired': () => ({
    title: '这个码过期了',
    message: '签到码不到一分钟换一次，您用的是旧的。',
    next: '请看大屏上现在的码，或让带队的人再亮一次。',
    elder: { message: '码旧了。', next: '请他再给一个。' },
    actions: [stay],
  }),
  'code-other-activity': () => ({
    title: '扫错活动了',
    message: '这是另一场活动的码。',
    next: '看看是不是走错了房间；不清楚就问前台。',
    elder: { message: '扫错门啦。', next: '问问前台在哪一间。' },
    actions: [stay],
  }),
  'code-other-person': () => ({
    title: '这是别人的码',
    message: '这个码是一位邻居自己的，只给工作人员扫。',
    next: '请扫大屏上的签到码，或亮出您自己的码。',
    elder: { message: '这是别人的码。', next: '扫大屏上的，或叫工作人员。' },
    actions: [stay],
  }),
  'code-tries': ({ until }, now) => ({
    title: '试得太多了',
    message: `输错了好几次，${shortMomentWords(until, now)} 以后再试。`,
    next: '着急的话，请工作人员按名字帮您签。',
    elder: { message: '输错好几次了。', next: '叫工作人员帮您按。' },
    actions: [stay],
  }),
  'paper-not-allowed': () => ({
    title: '门口的纸码没有启用',
    message: '这里不用门口的纸码签到。',
    next: '请看工作人员屏幕上的码，或请他按名字帮您签。',
    elder: { message: '门口的码不能用。', next: '叫工作人员帮您按。' },
    actions: [stay],
  }),
  'checkin-too-early': ({ opensAt }, now) => ({
    title: '来得早了点',
    message: `${shortMomentWords(opensAt, now)} 开始签到。`,
    next: '先坐会儿喝口水，到点再签。',
    elder: { message: '来早了。', next: '先坐坐，喝口水。' },
    actions: [stay],
  }),
  'checkin-too-late': ({ closedAt }, now) => ({
    title: '签到时间过了',
    message: `签到在 ${shortMomentWords(closedAt, now)} 关了。`,
    next: '人在现场的话，请带队的人补签，写一句原因。',
    elder: { message: '时间过了。', next: '请工作人员补一下。' },
    actions: [stay],
  }),
  'already-checked-in': ({ at }, now) => ({
    title: '已经签到了',
    message: `${shortMomentWords(at, now)} 已签到，不用再签。`,
    next: '放心参加，结束后可以打分。',
    elder: { message: '签过了。', next: '安心坐吧。' },
    actions: [stay],
  }),
  'not-seated': () => ({
    title: '还在排队',
    message: '还没轮到位子，签不了到。',
    next: '问问工作人员，有人没来就能坐。',
    elder: { message: '还在排队呢。', next: '问问工作人员有没有空位。' },
    actions: [stay],
  }),
  'checkin-undone': () => ({
    title: '这次签到被撤回了',
    message: '工作人员撤回了这次签到。',
    next: '人在现场的话，请再签一次或找工作人员。',
    elder: { message: '这次签到撤回了。', next: '再签一次就行。' },
    actions: [stay],
  }),
}

learnRefusals(attendanceRefusals)
