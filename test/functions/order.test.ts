import { memberId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Message } from '../../src/domain/message'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { OrderAddress, OrderPage, OwnOrders, WorkPage } from '../../src/domain/order-page'
import type { DeskPage } from '../../src/domain/order-desk-page'
import { order as stored } from './order-world'
import { type Town, town } from './town'
import { cleared, kid, member } from './world'
import { entry, menu } from './world-menu'

let here: Town
let intents = 0
const intent = () => `intent-order-${(intents += 1)}`
const id = (who: string) => memberId('one', `web:${who}`)

/** Tomorrow morning, and a visit of two hours then or later: each test its own, since nobody is at two at once. */
const tomorrow = startOfDay(Date.now()) + day + 10 * hour
let slot = { startsAt: tomorrow, endsAt: tomorrow + 2 * hour }
let visits = 0
beforeEach(() => {
  nextSlot()
})
/** Time goes back after each visit, but what was served stays in a calendar: the next one is at another hour. */
function nextSlot(): void {
  const startsAt = tomorrow - 2 * hour + Math.floor(visits / 6) * day + (visits % 6) * (2 * hour + minute)
  slot = { startsAt, endsAt: startsAt + 2 * hour }
  visits += 1
}

beforeAll(async () => {
  here = await town()
  await here.local.store.empty('menus')
  await here.put('menus', [menu('one', { entries: [entry('tap-and-pipe'), entry('elder-errand')] })])
  await here.put('members', [
    member('one', 'mei', ['resident', 'family-proxy'], {
      name: '梅姨',
      band: '60-79',
      family: [kid('one', 'mei', 'k1')],
    }),
    member('one', 'ana', ['volunteer'], { ...cleared, name: '阿娜', team: 'team-repair' }),
    member('one', 'bo', ['volunteer'], { ...cleared, name: '阿波', team: 'team-repair' }),
    member('one', 'fresh', ['volunteer'], { name: '新来的', team: 'team-repair' }),
    member('one', 'teen', ['volunteer'], { name: '小宇', band: '13-17' }),
    member('one', 'cap', ['volunteer-captain'], { ...cleared, name: '何队长', team: 'team-repair' }),
    member('one', 'shop', ['enterprise'], { name: '榕记店主', organisation: 'ent-wujin' }),
    member('one', 'shi', ['social-worker'], { name: '社工施' }),
    member('one', 'committee', ['committee-member'], { name: '主任' }),
  ])
})
afterAll(() => here.stop())

const asking = (more: Record<string, unknown> = {}) => ({
  intent: intent(),
  person: id('mei'),
  item: 'tap-and-pipe',
  words: '厨房龙头滴水',
  wants: null,
  building: 'b-1',
  room: '7单元302',
  weekly: false,
  urgent: 'none',
  ...more,
})

const place = async (more: Record<string, unknown> = {}, who = 'mei') =>
  (await here.value<{ order: string }>(who, 'order.place', asking(more))).order
