import { type MemberReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'

/** Why something that one said of oneself or of one's family was not taken. */
const memberRefusals: Wordings<MemberReason> = {
  'too-young': () => ({
    title: '请家长替你报名',
    message: '不满 14 岁，由爸妈或监护人登记。',
    next: '请家长打开小程序，在“家人”里把你加上。',
    elder: { message: '14 岁以下由家长来登记。', next: '请家长把孩子加到“家人”里。' },
    actions: [stay, { label: '回首页', action: 'home' }],
  }),
  'name-blocked': () => ({
    title: '换一个称呼',
    message: '这个称呼不合适给别人看。',
    next: '换个平常的叫法，比如“王阿姨”，不要写电话和房号。',
    elder: { message: '这个称呼用不了。', next: '换个平常的叫法。' },
    actions: [{ label: '改一改', action: 'close' }],
  }),
}

learnRefusals(memberRefusals)
