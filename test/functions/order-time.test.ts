import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Member } from '../../src/domain/member'
import type { Order, OrderEvent, Slot } from '../../src/domain/order'
import type { WorkPage } from '../../src/domain/order-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { activity, cleared, member } from './world'

let here: Town
let intents = 0
const intent = () => `intent-time-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)
const name = (who: string, roles: Member['roles'], more: Partial<Member> = {}) =>
  member('one', who, roles, { ...cleared, name: who, ...more })

/** Of each test its own day, since what one leaves agreed stands. */
let morning = startOfDay(Date.now()) + day + 9 * hour
beforeEach(() => {
  morning += day
})
const from = (hours: number, long = 2): Slot => ({
  startsAt: morning + hours * hour,
  endsAt: morning + (hours + long) * hour,
})

beforeAll(async () => {
  here = await town()
  await here.put('members', [
    name('mei', ['resident']),
    name('ana', ['resident', 'volunteer']),
    name('bo', ['volunteer']),
    name('shop', ['enterprise'], { organisation: 'ent-wujin' }),
    name('shi', ['social-worker']),
  ])
})
afterAll(() => here.stop())

let orders = 0
/** An order that is up for volunteers, for one or two of them, with a time that was wished or without. */
async function open(wants: Slot | null, need: 1 | 2 = 1): Promise<string> {
  const _id = `time-${(orders += 1)}`
  const now = here.local.clock.now()
  const later: OrderEvent[] = [
    ...(wants ? [{ id: `moved-${_id}`, at: now, by: id('mei'), kind: 'moved', wants, reason: null } as const] : []),
    { id: `opened-${_id}`, at: now, by: id('shi'), kind: 'opened', words: false },
  ]
  await here.put('orders', [stored('one', _id, { holder: id('mei'), person: id('mei'), need }, later)])
  return _id
}

const asks = async (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: intent(), order, ...more })).reply
async function does(who: string, deed: string, order: string, more: Record<string, unknown> = {}) {
  const reply = await asks(who, deed, order, more)
  expect(reply).toMatchObject({ ok: true })
}
const agree = (who: string, order: string, slot: Slot) => asks(who, 'schedule', order, { slot, reason: null })

/** What of the calendar is of orders: which, and from when. */
const entries = async (who: string) =>
  ((await here.read<Member>('members', id(who)))?.calendar ?? []).filter(
    ({ of, endsAt }) => of === 'order' && endsAt > morning && endsAt < morning + day,
  )
const holding = async (who: string) =>
  (await entries(who)).map(({ roster, startsAt }) => `${roster} ${(startsAt - morning) / hour}`).sort()
const stateOf = async (order: string) => (await here.read<Order>('orders', order))?.state

const own = { ok: false, reason: 'order-clash', whose: 'own', title: '水龙头水管滴漏' }
const others = { ok: false, reason: 'order-clash', whose: 'other', title: null }

describe('two orders at one hour', () => {
  test('the second is not agreed, by whoever tries; another hour is, and what touches does not clash', async () => {
    const [one, two] = [await open(null), await open(null)]
    for (const order of [one, two]) await does('ana', 'take', order)
    expect(await agree('ana', one, from(0))).toMatchObject({ ok: true })
    expect(await agree('ana', two, from(1))).toMatchObject(own)
    expect(await agree('shi', two, from(1))).toMatchObject(others)
    expect(await stateOf(two)).toBe('accepted')
    expect(await agree('ana', two, from(2))).toMatchObject({ ok: true })
    expect(await holding('ana')).toEqual([`${one} 0`, `${two} 2`])
  })

  test('one with a wished time is not taken, and the list says so before; the other one of two is not surprised', async () => {
    const one = await open(from(0))
    await does('ana', 'take', one)
    expect(await stateOf(one)).toBe('scheduled')
    const two = await open(from(1))
    const row = (await here.value<WorkPage>('ana', 'order.work')).open.find((each) => each.id === two)
    expect(row?.whyNot).toMatchObject({ reason: 'order-clash', whose: 'own' })
    expect(await asks('ana', 'take', two)).toMatchObject(own)
    expect(await holding('ana')).toEqual([`${one} 0`])

    // The first of two keeps the wished time; the second comes, and both are there.
    const pair = await open(from(4), 2)
    await does('ana', 'take', pair)
    expect(await holding('ana')).toEqual([`${one} 0`, `${pair} 4`])
    expect(await stateOf(pair)).toBe('open')
    await does('bo', 'take', pair)
    expect(await stateOf(pair)).toBe('scheduled')
    expect(await holding('bo')).toEqual([`${pair} 4`])
  })

  test('where the wish moved and the first of two is elsewhere then, the second takes it and a time is agreed anew', async () => {
    const [one, pair] = [await open(from(0)), await open(from(4), 2)]
    await does('ana', 'take', one)
    await does('ana', 'take', pair)
    await does('mei', 'move', pair, { wants: from(0), reason: null })
    expect(await holding('ana')).toEqual([`${one} 0`])
    await does('bo', 'take', pair)
    expect(await stateOf(pair)).toBe('accepted')
    expect(await holding('bo')).toEqual([])
    expect(await agree('bo', pair, from(1))).toMatchObject(others)
    expect(await agree('bo', pair, from(6))).toMatchObject({ ok: true })
  })

  test('a class one signed up for, and a class at the hour of a visit', async () => {
    const on = activity('one', 'class', { startsAt: morning, endsAt: morning + hour })
    await here.put('activities', [on.activity])
    await here.put('rosters', [on.roster])
    const signUp = async () =>
      (await here.ask('ana', 'activity.signUp', { intent: intent(), activity: 'class', people: [id('ana')] })).reply
    const visit = await open(null)
    await does('ana', 'take', visit)
    expect(await agree('ana', visit, from(0))).toMatchObject({ ok: true })
    expect(await signUp()).toMatchObject({ ok: false, reason: 'time-clash', title: '水龙头水管滴漏' })
    expect(await agree('ana', visit, from(3))).toMatchObject({ ok: true })
    expect(await signUp()).toMatchObject({ ok: true })
    expect(await agree('ana', visit, from(0))).toMatchObject({ ...own, title: on.activity.title })
  })

  test('an organisation sends more than one: its desk takes two at an hour', async () => {
    for (const order of [await open(null), await open(null)]) {
      await does('shi', 'assign', order, { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
      await does('shop', 'take', order)
      expect(await agree('shop', order, from(0))).toMatchObject({ ok: true })
    }
    expect(await holding('shop')).toEqual([])
  })
})

describe('time is given back', () => {
  const agreed = async () => {
    const order = await open(from(0), 2)
    for (const who of ['ana', 'bo']) await does(who, 'take', order)
    expect([await holding('ana'), await holding('bo')]).toEqual([[`${order} 0`], [`${order} 0`]])
    return order
  }
  const nobody = async () => expect([await holding('ana'), await holding('bo')]).toEqual([[], []])

  test.each([
    ['handed on', 'ana', 'handOn', { reason: '临时加班' }],
    ['cancelled', 'mei', 'cancel', { reason: null, series: null }],
    ['given to others', 'shi', 'assign', { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true }],
  ])('when it is %s', async (_, who, deed, more) => {
    await does(who, deed, await agreed(), more)
    await nobody()
  })

  test('when it is wished for another time, and when it is agreed for another', async () => {
    const order = await agreed()
    expect(await agree('ana', order, from(1))).toMatchObject({ ok: true })
    expect(await holding('bo')).toEqual([`${order} 1`])
    await does('mei', 'move', order, { wants: from(5), reason: null })
    await nobody()
  })

  test('when it is ended', async () => {
    const order = await agreed()
    const now = here.local.clock.now()
    here.local.clock.shift(morning - now)
    for (const who of ['ana', 'bo']) await does(who, 'start', order)
    expect(await holding('ana')).toEqual([`${order} 0`])
    here.local.clock.shift(30 * minute)
    await does('bo', 'end', order)
    // It was half an hour; what was agreed beyond that is free.
    for (const who of ['ana', 'bo'])
      expect((await entries(who)).map(({ endsAt }) => Math.round((endsAt - morning) / minute))).toEqual([30])
    here.local.clock.shift(now - here.local.clock.now())
  })

  test('a cancellation that is taken back holds it again, or asks for another time where it is gone', async () => {
    const order = await agreed()
    const undo = async () => {
      const cancelling = intent()
      expect(
        (await here.ask('mei', 'order.cancel', { intent: cancelling, order, reason: null, series: null })).reply.ok,
      ).toBe(true)
      return () => does('mei', 'restore', order, { undoes: cancelling })
    }
    await (await undo())()
    expect([await stateOf(order), await holding('ana')]).toEqual(['scheduled', [`${order} 0`]])
    const restore = await undo()
    const other = await open(from(1))
    await does('ana', 'take', other)
    await restore()
    expect(await stateOf(order)).toBe('accepted')
    expect([await holding('ana'), await holding('bo')]).toEqual([[`${other} 1`], []])
  })

  test('what was kept for a step that never came is free again; what stands stays', async () => {
    const [stands, never] = [await open(from(4)), await open(from(0))]
    await does('ana', 'take', stands)
    here.local.faults.add({
      when: { collection: 'orders', action: 'database.modifyAndReturnDoc', times: 1 },
      do: 'kill',
    })
    await here.ask('ana', 'order.take', { intent: intent(), order: never }).catch(() => undefined)
    here.local.faults.clear()
    expect([await stateOf(never), await holding('ana')]).toEqual(['open', [`${never} 0`, `${stands} 4`].sort()])
    await here.local.fire('chase')
    expect(await holding('ana')).toHaveLength(2)
    const now = here.local.clock.now()
    here.local.clock.shift(20 * minute)
    await here.local.fire('chase')
    expect(await holding('ana')).toEqual([`${stands} 4`])
    here.local.clock.shift(now - here.local.clock.now())
  })

  test('what was cut short after the step is given back by the chase', async () => {
    const order = await agreed()
    here.local.faults.add({
      when: { function: 'order', collection: 'members', action: 'database.modifyDocument', times: 1 },
      do: 'kill',
    })
    await here
      .ask('mei', 'order.cancel', { intent: intent(), order, reason: null, series: null })
      .catch(() => undefined)
    here.local.faults.clear()
    expect([await stateOf(order), (await holding('ana')).length]).toEqual(['cancelled', 1])
    await here.local.fire('chase')
    await nobody()
  })

  test('whoever deletes their account leaves nobody waiting', async () => {
    await here.put('members', [name('gone', ['resident', 'volunteer'])])
    const order = await open(from(0), 2)
    for (const who of ['ana', 'gone']) await does(who, 'take', order)
    await here.value('gone', 'member.erase', { confirm: '注销' })
    expect(await holding('ana')).toEqual([])
  })
})

test('taking one with a wished time costs 3 requests at most, cold; the same intent again is the same', async () => {
  const order = await open(from(0))
  await here.local.cool()
  const taking = { intent: intent(), order }
  const first = await here.ask('ana', 'order.take', taking)
  expect(first.reply).toMatchObject({ ok: true, value: { complete: true } })
  expect(first.requests).toBeLessThanOrEqual(3)
  expect((await here.ask('ana', 'order.take', taking)).reply).toEqual(first.reply)
  expect(await holding('ana')).toEqual([`${order} 0`])
})
