import type { Mode, Place } from '../domain/catalogue'
import { numbersFor } from '../domain/emergency-call'
import type { ItemPage, MenuCard, MenuPerson } from '../domain/menu-page'
import type { Generation } from '../domain/menu-person'
import type { CheckedLicence } from '../domain/licence'
import type { ProviderKind } from '../domain/provider'
import { bandsWords } from './bands'
import { dialWords } from './emergency-words'
import { hoursLines } from './open-hours'
import { counted, dot, nbsp } from './spacing'
import { dateKey } from './time'

/** The words of the menu's screens. Elder mode has plainer ones. */
export const menuWords = (elder: boolean) => ({
  title: '点菜',
  heading: elder ? '您需要什么？' : '今天想点点什么？',
  search: elder ? '说说您要什么' : '用平常的话找',
  searchHint: elder ? '比如：水管漏水' : '比如：水管漏水、有人陪看病',
  forWhom: elder ? '帮谁找？' : '给谁点？',
  byCategory: elder ? '有这些' : '一类一类看',
  found: '找到这些',
  foundCategories: '也可以看这一类',
  beyond: '菜单上还没有，可以说给中心听',
  searching: '正在找',
  nothing: (words: string) => ({
    title: `没找到“${words}”`,
    next: elder ? '没关系，说一句，社工帮您想办法。' : '菜单上没有也能点：用一句话说清楚，社工来想办法。',
  }),
  free: elder ? '说一句，让社工帮忙' : '菜单上没有？说一句就行',
  freeLabel: '菜单上没有，用一句话点',
  empty: {
    title: '菜单还没摆出来',
    next: elder ? '想要什么，说一句就行。' : '中心正在排菜单。现在想要什么，先说一句。',
  },
  meant: elder ? '正合适的' : '正合这个年纪的',
  anyone: '大家都能点的',
  nobodyFits: { title: '这里还没有合适的', next: elder ? '说一句，让社工想办法。' : '换一位看看，或用一句话说出来。' },
  categoryGone: { title: '这一类现在没有', next: '看看别的，或用一句话说出来。' },
  all: '看全部',
  quiet: elder ? '只有社工看得到。' : '这类事只有社工看得到，邻居和义工都看不到。',
  quietBeyond: '菜单上没写，跟社工说就能办',
  quietNothing: {
    title: '这件事，说给社工听',
    next: elder ? '点下面，说一句，社工来找您。' : '菜单上不写，也有人管：点下面，用一句话说，社工会来找您。',
  },
  paused: '暂停',
  more: '点开看看',
})

/** "给妈妈", by whom one looks for. */
export const personWords = ({ name, relation }: MenuPerson, elder: boolean): string =>
  relation === null ? (elder ? '给我自己' : '给自己') : `给${name}`

export const generationWords: Record<Generation, string> = {
  elder: '给老人',
  child: '给孩子',
  teen: '给中学生',
  adult: '给大人',
}

/** "12 样". */
/** A long name of a category may part before its "与", and nowhere else. */
export const categoryWords = (name: string): string => name.replace('与', '\u200b与')

export const itemsWords = (items: number): string => counted(items, '样')

const modeWords: Record<Mode, string> = {
  activity: '一起参加',
  'on-demand': '点了就安排',
  booking: '约个时间',
  'standing-group': '加入小组',
  loan: '借用',
}

const placeWords: Record<Place, string> = { centre: '在中心', home: '上门', outdoor: '户外', online: '线上' }

export const modeWord = (mode: Mode): string => modeWords[mode]
export const placeWord = (place: Place): string => placeWords[place]

const dayOf = (at: number): string => {
  const [, month = '', date = ''] = dateKey(at).split('-')
  return `${counted(Number(month), '月')}${nbsp}${counted(Number(date), '日')}`
}

/** How it is had, and where. */
export const cardNote = ({ mode, place }: MenuCard): string => `${placeWords[place]}${dot}${modeWords[mode]}`

/** Why it is not to be had just now; nothing where it is. */
export function standingWords({ standing, from }: Pick<MenuCard, 'standing' | 'from'>): string | null {
  if (standing === 'paused') return '暂停'
  if (standing === 'soon' && from !== null) return `${dayOf(from)}开始`
  return null
}

/** All of a card in one sentence, for a screen reader. */
export const cardLabel = (card: MenuCard): string =>
  [card.name, card.description, cardNote(card), card.price, standingWords(card)]
    .filter((word) => word !== null)
    .join('，')

export const kindWords: Record<ProviderKind, string> = {
  organisation: '社会组织',
  enterprise: '商家',
  team: '义工队',
  committee: '居委会',
  'social-work': '社工',
}

/** "低压电工证，查验过，到 2027 年 3 月 5 日". */
export const licenceWords = ({ name, until }: CheckedLicence): string => {
  if (until === null) return `${name}，已查验`
  const [year = ''] = dateKey(until).split('-')
  return `${name}，已查验，到 ${counted(Number(year), '年')}${nbsp}${dayOf(until)}有效`
}

