import { day, hour, startOfDay, startOfWeek } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Order, OrderEvent, OfferedTo, Slot } from '../../src/domain/order'
import type { CapacityWeek, ProviderWeek, WeekLoad } from '../../src/domain/provider-week'
import { leftOf, type Resource, type ResourceCard, type UsesPage } from '../../src/domain/resource'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { activity, cleared, member } from './world'
import { provider, resource } from './world-menu'
import { shift } from './world-volunteer'

let here: Town
let turn = 0
const next = (what: string) => `${what}-pw-${(turn += 1)}`
const id = (who: string) => member('one', who, [])._id
const worker = 'role-social-worker'
const no = { ok: false, reason: 'no-permission' }

/** Monday of a week that lies ahead. */
const monday = startOfWeek(Date.now()) + 14 * day
const time = (from: number, until: number): Slot => ({ startsAt: monday + from * hour, endsAt: monday + until * hour })
const firm: OfferedTo = { kind: 'organisation', id: 'ent-b' }

beforeAll(async () => {
  here = await town()
  const people: [string, Member['roles'], Partial<Member>][] = [
    ['mei', ['resident'], {}],
    ['shop', ['enterprise'], { name: '老丁', organisation: 'ent-b' }],
    ['op-a', ['operator'], { organisation: 'org-a' }],
    ['captain', ['volunteer-captain'], { ...cleared, name: '何队长', team: 'team-a' }],
  ]
  await here.put(
    'members',
    people.map(([who, roles, more]) => member('one', who, roles, more)),
  )
  await here.put('providers', [
    provider('one', 'ent-b', { kind: 'enterprise', name: '五金铺', weekly: 2 }),
    provider('one', 'team-a', { kind: 'team', name: '维修队', weekly: null }),
  ])
  await here.put('resources', [
    resource('one', 'ent-b', 'drills', { name: '冲击钻' }),
    resource('one', 'ent-b', 'fund', {
      name: '邻里基金',
      kind: 'money',
      unit: '分',
      left: 50_000,
      entries: [{ id: 'intent-fund', at: 1, by: null, amount: 50_000, note: null, kind: 'bring' }],
    }),
  ])
})
afterAll(() => here.stop())

interface Given {
  wants?: Slot
  /** Who said yes to it, and what they agreed. */
  by?: string
  slot?: Slot
}

/** An order that was given to someone. */
async function given(to: OfferedTo, { wants, by, slot }: Given, more: Partial<Order> = {}): Promise<string> {
  const _id = next('order')
  const now = here.local.clock.now()
  const by0 = id(by ?? 'shop')
  const later: OrderEvent[] = [
    { id: `o-${_id}`, at: now, by: id('shi'), kind: 'opened', words: false },
    ...(wants ? [{ id: `m-${_id}`, at: now, by: id('mei'), kind: 'moved', wants, reason: null } as const] : []),
    { id: `a-${_id}`, at: now, by: id('shi'), kind: 'assigned', to },
    ...(by ? [{ id: `t-${_id}`, at: now, by: by0, kind: 'taken' } as const] : []),
    ...(slot ? [{ id: `s-${_id}`, at: now, by: by0, kind: 'scheduled', slot, reason: null } as const] : []),
  ]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), ...more }, later)])
  return _id
}

const reply = async (who: string, called: `${string}.${string}`, input: unknown) =>
  (await here.ask(who, called, input)).reply
const weekOf = (who: string, key: string, from: number | null = monday) =>
  here.value<ProviderWeek>(who, 'provider.week', { provider: key, from })

