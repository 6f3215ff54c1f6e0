import { derivedId } from '../../cloudfunctions/runtime/caller'
import { day, hour, minute } from '../../src/domain/day'
import type { Order, OrderEvent } from '../../src/domain/order'
import type { OwnOrders } from '../../src/domain/order-page'
import { here, id, slot, intent, asking, place, does, bothCome, told, page, agreed, at, stage } from './order-stage'
import { order as stored } from './order-world'

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
  test('who is to be called at once is so once: no crisis opens by itself a week later', async () => {
    await noted()
    const words = '老公正在打我，每周都这样'
    const order = await place({ item: null, words, weekly: true, urgent: 'call-me' })
    expect(await page('mei', order)).toMatchObject({ crisis: true, weekly: false })
    await does('shi', 'assign', order, { to: { kind: 'people', ids: [id('shi')] } })
    const startsAt = here.local.clock.now() + minute
    await does('shi', 'schedule', order, { slot: { startsAt, endsAt: startsAt + hour }, reason: null })
    for (const deed of ['start', 'end', 'confirm']) await does('shi', deed, order)
    await at(Date.now() + 8 * day, () => here.local.fire('chase'))
    const all = here.local.store.all('orders') as unknown as Order[]
    expect(all.filter(({ route }) => route === 'crisis').map(({ _id, state }) => [_id, state])).toEqual([
      [order, 'confirmed'],
    ])
  })
  test.each([
    ['waits', 'cancelled', false],
    ['was just done', 'confirmed', true],
  ])(
    'ended after a complaint, the series ends though two more were placed since and the last %s',
    async (_, state, done) => {
      const first = `long-series-${state}`
      const idOf = (nth: number) => derivedId(16, 'one', 'again', first, String(nth))
      const nths = [first, idOf(1), idOf(2)]
      const given = { holder: id('mei'), person: id('mei') }
      const log = (of: string): OrderEvent[] =>
        [
          { kind: 'assigned', to: { kind: 'people', ids: [id('shi')] } },
          { kind: 'scheduled', slot, reason: null },
          { kind: 'started' },
          { kind: 'ended' },
          { kind: 'confirmed', how: 'staff' },
        ].map((event, n) => ({ id: `${of}.${n}`, at: Date.now(), by: id('shi'), ...event }) as OrderEvent)
      for (const [nth, _id] of nths.entries()) {
        const repeat = { first, nth }
        const served = nth < 2 || done ? log(_id) : []
        const due = nth === 2 && done ? { repeatDue: true, repeatFrom: Date.now() } : {}
        await here.put('orders', [{ ...stored('one', _id, { ...given, repeat }, served), ...due }])
      }
      await does('mei', 'complain', first, { reason: '没办好' })
      await does('shi', 'guide', first, { text: '到街道窗口办', series: 'ends' })
      for (const _ of [1, 2]) await here.local.fire('chase')
      await at(Date.now() + 8 * day, () => here.local.fire('chase'))
      const read = (of: string) => here.read<Order>('orders', of)
      expect(await read(idOf(2))).toMatchObject({ state, active: false })
      // Whichever was seen to first: it was never placed, or went with the others.
      expect((await read(idOf(3)))?.active ?? false).toBe(false)
    },
  )
})
