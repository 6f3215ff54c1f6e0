import { lackWords } from './editor-words'
import { refresh, type StaffReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import './rating-refusals'

/** Why something that staff prepare or change was refused. */
const staffRefusals: Wordings<StaffReason> = {
  'draft-promised': ({ households }) => ({
    title: '邻居还等着回话',
    message: `${counted(households, '户')}要过它，还没人告诉他们结果。`,
    next: '先在“大家要的”里写清为什么办不了，再来丢掉。',
    elder: { message: '邻居还等着回话。', next: '先告诉他们结果，再丢掉。' },
    actions: [stay],
  }),
  'changed-meanwhile': () => ({
    title: '别人刚改过',
    message: '同事在您之前改了这一份，您的没有盖上去。',
    next: '先看看最新的，再把您的改动加上。',
    elder: { message: '同事刚改过，您的还没存。', next: '先看看最新的，再改一次。' },
    actions: [refresh, stay],
  }),
  'draft-incomplete': ({ lacks }) => ({
    title: '还差几样',
    message: `${lacks.map(lackWords).join('；')}。`,
    next: '补上就能发。',
    elder: { message: `${lacks.map(lackWords).join('。')}。`, next: '补上再发。' },
    actions: [stay],
  }),
  'person-taken': () => ({
    title: '这个时间有安排了',
    message: '他在同一时间已有别的安排。',
    next: '问问本人：先退掉那一场，再加进来。',
    elder: { message: '他那个时间有别的安排。', next: '先问问本人。' },
    actions: [stay],
  }),
  'words-wait': () => ({
    title: '这段话要先看一看',
    message: '里面像有电话、门牌号或不合适的词。',
    next: '改掉再发；一定要写的，请社工来发。',
    elder: { message: '里面有电话或门牌号。', next: '改掉再发，或请社工来发。' },
    actions: [stay],
  }),
}

learnRefusals(staffRefusals)