/** The facts of a page, each a label and what is said. */
export function itemFacts(page: ItemPage, elder: boolean): [label: string, value: string][] {
  const [first] = page.providers
  const when = page.when ?? (first ? hoursLines(first.hours).join('；') : '')
  const season =
    page.until === null ? (page.from === null ? null : `${dayOf(page.from)}起`) : seasonWords(page.from, page.until)
  const facts: [string, string | null][] = [
    ['谁适合', bandsWords(page.bands)],
    ['什么时候', when === '' ? '点了再约时间' : when],
    ['哪个季节', season],
    ['在哪里', page.where ?? placeFact(page.place, elder)],
    ['要多久', `一次 ${counted(page.minutes, '分钟')}左右`],
    ['多少钱', page.price ?? '还没写，接单时先说清楚'],
    ['一周几次', page.weekly === null ? null : `一周能做 ${counted(page.weekly, '次')}`],
    ['要什么证', page.qualification],
  ]
  return facts.flatMap(([label, value]) => (value === null ? [] : [[label, value]]))
}

const seasonWords = (from: number | null, until: number): string =>
  from === null ? `到 ${dayOf(until)}` : `${dayOf(from)}到 ${dayOf(until)}`

const placeFact = (place: Place, elder: boolean): string => {
  if (place === 'home') return elder ? '到您家里来' : '上门到家'
  if (place === 'centre') return elder ? '来中心' : '在社区中心'
  return place === 'outdoor' ? '户外，集合地点会通知' : '电话或视频'
}

/** What happens after the tap, step by step. */
export function nextSteps({ mode, homeVisit }: Pick<ItemPage, 'mode' | 'homeVisit'>, elder: boolean): string[] {
  switch (mode) {
    case 'activity':
      return ['挑一场，报上名', elder ? '当天来，签个到' : '到时提醒您，来了签到', '走了说说好不好']
    case 'standing-group':
      return ['先去坐一次，看看合不合', elder ? '喜欢就常来' : '喜欢就长期加入', '小组的活动会通知您']
    case 'loan':
      return ['选好，到前台登记', elder ? '用完按时还' : '快到期会提醒您还', '还了就清了']
    case 'booking':
      return [elder ? '说好哪天方便' : '挑个方便的时间', '定下来会告诉您', '做完您点一下，说说好不好']
    case 'on-demand':
      return [
        elder ? '说清楚，点一下' : '说一两句，选个方便的时间',
        homeVisit ? '有人接了会告诉您，两个人戴工作证上门' : '有人接了会告诉您',
        '做完您点一下，说说好不好',
      ]
  }
}

/** What the one button says, by how it is had. */
export function actWords({ mode, activities, grouped, slots }: ItemPage, elder: boolean): string {
  if (grouped) return elder ? '我要加入' : '加入小组'
  if (mode === 'activity') return activities.length > 0 ? (elder ? '我要去' : '去报名') : '我也要'
  if (mode === 'standing-group') return activities.length > 0 ? (elder ? '我要去' : '去坐一次') : '我想加入'
  if (mode === 'loan') return elder ? '我要借' : '去借'
  if (slots) return elder ? '约个时间' : '挑个时间'
  return elder ? '我要这个' : '点这个'
}

export const itemWords = (elder: boolean) => ({
  title: '点菜',
  who: '谁来做',
  nobody: '还没定谁来做',
  facts: '先知道这些',
  rules: elder ? '为了大家安全' : '安全约定',
  next: '点了以后',
  on: elder ? '可以去的' : '近期的场次',
  wish: elder ? '想多办几场' : '我也要，想多开几场',
  onNone: elder ? '眼下还没有排。想要就点下面。' : '眼下还没有排场次。点“我也要”，人够了就开。',
  guardian: '未成年人要家长同意',
  private: elder ? '不公开，只有社工知道。' : '谁点了不公开，只有经办社工看得到。',
  hours: '上班时间：',
  closed: '这几天不上班：',
  paused: { title: '现在暂停', next: '恢复了会摆回菜单。急着要，先告诉社工。' },
  stillWanted: elder ? '还是想要，问社工' : '还是想要，请社工看看',
  soon: '还没到季节',
  over: { title: '过了季节', next: '看看别的；还想要，告诉社工。' },
})

/** Days as they are told in a row. */
export const closedWords = (days: readonly number[]): string => days.map(dayOf).join('、')

const urgentTitles: Record<string, string> = {
  'life-threat': '先保住人，现在就打电话',
  'violence-now': '有人动手，先离开，马上报警',
  'missing-person': '找不到人，马上报警',
  'gas-fire': '先离开，到外面再打电话',
  medical: '身体不对，马上叫救护车',
  trapped: '被困住了，别硬来，马上求救',
  'child-harm': '孩子不安全，马上报警',
  'fraud-now': '先别转钱，马上打电话',
}

const despair = '心里过不去，打 12356，有人听您说。已经伤着了、马上要出事，打 120 或 110。'

/** Whom to call at once, and what stands below it. `ask`: the same words are said of what is over, too. */
export function urgentOf({ group, ask }: { group: string; ask: boolean }) {
  return {
    title: urgentTitles[group] ?? '急事先打电话',
    calls: numbersFor(group),
    note:
      group === 'life-threat'
        ? despair
        : ask
          ? '如果现在正在发生，先打电话，别等。不急的话，往下看。'
          : '别等我们派人，先打电话。',
    call: dialWords,
    worker: '请社工马上联系我',
    workerNote: '先打电话，再点“请社工马上联系我”：点一下就发出，半小时内有社工找您，别人看不到。',
    after: ask ? '不是现在的话，这些能帮上' : '打过电话，这些也能帮上',
  }
}
