import type { LoanRefusal } from '../domain/loan-refusal'
import { refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import { shortMomentWords } from './time'

/** Why something about lending was refused. */
const loanRefusals: Wordings<LoanRefusal['reason']> = {
  'loan-none': ({ name, back }, now) => ({
    title: '都借出去了',
    message: `“${name}”一件也不剩，排队也排满了。`,
    next:
      back === null ? '过一阵再来看看，或到前台问一声。' : `最早 ${shortMomentWords(back, now)} 还回来，到时再来看看。`,
    elder: { message: '都借完了。', next: '过几天再来看看。' },
    actions: [refresh, stay],
  }),
  'loan-already': ({ name }) => ({
    title: '已经借着了',
    message: `这一位已经借了“${name}”，或者正排着队。`,
    next: '还了再借；家里别人要用，换个人来借。',
    elder: { message: '已经借了一件。', next: '还了再借。' },
    actions: [refresh, stay],
  }),
  'loan-late': ({ name, days }) => ({
    title: '先还上一件',
    message: `“${name}”过了 ${counted(days, '天')}还没还。`,
    next: '还了马上能再借；坏了也没关系，来说一声。',
    elder: { message: '上次借的还没还。', next: '先还回来，坏了也没关系。' },
    actions: [stay],
  }),
  'loan-limit': ({ most }) => ({
    title: `一次最多借 ${counted(most, '件')}`,
    message: '手上的和排着的加起来，已经满了。',
    next: '还一件再借一件。',
    elder: { message: '借满了。', next: '还一件再借一件。' },
    actions: [stay],
  }),
  'loan-closed': ({ name }) => ({
    title: '现在不外借',
    message: `“${name}”先收起来了。`,
    next: '急用请到前台问一声。',
    elder: { message: '这个现在不借。', next: '急用请问前台。' },
    actions: [refresh, stay],
  }),
  'loan-stands-otherwise': () => ({
    title: '情况刚变了',
    message: '这一件现在不是刚才的样子了。',
    next: '看看最新的，再决定怎么办。',
    elder: { message: '刚刚有变化。', next: '再看一眼。' },
    actions: [refresh, stay],
  }),
  'loan-extended': () => ({
    title: '已经延过一次了',
    message: '一件东西只能延一次。',
    next: '用完请还，下次还能再借。',
    elder: { message: '只能延一次。', next: '用完请还回来。' },
    actions: [stay],
  }),
  'loan-awaited': () => ({
    title: '后面有人等着',
    message: '有邻居在排队等这一件，这次不能延。',
    next: '到期请还；还要用，还了可以再排。',
    elder: { message: '有人等着用。', next: '到日子请还回来。' },
    actions: [stay],
  }),
}

learnRefusals(loanRefusals)
