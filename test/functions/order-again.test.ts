import { memberId } from '../../cloudfunctions/runtime/caller'
import { startOfDay } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import type { OrderSubject } from '../../src/domain/order-page'
import { type Town, town } from './town'
import { kid, member } from './world'
import { entry, menu } from './world-menu'

let here: Town
let intents = 0
const intent = () => `intent-again-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const mother = { ...kid('one', 'mei', 'k1'), name: '梅姨的妈妈', band: '80+' as const, relation: 'parent' as const }

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { entries: [entry('tap-and-pipe'), entry('elder-errand')] })])
  await here.put('members', [
    member('one', 'mei', ['resident', 'family-proxy'], { name: '梅姨', band: '60-79', family: [mother] }),
    member('one', 'lan', ['resident'], { name: '兰姐' }),
    member('one', 'teen', ['resident'], { name: '小宇', band: '13-17' }),
  ])
})
afterAll(() => here.stop())
beforeEach(() => here.local.store.empty('orders'))

const asked = (more: object = {}) => ({
  intent: intent(),
  person: id('mei'),
  item: 'tap-and-pipe',
  words: null,
  wants: null,
  building: 'b-1',
  room: null,
  weekly: false,
  urgent: 'none',
  again: false,
  ...more,
})
const place = async (more: object = {}, who = 'mei') =>
  (await here.value<{ order: string }>(who, 'order.place', asked(more))).order
const reply = async (more: object = {}, who = 'mei') => (await here.ask(who, 'order.place', asked(more))).reply
const about = async (who: string | null) =>
  (await here.value<OrderSubject>(who, 'order.about', { item: 'tap-and-pipe' })).before
const placed = () => here.dump().filter((line) => line.startsWith('orders ')).length

test('what the same person has open of the same item is pointed out, with which one, and ordered once more by a yes', async () => {
  const first = await place()
  const { placedAt } = (await here.read<Order>('orders', first)) as Order
  expect(startOfDay(placedAt)).toBe(startOfDay(Date.now()))
  const before = { order: first, placedAt, state: 'triage' }
  expect(await reply()).toEqual({ ok: false, reason: 'order-open-already', ...before })
  expect(await about('mei')).toEqual([{ ...before, person: id('mei') }])
  expect(placed()).toBe(1)
  const second = await place({ again: true })
  expect(second).not.toBe(first)
  // Of two the newest is told of.
  expect(await reply()).toMatchObject({ reason: 'order-open-already', order: second })
})

test('of what was closed, of another item, person or account, and of own words nothing is said', async () => {
  const first = await place()
  await place({ item: 'elder-errand' })
  const hers = await place({ person: mother.id })
  await place({ person: id('lan') }, 'lan')
  await place({ item: null, words: '帮忙搬个柜子' })
  await place({ item: null, words: '帮忙搬个柜子' })
  expect(await reply({ person: mother.id })).toMatchObject({ reason: 'order-open-already', order: hers })
  expect((await about('mei')).map(({ order, person }) => [order, person]).sort()).toEqual(
    [
      [first, id('mei')],
      [hers, mother.id],
    ].sort(),
  )
  await here.value('mei', 'order.cancel', { intent: intent(), order: first, reason: null, series: null })
  await place()
  for (const who of [null, 'teen']) expect(await about(who)).toEqual([])
})

test('a phone that does not know the question orders as it did', async () => {
  await place()
  const { again: _, ...older } = asked()
  expect((await here.ask('mei', 'order.place', older)).reply).toMatchObject({ ok: true })
  expect(placed()).toBe(2)
})

test('an order whose answer was lost, or whose function died anywhere, is asked again and is no second one of itself', async () => {
  for (const nth of [1, 2, 3]) {
    await here.local.store.empty('orders')
    const input = asked()
    const died = here.local.faults.add({ when: { function: 'order', procedure: 'place', nth }, do: 'kill' })
    await here.ask('mei', 'order.place', input).catch(() => undefined)
    expect([nth, died()]).toEqual([nth, 1])
    const again = await here.ask('mei', 'order.place', input)
    expect(again.reply).toMatchObject({ ok: true })
    expect(placed()).toBe(1)
  }
  await here.local.store.empty('orders')
  const input = asked()
  const lost = here.local.faults.add({ when: { action: 'invoke', function: 'order' }, do: 'lost-reply' })
  await here.ask('mei', 'order.place', input).catch(() => undefined)
  expect(lost()).toBe(1)
  expect(placed()).toBe(1)
  expect((await here.ask('mei', 'order.place', input)).reply).toMatchObject({ ok: true, value: { state: 'triage' } })
  expect(placed()).toBe(1)
  // Its answer stays what it was, even where it was cancelled and another was ordered meanwhile.
  const first = await here.value<{ order: string }>('mei', 'order.place', input)
  await here.value('mei', 'order.cancel', { intent: intent(), order: first.order, reason: null, series: null })
  await place()
  expect(await here.value('mei', 'order.place', input)).toEqual(first)
  // Another decision is another one.
  expect(await reply()).toMatchObject({ reason: 'order-open-already' })
})

test('words of an emergency are heard first, and who is to be called is, whatever is open', async () => {
  await place()
  const words = '家里煤气味好重'
  expect(await reply({ words })).toMatchObject({ reason: 'order-emergency' })
  await place({ words, urgent: 'call-me' })
})

test('a child whom nobody has vouched for yet is called all the same, and orders nothing else', async () => {
  const own = { person: id('teen'), item: null }
  expect(await reply({ ...own, words: '想不开，不想活了', urgent: 'call-me' }, 'teen')).toMatchObject({ ok: true })
  expect(await reply({ ...own, words: '帮忙搬个柜子', urgent: 'call-me' }, 'teen')).toMatchObject({
    reason: 'guardian-needed',
  })
  expect(await reply({ ...own, words: '帮忙搬个柜子' }, 'teen')).toMatchObject({ reason: 'guardian-needed' })
})

test('an order costs 3 requests, its refusal 3, the form 2 at most, cold', async () => {
  const cold = async (called: `${string}.${string}`, input: unknown) => {
    await here.local.cool()
    return (await here.ask('mei', called, input)).requests
  }
  expect(await cold('order.place', asked())).toBeLessThanOrEqual(3)
  expect(await cold('order.about', { item: 'tap-and-pipe' })).toBeLessThanOrEqual(2)
  expect(await cold('order.place', asked())).toBeLessThanOrEqual(3)
  expect(await cold('order.place', asked({ again: true }))).toBeLessThanOrEqual(3)
})
