import type { ItemPage, MenuCard, Wait } from '../../src/domain/menu-page'
import { hoursLines } from '../../src/text/open-hours'
import {
  actWords,
  cardLabel,
  categoryWords,
  itemFacts,
  itemWords,
  licenceWords,
  menuWords,
  nextSteps,
  standingWords,
  urgentOf,
} from '../../src/text/menu-words'
import { ratingWords, waitWords } from '../../src/text/menu-figure-words'
import { amountWords, minutesOf } from '../../src/text/provider-words'

const waits: Wait[] = [
  { days: 3, orders: 12, waiting: 2, longest: 9 },
  { days: null, orders: 1, waiting: 9, longest: 30 },
  { days: null, orders: 0, waiting: 4, longest: 0 },
]

const read = (text: string): string => text.replace(/\u2060|\u200b/g, '').replace(/\u00a0/g, ' ')
const day = Date.parse('2026-12-03T00:00+08:00')

const card: MenuCard = {
  code: 'tap-and-pipe',
  category: 'home-repair',
  name: '水龙头水管滴漏',
  description: '换垫圈、紧接头',
  bands: ['60-79', '80+'],
  mode: 'on-demand',
  place: 'home',
  price: '人工不收钱',
  standing: 'served',
  from: null,
}
const work = { from: 540, to: 1080 }
const page: ItemPage = {
  ...card,
  categoryName: '家居小修',
  minutes: 45,
  when: null,
  where: null,
  weekly: 6,
  until: null,
  qualification: '有水电维修经验',
  homeVisit: true,
  guardianConsent: false,
  private: false,
  rules: [],
  providers: [
    {
      key: 'team',
      name: '便民维修队',
      kind: 'team',
      about: '老师傅',
      hours: [null, work, work, work, work, work, null],
      closed: [],
      licences: [],
    },
  ],
  wait: null,
  rating: null,
  activities: [],
  grouped: false,
  slots: false,
}

/** Every sentence in a tree of words. */
const sentences = (tree: unknown): string[] =>
  typeof tree === 'string' ? [tree] : tree && typeof tree === 'object' ? Object.values(tree).flatMap(sentences) : []

test('no sentence is empty, has a placeholder left, or half-width marks among its characters', () => {
  const modes = ['activity', 'on-demand', 'booking', 'standing-group', 'loan'] as const
  const all = [false, true].flatMap((elder) => [
    menuWords(elder),
    menuWords(elder).nothing('潜水'),
    itemWords(elder),
    itemFacts(page, elder),
    waitWords(null, elder),
    waitWords(null, elder, true),
    ...waits.map((wait) => waitWords(wait, elder)),
    ratingWords(null, elder),
    ratingWords({ people: 9, mean: 4.44 }, elder),
    ...modes.map((mode) => [actWords({ ...page, mode }, elder), nextSteps({ ...page, mode }, elder)]),
  ])
  for (const sentence of sentences(all)) {
    expect(sentence.trim()).not.toBe('')
    expect(sentence).not.toMatch(/[{}]|undefined|NaN|null/)
    expect(sentence).not.toMatch(/[\u4e00-\u9fff][,;:!?]/)
  }
})

test('a wait is told honestly: nobody ordered it, nobody was served yet, most still wait, or the time and its ground', () => {
  expect(read(waitWords(null, false).title)).toBe('近来没人点过')
  expect(read(waitWords(null, false, true).title)).toBe('点了再告诉您')
  const told = (wait: Wait) => read(Object.values(waitWords(wait, false)).join('。'))
  expect(told({ days: 1, orders: 3, waiting: 0, longest: 0 })).toBe(
    '一般 一天以内办好。近 90 天办好 3 单，一半不超过这个时间。',
  )
  expect(told({ days: 3, orders: 12, waiting: 2, longest: 9 })).toBe(
    '一般 3 天左右办好。近 90 天办好 12 单，还在等的也算上，一半不超过这个时间。还有 2 单在等，最久的等了 9 天。',
  )
  expect(told({ days: null, orders: 1, waiting: 9, longest: 30 })).toBe(
    '多数还在等。近 90 天办好 1 单，还有 9 单在等，最久的等了 30 天。',
  )
  expect(told({ days: null, orders: 0, waiting: 4, longest: 0 })).toBe(
    '还没办好过，有 4 单在等。都是这一天点的。要等多久还说不准，接单时会告诉您。',
  )
  const rated = ratingWords({ people: 9, mean: 4.44 }, false)
  expect(read(`${rated.title}，${rated.note}`)).toBe('4.4 分，9 位用过的邻居评的，一人算一次，满分 5 分。')
})

test('where nothing is said of the time, it is the provider’s; neighbouring days run together', () => {
  const facts = new Map(itemFacts(page, false).map(([label, value]) => [label, read(value)]))
  expect(facts.get('什么时候')).toBe('周一至周五 9:00–18:00')
  expect(facts.get('一周几次')).toBe('一周能做 6 次')
  expect(facts.has('哪个季节')).toBe(false)
  const noon = { from: 540, to: 690 }
  expect(hoursLines([noon, work, null, work, null, null, noon]).map(read)).toEqual([
    '周一、周三 9:00–18:00',
    '周六、周日 9:00–11:30',
  ])
  expect(hoursLines(Array.from({ length: 7 }, () => work)).map(read)).toEqual(['每天 9:00–18:00'])
})

test('what is not to be had now says why, and a card says all of itself', () => {
  expect(standingWords(card)).toBeNull()
  expect(read(standingWords({ standing: 'soon', from: day }) ?? '')).toBe('12 月 3 日开始')
  expect(read(cardLabel({ ...card, standing: 'paused' }))).toBe(
    '水龙头水管滴漏，换垫圈、紧接头，上门 · 点了就安排，人工不收钱，暂停',
  )
  expect(read(licenceWords({ name: '低压电工证', until: day }))).toBe('低压电工证，已查验，到 2026 年 12 月 3 日有效')
  expect(categoryWords('家庭与亲子').split('\u200b')).toEqual(['家庭', '与亲子'])
})

test('every kind of emergency says whom to call; one that nobody foresaw, too', () => {
  const groups = ['life-threat', 'violence-now', 'missing-person', 'gas-fire', 'medical', 'trapped', 'child-harm']
  for (const group of [...groups, 'fraud-now', 'something-new']) {
    const told = urgentOf({ group, ask: true })
    expect(told.calls.length).toBeGreaterThan(0)
    expect(told.calls.every((number) => /^\d{3,5}$/.test(number))).toBe(true)
  }
})

test('money is told in yuan, to the last 分; hours are read as people write them', () => {
  expect(read(amountWords(12345, { kind: 'money', unit: '分' }))).toBe('123.45 元')
  expect(read(amountWords(800_000, { kind: 'money', unit: '分' }))).toBe('8000 元')
  expect(read(amountWords(3, { kind: 'goods', unit: '把' }))).toBe('3 把')
  expect([minutesOf('9:00'), minutesOf('18：30'), minutesOf('24:00'), minutesOf('25:00'), minutesOf('9:75')]).toEqual([
    540,
    1110,
    1440,
    null,
    null,
  ])
})