const does = (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  here.value<unknown>(who, `order.${deed}`, { intent: intent(), order, ...more })
/** Both are at the door, and go in. */
async function bothCome(order: string): Promise<void> {
  await does('ana', 'start', order)
  expect(await page('mei', order)).toMatchObject({ state: 'scheduled', here: 1 })
  await does('bo', 'start', order)
}
const told = async (who: string, deed: string, order: string, more: Record<string, unknown> = {}) =>
  (await here.ask(who, `order.${deed}`, { intent: intent(), order, ...more })).reply
const page = (who: string, order: string) => here.value<OrderPage>(who, 'order.open', { order })
const work = (who: string) => here.value<WorkPage>(who, 'order.work')
const messages = (to: string) =>
  here
    .dump()
    .filter((line) => line.startsWith('messages '))
    .map((line) => JSON.parse(line.slice('messages '.length)) as Message)
    .filter((each) => each.to === id(to))
const kindsOn = (to: string, order: string) =>
  messages(to)
    .flatMap((each) => ('about' in each && each.about === order ? [each.kind] : []))
    .sort()

/** An order of two, taken by both and agreed for tomorrow. */
async function agreed(more: Record<string, unknown> = {}): Promise<string> {
  const order = await place(more)
  await does('shi', 'putUp', order, { words: true })
  await does('ana', 'take', order)
  await does('bo', 'take', order)
  await does('ana', 'schedule', order, { slot, reason: null })
  return order
}

/** The same, with the time set to a time, and back to now. */
async function at<Value>(moment: number, run: () => Promise<Value>): Promise<Value> {
  const now = here.local.clock.now()
  here.local.clock.shift(moment - now)
  try {
    return await run()
  } finally {
    here.local.clock.shift(now - moment)
  }
}

describe('an order from its placing to its end', () => {
  test('an elder orders a tap repair; two volunteers come; she says that it is done and judges it', async () => {
    const order = await place()
    expect(await page('mei', order)).toMatchObject({ state: 'triage', owner: 'desk', words: '厨房龙头滴水' })
    expect((await work('ana')).open.some((each) => each.id === order)).toBe(false)

    await does('shi', 'putUp', order, { words: true })
    const seen = (await work('ana')).open.find((each) => each.id === order)
    expect(seen).toMatchObject({ title: '水龙头水管滴漏', building: '听榕苑1栋', words: '厨房龙头滴水', need: 2 })
    expect(JSON.stringify(seen)).not.toMatch(/梅姨|302/)

    expect(await does('ana', 'take', order)).toEqual({ as: 'lead', complete: false })
    expect(await page('mei', order)).toMatchObject({ state: 'open', takers: [{ name: '阿娜' }] })
    // Put up once more, with its words by now, who has a place keeps it.
    await does('shi', 'putUp', order, { words: true })
    expect(await does('bo', 'take', order)).toEqual({ as: 'second', complete: true })
    await does('ana', 'schedule', order, { slot, reason: null })
    expect(await page('mei', order)).toMatchObject({ state: 'scheduled', owner: 'provider', slot })

    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, () => does('ana', 'end', order))
    expect(await page('mei', order)).toMatchObject({ state: 'ended', owner: 'resident' })
    await does('mei', 'confirm', order)
    await does('mei', 'rate', order, { score: 5, comment: '修得好' })
    await does('ana', 'report', order, { how: 'well', text: '门口有台阶' })
    const end = await page('mei', order)
    expect(end).toMatchObject({ state: 'rated', owner: null, dueAt: null, score: 5 })
    expect(end.steps.map(({ kind }) => kind)).not.toContain('reported')
    expect((await page('shi', order)).steps.at(-1)).toMatchObject({ kind: 'reported', text: '门口有台阶' })
  })

  test('both sides are told each thing once, however often the chase runs', async () => {
    const order = await agreed()
    for (const _ of [1, 2, 3]) await here.local.fire('chase')
    expect(kindsOn('mei', order)).toEqual(['order-taken', 'order-time'])
    expect(kindsOn('bo', order)).toEqual(['order-time'])
    expect(kindsOn('shi', order)).toEqual(['order-new'])
  })

  test('a reason is read by both sides where it is for both, and by the desk where it is not', async () => {
    const order = await agreed()
    await does('ana', 'handOn', order, { reason: '临时加班' })
    expect(await page('mei', order)).toMatchObject({ state: 'open', takers: [{ name: '阿波' }] })
    expect((await page('mei', order)).steps.at(-1)).toMatchObject({ kind: 'handed-on', text: '临时加班' })
    await does('shi', 'assign', order, { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
    // Who gave it back needs to know neither when it is nor who comes.
    expect(await page('ana', order)).toMatchObject({ parts: [], slot: null, takers: [], asked: null })
    await does('shop', 'decline', order, { reason: '材料没到' })
    expect((await page('mei', order)).steps.at(-1)).toMatchObject({ kind: 'declined', text: null })
    expect((await page('shi', order)).steps.at(-1)).toMatchObject({ kind: 'declined', text: '材料没到' })
  })

  test('a complaint is answered by the desk, done again, and the first score does not stand', async () => {
    const order = await agreed()
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, () => does('ana', 'end', order))
    await at(slot.startsAt + 2 * hour, async () => {
      await does('mei', 'complain', order, { reason: '还是漏' })
      expect(await page('mei', order)).toMatchObject({ state: 'complained', owner: 'desk' })
      await does('shi', 'redo', order, { reason: '再去一次' })
      expect(await page('mei', order)).toMatchObject({ state: 'triage', takers: [] })
    })
  })

  test('a cancellation is taken back, and a captain gives what their team has to their own people only', async () => {
    const order = await place()
    const cancelling = intent()
    await here.value('mei', 'order.cancel', { intent: cancelling, order, reason: null, series: null })
    await does('mei', 'restore', order, { undoes: cancelling })
    await does('shi', 'assign', order, { to: { kind: 'team', id: 'team-repair' }, unlisted: true })
    const strangers = [id('ana'), id('teen')]
    expect(await told('cap', 'assign', order, { to: { kind: 'people', ids: strangers } })).toMatchObject({
      reason: 'no-permission',
    })
    const giving = { intent: intent(), order, to: { kind: 'people', ids: [id('ana'), id('bo')] } }
    // It is out of the team's hands by that very step; whoever's answer was lost asks again all the same.
    for (const _ of [1, 2]) expect((await here.ask('cap', 'order.assign', giving)).reply).toMatchObject({ ok: true })
    expect(await page('ana', order)).toMatchObject({ state: 'offered', asked: expect.stringContaining('阿波') })
    expect((await work('bo')).asked.map((each) => each.id)).toContain(order)
  })

  test('the same intent again is the same order and the same step', async () => {
    const asked = asking()
    const [one, two] = await Promise.all([
      here.value('mei', 'order.place', asked),
      here.value('mei', 'order.place', asked),
    ])
    expect(one).toEqual(two)
    const { order } = one as { order: string }
    await does('shi', 'putUp', order, { words: false })
    const taking = { intent: intent(), order }
    const first = await here.value('ana', 'order.take', taking)
    await does('bo', 'take', order)
    expect(await here.value('ana', 'order.take', taking)).toEqual(first)
    expect((await here.read<Order>('orders', order))?.takers).toEqual([id('ana'), id('bo')])
  })
})

describe('what a visit must not be', () => {
  test.each([
    ['in the dark', { startsAt: tomorrow + 11 * hour, endsAt: tomorrow + 12 * hour }, 'night'],
    ['over', { startsAt: tomorrow - 3 * day, endsAt: tomorrow - 3 * day + hour }, 'past'],
    ['endless', { startsAt: tomorrow, endsAt: tomorrow + day }, 'too-long'],
  ])('%s', async (_, wants, why) => {
    const { reply } = await here.ask('mei', 'order.place', asking({ wants }))
    expect(reply).toEqual({ ok: false, reason: 'order-slot', why })
  })

  test('a minor’s, one’s own, or without the second one', async () => {
    const order = await place({}, 'mei')
    await does('shi', 'putUp', order, { words: false })
    expect(await told('teen', 'take', order)).toMatchObject({ reason: 'order-adults-only' })
    await does('ana', 'take', order)
    expect(await told('ana', 'schedule', order, { slot, reason: null })).toMatchObject({ reason: 'order-not-now' })
    const give = { to: { kind: 'people', ids: [id('ana')] } }
    expect(await told('shi', 'assign', order, give)).toMatchObject({ reason: 'order-second-missing' })
    const own = await place({ person: kid('one', 'mei', 'k1').id, item: 'elder-walk', words: null })
    expect(await told('mei', 'take', own)).toMatchObject({ reason: 'no-permission' })
  })

  test('a volunteer’s to whom staff have not said yes: from the list, by name, or by their team', async () => {
    const no = { reason: 'order-not-cleared', topic: 'home-visits' }
    const order = await place()
    await does('shi', 'putUp', order, { words: false })
    const listed = async (who: string) => (await work(who)).open.find((each) => each.id === order)?.whyNot
    expect(await listed('fresh')).toMatchObject({ ...no, whose: 'own' })
    expect(await listed('ana')).toBeNull()
    expect(await told('fresh', 'take', order)).toMatchObject({ ...no, whose: 'own' })
    const named = { to: { kind: 'people', ids: [id('ana'), id('fresh')] } }
    expect(await told('shi', 'assign', order, named)).toMatchObject({ ...no, whose: 'chosen' })
    await does('shi', 'assign', order, { to: { kind: 'team', id: 'team-repair' }, unlisted: true })
    expect(await told('fresh', 'take', order)).toMatchObject(no)
    const shown = await page('fresh', order)
    expect(shown.may).not.toContain('take')
    expect(shown.whyNot).toMatchObject({ ...no, whose: 'own' })
    expect((await page('ana', order)).whyNot).toBeNull()
    const child = await place({ person: kid('one', 'mei', 'k1').id, item: 'phone-one-to-one', words: null })
    await does('shi', 'putUp', child, { words: false })
    expect(await told('fresh', 'take', child)).toMatchObject({ ...no, topic: 'minors' })
  })

  test('whose yes was taken back since: no door and no beginning, and they hand it on', async () => {
    const by = id('fresh')
    const now = Date.now()
    const later: OrderEvent[] = [
      { id: 'opened-fresh', at: now, by: id('shi'), kind: 'opened', words: false },
      { id: 'taken-fresh', at: now, by, kind: 'taken' },
      { id: 'scheduled-fresh', at: now, by, kind: 'scheduled', slot, reason: null },
    ]
    await here.put('orders', [stored('one', 'order-fresh', {}, later)])
    const no = { reason: 'order-not-cleared', whose: 'own' }
    expect(await told('fresh', 'address', 'order-fresh', { reason: '上门服务' })).toMatchObject(no)
    await at(slot.startsAt, async () => {
      expect(await told('fresh', 'start', 'order-fresh')).toMatchObject(no)
      await does('fresh', 'handOn', 'order-fresh', { reason: '还要再学' })
    })
    expect(await here.read<Order>('orders', 'order-fresh')).toMatchObject({ state: 'open', takers: [] })
  })

  test('who found it unsafe there is heard by the desk, though the order is closed; of a good visit nobody is told', async () => {
    for (const [how, times] of [
      ['unsafe', 1],
      ['well', 0],
    ] as const) {
      nextSlot()
      const order = await agreed()
      await at(slot.startsAt, () => bothCome(order))
      await at(slot.startsAt + hour, async () => {
        await does('ana', 'end', order)
        await does('mei', 'confirm', order)
        await does('ana', 'report', order, { how, text: '门口有狗' })
        for (const _ of [1, 2]) await here.local.fire('chase')
      })
      expect(kindsOn('shi', order).filter((kind) => kind === 'order-report')).toHaveLength(times)
    }
  })

  test('what does not end alarms who sent them there, once', async () => {
    const order = await agreed()
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + 3 * hour, async () => {
      for (const _ of [1, 2, 3]) await here.local.fire('chase')
      expect(await page('mei', order)).toMatchObject({ state: 'started', owner: 'desk', late: true })
    })
    for (const who of ['shi', 'role-social-worker'])
      expect(kindsOn(who, order).filter((kind) => kind === 'order-alarm')).toHaveLength(1)
    await at(slot.startsAt + 4 * hour, () => does('ana', 'end', order))
    expect(await page('mei', order)).toMatchObject({ state: 'ended', owner: 'resident' })
  })
})

