import type { MenuRefusal } from '../domain/menu-refusal'
import { refresh, stay, type Wordings } from './refusal-wording'
import { learnRefusals } from './refusals'
import { counted } from './spacing'
import './staff-refusals'

/** So many names are said; the others are only counted. */
const said = 6

const named = (names: readonly string[]): string =>
  names.length > said ? `${names.slice(0, said).join('、')}等 ${counted(names.length, '样')}` : names.join('、')

/** Why something about a menu, a provider or what it brings was refused. */
const menuRefusals: Wordings<MenuRefusal['reason']> = {
  'menu-too-few': ({ served, minimum, could }) => ({
    title: `还差 ${counted(minimum - served, '类')}`,
    message: `现在有 ${counted(served, '类')}，发布至少要 ${counted(minimum, '类')}。暂停的和过季的不算。`,
    next: `可以加：${named(could)}。`,
    elder: {
      message: `现在有 ${counted(served, '类')}，要 ${counted(minimum, '类')}。`,
      next: `可以加${could.slice(0, 2).join('、')}。`,
    },
    actions: [stay],
  }),
  'menu-unprovided': ({ items }) => ({
    title: '有的还没人做',
    message: `${named(items)}：还没选由谁来做。`,
    next: '点开那一样，选好由谁来做，再发布。',
    elder: { message: `${counted(items.length, '样')}还没选谁来做。`, next: '选好了再发布。' },
    actions: [stay],
  }),
  'menu-season': () => ({
    title: '日子反了',
    message: '结束的日子在开始之前。',
    next: '把两个日子改对，再存一次。',
    elder: { message: '结束比开始还早。', next: '改对了再存。' },
    actions: [stay],
  }),
  'menu-full': ({ most }) => ({
    title: '菜单满了',
    message: `一份菜单最多 ${counted(most, '样')}。`,
    next: '先去掉几样没人点的，再加。',
    elder: { message: '菜单满了。', next: '先去掉几样再加。' },
    actions: [stay],
  }),
  'provider-person': ({ why }) => {
    const said = {
      elsewhere: { message: '这一位已经在另一家做事，一个人只归一家。', next: '请那一家先移出，再加到这里。' },
      young: { message: '替机构做事的要成年人。', next: '换一位成年人。' },
      record: { message: '这一位没有用手机登记，登不进来。', next: '请他先在手机上加入中心，再来加。' },
      kind: { message: '义工队、居委会和社工站的人不在这里加。', next: '义工在“义工”里入队。' },
    }[why]
    return { title: '现在加不了', ...said, elder: said, actions: [stay] }
  },
  'resource-off': () => ({
    title: '这件事取消了',
    message: '它已经取消或转到别处，用不着东西了。',
    next: '看看最新的情况。',
    elder: { message: '这件事取消了。', next: '不用再拿东西。' },
    actions: [refresh, stay],
  }),
  'resource-short': ({ left, unit }) => ({
    title: '不够了',
    message: `只剩 ${unit === '分' ? `${(left / 100).toFixed(2)} 元` : counted(left, unit)}。`,
    next: '少拿一些，或先请对方补上。',
    elder: { message: '剩下的不够。', next: '少拿一些再试。' },
    actions: [refresh, stay],
  }),
  'resource-returned': () => ({
    title: '还不了这么多',
    message: '这一笔已经还过，或者比拿走的还多。',
    next: '看看最新的，按拿走的数来还。',
    elder: { message: '这一笔还过了，或还多了。', next: '先看看最新的。' },
    actions: [refresh, stay],
  }),
}

learnRefusals(menuRefusals)
