import type { Training, VolunteerState } from '../domain/volunteer'
import { bandsWords } from './bands'
import { refresh, stay, type VolunteerReason, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import './rest-refusals'
import { skillWords } from './skill-words'
import { counted } from './spacing'
import { rangeWords } from './time'

const stateWords: Record<VolunteerState, string> = {
  applied: '登记还在等社工看',
  training: '培训还没做完',
  active: '现在是在岗',
  resting: '现在是歇着',
  left: '已经退出了',
  suspended: '现在是暂停',
}

const trainingWords: Record<Training, string> = {
  basics: '义工入门',
  'home-visits': '上门服务',
  minors: '陪伴孩子',
}

const ask = '想做这一类，跟社工说一声。'

/** Why something about volunteering, or about a shift, was refused. */
const volunteerRefusals: Wordings<VolunteerReason> = {
  'not-volunteer': () => ({
    title: '先登记做义工',
    message: '还没有您的义工登记。',
    next: '点“我想帮忙”，不到一分钟就登记好。',
    elder: { message: '您还没登记。', next: '先登记一下，很快。' },
    actions: [refresh, stay],
  }),
  'volunteer-already': () => ({
    title: '登记过了',
    message: '您已经是这里的义工。',
    next: '要改资料，在“我的帮忙”里改。',
    elder: { message: '您登记过了。', next: '不用再填。' },
    actions: [refresh],
  }),
  'volunteer-state': ({ state }) => ({
    title: '现在还不行',
    message: `${stateWords[state]}。`,
    next: state === 'resting' ? '在“我的帮忙”里点一下“我回来了”。' : '有疑问，请到前台问社工。',
    elder: { message: `${stateWords[state]}。`, next: '去前台问社工。' },
    actions: [refresh, stay],
  }),
  'training-needed': ({ topic }) => ({
    title: '要先培训',
    message: `这件事要先做完“${trainingWords[topic]}”培训。`,
    next: ask,
    elder: { message: '要先学一学。', next: '问社工哪天培训。' },
    actions: [stay],
  }),
  'clearing-needed': ({ topic }) => ({
    title: '还要社工点头',
    message: `“${trainingWords[topic]}”培训做完了，还要社工同意才能去。`,
    next: ask,
    elder: { message: '还要社工同意。', next: '去前台说一声。' },
    actions: [stay],
  }),
  'minor-no-home-visit': () => ({
    title: '未满 18 岁不上门',
    message: '为了您的安全，未成年义工不安排入户。',
    next: '看看中心里的班次，一样能帮上忙。',
    elder: { message: '孩子不上门帮忙。', next: '挑中心里的班。' },
    actions: [stay],
  }),
  'document-unreadable': () => ({
    title: '这张照片看不了',
    message: '不是 JPG 或 PNG 照片。',
    next: '重新拍一张再传。',
    elder: { message: '照片打不开。', next: '重新拍一张。' },
    actions: [stay],
  }),
  'documents-full': ({ most }) => ({
    title: '证件太多了',
    message: `最多留 ${counted(most, '张')}。`,
    next: '先删掉用不着的。',
    elder: { message: '放不下了。', next: '先删掉一张。' },
    actions: [stay],
  }),
  'skill-needed': ({ skill }) => ({
    title: '这一班要有手艺',
    message: `要“${skillWords[skill]}”，您的资料里没有。`,
    next: '会的话，先在资料里添上；不会就看看别的班。',
    elder: { message: `要“${skillWords[skill]}”。`, next: '会的话，先添上。' },
    actions: [stay],
  }),
  'licence-needed': ({ skill }) => ({
    title: '这一班要看证件',
    message: `“${skillWords[skill]}”要有证件，社工看过、没过期才行。`,
    next: '在“我的帮忙”里传证件照片。',
    elder: { message: '要看证件。', next: '先把证件拍给社工。' },
    actions: [stay],
  }),
  'shift-age': ({ bands }) => ({
    title: '年龄不合适',
    message: `这一班请 ${bandsWords(bands)} 的人来。`,
    next: '看看别的班次。',
    elder: { message: '年龄不合适。', next: '看看别的班。' },
    actions: [stay],
  }),
  'shift-together': () => ({
    title: '要和大人一起',
    message: '没有账号的孩子，要和带他的大人在同一班。',
    next: '把自己也选上，一起来。',
    elder: { message: '孩子要和大人一起。', next: '把自己也选上。' },
    actions: [stay],
  }),
  'shift-full': ({ capacity, waiting }) => ({
    title: '这一班够人了',
    message: `${counted(capacity, '个')}位子都有人，候补 ${counted(waiting, '个')}也满了。`,
    next: '看看别的班，哪里缺人就去哪里。',
    elder: { message: '够人了，谢谢您。', next: '看看别的班。' },
    actions: [refresh, stay],
  }),
  'shift-cancelled': () => ({
    title: '这一班取消了',
    message: '不用来了，谢谢您。',
    next: '看看别的班次。',
    elder: { message: '不办了。', next: '看看别的班。' },
    actions: [refresh, stay],
  }),
  'shift-begun': () => ({
    title: '这一班已经开始',
    message: '开始以后不能再改名单。',
    next: '有急事请直接联系社工。',
    elder: { message: '已经开始了。', next: '有事找社工。' },
    actions: [refresh, stay],
  }),
  'shift-already': () => ({
    title: '已经在名单上',
    message: '这一班您已经报过了。',
    next: '在“我的班次”里看。',
    elder: { message: '您报过了。', next: '到时来就行。' },
    actions: [refresh, stay],
  }),
  'shift-not-on': () => ({
    title: '不在这一班',
    message: '名单上没有您，或者已经退出了。',
    next: '看看最新的名单。',
    elder: { message: '名单上没有您。', next: '再看一眼。' },
    actions: [refresh, stay],
  }),
  'shift-clash': ({ title, startsAt, endsAt }, now) => ({
    title: '时间撞上了',
    message: `那时您有“${title}”（${rangeWords(startsAt, endsAt, now)}）。`,
    next: '一个人不能在两处；先退一个，或者挑别的时间。',
    elder: { message: `那时您有“${title}”。`, next: '挑别的时间吧。' },
    actions: [stay],
  }),
  'volunteer-busy': () => ({
    title: '他那时有别的安排',
    message: '他在同一时间答应了别的事。',
    next: '先问问本人，或者请别的义工。',
    elder: { message: '他那时有别的事。', next: '先问问本人，或者请别人。' },
    actions: [stay],
  }),
  'swap-gone': () => ({
    title: '换班没赶上',
    message: '有人先接了，或者他自己收回了。',
    next: '看看最新的名单。',
    elder: { message: '没赶上。', next: '看看别的班。' },
    actions: [refresh, stay],
  }),
  'swap-nobody': () => ({
    title: '没找到这个人',
    message: '没有在岗的义工叫这个名字。',
    next: '看看名字写对没有；或者让给大家。',
    elder: { message: '没找到这个人。', next: '名字再看一遍。' },
    actions: [stay],
  }),
  'swap-not-for-you': () => ({
    title: '这个位子留给别人',
    message: '换班的人指了名，没有指您。',
    next: '看看别的班次。',
    elder: { message: '这个是留给别人的。', next: '看看别的班。' },
    actions: [stay],
  }),
}

learnRefusals(volunteerRefusals)