describe('a visit that went up to the committee while it was under way', () => {
  const gone = async (who: string) => {
    const order = await agreed()
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + 20 * hour, async () => {
      expect(await told('committee', 'end', order)).toMatchObject({ reason: 'order-not-yours' })
    })
    for (const later of [4 * hour, 6 * day]) await at(slot.startsAt + later, () => here.local.fire('chase'))
    await at(slot.startsAt + 7 * day, async () => {
      expect(await page(who, order)).toMatchObject({ state: 'started', owner: 'committee' })
      expect((await page(who, order)).may).toContain('end')
      await does(who, 'end', order)
      expect(await page('mei', order)).toMatchObject({ state: 'ended', owner: 'resident' })
    })
    return order
  }

  test.each(['ana', 'shi'])('is ended by who serves and by a social worker: %s', gone)

  test('and by the committee, as a step of staff', async () => {
    const order = await gone('committee')
    expect((await page('mei', order)).steps.at(-1)).toMatchObject({ kind: 'ended', by: 'staff', name: '主任' })
  })
})

describe('where it is', () => {
  test('only who serves and only while they serve, each look written down for its owner', async () => {
    const order = await place()
    await does('shi', 'putUp', order, { words: true })
    const look = { reason: '上门服务' }
    expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-not-yours' })
    await does('ana', 'take', order)
    expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-not-now' })
    await does('bo', 'take', order)
    // Without a day that is agreed there is no reason to know; and before that day neither.
    expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-address-later', from: null })
    await does('ana', 'schedule', order, { slot, reason: null })
    const morning = startOfDay(slot.startsAt)
    expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-address-later', from: morning })
    await at(morning - minute, async () => {
      expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-address-later' })
      expect((await page('ana', order)).may).not.toContain('address')
    })
    await at(morning, async () => {
      const address = (await does('ana', 'address', order, look)) as OrderAddress
      expect(address).toEqual({ building: '听榕苑1栋', room: '7单元302', reach: 'app' })
      expect((await page('ana', order)).may).toContain('address')
    })
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, async () => {
      await does('ana', 'end', order)
      expect(await told('ana', 'address', order, look)).toMatchObject({ reason: 'order-not-now' })
    })
    const looks = await here.value<{ by: { name: string }; reason: string }[]>('mei', 'audit.mine')
    expect(looks.filter(({ by }) => by?.name === '阿娜')).toEqual([expect.objectContaining(look)])
  })

  test('words and room stand nowhere in the store as they were written', async () => {
    await place({ words: '马桶堵了好几天', room: '9单元1207' })
    const stored = here.dump().join('\n')
    expect(stored).not.toContain('马桶堵了好几天')
    expect(stored).not.toContain('9单元1207')
  })

  test('three months after it was placed a closed order holds no words, no door and no picture any more', async () => {
    const order = await place({ words: '水管渗水', room: '3单元404' })
    await does('mei', 'setPhoto', order, { image: '/9j/4AAQSkZJRgABAQ==' })
    await does('mei', 'cancel', order, { reason: null, series: null })
    await at(Date.now() + 91 * day, () => here.local.fire('chase'))
    const stored = await here.read<Order>('orders', order)
    expect(stored).toMatchObject({ state: 'cancelled', keeps: false })
    for (const field of ['words', 'room', 'photo']) expect(stored).not.toHaveProperty(field)
  })

  test('a stranger sees nothing of it, the committee no more than who works on it', async () => {
    const order = await place({ item: 'hardship-visit', words: '家里揭不开锅' })
    expect(await told('ana', 'open', order)).toMatchObject({ ok: false })
    const { reply } = await here.ask<OrderPage>('committee', 'order.open', { order })
    expect(reply).toMatchObject({ ok: true, value: { title: '社工跟进的一件事', words: null, building: null } })
    expect(JSON.stringify(reply)).not.toContain('揭不开锅')
    expect(await told('committee', 'putUp', order, { words: true })).toMatchObject({ ok: false })
  })
})

