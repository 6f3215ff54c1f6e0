import { type HoursReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { minutesWords } from './hours-time'
import { clockWords, momentWords } from './time'

const look = { label: '看看最新的', action: 'refresh' } as const

/** Why something about someone's hours was refused. */
const hoursRefusals: Wordings<HoursReason> = {
  'hours-too-early': ({ opensAt }, now) => ({
    title: '还没到时间',
    message: `${momentWords(opensAt, now)} 起可以签到。`,
    next: '先坐坐，到点再扫一次。',
    elder: { message: `${clockWords(opensAt)} 以后再扫。`, next: '先坐坐，不着急。' },
    actions: [stay],
  }),
  'hours-too-late': () => ({
    title: '这一班已经收了',
    message: '过了签到的时间，手机上签不了。',
    next: '来过的话，请工作人员在“义工时间”里补上。',
    elder: { message: '这一班已经收了。', next: '来过的话，请前台补上。' },
    actions: [stay],
  }),
  'hours-own': () => ({
    title: '自己的不能自己定',
    message: '自己的时间要由别人来记、来点头。',
    next: '请另一位工作人员来点。',
    elder: { message: '自己的不能自己定。', next: '请另一位来点。' },
    actions: [stay],
  }),
  'hours-clock-runs': ({ until }) => ({
    title: '这一班还能签到',
    message: `到 ${clockWords(until)} 都能按名字记来了、走了。`,
    next: '到“排班”里，按名字记就行。',
    elder: { message: '这一班还能签到。', next: '到“排班”里按名字记。' },
    actions: [stay],
  }),
  'hours-late-over': ({ until }, now) => ({
    title: '过了能补的时间',
    message: `${momentWords(until, now)} 以前能补。`,
    next: '真有这回事，请主任在志愿服务系统里另作说明。',
    elder: { message: '过了能补的时间。', next: '请跟主任说一声。' },
    actions: [stay],
  }),
  'hours-outside': ({ from, until }) => ({
    title: '时间不在这一班里',
    message: `这一班最早 ${clockWords(from)}，最晚 ${clockWords(until)}。`,
    next: '改一改几点到的、多少分钟。',
    elder: { message: `要在 ${clockWords(from)} 到 ${clockWords(until)} 之间。`, next: '改一改再交。' },
    actions: [stay],
  }),
  'hours-on-record': () => ({
    title: '已经有记录了',
    message: '这个人这段时间已经在记录里。',
    next: '时间不对的话，在原来那一条上更正。',
    elder: { message: '已经记过了。', next: '不对的话，在原来那条上改。' },
    actions: [look, stay],
  }),
  'hours-entered': () => ({
    title: '您补的，请别人点头',
    message: '补记的时间，要由另一位工作人员来定。',
    next: '请同事看一眼；三天没人说不对，也算数。',
    elder: { message: '您补的，要别人点头。', next: '请同事来点。' },
    actions: [stay],
  }),
  'hours-not-here': () => ({
    title: '还没有签到',
    message: '这一班没有您的签到，签退不了。',
    next: '刚到就先签到；忘了签，请带班的人补上。',
    elder: { message: '您还没签到。', next: '先签到，或请前台帮忙。' },
    actions: [look, stay],
  }),
  'hours-gone': ({ at }) => ({
    title: '已经签退了',
    message: `${clockWords(at)} 已经记下您走了。`,
    next: '时间不对的话，等定下来以后可以提出来。',
    elder: { message: `${clockWords(at)} 已经记下了。`, next: '不对的话，跟前台说一声。' },
    actions: [look, stay],
  }),
  'hours-still-on': () => ({
    title: '还没做完',
    message: '人还在服务，等签退了再点头。',
    next: '做完以后再来点一次。',
    elder: { message: '人还在忙。', next: '做完了再点。' },
    actions: [look, stay],
  }),
  'hours-settled': ({ minutes }) => ({
    title: '已经定了',
    message: `已经有人点过头，算 ${minutesWords(minutes)}。`,
    next: '不对的话，工作人员可以更正，原来的也会留着。',
    elder: { message: `已经定了，算 ${minutesWords(minutes)}。`, next: '不对的话，跟前台说一声。' },
    actions: [look, stay],
  }),
  'hours-undecided': () => ({
    title: '时间还没定',
    message: '对方还没点头，还没有可以改的。',
    next: '几天没人说话，就按签到签退算。',
    elder: { message: '时间还没定下来。', next: '再等等，几天就好。' },
    actions: [look, stay],
  }),
  'hours-appealed': () => ({
    title: '已经提过了',
    message: '您提的还在等回话。',
    next: '有了回话会写在“消息”里。',
    elder: { message: '您提过了，在等回话。', next: '有消息会告诉您。' },
    actions: [look, stay],
  }),
  'hours-final': ({ until }, now) => ({
    title: '过了能提的时间',
    message: `${momentWords(until, now)} 以前能提。`,
    next: '真有不对，请当面跟社工说，社工还能更正。',
    elder: { message: '过了能提的时间。', next: '请当面跟社工说。' },
    actions: [stay],
  }),
  'proof-empty': () => ({
    title: '这段时间还没有记下来的',
    message: '选的这段时间里没有已经算数的服务。',
    next: '换一段时间试试，或者等对方点头。',
    elder: { message: '这段时间还没有记录。', next: '换一段时间看看。' },
    actions: [stay],
  }),
  'proof-unknown': () => ({
    title: '没有这份证明',
    message: '这个编号查不到。可能抄错了一位，也可能本人已经注销。',
    next: '对照纸上的编号再输一次；还查不到，请打中心电话。',
    elder: { message: '这个编号查不到。', next: '对着纸再输一次试试。' },
    actions: [stay],
  }),
}

learnRefusals(hoursRefusals)
