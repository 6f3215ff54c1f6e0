import type { OrderPage } from '../../src/domain/order-page'
import { hour } from '../../src/domain/day'
import { addressLater, standingWords } from '../../src/text/order-state-words'
import { howMany, roughlyWhere } from '../../src/text/order-take-words'

const at = Date.parse('2026-11-25T10:00+08:00')
const page = (may: OrderPage['may']) =>
  ({ hasRoom: true, may, state: 'scheduled', slot: { startsAt: at, endsAt: at + hour } }) as const

test.each([
  ['before its day', ['start'], at - 24 * hour, '当天才看得到'],
  ['once its time is over', ['start'], at + 2 * hour, '过了，门牌和名字不再显示。已经到了，点'],
  ['once it cannot begin either', [], at + 4 * hour, '不再显示。还没去，先另约时间'],
] as const)('%s it is said why the door is not shown', (_, may, now, said) => {
  expect(addressLater(page([...may]), now, false)).toContain(said)
  expect(addressLater(page([...may]), now, true)).toContain('门牌')
})

test('while it is shown nothing is said', () => {
  expect(addressLater(page(['address']), at + 2 * hour, false)).toBeNull()
})

const standing = { steps: [], series: null, here: 0, crisis: false, score: null } as unknown as OrderPage
const read = (text: string | null) => text?.replace(/\u00a0/g, ' ').replace(/\u2060/g, '') ?? null

test.each<[string, Partial<OrderPage>, string, string | null, string | null]>([
  ['whose it is, while staff look', { state: 'triage', owner: 'desk' }, '已点单', '值班社工管着', '最晚 今天 12:00'],
  ['whose it is, of an agreed visit', { state: 'scheduled', owner: 'provider' }, '约好了', '接单的人管着', null],
  [
    'whose it is, once it waits for them',
    { state: 'ended', owner: 'resident' },
    '办完了，等您点头',
    null,
    '最晚 今天 12:00',
  ],
])('an elder, %s, reads who sees to it', (_, more, title, owner, due) => {
  const said = standingWords({ ...standing, parts: ['holder'], dueAt: at + 2 * hour, ...more }, true, at)
  expect([said.title, said.owner, read(said.due)]).toEqual([title, owner, due])
})

test.each<[OrderPage['state'], string]>([
  ['open', '您接下了，还差一位'],
  ['offered', '等您回话'],
  ['accepted', '您接下了'],
  ['scheduled', '约好了'],
  ['ended', '办完了，等点头'],
])('who serves is told of themselves, not of somebody: %s', (state, title) => {
  const page = { ...standing, parts: ['taker'], state, owner: 'provider', dueAt: null } as OrderPage
  for (const elder of [false, true]) expect(standingWords(page, elder, at).title).toBe(title)
})

test('before an order is taken it is said roughly where, and how many go', () => {
  expect(roughlyWhere({ building: '听榕苑1栋', home: true })).toBe('听榕苑1栋，上门')
  expect(roughlyWhere({ building: null, home: false })).toBe('不上门')
  expect([howMany({ need: 1, takers: 0 }), howMany({ need: 2, takers: 0 }), howMany({ need: 2, takers: 1 })]).toEqual([
    '一个人就行',
    '两个人一起去',
    '两个人一起去，已经有一位',
  ])
})
