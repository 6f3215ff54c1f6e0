import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Order, OrderEvent, Slot } from '../../src/domain/order'
import type { OrderPage, WorkPage } from '../../src/domain/order-page'
import type { MyWeek, ShiftPage } from '../../src/domain/shift-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, member } from './world'
import { shift, volunteer } from './world-volunteer'

let here: Town
let turn = 0
const next = (what: string) => `${what}-rest-${(turn += 1)}`
const id = (who: string) => member('one', who, [])._id

/** Of each test its own week, since what one leaves agreed stands. A Monday at midnight. */
let monday = startOfDay(Date.now())
while (new Date(monday + 8 * hour).getUTCDay() !== 1) monday += day
beforeEach(() => {
  monday += 7 * day
})
const time = (from: number, until: number): Slot => ({ startsAt: monday + from * hour, endsAt: monday + until * hour })

beforeAll(async () => {
  here = await town()
  await here.put('members', [member('one', 'mei', ['resident']), member('one', 'shi', ['social-worker'])])
})
afterAll(() => here.stop())

/** A volunteer of their own for each test. */
async function serving(more: Partial<Member> = {}): Promise<string> {
  const who = next('who')
  await here.put('members', [member('one', who, ['resident', 'volunteer'], { ...cleared, ...more })])
  await here.put('volunteers', [volunteer('one', who)])
  return who
}

/** A visit that is up for volunteers, for this time or for one that is still to be agreed. */
async function visit(wants: Slot | null, more: Partial<Order> = {}): Promise<string> {
  const _id = next('visit')
  const now = here.local.clock.now()
  const later: OrderEvent[] = [
    ...(wants ? [{ id: `m-${_id}`, at: now, by: id('mei'), kind: 'moved', wants, reason: null } as const] : []),
    { id: `o-${_id}`, at: now, by: id('shi'), kind: 'opened', words: false },
  ]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), ...more }, later)])
  return _id
}
async function duty({ startsAt, endsAt }: Slot): Promise<string> {
  const _id = next('shift')
  await here.put('shifts', [shift('one', _id, { startsAt, endsAt })])
  return _id
}

const does = async (who: string, deed: string, order: string, more: object = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: next('intent'), order, ...more })).reply
const take = (who: string, order: string) => does(who, 'take', order)
const agree = (who: string, order: string, slot: Slot) => does(who, 'schedule', order, { slot, reason: null })
const signUp = async (who: string, on: string) =>
  (await here.ask(who, 'shift.signUp', { intent: next('intent'), shift: on, people: [id(who)] })).reply
const done = { ok: true }