describe('a provider’s own week', () => {
  let agreed: string
  let wished: string
  let waits: string
  beforeAll(async () => {
    agreed = await given(firm, { by: 'shop', slot: time(9, 11) })
    wished = await given(firm, { wants: time(33, 34) })
    waits = await given(firm, {})
    await given(firm, { by: 'shop', slot: time(7 * 24 + 9, 7 * 24 + 10) })
    await given({ kind: 'organisation', id: 'org-a' }, { by: 'op-a', slot: time(10, 11) })
    const walk = activity('one', 'firm-day', { startsAt: monday + 34 * hour, endsAt: monday + 36 * hour })
    const held = { ...walk.activity, organiser: { id: 'ent-b', name: '五金铺' } }
    await here.put('activities', [held])
  })

  test('has its own orders by the day, agreed or wished, those without a time, its activities and hours; nobody else’s', async () => {
    const week = await weekOf('shop', 'ent-b')
    expect(week).toMatchObject({ from: monday, used: 2, weekly: 2, waiting: [{ id: waits, asked: true }] })
    expect(week.days.map(({ hours }) => hours !== null)).toEqual([true, true, true, true, true, false, false])
    expect(week.days[0]?.entries).toEqual([
      {
        kind: 'visit',
        id: agreed,
        title: '水龙头水管滴漏',
        startsAt: monday + 9 * hour,
        endsAt: monday + 11 * hour,
        agreed: true,
        who: ['老丁'],
      },
    ])
    expect(week.days[1]?.entries).toMatchObject([
      { kind: 'visit', id: wished, agreed: false, who: [] },
      { kind: 'activity', title: '活动firm-day' },
    ])
    expect((await weekOf('shop', 'ent-b', monday + 9 * day)).from).toBe(monday + 7 * day)
    expect((await weekOf('shop', 'ent-b', null)).from).toBe(startOfWeek(Date.now()))
    expect((await weekOf(worker, 'ent-b')).used).toBe(2)
    expect(JSON.stringify(week)).not.toContain('黄秀莲')
  })

  test('is its own: another firm, a captain or a resident reads none of it; of a team its shifts stand in it', async () => {
    for (const who of ['op-a', 'captain', 'mei'])
      expect(await reply(who, 'provider.week', { provider: 'ent-b', from: null })).toMatchObject(no)
    expect(await reply(worker, 'provider.week', { provider: 'ent-none', from: null })).toMatchObject({
      reason: 'not-found',
    })
    const { startsAt, endsAt } = time(14, 16)
    await here.put('shifts', [
      shift('one', 'team-shift', { startsAt, endsAt, team: 'team-a', people: [id('captain')] }),
    ])
    const { days } = await weekOf('captain', 'team-a')
    expect(days[0]?.entries).toMatchObject([{ kind: 'shift', id: 'team-shift', who: ['何队长'] }])
  })

  test('what is called off is not in it; cold, six requests', async () => {
    const gone = await given(firm, { by: 'shop', slot: time(57, 58) })
    expect((await weekOf('shop', 'ent-b')).used).toBe(3)
    await here.value('mei', 'order.cancel', { intent: next('intent'), order: gone, reason: null, series: null })
    await here.local.cool()
    const { reply: week, requests } = await here.ask('shop', 'provider.week', { provider: 'ent-b', from: monday })
    expect(week).toMatchObject({ ok: true, value: { used: 2 } })
    expect(requests).toBeLessThanOrEqual(6)
  })

  test('how full its week is stands beside the choice: by the order’s own time, and not for who reaches it not', async () => {
    const order = await given(firm, { wants: time(80, 81) })
    const loads = (who: string) => here.value<WeekLoad[]>(who, 'provider.loads', { order })
    expect(await loads(worker)).toContainEqual({ kind: 'organisation', id: 'ent-b', used: 2, weekly: 2 })
    expect((await loads(worker)).some(({ id: key }) => key === 'team-a')).toBe(false)
    expect((await loads('op-a')).map(({ id: key }) => key)).toEqual(['org-a'])
  })
})