describe('for someone without a phone', () => {
  const card = (more: Record<string, unknown> = {}) => {
    const { person: _person, ...asked } = asking()
    return { ...asked, holder: null, name: '陈婆婆', band: '80+', reach: 'knock', consent: true, ...more }
  }

  test('a paper card is entered, served, confirmed and judged by staff in her name', async () => {
    const { order } = await here.value<{ order: string }>('shi', 'order.placeFor', card())
    expect(await page('shi', order)).toMatchObject({ kept: true, reach: 'knock', who: { name: '陈婆婆', band: '80+' } })
    await does('shi', 'assign', order, { to: { kind: 'organisation', id: 'ent-wujin' }, unlisted: true })
    // A firm sends as many as must go: one word of it is enough, and their names before they go in.
    expect(await does('shop', 'take', order)).toEqual({ as: 'lead', complete: true })
    await does('shop', 'schedule', order, { slot, reason: null })
    await does('shop', 'send', order, { names: ['王师傅', '李师傅'] })
    await at(slot.startsAt, () => does('shop', 'start', order))
    await at(slot.startsAt + hour, () => does('shop', 'end', order))
    expect(await page('shi', order)).toMatchObject({ state: 'ended', owner: 'desk' })
    await does('shi', 'confirm', order)
    await does('shi', 'rate', order, { score: 4, comment: null })
    expect(await page('shi', order)).toMatchObject({ state: 'rated', score: 4 })
  })

  test('the next card finds her record; who has an account holds the order in it', async () => {
    const found = await here.value<{ id: string; kept: boolean }[]>('shi', 'order.find', { words: '陈婆' })
    expect(found).toEqual([expect.objectContaining({ kept: true })])
    await here.value('shi', 'order.placeFor', card({ holder: found[0]?.id }))
    expect(await here.value<unknown[]>('shi', 'order.find', { words: '陈婆' })).toHaveLength(1)
    const { order } = await here.value<{ order: string }>('shi', 'order.placeFor', card({ holder: id('mei') }))
    const own = await here.value<OwnOrders>('mei', 'order.mine', { after: null })
    expect(own.rows.map((row) => row.id)).toContain(order)
  })

  test('staff who order for their own child do not give it to themselves', async () => {
    const child = kid('one', 'zhi', 'k1')
    await here.put('members', [member('one', 'zhi', ['social-worker'], { name: '社工支', family: [child] })])
    await here.put('orders', [stored('one', 'order-of-kin', { holder: id('mei'), person: child.id })])
    const give = { to: { kind: 'people', ids: [id('zhi')] } }
    expect(await told('zhi', 'assign', 'order-of-kin', give)).toMatchObject({ reason: 'order-own' })
    expect(await told('shi', 'assign', 'order-of-kin', { to: { kind: 'people', ids: [id('shi')] } })).toMatchObject({
      ok: true,
    })
  })

  test('nobody else writes orders in somebody’s name', async () => {
    for (const who of ['mei', 'ana', 'cap', 'shop'])
      expect((await here.ask(who, 'order.placeFor', card())).reply).toMatchObject({ reason: 'no-permission' })
  })
})

