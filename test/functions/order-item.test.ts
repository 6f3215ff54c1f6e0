import { listedItems } from '../../cloudfunctions/menu/stock'
import { itemOf } from '../../cloudfunctions/order/item'
import { memberId } from '../../cloudfunctions/runtime/caller'
import type { MenuEntry } from '../../src/domain/menu'
import type { MenuFound } from '../../src/domain/menu-page'
import type { Order } from '../../src/domain/order'
import { isLocked, isOrdered } from '../../src/domain/order-item'
import type { OrderPage, OrderSubject } from '../../src/domain/order-page'
import { type Town, town } from './town'
import { cleared, kid, member } from './world'
import { entry, menu } from './world-menu'

let here: Town
let intents = 0
const intent = () => `intent-item-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const small = kid('one', 'mei', 'k1')

/** A service that the centre thought of by itself. */
const own = (code: string, name: string, description: string, more: Partial<MenuEntry['own'] & object> = {}) =>
  entry(code, {
    own: {
      category: 'home-repair',
      name,
      description,
      bands: ['35-59', '60-79'],
      mode: 'on-demand',
      place: 'centre',
      minutes: 30,
      qualification: null,
      ...more,
    },
  })

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  const entries = [
    entry('tap-and-pipe'),
    entry('elder-errand'),
    entry('pet-sitting', { paused: true }),
    entry('elder-haircut', { until: Date.now() - 40 * 86_400_000 }),
    own('own-zip', '修拉链', '拉链坏了来修'),
    own('own-talk', '戒毒陪聊', '戒毒回来的人说说话'),
    own('own-lamp', '装吊灯', '打孔装吊灯', { qualification: '低压电工证' }),
  ]
  await here.put('menus', [menu('one', { entries })])
  await here.put('members', [
    member('one', 'mei', ['resident', 'family-proxy'], { name: '梅姨', family: [small] }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    member('one', 'shi', ['social-worker', 'committee-member'], { name: '社工施' }),
  ])
})
afterAll(() => here.stop())

const asked = (more: object = {}) => ({
  intent: intent(),
  person: id('mei'),
  item: null,
  words: null,
  wants: null,
  building: 'b-1',
  room: null,
  weekly: false,
  urgent: 'none',
  ...more,
})
const reply = async (more: object) => (await here.ask<{ order: string }>('mei', 'order.place', asked(more))).reply
const place = async (more: object) => (await here.value<{ order: string }>('mei', 'order.place', asked(more))).order
const stored = async (order: string) => (await here.read('orders', order)) as unknown as Order
const does = (deed: string, order: string, more: object) =>
  here.ask('shi', `order.${deed}`, { intent: intent(), order, ...more })

test('what the menu has now is up at once; what is paused, out of season or not on it staff look at first', async () => {
  for (const [item, state] of [
    ['elder-errand', 'open'],
    ['pet-sitting', 'triage'],
    ['elder-haircut', 'triage'],
    ['heavy-lifting', 'triage'],
    ['welcome-neighbour', 'triage'],
  ] as const)
    expect([item, await stored(await place({ item }))]).toEqual([item, expect.objectContaining({ item, state })])
  const card = { holder: null, name: '老王', band: '80+', reach: 'knock', consent: true }
  const { person: _person, ...rest } = asked({ item: 'heavy-lifting', ...card })
  const { order } = await here.value<{ order: string }>('shi', 'order.placeFor', rest)
  expect(await stored(order)).toMatchObject({ state: 'triage', need: 2 })
})

test('every item that is ordered has its own rules, on the menu or not; none becomes words without rules', async () => {
  const wrong: string[] = []
  const counts = { pair: 0, licensed: 0, locked: 0 }
  for (const { code, name, risks } of listedItems) {
    const item = itemOf(code)
    if (!item || !isOrdered(item)) continue
    const order = await stored(await place({ item: code }))
    const rules = { home: item.home, need: item.pair ? 2 : 1, locked: isLocked(item), item: code }
    if (item.pair) counts.pair += 1
    if (risks.includes('verify-licence')) counts.licensed += 1
    if (isLocked(item)) counts.locked += 1
    for (const [field, value] of Object.entries(rules))
      if (order[field as keyof Order] !== value) wrong.push(`${name}: ${field}`)
    if (isLocked(item) && order.route === 'volunteers') wrong.push(`${name} is for volunteers`)
  }
  expect(wrong).toEqual([])
  expect(Math.min(...Object.values(counts))).toBeGreaterThan(5)
}, 120_000)

test('the search tells of what is beyond the menu whether it is ordered, and the form knows its rules', async () => {
  const { beyond } = await here.value<MenuFound>(null, 'menu.search', { words: '搬家具抬重物' })
  expect(beyond.find(({ code }) => code === 'heavy-lifting')).toMatchObject({ mode: 'on-demand' })
  const about = (item: string) => here.value<OrderSubject>(null, 'order.about', { item })
  expect(await about('heavy-lifting')).toMatchObject({ name: '搬抬重物', home: true, served: false, quiet: false })
  expect(await about('tap-and-pipe')).toMatchObject({ served: true })
  expect(await about('hardship-visit')).toMatchObject({ quiet: true, consent: true })
  expect((await here.ask(null, 'order.about', { item: 'nothing-such' })).reply).toMatchObject({
    reason: 'order-item-gone',
  })
})

test('a visit without a building is refused, by the function as by the form', async () => {
  expect(await reply({ item: 'tap-and-pipe', building: null })).toMatchObject({
    reason: 'bad-input',
    field: 'building',
  })
  expect((await reply({ item: 'own-zip', building: null })).ok).toBe(true)
})

describe('a service of the centre’s own', () => {
  test('is read: one whose name tells something of who orders it is for the social workers', async () => {
    expect(await stored(await place({ item: 'own-zip' }))).toMatchObject({ locked: false, route: 'volunteers' })
    expect(await stored(await place({ item: 'own-talk' }))).toMatchObject({ locked: true, route: 'staff' })
  })

  test('is read when it is put on the menu, and that is kept', async () => {
    const quiet = own('own-new', '心事树洞', '抑郁的人来说说')
    const { paused: _paused, quiet: _quiet, changed: _changed, ...line } = quiet
    await here.value('shi', 'menu.setEntry', { intent: intent(), ...line, changed: null, providers: [] })
    const [doc] = here
      .dump()
      .filter((each) => each.startsWith('menus ') && each.includes('own-new'))
      .map((each) => JSON.parse(each.slice('menus '.length)) as { entries: MenuEntry[] })
    expect(doc?.entries.find(({ code }) => code === 'own-new')).toMatchObject({ quiet: true })
  })

  test('demands of who comes what the centre says it demands', async () => {
    const order = await place({ item: 'own-lamp' })
    const to = { to: { kind: 'people', ids: [id('ana')] } }
    expect((await does('assign', order, to)).reply).toMatchObject({ reason: 'order-licence', demanded: '低压电工证' })
    await does('putUp', order, { words: false })
    const take = await here.ask('ana', 'order.take', { intent: intent(), order })
    expect(take.reply).toMatchObject({ reason: 'order-licence', whose: 'own' })
    const spoken = await place({ words: '装个吊灯' })
    await does('settle', spoken, { as: { kind: 'item', item: 'own-lamp' } })
    expect((await does('assign', spoken, to)).reply).toMatchObject({ reason: 'order-licence' })
    await does('settle', spoken, { as: { kind: 'other', home: false, need: 1, minutes: 30 } })
    expect((await does('assign', spoken, to)).reply.ok).toBe(true)
  })
})

describe('what a child’s guardian has to agree to', () => {
  test('is refused without that, and keeps who agreed', async () => {
    const item = 'homework-help'
    expect(await reply({ item, person: small.id })).toMatchObject({ reason: 'order-guardian' })
    const order = await place({ item, person: small.id, agreed: 'holder' })
    expect(await stored(order)).toMatchObject({ agreed: 'holder' })
    expect(await here.value<OrderPage>('shi', 'order.open', { order })).toMatchObject({ agreed: 'holder' })
  })

  test('is not asked of who is grown, nor kept of what does not ask', async () => {
    expect(await stored(await place({ item: 'mending', agreed: 'mother' }))).not.toHaveProperty('agreed')
    expect(await stored(await place({ item: 'tap-and-pipe', person: small.id, agreed: 'holder' }))).not.toHaveProperty(
      'agreed',
    )
  })

  test('nobody on a card agrees for themselves', async () => {
    const { person: _person, ...card } = asked({
      item: 'homework-help',
      holder: null,
      name: '小明',
      band: '13-17',
      reach: 'family',
      consent: true,
      agreed: 'holder',
    })
    expect((await here.ask('shi', 'order.placeFor', card)).reply).toMatchObject({ reason: 'order-guardian' })
    expect((await here.ask('shi', 'order.placeFor', { ...card, intent: intent(), agreed: 'mother' })).reply.ok).toBe(
      true,
    )
  })
})
