import { minutesWords } from './hours-time'
import { type NeedReason, refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'

/** Why something about a need, an offer or an introduction was refused. */
const needRefusals: Wordings<NeedReason> = {
  'need-closed': () => ({
    title: '这件事已经有结果了',
    message: '它已经解决、收回或结束。',
    next: '还需要的话，写一条新的。',
    elder: { message: '这件事已经结束了。', next: '还需要，就再写一条。' },
    actions: [refresh, stay],
  }),
  'want-already': () => ({
    title: '您家已经算上了',
    message: '“我也要”一户算一次，您家已经在里面了。',
    next: '凑够了会告诉您，不用再点。',
    elder: { message: '您家已经算上了。', next: '凑够了会告诉您。' },
    actions: [refresh, stay],
  }),
  'need-private': () => ({
    title: '这件事由社工来办',
    message: '它只给社工看，不在邻居之间传。',
    next: '社工会直接联系您。',
    elder: { message: '这件事只有社工知道。', next: '社工会来找您。' },
    actions: [stay],
  }),
  'offer-closed': () => ({
    title: '对方暂时不帮了',
    message: '这一条已经暂停或收起来了。',
    next: '看看别的邻居，或者等社工回话。',
    elder: { message: '对方现在不方便。', next: '再看看别的邻居。' },
    actions: [refresh, stay],
  }),
  'offer-full': () => ({
    title: '对方手上已经满了',
    message: '他能同时帮的人数满了。',
    next: '看看别的邻居；他空下来，这里会再出现。',
    elder: { message: '对方现在忙不过来。', next: '再看看别的邻居。' },
    actions: [refresh, stay],
  }),
  'pair-declined': () => ({
    title: '这一对不再约了',
    message: '有一方说过不合适。',
    next: '不怪谁，再看看别的邻居。',
    elder: { message: '上次没约成，就不再约了。', next: '再看看别的邻居。' },
    actions: [refresh, stay],
  }),
  'pair-unfit': () => ({
    title: '这两边对不上',
    message: '时间、地点或者对象对不上。',
    next: '改一改时间地点，再看看谁合适。',
    elder: { message: '时间或地点对不上。', next: '改一改再看看。' },
    actions: [refresh, stay],
  }),
  'help-longer': ({ most }) => ({
    title: most > 0 ? '比约好到办完的时间还长' : '这次的时间记不了',
    message: most > 0 ? `从约好到办完，最多记 ${minutesWords(most)}。` : '刚约好就办完了，或者过去太久了。',
    next: most > 0 ? '少写一些；真的更久，请社工补上。' : '真的帮了很久，请社工补上。',
    elder: {
      message: most > 0 ? `最多记 ${minutesWords(most)}。` : '这次的时间记不了。',
      next: '真的更久，请前台补上。',
    },
    actions: [refresh, stay],
  }),
  'introduction-moved-on': () => ({
    title: '已经不在这一步了',
    message: '刚才对方或者您已经办过这一步。',
    next: '看看现在到哪一步了。',
    elder: { message: '这一步已经办过了。', next: '看看现在到哪一步。' },
    actions: [refresh, stay],
  }),
}

learnRefusals(needRefusals)