describe('the desk and the chase', () => {
  test('weekly: when one is done the next is there, once, a week later', async () => {
    const order = await agreed({ weekly: true, wants: slot })
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, async () => {
      await does('ana', 'end', order)
      await does('mei', 'confirm', order)
      for (const _ of [1, 2]) await here.local.fire('chase')
    })
    const own = await here.value<OwnOrders>('mei', 'order.mine', { after: null })
    const weekly = own.rows.filter((row) => row.weekly && row.id !== order)
    expect(weekly).toHaveLength(1)
    const next = await page('mei', weekly[0]?.id ?? '')
    expect(next).toMatchObject({ state: 'triage', words: '厨房龙头滴水', hasRoom: true })
    expect(next.wants).toEqual({ startsAt: slot.startsAt + 7 * day, endsAt: slot.endsAt + 7 * day })
  })

  test('weekly: what was said of the last one brings the next one back to staff, before it is placed and after', async () => {
    const place = async (who: string) => {
      const asked = asking({ item: 'elder-errand', words: null, weekly: true, wants: slot })
      const { order } = await here.value<{ order: string }>('mei', 'order.place', asked)
      await does(who, 'take', order)
      await at(slot.startsAt, () => does(who, 'start', order))
      await at(slot.startsAt + hour, () => does(who, 'end', order))
      return order
    }
    const next = async (order: string) => {
      const all = here.local.store.all('orders') as unknown as Order[]
      const [found] = all.filter(({ repeat }) => repeat?.first === order && repeat.nth === 1)
      return found
    }
    const chased = () => here.local.fire('chase')
    const unsafe = { how: 'unsafe', text: '家里有人动手' }

    const late = await place('ana')
    await at(slot.startsAt + 2 * hour, async () => {
      await does('mei', 'confirm', late)
      await chased()
      expect(await next(late)).toMatchObject({ state: 'open', board: true })
      await does('ana', 'report', late, unsafe)
      for (const _ of [1, 2]) await chased()
    })
    const back = await next(late)
    expect(back).toMatchObject({ state: 'triage', board: false, owner: 'desk' })
    expect(back?.events.filter(({ kind }) => kind === 'held')).toHaveLength(1)

    const early = await place('bo')
    await at(slot.startsAt + 2 * hour, async () => {
      await does('bo', 'report', early, unsafe)
      await does('mei', 'confirm', early)
      await chased()
    })
    expect(await next(early)).toMatchObject({ state: 'triage', board: false })
    for (const each of [late, early])
      await does('mei', 'cancel', (await next(each))?._id ?? '', { reason: null, series: 'ends' })
  })

  const series = async (order: string) => {
    const own = await here.value<OwnOrders>('mei', 'order.mine', { after: null })
    return own.rows.filter(({ id: each, weekly }) => weekly && each !== order).map(({ id: each }) => each)
  }
  const before = new Set<string>()
  const later = async (order: string) => (await series(order)).filter((each) => !before.has(each))
  const noted = async () => {
    for (const each of await series('')) before.add(each)
  }

  test('weekly: one week is cancelled, and the next is placed all the same, once it cannot be taken back', async () => {
    await noted()
    const order = await place({ weekly: true, wants: slot })
    expect(await told('mei', 'cancel', order, { reason: null, series: null })).toMatchObject({ reason: 'bad-input' })
    await does('mei', 'cancel', order, { reason: null, series: 'goes-on' })
    expect(await page('mei', order)).toMatchObject({ state: 'cancelled', series: 'goes-on' })
    await here.local.fire('chase')
    expect(await later(order)).toEqual([])
    await at(Date.now() + 6 * minute, async () => {
      for (const _ of [1, 2]) await here.local.fire('chase')
    })
    const [next, ...more] = await later(order)
    expect(more).toEqual([])
    expect(await page('mei', next ?? '')).toMatchObject({
      state: 'triage',
      wants: { startsAt: slot.startsAt + 7 * day, endsAt: slot.endsAt + 7 * day },
    })
  })

  test('weekly: without a wished time the next one is not placed for the week that was cancelled', async () => {
    await noted()
    const order = await place({ weekly: true })
    await does('shi', 'cancel', order, { reason: null, series: 'goes-on' })
    await at(Date.now() + day, () => here.local.fire('chase'))
    expect(await later(order)).toEqual([])
    await at(Date.now() + 8 * day, () => here.local.fire('chase'))
    expect(await later(order)).toHaveLength(1)
  })

  test('weekly: the series is ended, with what was placed of it already; taken back in time nothing is lost', async () => {
    await noted()
    const order = await place({ weekly: true, wants: slot })
    const ends = intent()
    await here.value('mei', 'order.cancel', { intent: ends, order, reason: null, series: 'ends' })
    expect(await page('mei', order)).toMatchObject({ state: 'cancelled', series: 'ends' })
    await does('mei', 'restore', order, { undoes: ends })
    await at(Date.now() + 6 * minute, () => here.local.fire('chase'))
    expect(await page('mei', order)).toMatchObject({ state: 'triage', series: null })

    // Served, complained of and done again: the next one is there by then, and goes with it.
    await does('shi', 'putUp', order, { words: false })
    for (const who of ['ana', 'bo']) await does(who, 'take', order)
    await at(slot.startsAt, () => bothCome(order))
    await at(slot.startsAt + hour, async () => {
      await does('ana', 'end', order)
      await does('mei', 'confirm', order)
      await here.local.fire('chase')
      await does('mei', 'complain', order, { reason: '还是漏' })
      await does('shi', 'redo', order, { reason: '再去一次' })
    })
    const [next] = await later(order)
    await at(slot.startsAt + 2 * hour, () => does('mei', 'cancel', order, { reason: null, series: 'ends' }))
    await at(slot.startsAt + 3 * hour, async () => {
      for (const _ of [1, 2, 3]) await here.local.fire('chase')
    })
    expect(await page('mei', next ?? '')).toMatchObject({ state: 'cancelled', series: 'ends' })
    expect(await later(order)).toEqual([next])
  })

  test('what nobody looked at goes from the desk to the committee, once, and is on the desk as overdue', async () => {
    const order = await place()
    await at(Date.now() + 5 * day, async () => {
      for (const _ of [1, 2, 3]) await here.local.fire('chase')
      const stored = await here.read<Order>('orders', order)
      expect(stored?.events.filter(({ kind }) => kind === 'overdue')).toHaveLength(1)
      expect(stored?.owner).toBe('committee')
      const desk = await here.value<DeskPage>('shi', 'order.desk', { view: 'overdue' })
      expect(desk.rows.map((row) => row.id)).toContain(order)
    })
    expect(kindsOn('committee', order)).toEqual(['order-late'])
    expect(kindsOn('mei', order)).toEqual(['order-late'])
  })

  test('the desk tells the week and who has how much; an organisation sees only what is its own', async () => {
    const before = await here.value<DeskPage>('shi', 'order.desk', { view: 'week' })
    await agreed()
    const after = await here.value<DeskPage>('shi', 'order.desk', { view: 'week' })
    expect(after.counts.week).toBe(before.counts.week + 1)
    expect(after.days.find((each) => each.at === startOfDay(slot.startsAt))?.visits).toBeGreaterThan(0)
    expect(after.providers.some(({ name, week }) => name === '阿娜' && week > 0)).toBe(true)
    const cap = await here.value<DeskPage>('cap', 'order.desk', { view: 'all' })
    expect(cap.counts.all).toBeLessThan(after.counts.all)
  })
})