describe('the centre’s week', () => {
  test('booked and what could be, by the day, by provider, by seat and slot; for who answers for the whole centre', async () => {
    const from = monday + 28 * day
    const at = (hours: number) => from + hours * hour
    await given(firm, { by: 'shop', slot: { startsAt: at(9), endsAt: at(10) } })
    await given(firm, { wants: { startsAt: at(24 + 9), endsAt: at(24 + 10) } })
    await given(firm, { by: 'shop', slot: { startsAt: at(5 * 24 + 9), endsAt: at(5 * 24 + 10) } })
    await here.put('shifts', [
      shift('one', 'capacity', { startsAt: at(9), endsAt: at(11), count: 3, people: [id('mei'), id('captain')] }),
    ])
    const before = await here.value<CapacityWeek>(worker, 'provider.capacity', { from })
    expect(before.days.map(({ visits, wished }) => [visits, wished])).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 0],
      [0, 0],
      [1, 0],
      [0, 0],
    ])
    expect(before.days[0]?.seats).toEqual({ taken: 2, of: 3 })
    expect(before.providers[0]).toMatchObject({ key: 'ent-b', used: 3, weekly: 2, days: [1, 1, 0, 0, 0, 1, null] })
    const room = before.rooms[0]
    const open = room?.days.findIndex(({ of }) => of > 0) ?? -1
    expect(open).toBeGreaterThanOrEqual(0)
    const all = room?.days[open]?.of ?? 0
    expect(before.days[open]?.slots.of).toBeGreaterThanOrEqual(all)

    // A room that somebody booked: by its day, as it was promised.
    const first = from + open * day
    await here.put('slotDays', [
      {
        _id: 'booked-day',
        centre: 'one',
        timetable: room?.id,
        day: first,
        state: 'open',
        grid: [540, 600],
        minutes: 60,
        capacity: 1,
        waitCapacity: 1,
        room: { s540: 0, s600: 2 },
      } as unknown as { _id: string },
    ])
    const after = await here.value<CapacityWeek>(worker, 'provider.capacity', { from })
    expect(after.rooms.find((each) => each.id === room?.id)?.days[open]).toEqual({ taken: 1, of: 2 })
    for (const who of ['shop', 'op-a', 'captain'])
      expect(await reply(who, 'provider.capacity', { from })).toMatchObject(no)
  })
})

