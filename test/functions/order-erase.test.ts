import type { Order } from '../../src/domain/order'
import { here, id, place, does, page, kindsOn, stage } from './order-stage'
import { cleared, member } from './world'

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
})