describe('shifts and visits are one day’s work', () => {
  test('a shift after visits: refused with what there is already and when it would do; the page says so before', async () => {
    const who = await serving()
    expect(await take(who, await visit(time(8, 11)))).toMatchObject(done)
    expect(await take(who, await visit(time(12, 15)))).toMatchObject(done)
    const evening = await duty(time(18, 21))
    const no = { reason: 'rest-day', whose: 'own', most: 8, minutes: 6 * 60, next: monday + (24 + 18) * hour }
    expect((await here.value<ShiftPage>(who, 'shift.open', { shift: evening })).whyNot).toMatchObject(no)
    expect(await signUp(who, evening)).toMatchObject(no)
    expect(await signUp(who, await duty(time(18, 20)))).toMatchObject(done)
  })

  test('a visit after a shift: refused when it is taken and when it is agreed, by whoever agrees it; lists say so before', async () => {
    const who = await serving()
    await signUp(who, await duty(time(8, 14)))
    const [wished, open] = [await visit(time(15, 18)), await visit(null)]
    const own = { reason: 'rest-day', whose: 'own', most: 8, minutes: 6 * 60, next: monday + (24 + 15) * hour }
    const listed = (await here.value<WorkPage>(who, 'order.work')).open
    expect(listed.find((each) => each.id === wished)?.whyNot).toMatchObject(own)
    expect(listed.find((each) => each.id === open)?.whyNot).toBeNull()
    const page = await here.value<OrderPage>(who, 'order.open', { order: wished })
    expect([page.may.includes('take'), page.whyNot]).toEqual([false, expect.objectContaining(own)])
    expect(await take(who, wished)).toMatchObject(own)
    expect(await take(who, open)).toMatchObject(done)
    expect(await agree(who, open, time(15, 18))).toMatchObject(own)
    expect(await agree('shi', open, time(15, 18))).toMatchObject({ ...own, whose: 'other' })
    expect(await agree(who, open, time(15, 17))).toMatchObject(done)
  })

  test('a week and a night; what is too near is named to oneself and to nobody else', async () => {
    const who = await serving()
    for (const n of [0, 1, 2]) await signUp(who, await duty(time(n * 24 + 8, n * 24 + 15)))
    const week = { reason: 'rest-week', most: 24, minutes: 21 * 60, next: monday + (7 * 24 + 8) * hour }
    expect(await take(who, await visit(time(3 * 24 + 8, 3 * 24 + 12)))).toMatchObject(week)
    await signUp(who, await duty(time(8 * 24 + 20, 8 * 24 + 23)))
    const early = await visit(null, { home: false })
    await take(who, early)
    const slot = time(9 * 24 + 6, 9 * 24 + 6.5)
    expect(await agree(who, early, slot)).toMatchObject({
      reason: 'rest-night',
      whose: 'own',
      least: 8,
      beside: { title: '大厅值班 · 接待' },
      next: slot.startsAt + day,
    })
    const others = await agree('shi', early, slot)
    expect(others).toMatchObject({ whose: 'other', beside: null })
    expect(JSON.stringify(others)).not.toContain('大厅值班')
  })

  test('minors: four hours a day, by day only', async () => {
    const guardian = { by: 'x', version: '1', at: 1 }
    const who = await serving({ band: '13-17', guardian })
    const inside = { home: false }
    expect(await take(who, await visit(time(20, 22), inside))).toMatchObject({ reason: 'rest-minor-hours', until: 21 })
    expect(await take(who, await visit(time(9, 12), inside))).toMatchObject(done)
    expect(await signUp(who, await duty(time(14, 16)))).toMatchObject({ reason: 'rest-day', most: 4, minor: true })
    expect(await take(who, await visit(time(14, 15), inside))).toMatchObject(done)
  })

  test('the centre’s own rule holds for visits too; whoever is employed, and whom an organisation sends, it does not bind', async () => {
    const rule = { dayHours: 3, weekHours: 20, nightHours: 8, reason: '天太热' }
    const set = (more: object) => here.value('shi', 'shift.setRest', { intent: next('intent'), ...rule, ...more })
    await set({})
    const who = await serving()
    expect(await take(who, await visit(time(8, 12)))).toMatchObject({ reason: 'rest-day', most: 3 })
    expect(await take(who, await visit(time(8, 11)))).toMatchObject(done)
    await here.put('members', [
      member('one', 'both', ['volunteer', 'enterprise'], { ...cleared, organisation: 'ent-wujin' }),
    ])
    const given = [
      [{ kind: 'people', ids: [id('shi')] }, 'shi'],
      [{ kind: 'organisation', id: 'ent-wujin' }, 'both'],
    ] as const
    for (const [to, takes] of given) {
      const order = await visit(null)
      expect(await does('shi', 'assign', order, { to, unlisted: true })).toMatchObject(done)
      // The social worker gave it to themselves, and has it by that.
      if (takes !== 'shi') expect(await take(takes, order)).toMatchObject(done)
      expect(await agree(takes, order, time(8, 13))).toMatchObject(done)
    }
    await set({ dayHours: 8, weekHours: 24, reason: '凉快了' })
  })

  test('what is too much is not in “this week”, a shift or an order; what is enough is', async () => {
    const now = here.local.clock.now()
    here.local.clock.shift(monday - 2 * day - now)
    const who = await serving()
    await take(who, await visit(time(8, 14)))
    const [much, little] = [await duty(time(15, 18)), await duty(time(15, 17))]
    const easy = { home: false, item: null, category: null }
    const [long, short] = [await visit(time(18, 21), easy), await visit(time(18, 20), easy)]
    const listed = (await here.value<MyWeek>(who, 'shift.week')).rows.map((row) => row.id)
    expect([much, little, long, short].map((each) => listed.includes(each))).toEqual([false, true, false, true])
    here.local.clock.shift(now - here.local.clock.now())
  })
})

describe('a visit that is over', () => {
  /** A visit that was agreed for six hours and took two. */
  async function over() {
    const who = await serving()
    const order = await visit(null)
    await take(who, order)
    expect(await agree(who, order, time(8, 14))).toMatchObject(done)
    const now = here.local.clock.now()
    here.local.clock.shift(monday + 8 * hour - now)
    await does(who, 'start', order)
    here.local.clock.shift(2 * hour)
    expect(await does(who, 'end', order)).toMatchObject(done)
    const back = () => here.local.clock.shift(now - here.local.clock.now())
    return { who, order, back }
  }
  const minutesKept = async (who: string) =>
    ((await here.read<Member>('members', id(who)))?.calendar ?? []).map(({ startsAt, endsAt }) =>
      Math.round((endsAt - startsAt) / minute),
    )

  test('counts with the time that it took, and what was agreed beyond that is free again', async () => {
    const { who, order, back } = await over()
    expect(await minutesKept(who)).toEqual([120])
    expect(await signUp(who, await duty(time(11, 18)))).toMatchObject({ reason: 'rest-day', minutes: 120 })
    expect(await signUp(who, await duty(time(11, 17)))).toMatchObject(done)
    // Done again after a complaint it is another visit; what was served stays served.
    await does('mei', 'complain', order, { reason: '没有修好' })
    await does('shi', 'redo', order, { reason: '再去一次' })
    await here.local.fire('chase')
    here.local.clock.shift(20 * minute)
    await here.local.fire('chase')
    expect(await minutesKept(who)).toEqual([120, 360])
    back()
  })

  test('cut short between the two steps, it is counted once', async () => {
    const who = await serving()
    const order = await visit(null)
    await take(who, order)
    await agree(who, order, time(8, 14))
    const now = here.local.clock.now()
    here.local.clock.shift(monday + 8 * hour - now)
    await does(who, 'start', order)
    here.local.clock.shift(2 * hour)
    here.local.faults.add({
      when: { collection: 'orders', action: 'database.modifyAndReturnDoc', times: 1 },
      do: 'kill',
    })
    const ending = { intent: next('intent'), order }
    await here.ask(who, 'order.end', ending).catch(() => undefined)
    here.local.faults.clear()
    here.local.clock.shift(minute)
    expect((await here.ask(who, 'order.end', ending)).reply).toMatchObject(done)
    expect(await minutesKept(who)).toEqual([120])
    here.local.clock.shift(now - here.local.clock.now())
  })
})