describe('requests to the database of one cold call', () => {
  const cold = async (who: string, called: `${string}.${string}`, input: unknown) => {
    await here.local.cool()
    const { reply, requests } = await here.ask(who, called, input)
    expect(reply).toMatchObject({ ok: true })
    return requests
  }

  test('an order 3 at most, taking it 3, its timeline 2', async () => {
    expect(await cold('mei', 'order.place', asking())).toBeLessThanOrEqual(3)
    const order = await place()
    await does('shi', 'putUp', order, { words: true })
    expect(await cold('ana', 'order.take', { intent: intent(), order })).toBeLessThanOrEqual(3)
    for (const who of ['mei', 'ana', 'shi']) expect(await cold(who, 'order.open', { order })).toBeLessThanOrEqual(2)
    expect(await cold('shi', 'order.desk', { view: 'all' })).toBeLessThanOrEqual(2)
    expect(await cold('mei', 'order.mine', { after: null })).toBeLessThanOrEqual(2)
  })
})

describe('whoever deletes their account', () => {
  test('takes words, room and every trace of themselves along; what they had taken is looked for anew', async () => {
    await here.put('members', [
      member('one', 'gone', ['resident', 'volunteer'], { ...cleared, name: '要走的人' }),
      member('one', 'stays', ['volunteer'], { ...cleared, name: '留下的人' }),
    ])
    const own = await place({ person: id('gone'), words: '卧室灯坏了' }, 'gone')
    await does('shi', 'putUp', own, { words: true })
    await does('ana', 'take', own)
    const others = await place()
    await does('shi', 'putUp', others, { words: true })
    await does('gone', 'take', others)
    await does('stays', 'take', others)
    const given = await place()
    await does('shi', 'assign', given, { to: { kind: 'people', ids: [id('gone'), id('stays')] } })
    await here.value('gone', 'member.erase', { confirm: '注销' })
    const mine = here.dump().filter((line) => line.includes(id('gone')))
    expect(mine).toEqual([])
    expect(await here.read<Order>('orders', own)).toMatchObject({ state: 'cancelled', active: false })
    expect(await here.read<Order>('orders', own)).not.toHaveProperty('words')
    expect(await page('mei', others)).toMatchObject({ state: 'open', takers: [{ name: '留下的人' }] })
    await here.local.fire('chase')
    expect(kindsOn('ana', own)).toContain('order-cancelled')
  })
})

test('who asks to be called stands on the desk as a crisis, and on their own page; an ordinary order does not', async () => {
  const called = await place({ item: null, words: '想不开，不想活了', urgent: 'call-me' })
  const usual = await place()
  const { rows } = await here.value<DeskPage>('shi', 'order.desk', { view: 'all' })
  const marked = (order: string) => rows.find((row) => row.id === order)?.crisis
  expect([marked(called), marked(usual)]).toEqual([true, false])
  for (const who of ['shi', 'mei'])
    expect(await here.value(who, 'order.open', { order: called })).toMatchObject({ crisis: true, staffOnly: true })
})
