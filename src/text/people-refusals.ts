import { stay, type Wordings } from './refusal-wording'
import { counted, unbroken } from './spacing'

export type PeopleReason =
  | 'not-signed-in'
  | 'not-joined-centre'
  | 'no-permission'
  | 'not-your-family'
  | 'family-full'
  | 'family-busy'
  | 'family-loan'
  | 'family-group'
  | 'family-order'
  | 'record-loan'
  | 'guardian-needed'
  | 'consent-needed'

/** Why something about oneself, one's family or one's rights was refused. */
export const peopleRefusals: Wordings<PeopleReason> = {
  'not-signed-in': () => ({
    title: '先认识一下',
    message: '这一步要先知道您是谁。',
    next: '填个称呼就行，不要电话。',
    elder: { message: '先说怎么称呼您。', next: '点一下，很快就好。' },
    actions: [
      { label: '认识一下', action: 'join' },
      { label: '先看看', action: 'close' },
    ],
  }),
  'not-joined-centre': () => ({
    title: '先认识一下',
    message: '您还没在这个中心登记过。',
    next: '填个称呼、选个年龄段就行，不要电话。',
    elder: { message: '先说怎么称呼您。', next: '点一下，很快就好。' },
    actions: [
      { label: '认识一下', action: 'join' },
      { label: '先看看', action: 'close' },
    ],
  }),
  'no-permission': () => ({
    title: '这里您暂时进不去',
    message: '这里只给管这件事的工作人员用。',
    next: '走错了点“返回”；需要权限请联系居委会。',
    elder: { message: '这里不用看。', next: '返回就好。' },
    actions: [
      { label: '返回', action: 'back' },
      { label: '回首页', action: 'home' },
    ],
  }),
  'not-your-family': () => ({
    title: '家人里没有这位',
    message: '选的人不在您的家人名单里，可能刚刚移走了。',
    next: '到“家人”里看一看，加上再报。',
    elder: { message: '家人名单里没有这位。', next: '先把他加进来。' },
    actions: [{ label: '看看家人', action: 'family' }, stay],
  }),
  'family-full': ({ most }) => ({
    title: '家人加满了',
    message: `最多加 ${counted(most, '位')}家人。`,
    next: '先移走一位不常来的，再加。',
    elder: { message: `最多加 ${counted(most, '位')}。`, next: '先移走一位再加。' },
    actions: [{ label: '看看家人', action: 'family' }, stay],
  }),
  'family-busy': () => ({
    title: '这位家人还有活动',
    message: '他还在别的活动的名单里。',
    next: '先到“我的”里退掉那一场，再移走他。',
    elder: { message: '他还报着活动呢。', next: '先退掉那一场。' },
    actions: [{ label: '看我的', action: 'my-table' }, stay],
  }),
  'family-loan': ({ name }) => ({
    title: '这位家人还借着东西',
    message: `${unbroken(name)}还在他的名下。`,
    next: '借走的先还到前台，没拿的先点“不借了”，再移走他。',
    elder: { message: `他还借着${unbroken(name)}呢。`, next: '先还到前台，再移走他。' },
    actions: [{ label: '看我的', action: 'my-table' }, stay],
  }),
  'family-group': ({ name }) => ({
    title: '这位家人还在小组里',
    message: `“${unbroken(name)}”的名单里还有他。`,
    next: '先到“兴趣小组”里替他退出，再移走他。',
    elder: { message: `他还在“${unbroken(name)}”里呢。`, next: '先替他退出小组。' },
    actions: [{ label: '看我的', action: 'my-table' }, stay],
  }),
  'family-order': ({ name }) => ({
    title: '还有事在给他办',
    message: `替他叫的“${unbroken(name)}”还没办完。`,
    next: '先到“我的”里取消那一件，或等办完，再移走他。',
    elder: { message: `给他叫的“${unbroken(name)}”还没办完呢。`, next: '先取消，或等办完，再移走他。' },
    actions: [{ label: '看我的', action: 'my-table' }, stay],
  }),
  'record-loan': ({ name }) => ({
    title: '还借着东西',
    message: `${unbroken(name)}还没收回来。`,
    next: '先在“借用”里收回，或记作丢了，再删。',
    elder: { message: `${unbroken(name)}还没收回来。`, next: '先收回，再删。' },
    actions: [stay],
  }),
  'guardian-needed': () => ({
    title: '要家长点头',
    message: '未满 18 岁报名，要一位监护人同意。',
    next: '和家长进同一户，请家长在“我家”里点同意。',
    elder: { message: '要家里大人点一下同意。', next: '先和大人进同一户。' },
    actions: [{ label: '去“我家”', action: 'household' }, stay],
  }),
  'consent-needed': ({ name }) => ({
    title: '还差您点个头',
    message: `替${unbroken(name)}报名，要您先以监护人身份同意。`,
    next: '到“家人”里点开他，填好出生年月，点同意。',
    elder: { message: '孩子报名要您先同意。', next: '到“家人”里点一下。' },
    actions: [{ label: '去“家人”', action: 'family' }, stay],
  }),
}
