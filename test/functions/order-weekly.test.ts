import { day, hour, minute } from '../../src/domain/day'
import type { Order } from '../../src/domain/order'
import type { OwnOrders } from '../../src/domain/order-page'
import { here, slot, intent, asking, place, does, bothCome, told, page, agreed, at, stage } from './order-stage'

stage()

describe('a weekly order', () => {
  test('when one is done the next is there, once, a week later', async () => {
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

  test('what was said of the last one brings the next one back to staff, before it is placed and after', async () => {
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

  test('one week is cancelled, and the next is placed all the same, once it cannot be taken back', async () => {
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

  test('without a wished time the next one is not placed for the week that was cancelled', async () => {
    await noted()
    const order = await place({ weekly: true })
    await does('shi', 'cancel', order, { reason: null, series: 'goes-on' })
    await at(Date.now() + day, () => here.local.fire('chase'))
    expect(await later(order)).toEqual([])
    await at(Date.now() + 8 * day, () => here.local.fire('chase'))
    expect(await later(order)).toHaveLength(1)
  })

  test('the series is ended, with what was placed of it already; taken back in time nothing is lost', async () => {
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
})