describe('what providers bring is drawn for orders and activities', () => {
  const uses = (who: string, noun: 'order' | 'activity', on: string) =>
    here.value<UsesPage>(who, 'provider.uses', { noun, id: on })
  const draw = (who: string, of: string, amount: number, noun: 'order' | 'activity', on: string) =>
    reply(who, 'provider.draw', {
      intent: next('intent'),
      resource: of,
      amount,
      note: null,
      for: { noun, id: on, title: '随便' },
    })
  const ledger = async (of: string) => (await here.read<Resource>('resources', of)) as Resource
  const giveBack = () => here.local.fire('give-back')

  test('the page of either says what it has and what there is; to each what they reach', async () => {
    const order = await given(firm, {})
    expect(await draw('shop', 'drills', 2, 'order', order)).toMatchObject({ ok: true, value: { left: 8 } })
    expect(await draw(worker, 'fund', 12_000, 'activity', 'one-walk')).toMatchObject({ ok: true })
    expect(await uses('shop', 'order', order)).toMatchObject({
      title: '水龙头水管滴漏',
      on: true,
      drawn: [{ resource: 'drills', amount: 2 }],
    })
    const walk = await uses(worker, 'activity', 'one-walk')
    expect(walk.drawn).toMatchObject([{ resource: 'fund', kind: 'money', amount: 12_000 }])
    expect(walk.there.map(({ provider: name }) => name)).toContain('五金铺')
    expect(await reply('op-a', 'provider.uses', { noun: 'order', id: order })).toMatchObject(no)
    expect(await reply(worker, 'provider.uses', { noun: 'order', id: 'two-order' })).toMatchObject({
      reason: 'not-found',
    })
    const locked = await given(firm, {}, { locked: true })
    expect((await uses(worker, 'order', locked)).title).not.toContain('水龙头')
  })

  test('for what one does not reach nothing is drawn, and its name is not told: whatever one has to draw from', async () => {
    await here.put('resources', [resource('one', 'org-a', 'own-ladders', {})])
    const walk = activity('one', 'others-day', {}).activity
    const theirs = { ...walk, organiser: { id: 'ent-b', name: '五金铺' }, team: null }
    await here.put('activities', [theirs])
    const open = stored('one', next('order'), { holder: id('mei'), person: id('mei') }, [
      { id: next('o'), at: here.local.clock.now(), by: id('shi'), kind: 'opened', words: false },
    ])
    await here.put('orders', [open])
    const others = [
      ['order', await given(firm, {})],
      ['order', open._id],
      ['activity', 'others-day'],
    ] as const
    for (const [noun, on] of others) expect(await draw('op-a', 'own-ladders', 1, noun, on)).toEqual(no)
    expect((await ledger('own-ladders')).left).toBe(10)
    const own = await given({ kind: 'organisation', id: 'org-a' }, {})
    expect(await draw('op-a', 'own-ladders', 1, 'order', own)).toMatchObject({ ok: true, value: { left: 9 } })
    expect(await draw('op-a', 'own-ladders', 1, 'activity', 'one-walk')).toMatchObject({ ok: true, value: { left: 8 } })
  })

  test('more than there is, is drawn for neither: of money and of things', async () => {
    const order = await given(firm, {})
    expect(await draw(worker, 'drills', 9, 'order', order)).toMatchObject({ reason: 'resource-short', left: 8 })
    expect(await draw(worker, 'fund', 38_001, 'activity', 'one-walk')).toMatchObject({ reason: 'resource-short' })
  })

  test('an order that is called off gives it back once it cannot be taken back any more; once, and it stands in the history', async () => {
    const order = await given(firm, {})
    await draw('shop', 'drills', 3, 'order', order)
    await here.value('mei', 'order.cancel', { intent: next('intent'), order, reason: null, series: null })
    await giveBack()
    expect((await ledger('drills')).left).toBe(5)
    expect(await draw('shop', 'drills', 1, 'order', order)).toMatchObject({ reason: 'resource-off' })
    here.local.clock.shift(6 * 60_000)
    for (const _ of [1, 2]) await giveBack()
    const { left, entries, watched } = await ledger('drills')
    expect([left, leftOf(entries)]).toEqual([8, 8])
    expect(entries.at(-1)).toMatchObject({ kind: 'return', amount: 3, by: null })
    expect(watched?.some((each) => each.id === order)).toBe(false)
    expect(await uses('shop', 'order', order)).toMatchObject({ on: false, drawn: [] })
  })

  test('what was given back by hand is not given back again; cut short, it is given back by the next one', async () => {
    const order = await given(firm, {})
    const drawn = next('intent')
    const input = { intent: drawn, resource: 'drills', amount: 2, note: null }
    const drawnFor = { noun: 'order', id: order, title: '一单' }
    await here.value<ResourceCard>('shop', 'provider.draw', { ...input, for: drawnFor })
    await here.value('shop', 'provider.giveBack', { ...input, intent: next('intent'), amount: 1, draw: drawn })
    const second = await given(firm, {})
    await draw('shop', 'drills', 3, 'order', second)
    for (const each of [order, second])
      await here.value('mei', 'order.cancel', { intent: next('intent'), order: each, reason: null, series: null })
    here.local.clock.shift(6 * 60_000)
    here.local.faults.add({ when: { function: 'provider', collection: 'resources', nth: 2 }, do: 'kill' })
    await giveBack().catch(() => undefined)
    here.local.faults.clear()
    for (const _ of [1, 2]) await giveBack()
    const { left, entries, watched } = await ledger('drills')
    expect([left, leftOf(entries)]).toEqual([7, 7])
    expect(watched?.filter((each) => each.id === order || each.id === second)).toEqual([])
  })

  test('so does an activity that is called off; of what took place nothing comes back by itself', async () => {
    const [off, on] = ['off-day', 'on-day'].map((key) =>
      activity('one', key, {
        startsAt: startOfDay(Date.now()) + 3 * day,
        endsAt: startOfDay(Date.now()) + 3 * day + hour,
      }),
    )
    await here.put(
      'activities',
      [off, on].flatMap((each) => (each ? [each.activity] : [])),
    )
    await here.put(
      'rosters',
      [off, on].flatMap((each) => (each ? [each.roster] : [])),
    )
    const before = (await ledger('fund')).left
    for (const each of ['off-day', 'on-day']) await draw(worker, 'fund', 1000, 'activity', each)
    await here.value(worker, 'activity.cancel', { intent: next('intent'), activity: 'off-day', reason: '下大雨' })
    await giveBack()
    expect((await ledger('fund')).left).toBe(before - 1000)
    const now = here.local.clock.now()
    here.local.clock.shift(20 * day)
    await giveBack()
    expect((await ledger('fund')).left).toBe(before - 1000)
    expect((await ledger('fund')).watched?.some((each) => each.id === 'on-day')).toBe(false)
    here.local.clock.shift(now - here.local.clock.now())
  })
})
