import { day, hour, minute, startOfDay } from '../../src/domain/day'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { OrderAddress, OrderPage } from '../../src/domain/order-page'
import {
  here,
  slot,
  id,
  nextSlot,
  asking,
  place,
  does,
  bothCome,
  told,
  page,
  work,
  kindsOn,
  agreed,
  at,
  stage,
  tomorrow,
} from './order-stage'
import { order as stored } from './order-world'
import { kid } from './world'

stage()

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
