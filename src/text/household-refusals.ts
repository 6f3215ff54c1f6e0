import { type HouseholdReason, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import { clockWords } from './time'

/** Why something about one's household was refused. */
const householdRefusals: Wordings<HouseholdReason> = {
  'in-household': () => ({
    title: '您已经在一户里了',
    message: '一个人只算一户。',
    next: '要换一户，先退出现在这一户。',
    elder: { message: '您已经在一户里了。', next: '要换的话，先退出来。' },
    actions: [stay],
  }),
  'not-in-household': () => ({
    title: '不在同一户',
    message: '您和他现在不在同一户。',
    next: '先进同一户，再来办这一步。',
    elder: { message: '你们还不在同一户。', next: '先进同一户再办。' },
    actions: [{ label: '看看最新的', action: 'refresh' }, stay],
  }),
  'household-full': ({ most }) => ({
    title: '这一户人数已满',
    message: `一户最多 ${counted(most, '人')}。`,
    next: '请已搬走的家人先退出；合租请分别登记。',
    elder: { message: `一户最多 ${counted(most, '人')}。`, next: '请搬走的人先退出。' },
    actions: [stay],
  }),
  'household-code': () => ({
    title: '这个码进不去',
    message: '码写错了，或者过了 10 分钟。',
    next: '请家里人再点一次“请家人进来”，看新的六位数。',
    elder: { message: '码不对，或者旧了。', next: '请家里人再给一个新的。' },
    actions: [stay],
  }),
  'household-tries': ({ until }) => ({
    title: '试得太多了',
    message: `码错了好几次，${clockWords(until)} 以后再试。`,
    next: '先请家里人给一个新的码。',
    elder: { message: '码错了好几次。', next: `${clockWords(until)} 以后再试。` },
    actions: [stay],
  }),
}

learnRefusals(householdRefusals)
