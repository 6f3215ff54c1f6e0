import type { Order } from '../../src/domain/order'
import { here, id, place, does, page, kindsOn, slot, stage } from './order-stage'
import { cleared, kid, member } from './world'

stage()

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

  const ordersLeft = () =>
    here.dump().flatMap((line) => (line.startsWith('orders ') ? [JSON.parse(line.slice(7)) as Order] : []))

  /** Both at once, the order written down late: by then the deletion has looked. What is left of it. */
  const meanwhile = async (who: string, places: () => Promise<unknown>) => {
    const others = new Set(ordersLeft().flatMap(({ _id, holder }) => (holder === id(who) ? [] : [_id])))
    const { faults } = here.local
    const struck = faults.add({ when: { action: 'database.insertDocument', collection: 'orders' }, do: 'late' })
    await Promise.all([places(), here.value(who, 'member.erase', { confirm: '注销' })])
    expect(struck()).toBe(1)
    await here.local.fire('chase')
    expect(here.dump().filter((line) => line.includes(id(who)))).toEqual([])
    return ordersLeft().filter(({ _id }) => !others.has(_id))
  }

  test('has nothing placed for them meanwhile: neither what they were ordering nor the next of a weekly order', async () => {
    await here.put(
      'members',
      ['quick', 'weekly'].map((who) => member('one', who, ['resident'])),
    )
    const quick = await meanwhile('quick', () => place({ person: id('quick') }, 'quick').catch(() => undefined))
    expect(quick).toMatchObject([{ state: 'cancelled', active: false }])
    const first = await place({ person: id('weekly'), weekly: true, wants: slot }, 'weekly')
    await does('shi', 'guide', first, { text: '到街道窗口办', series: 'goes-on' })
    const both = await meanwhile('weekly', () => here.local.fire('chase'))
    expect(both).toHaveLength(2)
    for (const order of both) {
      expect(order).toMatchObject({ active: false, repeat: null })
      for (const theirs of ['words', 'room']) expect(order).not.toHaveProperty(theirs)
    }
  })
})

describe('one of the family for whom something is ordered', () => {
  const stored = async (order: string) => (await here.read<Order>('orders', order)) as Order

  test('is not removed before it is done or cancelled; ordered in that moment, nobody comes', async () => {
    const family = [kid('one', 'ma', 'k1'), kid('one', 'ma', 'k2', '小月')]
    await here.put('members', [member('one', 'ma', ['resident', 'family-proxy'], { family })])
    const [child, sister] = family.map(({ id: each }) => each)
    const remove = async (person?: string) => (await here.ask('ma', 'member.removeFamily', { person })).reply
    const order = await place({ person: child }, 'ma')
    const { title } = await stored(order)
    expect(await remove(child)).toEqual({ ok: false, reason: 'family-order', name: title })
    await does('ma', 'cancel', order, { reason: null, series: null })
    expect(await remove(child)).toMatchObject({ ok: true })

    const { faults } = here.local
    const struck = faults.add({ when: { action: 'database.insertDocument', collection: 'orders' }, do: 'late' })
    const [late, removed] = await Promise.all([place({ person: sister }, 'ma'), remove(sister)])
    expect([struck(), removed.ok]).toEqual([1, true])
    await here.local.fire('chase')
    expect(await stored(late)).toMatchObject({ state: 'cancelled', active: false })
  })
})
