import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, startOfDay } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import type { OrderAddress, OrderPage, OrderRow, WorkPage } from '../../src/domain/order-page'
import { type Town, town } from './town'
import { cleared, member } from './world'

let here: Town
let intents = 0
const intent = () => `intent-settle-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const morning = startOfDay(Date.now()) + 10 * hour

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨', band: '80+' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜', team: 'team-repair' }),
    member('one', 'bo', ['volunteer'], { ...cleared, name: '阿波', team: 'team-repair' }),
    member('one', 'fresh', ['volunteer'], { name: '新来的' }),
    member('one', 'teen', ['volunteer'], { name: '小宇', band: '13-17' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'shi2', ['social-worker'], { name: '社工二' }),
    member('one', 'committee', ['committee-member'], { name: '主任' }),
  ])
})
afterAll(() => here.stop())

const asked = (more: object = {}) => ({
  intent: intent(),
  person: id('mei'),
  item: null,
  words: '帮我把家里的柜子搬一下',
  wants: null,
  building: 'b-1',
  room: '7单元302',
  weekly: false,
  urgent: 'none',
  ...more,
})
const place = async (more: object = {}) =>
  (await here.value<{ order: string }>('mei', 'order.place', asked(more))).order
const told = async (who: string, deed: string, order: string, more: object = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: intent(), order, ...more })).reply
const does = (who: string, deed: string, order: string, more: object = {}) =>
  here.value<unknown>(who, `order.${deed}`, { intent: intent(), order, ...more })
const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
const stored = async (order: string) => (await here.read('orders', order)) as unknown as Order
const people = { to: { kind: 'people', ids: [id('ana'), id('bo')] } }
const other = (home: boolean, need: 1 | 2, minutes = 90) => ({ as: { kind: 'other', home, need, minutes } })
const item = (code: string) => ({ as: { kind: 'item', item: code } })

describe('what was asked in own words, with a door', () => {
  test('is a visit of two until staff say otherwise, and is neither put up nor given before', async () => {
    const order = await place()
    expect(await stored(order)).toMatchObject({ home: true, need: 2, state: 'triage', board: false })
    const desk = await page('shi', order)
    expect(desk).toMatchObject({ settled: false, home: true, need: 2 })
    expect(desk.may).toContain('settle')
    expect(desk.may).not.toContain('putUp')
    expect(await told('shi', 'putUp', order, { words: true })).toMatchObject({ reason: 'order-unsettled' })
    expect(await told('shi', 'assign', order, people)).toMatchObject({ reason: 'order-unsettled' })
    expect(await told('teen', 'take', order)).toMatchObject({ ok: false })
  })

  test('said to be an item it has the rules of that item: its name, its two people, grown and cleared', async () => {
    const order = await place()
    await does('shi', 'settle', order, item('heavy-lifting'))
    expect(await stored(order)).toMatchObject({ item: 'heavy-lifting', title: '搬抬重物', home: true, need: 2 })
    await does('shi', 'putUp', order, { words: true })
    expect(await told('teen', 'take', order)).toMatchObject({ reason: 'order-adults-only' })
    expect(await told('fresh', 'take', order)).toMatchObject({ reason: 'order-not-cleared' })
    expect(await does('ana', 'take', order)).toEqual({ as: 'lead', complete: false })
    expect(await does('bo', 'take', order)).toEqual({ as: 'second', complete: true })
    const night = { startsAt: morning + 12 * hour, endsAt: morning + 13 * hour }
    expect(await told('ana', 'schedule', order, { slot: night, reason: null })).toMatchObject({ why: 'night' })
    const slot = { startsAt: morning + day, endsAt: morning + day + 2 * hour }
    await does('ana', 'schedule', order, { slot, reason: null })
    const now = here.local.clock.now()
    here.local.clock.shift(slot.startsAt - now)
    const door = await here.value<OrderAddress>('ana', 'order.address', { intent: intent(), order, reason: '上门' })
    here.local.clock.shift(now - slot.startsAt)
    expect(door.room).toBe('7单元302')
  })

  test('said to be an item that demands a licence it is asked for; one for the social workers only is theirs', async () => {
    const licensed = await place()
    await does('shi', 'settle', licensed, item('home-nursing'))
    expect((await told('shi', 'assign', licensed, people)).ok).toBe(false)
    const quiet = await place()
    await does('shi', 'settle', quiet, item('hardship-visit'))
    expect(await stored(quiet)).toMatchObject({ locked: true, route: 'staff', need: 2 })
    expect(await told('shi', 'putUp', quiet, { words: false })).toMatchObject({ reason: 'order-staff-only' })
    expect(await told('shi', 'assign', quiet, people)).toMatchObject({ reason: 'order-staff-only' })
  })

  test('settled anew as what is for the social workers only, whoever had taken it learns nothing of that', async () => {
    const order = await place()
    await does('shi', 'settle', order, other(true, 1, 30))
    await does('shi', 'putUp', order, { words: true })
    await does('ana', 'take', order)
    const slot = { startsAt: morning + 3 * day, endsAt: morning + 3 * day + hour }
    await does('ana', 'schedule', order, { slot, reason: null })
    const now = here.local.clock.now()
    here.local.clock.shift(slot.endsAt - now)
    await does('mei', 'providerMissed', order)
    expect(await page('ana', order)).toMatchObject({ title: '自己说的一件事', parts: [] })
    await does('shi', 'settle', order, item('hardship-visit'))
    const seen = JSON.stringify(await page('ana', order))
    here.local.clock.shift(now - slot.endsAt)
    expect(seen).not.toMatch(/困难|hardship/)
    expect(await page('ana', order)).toMatchObject({ item: null, category: null, building: null })
  })

  test('said not to be at home it gives no door to who serves; said to be for one, one goes', async () => {
    const away = await place()
    await does('shi', 'settle', away, other(false, 1))
    await does('shi', 'putUp', away, { words: true })
    await does('teen', 'take', away)
    const evening = { startsAt: morning + 9.5 * hour, endsAt: morning + 10.5 * hour }
    await does('teen', 'schedule', away, { slot: evening, reason: null })
    expect(await told('teen', 'address', away, { reason: '上门' })).toMatchObject({ reason: 'order-no-door' })
    const one = await place()
    await does('shi', 'settle', one, other(true, 1, 30))
    await does('shi', 'putUp', one, { words: true })
    expect(await told('teen', 'take', one)).toMatchObject({ reason: 'order-adults-only' })
    expect(await does('ana', 'take', one)).toEqual({ as: 'lead', complete: true })
    expect(await page('ana', one)).toMatchObject({ minutes: 30, home: true, need: 1 })
  })

  test('staff may think better of it until they give it out, not after; the same word twice counts once', async () => {
    const order = await place()
    const first = { intent: intent(), order, ...item('heavy-lifting') }
    await here.value('shi', 'order.settle', first)
    await here.value('shi', 'order.settle', first)
    await does('shi', 'settle', order, other(true, 2))
    expect(await stored(order)).toMatchObject({ item: null, title: '自己说的一件事', minutes: 90 })
    expect((await stored(order)).events.map(({ kind }) => kind)).toEqual(['placed', 'settled', 'settled'])
    await does('shi', 'putUp', order, { words: false })
    expect(await told('shi', 'settle', order, other(true, 1))).toMatchObject({ reason: 'order-not-now' })
  })

  test('only for who gives orders out, of own words, and as what is ordered at all', async () => {
    const order = await place()
    expect(await told('ana', 'settle', order, other(true, 2))).toMatchObject({ reason: 'no-permission' })
    expect(await told('shi', 'settle', order, item('no-such-thing'))).toMatchObject({ reason: 'order-item-gone' })
    expect(await told('shi', 'settle', order, item('tool-loan'))).toMatchObject({ reason: 'order-other-way' })
    const named = await place({ item: 'tap-and-pipe' })
    expect(await told('shi', 'settle', named, other(false, 1))).toMatchObject({ reason: 'order-not-now' })
  })

  test('a wish by night is forgotten once it is known to be a visit', async () => {
    const wants = { startsAt: morning + day + 12 * hour, endsAt: morning + day + 13 * hour }
    expect((await here.ask('mei', 'order.place', asked({ wants }))).reply).toMatchObject({ why: 'night' })
    const order = await place({ wants, building: null, room: null })
    expect(await stored(order)).toMatchObject({ home: false, need: 1, wants })
    await does('shi', 'settle', order, item('heavy-lifting'))
    expect(await stored(order)).toMatchObject({ home: true, wants: null })
  })
})

test('of what is for the social workers only the committee says how many go, and gives it to those', async () => {
  const order = await place({ words: '老公打我' })
  expect(await stored(order)).toMatchObject({ route: 'staff' })
  const above = await page('committee', order)
  expect(above.words).toBeNull()
  const to = { to: { kind: 'people', ids: [id('shi')] } }
  expect(await told('committee', 'assign', order, to)).toMatchObject({ reason: 'order-unsettled' })
  await does('committee', 'settle', order, other(true, 1))
  await does('committee', 'assign', order, to)
  expect(await stored(order)).toMatchObject({ state: 'offered' })
})

test('in a crisis nobody waits for that: one social worker is given it at once', async () => {
  const order = await place({ words: '家里着火了', urgent: 'call-me' })
  await does('shi', 'assign', order, { to: { kind: 'people', ids: [id('shi2')] } })
  expect(await stored(order)).toMatchObject({ state: 'offered', route: 'crisis', need: 1 })
})

test('each week it is what it was settled as', async () => {
  const order = await place({ weekly: true, words: '帮我把重的米搬上楼' })
  await does('shi', 'settle', order, item('heavy-lifting'))
  await does('mei', 'cancel', order, { reason: null, series: 'goes-on' })
  const now = here.local.clock.now()
  here.local.clock.shift(8 * day)
  await here.local.fire('chase')
  const { rows } = await here.value<{ rows: OrderRow[] }>('mei', 'order.mine', { after: null })
  here.local.clock.shift(now - here.local.clock.now())
  const [next] = rows.filter(({ weekly, id: each }) => weekly && each !== order)
  expect(next).toMatchObject({ title: '搬抬重物', home: true, need: 2, state: 'triage' })
  expect((await page('shi', next?.id ?? '')).settled).toBe(true)
})

test('volunteers never see on their list what nobody has settled', async () => {
  const order = await place()
  const { open } = await here.value<WorkPage>('ana', 'order.work')
  expect(open.some((each) => each.id === order)).toBe(false)
})
