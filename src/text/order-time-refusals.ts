import { refresh, stay, type Wordings } from './refusal-wording'
import { dayWords, rangeWords, shortMomentWords } from './time'

/** Why an order is not done at that time, or not any more. */
export const orderTimeRefusals: Wordings<
  'order-slot' | 'order-undo-late' | 'order-too-early' | 'order-too-late' | 'order-address-later' | 'order-clash'
> = {
  'order-slot': ({ why }) => {
    const said = {
      past: { message: '这个时间已经过了。', next: '换一个往后的时间。' },
      night: { message: '上门只在早上八点到晚上九点之间。', next: '换一个白天的时间。' },
      'too-long': { message: '时间太长了。', next: '选半天以内的一段。' },
      'too-short': { message: '这一段太短了。', next: '至少留一刻钟。' },
      'too-far': { message: '约得太远了。', next: '选三个月以内的一天。' },
    }[why]
    return { title: '换个时间吧', ...said, elder: said, actions: [stay] }
  },
  'order-undo-late': () => ({
    title: '撤不回来了',
    message: '取消以后五分钟内可以撤回，现在过了。',
    next: '还需要，就再点一单。',
    elder: { message: '过了五分钟，撤不回了。', next: '还要就再点一次。' },
    actions: [refresh, stay],
  }),
  'order-too-early': ({ startsAt }, now) => ({
    title: '时间还没到',
    message: `约的是${shortMomentWords(startsAt, now)}。`,
    next: '要早点去，先和邻居改好时间。',
    elder: { message: `约在${shortMomentWords(startsAt, now)}。`, next: '到时候再来点。' },
    actions: [stay],
  }),
  'order-too-late': ({ endsAt }, now) => ({
    title: '约的时间过了',
    message: `约到${shortMomentWords(endsAt, now)}为止，已经过了，门牌和名字不再显示。`,
    next: '还要去，先和点单的人另约时间；去不了，就转给别人。',
    elder: { message: '约的时间过了，门牌不再显示。', next: '另约时间，或转给别人。' },
    actions: [refresh, stay],
  }),
  'order-address-later': ({ from }, now) => {
    const said =
      from === null
        ? { message: '门牌要先约好时间，到了那一天才看得到。', next: '先和点单的人约个时间。' }
        : { message: `门牌到${dayWords(from, now)}当天才看得到。`, next: '到那天再来看；临时改天，先改好时间。' }
    return { title: '门牌还没到看的时候', ...said, elder: said, actions: [stay] }
  },
  'order-clash': ({ whose, title, startsAt, endsAt }, now) =>
    whose === 'own'
      ? {
          title: '时间撞上了',
          message: `那时您有“${title ?? ''}”（${rangeWords(startsAt, endsAt, now)}）。`,
          next: '一个人不能在两处：挑别的时间，或先退掉那一件。',
          elder: { message: `那时您有“${title ?? ''}”。`, next: '挑别的时间吧。' },
          actions: [stay],
        }
      : {
          title: '时间撞上了',
          message: '去服务的人那段时间已经答应了别的事。',
          next: '换一个时间，或换一位去。',
          elder: { message: '那时去的人没空。', next: '换个时间吧。' },
          actions: [stay],
        },
}
