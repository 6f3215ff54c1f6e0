import { derivedId, memberId } from '../../cloudfunctions/runtime/caller'
import { day } from '../../src/domain/day'
import type { InboxEntry } from '../../src/domain/message'
import type { Order, OrderEvent, Series } from '../../src/domain/order'
import type { OrderPage } from '../../src/domain/order-page'
import { orderNoticeWords } from '../../src/text/order-notice-words'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { member } from './world'

/** What is done elsewhere, of an order that comes each week. */
let here: Town
let turn = 0
const id = (who: string) => memberId('one', `web:${who}`)
beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
  ])
})
afterAll(() => here.stop())

const weekly = async (later: readonly OrderEvent[] = []) => {
  const first = `weekly-${(turn += 1)}`
  const more = { holder: id('mei'), person: id('mei'), repeat: { first, nth: 0 } }
  await here.put('orders', [stored('one', first, more, later)])
  return first
}
const guides = async (order: string, series: Series | null) =>
  (
    await here.ask('shi', 'order.guide', {
      intent: `intent-guide-${(turn += 1)}`,
      order,
      text: '到街道二楼窗口办',
      series,
    })
  ).reply
const nextOf = (first: string) => here.read<Order>('orders', derivedId(16, 'one', 'again', first, '1'))
const told = (about: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as InboxEntry & { to: string; about: string })
    .flatMap((each) => (each.to === id('mei') && each.about === about ? [each.kind] : []))
const page = (order: string) => here.value<OrderPage>('mei', 'order.open', { order })

/** The chase, a week and a day later. */
async function later(): Promise<void> {
  const now = here.local.clock.now()
  here.local.clock.set(now + 8 * day)
  for (const _ of [1, 2]) await here.local.fire('chase')
  here.local.clock.set(Date.now())
}

test('of a weekly order it is said which: nobody ends a series by leaving it out', async () => {
  const order = await weekly()
  expect(await guides(order, null)).toEqual({ ok: false, reason: 'bad-input', field: 'series' })
  expect(await page(order)).toMatchObject({ state: 'triage' })
})

test.each([
  ['this week', 'goes-on', 'order-guided-week', '下一周照常'],
  ['the whole series', 'ends', 'order-guided-series', '到此为止'],
] as const)('%s: the resident is told which, and what comes next is so', async (_, series, kind, words) => {
  const order = await weekly()
  expect(await guides(order, series)).toMatchObject({ ok: true })
  await here.local.fire('chase')
  expect(await page(order)).toMatchObject({ state: 'guided', series })
  expect(told(order)).toEqual([kind])
  expect(orderNoticeWords[kind]({ reason: '到窗口办' } as InboxEntry, 0).text).toContain(words)
  await later()
  const next = await nextOf(order)
  if (series === 'goes-on') expect(next).toMatchObject({ state: 'triage', repeat: { nth: 1 } })
  else expect(next).toBeUndefined()
})

test('the whole series, after a complaint: the next one, that was placed by then, goes with it', async () => {
  const event = (kind: string, by: string, more = {}) =>
    ({ id: `${kind}-${turn}`, at: Date.now(), by: id(by), kind, ...more }) as OrderEvent
  const slot = { startsAt: Date.now(), endsAt: Date.now() + 1000 }
  const order = await weekly([
    event('assigned', 'shi', { to: { kind: 'people', ids: [id('shi')] } }),
    event('taken', 'shi'),
    event('scheduled', 'shi', { slot, reason: null }),
    event('started', 'shi'),
    event('ended', 'shi'),
  ])
  await here.value('mei', 'order.confirm', { intent: 'intent-confirms-it', order })
  await later()
  expect(await nextOf(order)).toMatchObject({ state: 'triage' })
  await here.value('mei', 'order.complain', { intent: 'intent-complains', order, reason: '没办好' })
  expect(await guides(order, 'ends')).toMatchObject({ ok: true })
  await later()
  expect(await nextOf(order)).toMatchObject({ state: 'cancelled' })
})

test('one that comes once has no series to speak of', async () => {
  const once = `once-${(turn += 1)}`
  await here.put('orders', [stored('one', once, { holder: id('mei'), person: id('mei') })])
  expect(await guides(once, 'ends')).toMatchObject({ ok: true })
  await here.local.fire('chase')
  expect(told(once)).toEqual(['order-guided'])
  expect(await page(once)).toMatchObject({ series: null })
})
