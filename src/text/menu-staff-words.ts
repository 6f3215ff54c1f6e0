import type { Mode, Place } from '../domain/catalogue'
import type { Composer } from '../domain/menu-page'
import type { EntryStanding } from '../domain/menu-standing'
import { counted } from './spacing'
import { shortMomentWords } from './time'

/** The staff's side of the menu. */
export const composerWords = {
  title: '排菜单',
  categories: '一类一类排',
  publish: '发布',
  preview: '预览',
  groups: '兴趣小组：谁在里面，什么时候碰头',
  providers: '谁来做',
  minimum: '至少几类',
  minimumHint: '暂停的、过季的不算一类。',
  save: '存好',
  saved: '存好了',
  published: '发布了，居民看得到了',
  history: '发过的',
  clean: '和居民看到的一样',
  counts: '算一类',
  notCounts: '还没有',
  fewer: '少一个',
  more: '多一个',
  onMenu: '菜单上有',
  stock: '还可以加',
  stockAll: '这一类都在菜单上了。',
  own: '加一样自己的',
  ownTitle: '中心自己的',
  none: '这一类还没有选。',
  unprovided: '还没选谁来做',
  seen: '居民会看到的样子',
  add: '放上菜单',
  drop: '从菜单拿掉',
  pause: '先暂停',
  resume: '恢复',
  paused: '暂停了，居民马上看到',
  resumed: '恢复了，居民马上看到',
  dropped: '拿掉了，发布后居民看不到',
  noProviders: '还没有登记谁来做。先到“谁来做”里登记。',
} as const

export const fieldWords = {
  providers: '由谁来做',
  when: '什么时候',
  whenHint: '不写就按提供者的上班时间',
  where: '在哪里',
  whereHint: '比如：二楼长者活动室',
  weekly: '一周能做几次',
  weeklyHint: '不数就空着',
  price: '怎么收费',
  priceHint: '比如：人工不收钱，配件按小票',
  from: '季节从',
  until: '到',
  day: '比如：2026-5-5',
  name: '名称',
  nameHint: '最多十二个字',
  description: '一句话说清楚',
  category: '哪一类',
  bands: '谁适合',
  mode: '怎么办',
  place: '在哪里办',
  minutes: '一次几分钟',
  qualification: '要什么证',
  qualificationHint: '不用证就空着',
} as const

export const wrongWords = {
  number: '写个一到九百九十九的数，或空着',
  minutes: '写个五到六百的数',
  day: '日子写成 2026-5-5 这样，或空着',
  season: '结束要晚于开始',
  name: '写两到十二个字',
  description: '写两到四十个字',
  bands: '至少选一个年龄段',
  text: '太短了，多写两个字',
} as const

export const modeChoices: Record<Mode, string> = {
  activity: '活动',
  'on-demand': '点单',
  booking: '预约',
  'standing-group': '小组',
  loan: '借用',
}

export const placeChoices: Record<Place, string> = { centre: '在中心', home: '上门', outdoor: '户外', online: '线上' }

/** "26 类，至少 12 类". */
export const servedWords = ({ served, minimum }: Composer): string =>
  `有 ${counted(served, '类')}，至少 ${counted(minimum, '类')}`

/** What is still missing, or that it is enough. */
export const enoughWords = ({ served, minimum }: Composer): string =>
  served >= minimum ? '够了，可以发布。' : `还差 ${counted(minimum - served, '类')}才能发布。`

export const couldWords = (names: readonly string[]): string => `可以加：${names.slice(0, 8).join('、')}`

export const unpublishedWords = (lines: number): string =>
  lines === 0 ? composerWords.clean : `有 ${counted(lines, '处')}改了还没发布`

export const editionWords = (published: Composer['published'], now: number): string =>
  published ? `第 ${counted(published.edition, '版')}，${shortMomentWords(published.at, now)} 发的` : '还没发布过'

/** "选了 3 样，共 9 样". */
export const chosenWords = (chosen: number, stock: number): string =>
  `选了 ${counted(chosen, '样')}，总目里 ${counted(stock, '样')}`

export const standingLabel: Record<EntryStanding, string | null> = {
  served: null,
  soon: '快到季节',
  paused: '暂停',
  over: '过季',
}

export const factWords = (fact: Composer['facts'][number], now: number): string => {
  const at = shortMomentWords(fact.at, now)
  if (fact.kind === 'minimum') return `${at} 改成至少 ${counted(fact.minimum, '类')}`
  const { edition, added, removed } = fact
  return `${at} 发布第 ${counted(edition, '版')}：加 ${counted(added.length, '样')}，拿掉 ${counted(removed.length, '样')}`
}

export const publishConfirm = (lines: number) => ({
  title: '发布菜单？',
  text: lines === 0 ? '和居民现在看到的一样。' : `${counted(lines, '处')}改动，居民马上看得到。`,
  ok: '发布',
  cancel: '再看看',
})

export const dropConfirm = (name: string) => ({
  title: `拿掉“${name}”？`,
  text: '写好的时间、收费会一起去掉。发布以后居民才看不到。',
  ok: '拿掉',
  cancel: '先留着',
})

/** What was taken off the draft and is still read. */
export const droppedWords = {
  title: '拿掉了，居民还看得到',
  note: '发布以后才会拿掉。等不及，先暂停。',
  pause: (name: string) => `先暂停“${name}”`,
  resume: (name: string) => `恢复“${name}”`,
}
