import type { MyWeek } from '../../src/domain/shift-page'
import { eager, openWeek, wen } from './open-week'
import { type Town, town } from './town'

describe('what I could do this week', () => {
  let here: Town
  beforeAll(async () => {
    here = await town()
    await here.put('members', [wen])
    await here.put('volunteers', [eager])
    const { shifts, orders, needs } = openWeek(60)
    await here.put('shifts', shifts)
    await here.put('orders', orders)
    await here.put('needs', needs)
  }, 60_000)
  afterAll(() => here.stop())

  test('shifts, orders and needs in one list, best first, each with its reasons; cold, three requests', async () => {
    await here.local.cool()
    const { reply, requests } = await here.ask<MyWeek>('wen', 'shift.week')
    if (!reply.ok) throw new Error(reply.reason)
    expect(requests).toBeLessThanOrEqual(3)
    expect(reply.value.rows).toHaveLength(20)
    expect(reply.value.more).toBeGreaterThan(60)
    for (const { reasons } of reply.value.rows) expect(reasons.length).toBeGreaterThan(0)
  })

  test('nothing in it is anybody’s: no author, no holder, no words, no room', async () => {
    const { reply } = await here.ask<MyWeek>('wen', 'shift.week')
    for (const hidden of ['neighbour-', '黄秀莲', '厨房', 'intent-', 'b-1"'])
      expect([hidden, JSON.stringify(reply)]).not.toEqual([hidden, expect.stringContaining(hidden)])
  })
})
