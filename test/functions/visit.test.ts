import { serviceId } from '../../cloudfunctions/hours/service'
import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Service } from '../../src/domain/hours'
import type { HoursPage } from '../../src/domain/hours-page'
import { serviceOf } from '../../src/domain/hours-log'
import type { OrderPage } from '../../src/domain/order-page'
import { type LedgerEntry, sumOf } from '../../src/domain/ledger'
import { type Town, town } from './town'
import { cleared, member } from './world'

let here: Town
let turn = 0
const intent = () => `intent-visit-${(turn += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const tomorrow = startOfDay(Date.now()) + day + 10 * hour
const slot = { startsAt: tomorrow, endsAt: tomorrow + 2 * hour }

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    member('one', 'mei', ['resident'], { name: '梅姨', band: '60-79' }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜' }),
    member('one', 'bo', ['volunteer'], { ...cleared, name: '阿波' }),
    member('one', 'cai', ['volunteer'], { ...cleared, name: '阿彩' }),
    member('one', 'shi', ['social-worker'], { ...cleared, name: '社工施' }),
    member('one', 'shop', ['enterprise'], { name: '店主', organisation: 'ent-wujin' }),
    member('one', 'both', ['enterprise', 'volunteer'], { ...cleared, name: '店员', organisation: 'ent-wujin' }),
  ])
})
afterAll(() => here.stop())

const does = (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  here.value<unknown>(who, `order.${deed}`, { intent: intent(), order, ...more })

const asked = {
  person: id('mei'),
  item: 'tap-and-pipe',
  words: '厨房龙头滴水',
  wants: null,
  building: 'b-1',
  room: '7单元302',
  weekly: false,
  urgent: 'none',
}

test('whoever carried an order out has the time that was agreed counted by the word of whoever ordered, each once', async () => {
  const { order } = await here.value<{ order: string }>('mei', 'order.place', { intent: intent(), ...asked })
  await does('shi', 'putUp', order, { words: true })
  for (const who of ['ana', 'bo']) await does(who, 'take', order)
  await does('ana', 'schedule', order, { slot, reason: null })
  here.local.clock.shift(slot.startsAt - here.local.clock.now())
  for (const who of ['ana', 'bo']) await does(who, 'start', order)
  // Five hours later, of which two were agreed.
  here.local.clock.shift(5 * hour)
  await does('ana', 'end', order)
  await here.local.fire('chase')
  expect((await here.value<HoursPage>('ana', 'hours.mine')).services[0]).toMatchObject({
    state: 'awaiting',
    measured: 119,
  })

  // Whoever says that it is done reads what that counts; nobody else is asked to.
  expect((await here.value<OrderPage>('mei', 'order.open', { order })).counts).toBe(119)
  expect((await here.value<OrderPage>('ana', 'order.open', { order })).counts).toBeNull()
  await does('mei', 'confirm', order)
  expect((await here.value<OrderPage>('mei', 'order.open', { order })).counts).toBeNull()
  for (const _ of [1, 2, 3]) await here.local.fire('chase')
  for (const who of ['ana', 'bo']) {
    const { serving, services } = await here.value<HoursPage>(who, 'hours.mine')
    expect({ who, serving, services: services.length }).toEqual({ who, serving: 119, services: 1 })
  }
  const { served } = await here.value<HoursPage>('mei', 'hours.mine')
  expect(served).toBe(238)
  const ledger = here
    .dump()
    .filter((line) => line.startsWith('ledger '))
    .map((line) => JSON.parse(line.slice('ledger '.length)) as LedgerEntry)
  expect(ledger).toHaveLength(2)
  expect(sumOf(ledger)).toBe(0)
})

/** An order of one place, put up for volunteers unless staff give it to somebody. */
async function place(more: Record<string, unknown> = {}): Promise<string> {
  const input = { intent: intent(), ...asked, item: 'elder-errand', words: null, ...more }
  return (await here.value<{ order: string }>('mei', 'order.place', input)).order
}
const services = (order: string) =>
  (here.local.store.all('services') as unknown as Service[])
    .filter(({ about }) => about === order)
    .sort((one, other) => one.startsAt - other.startsAt)
/** Whose, from when to when it was agreed, and how much was measured. */
const counted = async (order: string) => {
  await here.local.fire('chase')
  return services(order).map((each) => ({ person: each.person, measured: serviceOf(each).measured }))
}
const until = (at: number) => here.local.clock.shift(at - here.local.clock.now())
const nextDay = () => startOfDay(here.local.clock.now()) + day + 10 * hour
const wished = (at: number, hours: number) => ({ startsAt: at, endsAt: at + hours * hour })
const giveTo = (order: string, to: object) => does('shi', 'assign', order, { to })

/** Goes there a minute before it was agreed, and stays so long from then. */
async function visits(who: string, order: string, at: number, took: number): Promise<void> {
  until(at - minute)
  await does(who, 'start', order)
  here.local.clock.shift(minute + took)
  await does(who, 'end', order)
}

describe('a visit counts for the volunteers who made it, for the time that was agreed', () => {
  test('a social worker, and whom a firm sends, have no hours of a volunteer by it', async () => {
    const [byDesk, byFirm] = [await place(), await place()]
    await giveTo(byDesk, { kind: 'people', ids: [id('shi')] })
    // Who gives it to themselves has taken it by that.
    await giveTo(byFirm, { kind: 'organisation', id: 'ent-wujin' })
    await does('both', 'take', byFirm)
    const at = nextDay()
    for (const [who, order] of [
      ['shi', byDesk],
      ['both', byFirm],
    ] as const) {
      await does(who, 'schedule', order, { slot: wished(at, 1), reason: null })
      await visits(who, order, Math.max(at, here.local.clock.now()), 20 * minute)
      await does('mei', 'confirm', order)
    }
    expect([await counted(byDesk), await counted(byFirm)]).toEqual([[], []])
  })

  test('who has the time that was wished counts all of it', async () => {
    const at = nextDay()
    const order = await place({ wants: wished(at, 2) })
    await does('shi', 'putUp', order, { words: false })
    await does('ana', 'take', order)
    await visits('ana', order, at, 3 * hour)
    expect(await counted(order)).toEqual([{ person: id('ana'), measured: 120 }])
  })

  test('who takes over comes at the time that was agreed, on which the resident counts by then, not at the one wished first', async () => {
    const at = nextDay()
    const order = await place({ wants: wished(at, 2) })
    await does('shi', 'putUp', order, { words: false })
    await does('ana', 'take', order)
    await does('ana', 'schedule', order, { slot: wished(at + 4 * hour, 1), reason: null })
    await does('ana', 'handOn', order, { reason: '临时有事' })
    await does('bo', 'take', order)
    await visits('bo', order, at + 4 * hour, 2 * hour)
    expect(await counted(order)).toEqual([{ person: id('bo'), measured: 60 }])
  })

  test('what another one does again is theirs, and the first visit stays whose it was, each counted once', async () => {
    const at = nextDay()
    const order = await place({ wants: wished(at, 1) })
    await does('shi', 'putUp', order, { words: false })
    await does('ana', 'take', order)
    await visits('ana', order, at, 30 * minute)
    // The first count is made only after all of it.
    await does('mei', 'complain', order, { reason: '东西买错了' })
    await does('shi', 'redo', order, { reason: '再去一次' })
    await does('shi', 'putUp', order, { words: false })
    await does('bo', 'take', order)
    await does('bo', 'schedule', order, { slot: wished(at + day, 1), reason: null })
    await visits('bo', order, at + day, 50 * minute)
    const both = [
      { person: id('ana'), measured: 30 },
      { person: id('bo'), measured: 50 },
    ]
    expect(await counted(order)).toEqual(both)
    await does('mei', 'confirm', order)
    for (const _ of [1, 2, 3]) expect(await counted(order)).toEqual(both)
    // The word was on the second visit; the first one waits for its own.
    expect(services(order).map(({ state }) => state)).toEqual(['awaiting', 'settled'])
    expect(services(order)[0]?._id).toBe(serviceId('one', id('ana'), { source: 'order', about: order }))
  })
})

describe('silence is no yes while a complaint waits for its answer', () => {
  const states = async (order: string) => {
    here.local.clock.shift(hour + minute)
    for (const timer of ['chase', 'settle']) await here.local.fire(timer)
    return services(order).map(({ state }) => state)
  }
  async function complainedOf(): Promise<string> {
    const at = nextDay()
    const order = await place({ wants: wished(at, 1) })
    await does('shi', 'putUp', order, { words: false })
    await does('cai', 'take', order)
    await visits('cai', order, at, 30 * minute)
    await here.local.fire('chase')
    await does('mei', 'complain', order, { reason: '东西买错了' })
    here.local.clock.shift(4 * day)
    expect(await states(order)).toEqual(['awaiting'])
    here.local.clock.shift(4 * day)
    expect(await states(order)).toEqual(['awaiting'])
    return order
  }
  const serving = async () => (await here.value<HoursPage>('cai', 'hours.mine')).serving

  test('settled by staff it counts, as any visit that they say was done', async () => {
    const [order, before] = [await complainedOf(), await serving()]
    await does('shi', 'confirm', order)
    expect(await states(order)).toEqual(['settled'])
    expect((await serving()) - before).toBe(30)
  })

  test.each([
    ['redo', { reason: '再去一次' }],
    ['guide', { text: '到街道窗口办', series: null }],
  ])('answered otherwise (%s) it counts by silence', async (deed, more) => {
    const [order, before] = [await complainedOf(), await serving()]
    await does('shi', deed, order, more)
    expect(await states(order)).toEqual(['settled'])
    expect((await serving()) - before).toBe(30)
  })
})
