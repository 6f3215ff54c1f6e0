import type { GroupRefusal } from '../domain/group-refusal'
import { refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'

/** Why something about a standing group was refused. */
const groupRefusals: Wordings<GroupRefusal['reason']> = {
  'group-full': ({ name }) => ({
    title: '人满了',
    message: `“${name}”满了，排队也排满了。`,
    next: '过一阵再来看看，或看看别的小组。',
    elder: { message: '人满了，排队也满了。', next: '过几天再来看看。' },
    actions: [refresh, stay],
  }),
  'group-already': ({ name }) => ({
    title: '已经在里面了',
    message: `这一位已经加入“${name}”，或者正排着队。`,
    next: '家里别人也想去，换个人来加。',
    elder: { message: '已经加入了。', next: '不用再加。' },
    actions: [refresh, stay],
  }),
  'group-ended': ({ name }) => ({
    title: '小组结束了',
    message: `“${name}”不再活动了。`,
    next: '看看别的小组。',
    elder: { message: '这个小组不办了。', next: '看看别的小组。' },
    actions: [refresh, stay],
  }),
}

learnRefusals(groupRefusals)
